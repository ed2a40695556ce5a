// The one script of a lab's page, and of its worker. In the page it makes the
// theme and the tabs work at once, then fetches the two programs. In the worker
// it takes the compiled program from the page.
'use strict';

const lines = ['']; // the first that the program prints; a crash shows them
const mostLines = 200;

// run starts the compiled Go program in one of its two lives. ended gets the exit
// code if it ever ends. kernel holds the compiled kernel and its thunk, or is null:
// then the program gets functions that return 0, and computes without.
async function run(module, life, kernel, ended) {
  const go = new Go();
  go.argv = ['lab', life];
  go.exit = code => {
    go._resume = () => {}; // its listeners and timers outlive it
    ended(code);
  };
  const print = globalThis.fs.writeSync, text = new TextDecoder();
  globalThis.fs.writeSync = (fd, bytes) => {
    const parts = text.decode(bytes, {stream: true}).split('\n');
    if (lines.length < mostLines) {
      lines[lines.length - 1] += parts.shift();
      lines.push(...parts.slice(0, mostLines - lines.length));
    }
    return life == 'page' ? print.call(globalThis.fs, fd, bytes) : bytes.length;
  };
  const thunk = kernel && (await WebAssembly.instantiate(kernel.thunk)).exports;
  go.importObject.rote = thunk ?? new Proxy({}, {get: () => () => 0});
  let memory = null;
  if (life == 'page') forgive(go.importObject.gojs, () => memory);
  const instance = await WebAssembly.instantiate(module, go.importObject);
  memory = instance.exports.mem;
  if (kernel) await WebAssembly.instantiate(kernel.kernel, {env: {memory: instance.exports.mem}, rote: thunk});
  globalThis.labMemory = instance.exports.mem;
  globalThis.labKernel = kernel ? thunk.caps() : 0;
  await go.run(instance);
}

// forgive lets the program read undefined, and write nothing, where a property of
// the browser throws: as an exception of a getter it would end the program.
function forgive(gojs, memory) {
  const get = gojs['syscall/js.valueGet'], set = gojs['syscall/js.valueSet'];
  gojs['syscall/js.valueGet'] = sp => {
    try { get(sp); } catch { new DataView(memory().buffer).setFloat64((sp >>> 0) + 32, 0, true); }
  };
  gojs['syscall/js.valueSet'] = sp => { try { set(sp); } catch { /* it keeps what it has */ } };
}

// A handler of the program that fails comes here with the reason. The page lives on.
function failed(reason) {
  console.warn(reason);
  if (document.body.dataset.state == 'failed') return; // that is said already, with its own button
  tell(`That did not work: ${String(reason).split('\n')[0].slice(0, 200)}. The page goes on.`, 'Close');
}

// tell shows a message above the picture, with a button. More is folded away.
function tell(words, button, more = '') {
  const get = id => document.getElementById(id);
  get('alerttext').textContent = words;
  get('restart').textContent = button;
  get('restart').onclick = null;
  get('reload').hidden = true;
  get('alertmore').hidden = !more;
  get('alertmore').lastElementChild.textContent = more;
  get('alert').hidden = false;
}

const patience = 15_000; // ms in which something may come of what the page waits for

// standstill says that nothing has come of a part for so long, unless another message is
// to be seen, and offers a way out. beat is for each sign of life, end for the last.
function standstill(part, more, button, act) {
  const get = id => document.getElementById(id);
  let timer, said = '';
  const say = () => {
    if (!get('alert').hidden || window.lab?.without) return;
    said = `Loading the ${part} has stood still at ${document.querySelector('#loading progress').value} % for 15 seconds. ${more}`;
    tell(said, button);
    get('restart').onclick = act;
  };
  const end = () => {
    clearInterval(timer);
    if (said && get('alerttext').textContent == said) get('alert').hidden = true;
    said = '';
  };
  return {say, end, beat() { end(); timer = setInterval(say, patience); }};
}

