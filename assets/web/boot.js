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
  go.exit = ended;
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
  const instance = await WebAssembly.instantiate(module, go.importObject);
  if (kernel) await WebAssembly.instantiate(kernel.kernel, {env: {memory: instance.exports.mem}, rote: thunk});
  globalThis.labMemory = instance.exports.mem;
  globalThis.labKernel = kernel ? thunk.caps() : 0;
  await go.run(instance);
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
  if (/[#&]fact=/.test(location.hash)) document.body.dataset.place = 'sweep'; // the program says the same, later
  theme();
  tabs();
  load();
}

// store returns a store of the browser, or null where it is refused: to ask for it
// throws there.
function store(name) {
  try { return window[name]; } catch { return null; }
}

// theme follows the select; the system's theme is the absence of data-theme.
function theme() {
  const select = document.getElementById('theme');
  const show = choice => {
    if (choice == 'light' || choice == 'dark') document.documentElement.dataset.theme = choice;
    else delete document.documentElement.dataset.theme;
  };
  const kept = store('localStorage'), saved = kept?.getItem('theme');
  show(saved);
  if (!select) return;
  if (saved) select.value = saved;
  select.addEventListener('change', () => {
    show(select.value);
    try { kept?.setItem('theme', select.value); } catch { /* it is full: the choice lasts until the page closes */ }
  });
}

// tabs shows one panel of a narrow page at a time: by click, arrows, Home, End.
function tabs() {
  const all = [...document.querySelectorAll('#tabs [role=tab]')];
  const choose = (chosen, focus) => {
    for (const tab of all) {
      const on = tab == chosen;
      tab.setAttribute('aria-selected', on);
      tab.tabIndex = on ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls'))?.classList.toggle('chosen', on);
    }
    if (focus) chosen.focus();
  };
  all.forEach(tab => {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', event => {
      const seen = all.filter(tab => tab.offsetParent), at = seen.indexOf(tab);
      const to = {ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1}[event.key];
      if (to === undefined) return;
      event.preventDefault();
      choose(seen.at(to % seen.length), true);
    });
  });
  if (all.length) choose(all.find(tab => tab.getAttribute('aria-selected') == 'true') ?? all[0]);
}

async function load() {
  const data = document.getElementById('rote');
  if (!data) return; // a page without a lab
  const rote = JSON.parse(data.textContent);
  const url = path => new URL(path, document.baseURI).href;
  const got = progress(rote.wasmBytes + rote.stageBytes);
  try {
    window.stageModule = compile(url(rote.stageWasm), got);
    window.stageModule.catch(() => {}); // the stage and the page hear of it themselves
    const [module, kernel] = await Promise.all([compile(url(rote.wasm), got), simd(rote, url), script(url(rote.exec))]);
    window.lab = {name: rote.lab, module, kernel, boot: url(rote.boot), exec: url(rote.exec), stage: url(rote.stage),
      session: store('sessionStorage')};
    await run(module, 'page', null, exit => broken(`Its program ended with code ${exit}. ${lines.find(line => line.startsWith('panic')) ?? ''}`));
  } catch (error) {
    broken(String(error));
  }
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
// application/wasm, or streams cannot be counted, it is fetched whole.
async function compile(url, got) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  try {
    count(response.clone(), got);
    return await WebAssembly.compileStreaming(response);
  } catch {
    return WebAssembly.compile(await (await fetch(url)).arrayBuffer());
  }
}

async function count(response, got) {
  const reader = response.body.getReader();
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return;
    got(value.length);
  }
}

// progress returns a function that counts bytes as they arrive.
function progress(total) {
  const text = document.querySelector('#loading p'), bar = document.querySelector('#loading progress');
  let bytes = 0;
  return n => {
    bytes += n;
    const percent = Math.min(100, Math.round(100 * bytes / total));
    if (text) text.textContent = `Loading the picture, ${percent} %`;
    if (bar) bar.value = percent / 100 * bar.max;
  };
}

function script(src) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.onload = resolve;
    element.onerror = () => reject(new Error(`${src} did not load`));
    element.src = src;
    document.head.append(element);
  });
}

// broken says that the page's program is missing or has ended. What the HTML
// holds stays readable.
function broken(reason) {
  document.body.dataset.state = 'failed';
  const text = document.getElementById('alerttext'), restart = document.getElementById('restart');
  text.textContent = `The simulation cannot run in this page. ${reason} The lesson and the explanations can be read; to try again, reload the page.`;
  document.getElementById('alert').hidden = false;
  restart.textContent = 'Reload';
  restart.onclick = () => location.reload();
  document.getElementById('loading').hidden = true;
}
