// How the programs of this folder measure and print.
import {performance} from 'perf_hooks';

const seconds = +(process.env.BUD || 0.3); // for each value
const only = process.env.ONLY || ''; // measure only what has this in its name

// measure prints how often run can be called in a second, times scale.
export function measure(name, scale, run) {
  if (name.includes(only)) print(name, rate(run) * scale);
}

export const print = (name, value) => console.log(`${name}\t${value.toPrecision(6)}`);

// rate returns the best number of calls per second over windows of one to four
// milliseconds, after a warm-up.
function rate(run) {
  const now = () => performance.now() / 1000;
  const begin = now();
  for (let n = 0; now() - begin < seconds / 3 || n < 3; n++) run();
  let calls = 1, best = 0;
  for (const start = now(); now() - start < seconds;) {
    const window = now();
    for (let i = 0; i < calls; i++) run();
    const took = now() - window;
    if (took < 1e-3) {
      calls *= 2;
      continue;
    }
    best = Math.max(best, calls / took);
    if (took > 4e-3 && calls > 1) calls = Math.max(1, calls * 3 >> 2);
  }
  return best;
}

// numbers returns n numbers between -1 and 1, by xorshift.
export function numbers(n, seed) {
  let x = (seed * 2654435761 >>> 0) || 1;
  return Float32Array.from({length: n}, () => {
    x ^= x << 13; x >>>= 0;
    x ^= x >>> 17;
    x ^= x << 5; x >>>= 0;
    return x / 2147483648 - 1;
  });
}

// labels returns the class of each example.
export const label = (i, classes) => i * 7 % classes;

// networks are the ones that every program trains: a name, the widths of the
// layers, and the sizes of the batches.
export const networks = [
  {name: '2-8-8-1', widths: [2, 8, 8, 1], act: 'tanh', loss: 'squares', optimizer: 'sgd', batches: [10]},
  {name: '2-64-64-1', widths: [2, 64, 64, 1], act: 'relu', loss: 'squares', optimizer: 'adam', batches: [32, 128, 512]},
  {name: '64-256-256-10', widths: [64, 256, 256, 10], act: 'relu', loss: 'softmax', optimizer: 'adam', batches: [32, 128, 512]},
];

// mixtures are queries and centres.
export const mixtures = [[256, 64], [1024, 256], [1024, 1024]].flatMap(([m, n]) => [2, 64].map(d => ({m, n, d, name: `gmm/d${d}/M${m}/N${n}`})));
