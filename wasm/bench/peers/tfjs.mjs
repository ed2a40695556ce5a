// TensorFlow.js on its WebAssembly backend, one thread. A training step is that of
// its users: optimizer.minimize with autodiff, and the loss is read.
import {createRequire} from 'module';
import path from 'path';
import * as tf from '@tensorflow/tfjs';
import {setThreadsCount, setWasmPaths} from '@tensorflow/tfjs-backend-wasm';
import {label, measure, mixtures, networks, numbers, print} from './rate.mjs';

console.warn = () => {};
const require = createRequire(import.meta.url);
setWasmPaths(path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + '/');
setThreadsCount(1);
await tf.setBackend('wasm');
await tf.ready();
tf.enableProdMode();

for (const network of networks) for (const batch of network.batches) await train(network, batch);
for (const n of [64, 256]) {
  const a = tf.tensor2d(numbers(n * n, 1), [n, n]), b = tf.tensor2d(numbers(n * n, 2), [n, n]);
  measure(`gemm${n}/tfjs`, 2 * n ** 3 * 1e-9, () => {
    const c = tf.matMul(a, b);
    c.dataSync();
    c.dispose();
  });
}
for (const {m, n, d, name} of mixtures) mix(m, n, d, name);

async function train({name, widths, act, loss, optimizer, batches}, batch) {
  const x = tf.tensor2d(numbers(batch * widths[0], 7), [batch, widths[0]]), out = widths.at(-1);
  const target = tf.tensor2d(loss == 'softmax' ? oneHot(batch, out) : numbers(batch * out, 8), [batch, out]);
  const ws = [], bs = [];
  for (let l = 0; l + 1 < widths.length; l++) {
    const w = tf.tensor2d(numbers(widths[l] * widths[l + 1], l + 3), [widths[l], widths[l + 1]]);
    ws.push(tf.variable(w.mul(Math.sqrt(3 / widths[l]))));
    bs.push(tf.variable(tf.zeros([widths[l + 1]])));
  }
  const cost = () => {
    let h = x;
    for (let l = 0; l < ws.length; l++) {
      h = h.matMul(ws[l]).add(bs[l]);
      if (l + 1 < ws.length) h = act == 'tanh' ? h.tanh() : h.relu();
    }
    return loss == 'softmax' ? tf.losses.softmaxCrossEntropy(target, h) : tf.losses.meanSquaredError(target, h);
  };
  const descent = optimizer == 'adam' ? tf.train.adam(1e-3) : tf.train.sgd(1e-3);
  measure(`mlp/${name}/B${batch}/tfjs`, 1, () => {
    const value = descent.minimize(cost, true, [...ws, ...bs]);
    value.dataSync();
    value.dispose();
  });
  if (batch == 32) await layers(`mlp/${name}/B${batch}/tfjs-trainOnBatch`, {widths, act, loss, optimizer}, x, target);
  tf.disposeVariables();
  x.dispose();
  target.dispose();
}

function oneHot(batch, classes) {
  const data = new Float32Array(batch * classes);
  for (let i = 0; i < batch; i++) data[i * classes + label(i, classes)] = 1;
  return data;
}

// layers times the API of layers, whose calls are asynchronous.
async function layers(name, {widths, act, loss, optimizer}, x, target) {
  if (!name.includes(process.env.ONLY || '')) return;
  const model = tf.sequential();
  for (let l = 1; l < widths.length; l++) {
    const last = loss == 'softmax' ? 'softmax' : 'linear';
    model.add(tf.layers.dense({units: widths[l], inputShape: l == 1 ? [widths[0]] : undefined,
      activation: l + 1 < widths.length ? act : last}));
  }
  model.compile({optimizer, loss: loss == 'softmax' ? 'categoricalCrossentropy' : 'meanSquaredError'});
  for (let i = 0; i < 5; i++) await model.trainOnBatch(x, target);
  let best = 0;
  for (let round = 0; round < 8; round++) {
    const start = performance.now();
    for (let i = 0; i < 30; i++) await model.trainOnBatch(x, target);
    best = Math.max(best, 30 / (performance.now() - start) * 1000);
  }
  print(name, best);
}

function mix(m, n, d, name) {
  const q = tf.tensor2d(numbers(m * d, 11), [m, d]), c = tf.tensor2d(numbers(n * d, 12), [n, d]);
  const transposed = c.transpose(), squares = c.square().sum(1).reshape([1, n]);
  measure(`${name}/tfjs`, m * n * 1e-6, () => {
    const left = tf.tidy(() => {
      const distances = q.square().sum(1, true).add(squares).sub(q.matMul(transposed).mul(2));
      return q.sub(tf.softmax(distances.mul(-50)).matMul(c));
    });
    left.dataSync();
    left.dispose();
  });
}
