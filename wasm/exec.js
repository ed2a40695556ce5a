// Runs a Go program for js/wasm in Node, with the kernel of sim/kernel bound:
//   GOOS=js GOARCH=wasm go test -exec="node --stack-size=8192 $PWD/wasm/exec.js" ./sim/kernel
// With NOKERNEL=1 the program gets functions that return 0 instead.
'use strict';

const {execFileSync} = require('child_process');
const path = require('path');

Object.assign(globalThis, {require, path, fs: require('fs')});
const goroot = execFileSync('go', ['env', 'GOROOT'], {encoding: 'utf8'}).trim();
require(path.join(goroot, 'lib/wasm/wasm_exec.js'));

const kernelFile = name => fs.readFileSync(path.join(__dirname, '../sim/kernel', name));

async function run(file) {
  const {HOME, PATH, NOKERNEL} = process.env;
  const go = new Go();
  go.argv = process.argv.slice(2);
  go.env = {HOME, PATH, TMPDIR: require('os').tmpdir()}; // there is little room for more
  go.exit = process.exit;
  const thunk = NOKERNEL ? null : (await WebAssembly.instantiate(kernelFile('thunk.wasm'))).instance.exports;
  go.importObject.rote = thunk ?? new Proxy({}, {get: () => () => 0});
  const {instance} = await WebAssembly.instantiate(fs.readFileSync(file), go.importObject);
  if (thunk) await WebAssembly.instantiate(kernelFile('kernel.wasm'), {env: {memory: instance.exports.mem}, rote: thunk});
  process.on('exit', code => { // Node ends when no event can come: a deadlock, of which Go then prints the trace
    if (code == 0 && !go.exited) {
      go._pendingEvent = {id: 0};
      go._resume();
    }
  });
  await go.run(instance);
}

run(process.argv[2]).catch(error => {
  console.error(error);
  process.exit(1);
});
