// What a monkey does to a lab's page. Each function gets numbers from 0 to 1, does
// one thing and returns the words for it.
({
  // A handler of the page that fails says so here: as an error of the page.
  listen() {
    let tell = window.labFailed;
    const hear = reason => { console.error(`a handler failed: ${reason}`); tell(reason); };
    Object.defineProperty(window, 'labFailed', {get: () => tell && hear, set: f => { tell = f; }});
  },

  press(a) {
    const e = this.seen(a, 'button, summary, input[type=checkbox], a[href^="#"]');
    e.click();
    return this.name(e);
  },

  enter(a, b) {
    const e = this.seen(a, 'input:not([type=checkbox], [type=file]), select, textarea');
    const low = +e.min || 0, high = +e.max || 100;
    const words = e.options ? [...e.options].map(o => o.value) : e.type == 'range' ? [low, high, low + b * (high - low)] :
      ['', '0', '1', '-3', '7', '0,5', '1,024', '1e9', '1e-7', '1/3', 'abc', '20', '50', 'NaN', '1..5*3', '<b>', '٣'];
    e.focus();
    e.value = this.among(b, words);
    for (const type of ['input', 'change']) e.dispatchEvent(new Event(type, {bubbles: true}));
    return `${this.name(e)} = ${e.value}`;
  },

  key(a, b) {
    const codes = ['KeyK', 'KeyL', 'KeyJ', 'KeyR', 'KeyZ', 'KeyI', 'KeyC', 'KeyG', 'KeyP', 'Escape', 'PageUp', 'PageDown',
      'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter', 'Space', 'Delete'];
    const code = this.among(a, codes), picture = document.querySelector('#iframehost iframe')?.contentDocument?.querySelector('canvas');
    const target = b < 0.2 && picture ? picture : document.activeElement ?? document.body;
    const options = {code, key: code.replace('Key', '').toLowerCase(), altKey: code.startsWith('Key'), bubbles: true, cancelable: true};
    for (const type of ['keydown', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, options));
    return `${code} on ${this.name(target)}`;
  },

  link(a, b) {
    const links = [...document.querySelectorAll('a[href^="#"]')].map(e => e.hash);
    const some = this.among(a, links), other = this.among(b, links).slice(1);
    location.hash = this.among(a * b * 97 % 1, [some, some + '&' + other, some.slice(0, b * some.length), some + '&at=' + Math.floor(a * 99),
      '', '#seed=' + Math.floor(a * 999), '#n=%zz', '#mode=present', some.replaceAll('=', '=-'), '#fact=nosuch']);
    return location.hash;
  },

  point(a, b, c) {
    const frame = document.querySelector('#iframehost iframe'), window = frame?.contentWindow, canvas = frame?.contentDocument?.querySelector('canvas');
    if (!canvas) return 'no picture';
    const place = {clientX: a * window.innerWidth, clientY: b * window.innerHeight, pointerId: 1, pointerType: 'mouse', isPrimary: true,
      button: c < 0.2 ? 2 : 0, buttons: 1, bubbles: true, cancelable: true};
    const send = (type, more) => canvas.dispatchEvent(new window.PointerEvent(type, {...place, ...more}));
    send('pointermove');
    send('pointerdown');
    if (c > 0.5) send('pointermove', {clientX: b * window.innerWidth, clientY: a * window.innerHeight});
    send(c > 0.9 ? 'pointercancel' : 'pointerup', {buttons: 0});
    if (place.button == 2) canvas.dispatchEvent(new window.MouseEvent('contextmenu', place));
    return `${Math.round(place.clientX)}, ${Math.round(place.clientY)}`;
  },

  // There and back: a link that is new makes an entry, so that Back stays in the lab. It
  // waits for the arrival, which would overtake what is done next, if that ever comes.
  travel(a) {
    const there = '#seed=' + Math.floor(a * 1e6);
    return new Promise(done => {
      const arrive = e => { if (!e.newURL?.endsWith(there)) done(there); };
      addEventListener('hashchange', arrive);
      setTimeout(() => { removeEventListener('hashchange', arrive); done(there); }, 2000);
      location.hash = there;
      history.back();
    });
  },

  killWorker(a) {
    const workers = [window.roteWorker, ...(window.roteSweepers ?? [])];
    this.among(a, workers)?.terminate();
    return `one of ${workers.length}`;
  },

  killStage(a) {
    const frame = document.querySelector('#iframehost iframe');
    if (!frame) return 'no stage';
    if (a < 0.3) frame.remove();
    else if (a < 0.5) frame.src = 'about:blank';
    else frame.contentDocument?.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    return a < 0.3 ? 'removed' : a < 0.5 ? 'led away' : 'context lost';
  },

  // One of the elements that a person could reach, or one without effect.
  seen(a, selector) {
    return this.among(a, [...document.querySelectorAll(selector)].filter(e => e.checkVisibility())) ?? document.createElement('input');
  },
  among(a, list) { return [...list][Math.floor(a * [...list].length)]; },
  name(e) { return e.id ? '#' + e.id : `${e.tagName} ${e.textContent.trim().split('\n')[0].slice(0, 30)}`; },
})
