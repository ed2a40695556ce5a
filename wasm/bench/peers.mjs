// Compares the kernel with what a user would take instead, in one run, and prints
// one JSON object {meta, rates: {workload: {program: value}}}. The programs take
// turns, and each value is the best of many windows of some milliseconds over all
// rounds, so that other work of the machine hits all alike. Read ratios.
//
// Environment: ROUNDS=2, BUD=0.3 (seconds for each value), PEERS (a comma list of
// the names below), ONLY (part of a workload's name; not in Chromium), PYTHON (one
// that has numpy), CHROMIUM.
import {spawnSync} from 'child_process';
import os from 'os';
import path from 'path';

const {ROUNDS = '2', BUD = '0.3', PYTHON = 'python3', CHROMIUM = 'chromium'} = process.env;
const here = import.meta.dirname, peer = name => path.join(here, 'peers', name);
const runs = (...command) => spawnSync(command[0], command.slice(1), {stdio: 'ignore'}).status === 0;

const programs = {
  rote: ['node', path.join(here, 'rote.mjs')],
  portable: ['node', path.join(here, 'rote.mjs'), 'portable'],
  native: ['node', path.join(here, 'rote.mjs'), 'native'],
  'native-portable': ['node', path.join(here, 'rote.mjs'), 'native-portable'],
  chromium: runs(CHROMIUM, '--version') && ['node', path.join(here, 'rote.mjs'), 'chromium'],
  tfjs: ['node', peer('tfjs.mjs')],
  plainjs: ['node', peer('plainjs.mjs')],
  objgraph: ['node', peer('objgraph.mjs')],
  numpy: runs(PYTHON, '-c', 'import numpy') && [PYTHON, peer('with_numpy.py')],
};
const wanted = (process.env.PEERS || Object.keys(programs).join()).split(',');
const skipped = wanted.filter(name => !programs[name]);
const rates = {}, loads = [];
for (let round = 0; round < +ROUNDS; round++) {
  for (const name of wanted) if (programs[name]) run(name);
}
console.log(JSON.stringify({
  meta: {date: new Date().toISOString().slice(0, 10), node: process.version, cpu: os.cpus()[0].model,
    load1_min: Math.min(...loads), load1_max: Math.max(...loads), skipped},
  rates,
}, null, 1));

function run(name) {
  loads.push(os.loadavg()[0]);
  const {status, stdout, stderr, error} = spawnSync(programs[name][0], programs[name].slice(1),
    {env: {...process.env, BUD}, encoding: 'utf8', timeout: 900e3});
  if (status !== 0) {
    console.error(`${name} failed: ${error ?? ''} ${stderr}`);
    process.exit(1);
  }
  for (const [, workload, printed, value] of stdout.matchAll(/^(\S+)\/(\S+)\t([0-9.e+-]+)$/gm)) {
    const of = rates[workload] ??= {}, who = name == 'chromium' ? printed + '-chromium' : printed;
    of[who] = Math.max(of[who] ?? 0, +value);
  }
}