if (typeof document == 'undefined') {
  const fail = (exit, message) => postMessage({kind: 'fail', exit, message, lines});
  addEventListener('message', event => {
    try {
      importScripts(event.data.exec);
      run(event.data.module, 'worker', event.data.kernel, exit => fail(exit, '')).catch(error => fail(-1, String(error)));
    } catch (error) {
      fail(-1, String(error));
    }
  }, {once: true});
} else {
  if (/[#?&]fact=/.test(location.search + location.hash)) document.body.dataset.place = 'sweep'; // the program says the same, later
  else if (/[#?&]b\./.test(location.search + location.hash)) document.body.dataset.place = 'compare'; // so does it of this
  for (const part of [embed, theme, faces, arrange, menu, sharing, sheet, answers, fields, load, keep]) {
    try { part(); } catch (error) { console.warn(error); } // the others do without it
  }
}

// embed makes the page one for a frame; the program says the same, later.
function embed() {
  if (!/[#&]mode=embed(&|$)/.test(location.hash)) return;
  document.body.classList.add('embed', ...(/[#&]show=/.test(location.hash) ? [] : ['bare']));
  document.getElementById('openrote')?.setAttribute('href', location.href.replace(/([#&])(?:(?:mode|show)=[^&]*&?)+/g, '$1').replace(/[#&]$/, ''));
}

// answers opens the answers for paper, and closes them again.
function answers() {
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('.answer:not([open]), #intro:not([open])')];
    for (const e of opened) e.open = true;
  });
  addEventListener('afterprint', () => { for (const e of opened) e.open = false; });
}

// fields makes what stands in each field its default. WebKit resets those that it shall
// not complete when it shows a page again that it has kept.
function fields() {
  addEventListener('pagehide', () => {
    for (const e of document.querySelectorAll('form input')) {
      e.defaultValue = e.value;
      e.defaultChecked = e.checked;
    }
  });
}

// store returns a store of the browser, or null where it is refused: to ask for it, or
// for what it keeps, throws there.
function store(name) {
  try {
    window[name].getItem('rote.theme');
    return window[name];
  } catch { return null; }
}

// theme follows the select; the system's theme is the absence of data-theme.
function theme() {
  const select = document.getElementById('theme');
  const show = choice => {
    if (choice == 'light' || choice == 'dark') document.documentElement.dataset.theme = choice;
    else delete document.documentElement.dataset.theme;
  };
  const kept = store('localStorage'), saved = kept?.getItem('rote.theme');
  show(saved);
  if (!select) return;
  if (saved == 'light' || saved == 'dark') select.value = saved;
  select.addEventListener('change', () => {
    show(select.value);
    try { kept.setItem('rote.theme', select.value); } catch { unkept(); }
  });
}

// unkept says once that settings are lost with this tab: the store is refused, or full.
function unkept() {
  if (document.getElementById('unkept')) return;
  const note = document.createElement('p');
  note.id = 'unkept';
  note.className = 'small';
  note.setAttribute('role', 'status');
  document.querySelector('.top').append(note);
  note.textContent = 'This browser has no room for settings or keeps nothing: they last until this tab is closed or loaded again.';
}

// faces shows one face of the side at a time: by click, arrows, Home, End. A link
// that asks for something else than the lesson opens on Explore.
function faces() {
  const all = [...document.querySelectorAll('#faces [role=tab]')];
  if (!all.length) return;
  const choose = (chosen, focus) => {
    document.body.dataset.face = chosen.getAttribute('aria-controls');
    for (const tab of all) {
      tab.setAttribute('aria-selected', tab == chosen);
      tab.tabIndex = tab == chosen ? 0 : -1;
    }
    if (focus) chosen.focus();
  };
  all.forEach((tab, at) => {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', event => {
      const to = {ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1}[event.key];
      if (to === undefined) return;
      event.preventDefault();
      choose(all[(to + all.length) % all.length], true);
    });
  });
  choose(all[(location.search + location.hash).length > 1 && !/[#&?]show=lesson\b/.test(location.href) ? 0 : 1]);
}

// arrange keeps the elements of a lab's page in the order in which they are seen,
// which differs with the size of the window and in front of a class. The stage
// never moves: that would load it again.
function arrange() {
  const get = id => document.getElementById(id), stage = get('stage'), body = document.body;
  if (!stage) return;
  const [headline, transport, strip, side] = ['headline', 'transport', 'strip', 'side'].map(get);
  const upright = matchMedia('(max-width: 899px) and (orientation: portrait), (max-width: 600px)');
  const across = matchMedia('(max-height: 480px) and (orientation: landscape) and (min-width: 601px)');
  const low = matchMedia('(max-height: 320px) and (max-width: 600px)');
  const place = (before, after, last) => {
    const focus = document.activeElement;
    before.reduceRight((next, e) => { if (next.previousElementSibling != e) next.before(e); return e; }, stage);
    after.reduce((last, e) => { if (last.nextElementSibling != e) last.after(e); return e; }, stage);
    if (last && body.lastElementChild != last) body.append(last);
    if (focus != document.activeElement) focus.focus();
  };
  const again = () => {
    const text = across.matches || body.dataset.face == 'lesson' ? [side, strip] : [strip, side];
    if (body.classList.contains('embed')) place([headline], [transport, side, strip]);
    else if (low.matches) place([], [transport, headline, ...text]);
    else if (upright.matches || across.matches) place([], [headline, ...text], transport);
    else if (body.classList.contains('present')) place([headline, side], [transport, strip]);
    else place([headline], [transport, strip, side]);
  };
  for (const query of [upright, across, low]) query.addEventListener('change', again);
  new MutationObserver(again).observe(body, {attributeFilter: ['class', 'data-face']});
  again();
}

// menu closes the menu of a narrow page behind a link. A browser of 2023 knows no
// popover: there the menu is opened here, too.
function menu() {
  const menu = document.getElementById('menu'), old = menu && !menu.showPopover;
  if (old) document.getElementById('menubutton').addEventListener('click', () => menu.classList.toggle('open'));
  menu?.addEventListener('click', event => {
    if (!event.target.closest('a, #present')) return;
    if (old) menu.classList.remove('open');
    else if (menu.matches(':popover-open')) menu.hidePopover();
  });
}

// sharing lets the dialog open and close where a browser knows none, as before 2022.
function sharing() {
  const box = document.getElementById('sharing');
  if (!box || 'open' in box) return;
  Object.defineProperty(box, 'open', {get: () => box.hasAttribute('open'), set: on => box.toggleAttribute('open', on)});
  box.addEventListener('keydown', event => { if (event.key == 'Escape') box.open = false; });
}

// sheet takes the knobs, and the buttons for which a phone's transport has no
// room, into a sheet above the transport, and gives them back.
function sheet() {
  const get = id => document.getElementById(id), sheet = get('sheet'), opener = get('knobs');
  if (!sheet) return;
  const show = on => {
    sheet.hidden = !on;
    opener.setAttribute('aria-expanded', on);
    if (on) {
      get('sheetkeys').append(get('back'), get('step'), get('reset'), get('speed'));
      sheet.append(get('controls'));
      get('closesheet').focus();
    } else {
      get('play').after(get('back'), get('step'));
      get('count').after(get('reset'), get('speed'));
      get('presets').after(get('controls'));
    }
  };
  const close = () => { if (!sheet.hidden) { show(false); opener.focus(); } };
  opener.addEventListener('click', () => sheet.hidden ? show(true) : close());
  get('closesheet').addEventListener('click', close);
  sheet.addEventListener('keydown', event => { if (event.key == 'Escape') close(); });
  addEventListener('resize', () => {
    const focus = document.activeElement;
    if (sheet.hidden || opener.offsetParent) return;
    show(false);
    if (focus != document.activeElement) (focus.offsetParent ? focus : get('play')).focus();
  });
}

// early keeps what is pressed and typed before the program is there. It returns
// the function that does it then.
function early() {
  const kept = [];
  const keep = event => {
    const e = event.type == 'click' ? event.target.closest('#playback button, #newseed') : event.target.closest('#controls :is(input, select, textarea), #speed');
    if (e) kept.push({e, type: event.type == 'click' ? 'click' : 'change', value: e.value, checked: e.checked});
    if (e?.id == 'play') e.lastElementChild.textContent = 'Loading';
  };
  const types = ['click', 'input', 'change'];
  for (const type of types) document.addEventListener(type, keep, true);
  return () => {
    for (const type of types) document.removeEventListener(type, keep, true);
    for (const {e, type, value, checked} of kept) {
      if (type == 'click') { e.click(); continue; }
      e.value = value;
      e.checked = checked;
      for (const name of ['input', 'change']) e.dispatchEvent(new Event(name, {bubbles: true}));
    }
  };
}

// keep has the browser keep the site for a time without a network, once it has
// nothing better to do. Where that is refused, the site works as before.
function keep() {
  const top = document.querySelector('link[rel=manifest]')?.href;
  if (!top) return;
  setTimeout(async () => {
    try { await navigator.serviceWorker.register(new URL('sw.js', top)); } catch { /* no store, no secure origin, or a frame */ }
  }, 5000);
}

async function load() {
  const data = document.getElementById('rote');
  if (!data) return; // a page without a lab
  document.getElementById('late')?.remove();
  const rote = JSON.parse(data.textContent);
  const url = path => new URL(path, document.baseURI).href;
  const replay = early();
  const program = () => standstill('program', 'The page goes on when the rest comes; Reload asks for it again.', 'Reload', () => location.reload());
  const picture = standstill('picture', 'A plain one stands in for it, and all else works.', 'Go on without it', () => { window.lab.without = true; });
  let begin;
  window.stageModule = new Promise(resolve => { begin = resolve; });
  window.stageModule.catch(() => {}); // the stage and the page hear of it themselves
  try {
    const faster = simd(rote, url);
    const named = [rote.boot, rote.exec].map(url), found = Promise.all(named.map(forWorker));
    const [module] = await Promise.all([compile(url(rote.wasm), progress('Loading the program', rote.wasmBytes, program())), script(url(rote.exec), program())]);
    const [boot, exec] = await Promise.race([found, new Promise(resolve => setTimeout(resolve, patience, named))]);
    const kernel = await Promise.race([faster, new Promise(resolve => setTimeout(resolve, patience, null))]); // the lab computes without it, too
    const painter = compile(url(rote.stageWasm), progress('Loading the picture', rote.stageBytes, picture)); // the lab is of use without it
    painter.then(() => { window.lab.painter = true; }, () => {});
    begin(painter);
    window.labFailed = failed;
    window.lab = {name: rote.lab, module, kernel, boot, exec, stage: url(rote.stage),
      session: store('sessionStorage'), local: store('localStorage'), replay, check: deployments(data.textContent),
      unkept, late: picture.say, came: picture.end};
    await run(module, 'page', null, exit => broken('Its program has ended.', [`Code ${exit}`, ...lines].join('\n')));
  } catch (error) {
    broken(why(error), String(error));
  }
}

// why says in words what kept the program from starting.
function why(error) {
  if (typeof WebAssembly == 'undefined') return 'This browser has no WebAssembly, or it is switched off.';
  if (error instanceof RangeError) return 'The browser gives it no memory.';
  return 'A file of it did not arrive, was changed on its way, or is not allowed to run.';
}

// deployments says when the server has another Rote than this page: its files may
// then be gone. It asks when the tab is seen again, and returns the function that
// asks.
function deployments(own) {
  let asked = 0;
  const ask = async () => {
    if (document.hidden || Date.now() - asked < 30_000) return;
    asked = Date.now();
    let html = '';
    try {
      const answer = await fetch(location.pathname, {cache: 'no-cache'});
      if (answer.ok) html = await answer.text();
    } catch { /* without a network there is nothing newer */ }
    if (!html.includes('id="rote"') || html.includes(own)) return;
    const words = 'A newer Rote is on this server. This page goes on with the one it has; the newer one opens in the same state.';
    const shown = !document.getElementById('alert').hidden;
    if (shown) document.getElementById('alerttext').append(' ' + words);
    else tell(words, 'Close');
    document.getElementById('reload').hidden = false;
  };
  document.addEventListener('visibilitychange', ask);
  return ask;
}

// simd compiles the kernel for the worker. It returns null where the browser does
// not know its instructions or a file does not arrive.
async function simd(rote, url) {
  try {
    const [kernel, thunk] = await Promise.all([rote.kernel, rote.thunk].map(path => compile(url(path), () => {})));
    return {kernel, thunk};
  } catch {
    return null;
  }
}

// compile fetches and compiles a program. Where the server does not call it
// application/wasm, or streams cannot be counted, it is fetched whole. got hears how many
// bytes have come; 0 are the end.
async function compile(url, got) {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
    try {
      count(response.clone(), got);
      return await WebAssembly.compileStreaming(response);
    } catch {
      const again = await fetch(url);
      count(again.clone(), got);
      return await WebAssembly.compile(await again.arrayBuffer());
    }
  } finally {
    got(0);
  }
}

async function count(response, got) {
  try {
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) got(part.value.length);
    got(0);
  } catch { /* who compiles it hears of that */ }
}

// progress returns a function that counts bytes as they arrive.
function progress(what, total, watch) {
  const text = document.querySelector('#loading p'), bar = document.querySelector('#loading progress');
  let bytes = 0;
  watch.beat();
  return n => {
    bytes += n;
    const percent = Math.min(100, Math.round(100 * bytes / total));
    if (text) text.textContent = `${what}, ${percent} %`;
    if (bar) bar.value = percent;
    if (n) watch.beat();
    else watch.end();
  };
}

function script(src, watch) {
  watch.beat();
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.onload = () => { watch.end(); resolve(); };
    element.onerror = () => { watch.end(); reject(new Error(`${src} did not load`)); };
    element.src = src;
    document.head.append(element);
  });
}

// forWorker returns where a worker finds a script. Browsers refuse it one that the server
// calls plain text, which they take in a page: then it is a copy that has the right name.
async function forWorker(url) {
  try {
    const response = await fetch(url), text = await response.text();
    if (!response.ok || /(java|ecma)script/i.test(response.headers.get('Content-Type'))) return url;
    return URL.createObjectURL(new Blob([text], {type: 'text/javascript'}));
  } catch { return url; }
}

// broken says that the page's program is missing or has ended, with the trace folded
// away. What the HTML holds stays readable.
function broken(reason, trace) {
  document.body.dataset.state = 'failed';
  if (origin == 'null') reason = 'It stands in a frame whose attribute sandbox lacks allow-same-origin; the link Open in Rote leads to it.';
  tell(`The simulation cannot run in this page. ${reason} The lesson and the explanations can be read; to try again, reload the page.`, 'Reload', trace);
  document.getElementById('restart').onclick = () => location.reload();
  document.getElementById('loading').hidden = true;
}
