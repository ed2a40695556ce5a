// Builds the program of this folder and prints its lines. The argument says where
// it runs: in node (the default), portable (in Node without the kernel), in
// chromium, native, or native-portable (without AVX2).
import {execFileSync, spawn} from 'child_process';
import fs from 'fs';
import http from 'http';
import os from 'os';
import path from 'path';

const root = path.join(import.meta.dirname, '../..');
const where = process.argv[2] || 'node';
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'rote-bench-'));
try {
  const native = where.startsWith('native'), program = path.join(dir, native ? 'bench' : 'bench.wasm');
  execFileSync('go', ['build', '-o', program, './wasm/bench'],
    {cwd: root, env: native ? process.env : {...process.env, GOOS: 'js', GOARCH: 'wasm'}});
  if (where == 'chromium') process.stdout.write(await inChromium(program) + '\n');
  else if (native) run(program, [], where == 'native' ? {} : {GODEBUG: 'cpu.avx2=off'});
  else run('node', ['--stack-size=8192', path.join(root, 'wasm/exec.js'), program], {NOKERNEL: where == 'portable' ? '1' : ''});
} finally {
  // Chromium's processes write for a moment longer.
  await fs.promises.rm(dir, {recursive: true, force: true, maxRetries: 20, retryDelay: 200});
}

function run(command, args, environment) {
  const {BUD = '0.3', ONLY = ''} = process.env;
  execFileSync(command, [...args, '-seconds', BUD, '-only', ONLY],
    {env: {...process.env, ...environment}, stdio: ['ignore', 'inherit', 'inherit']});
}

// inChromium serves a page that starts the program as a lab's page starts its
// worker, by boot.js, and posts what it has printed.
async function inChromium(program) {
  const goroot = execFileSync('go', ['env', 'GOROOT'], {encoding: 'utf8'}).trim();
  const files = {
    '/boot.js': path.join(root, 'assets/web/boot.js'), '/exec.js': path.join(goroot, 'lib/wasm/wasm_exec.js'),
    '/kernel.wasm': path.join(root, 'sim/kernel/kernel.wasm'), '/thunk.wasm': path.join(root, 'sim/kernel/thunk.wasm'),
    '/bench.wasm': program,
  };
  const page = `<!doctype html><link rel="icon" href="data:,"><script type="module">
    const [module, kernel, thunk] = await Promise.all(['bench', 'kernel', 'thunk'].map(name => WebAssembly.compileStreaming(fetch(name + '.wasm'))));
    const worker = new Worker('boot.js');
    worker.onmessage = event => fetch('end', {method: 'POST', body: event.data.lines.join('\\n') + event.data.message});
    worker.postMessage({exec: 'exec.js', module, kernel: {kernel, thunk}});
  </script>`;
  let browser;
  const output = await new Promise((resolve, reject) => {
    const server = http.createServer((request, response) => {
      // Isolated pages get a finer clock.
      const headers = {'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp'};
      const type = {'.js': 'text/javascript', '.wasm': 'application/wasm'}[path.extname(request.url)] ?? 'text/html';
      if (request.method == 'POST') {
        let text = '';
        request.on('data', data => text += data).on('end', () => { server.close(); resolve(text); });
        return response.end();
      }
      response.writeHead(200, {...headers, 'Content-Type': type});
      response.end(files[request.url] ? fs.readFileSync(files[request.url]) : page);
    }).listen(0, '127.0.0.1', () => {
      browser = spawn(process.env.CHROMIUM || 'chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run',
        `--user-data-dir=${dir}/profile`, '--disable-background-networking', '--disable-component-update', '--disable-sync',
        `http://127.0.0.1:${server.address().port}/`], {stdio: 'ignore'});
      browser.on('error', reject);
    });
    setTimeout(() => reject(new Error('Chromium gave no answer within 10 minutes')), 600e3).unref();
  });
  browser.kill();
  await new Promise(resolve => browser.once('exit', resolve));
  return output;
}
