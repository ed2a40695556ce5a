// A network as a graph of objects, trained one example at a time: the design of
// educational playgrounds.
import {measure, networks, numbers} from './rate.mjs';

const functions = {
  tanh: {value: Math.tanh, slope: x => 1 - Math.tanh(x) ** 2},
  relu: {value: x => Math.max(0, x), slope: x => x <= 0 ? 0 : 1},
};

class Unit {
  bias = 0.1; into = []; out = []; sum = 0; value = 0; byValue = 0; bySum = 0; total = 0; count = 0;
}

class Edge {
  weight = Math.random() - 0.5; byWeight = 0; total = 0; count = 0; dead = false;
  constructor(from, to) { this.from = from; this.to = to; }
}

function build(widths) {
  const layers = widths.map(n => Array.from({length: n}, () => new Unit()));
  for (let l = 1; l < layers.length; l++) {
    for (const to of layers[l]) {
      for (const from of layers[l - 1]) {
        const edge = new Edge(from, to);
        from.out.push(edge);
        to.into.push(edge);
      }
    }
  }
  return layers;
}

function forward(layers, x, f) {
  layers[0].forEach((u, i) => u.value = x[i]);
  for (let l = 1; l < layers.length; l++) {
    for (const u of layers[l]) {
      u.sum = u.bias;
      for (const e of u.into) u.sum += e.weight * e.from.value;
      u.value = f.value(u.sum);
    }
  }
}

function backward(layers, target, f) {
  const output = layers.at(-1)[0];
  output.byValue = output.value - target;
  for (let l = layers.length - 1; l > 0; l--) {
    for (const u of layers[l]) {
      u.bySum = u.byValue * f.slope(u.sum);
      u.total += u.bySum;
      u.count++;
    }
    for (const u of layers[l]) {
      for (const e of u.into) {
        if (e.dead) continue;
        e.byWeight = u.bySum * e.from.value;
        e.total += e.byWeight;
        e.count++;
      }
    }
    if (l == 1) return;
    for (const u of layers[l - 1]) {
      u.byValue = 0;
      for (const e of u.out) u.byValue += e.weight * e.to.bySum;
    }
  }
}

function update(layers, rate) {
  for (let l = 1; l < layers.length; l++) {
    for (const u of layers[l]) {
      if (u.count) {
        u.bias -= rate * u.total / u.count;
        u.total = u.count = 0;
      }
      for (const e of u.into) {
        if (!e.count) continue;
        e.weight -= rate * e.total / e.count;
        e.total = e.count = 0;
      }
    }
  }
}

const {name, widths, batches: [batch]} = networks[0];
for (const [act, f] of Object.entries(functions)) {
  const x = numbers(batch * 2, 7), targets = numbers(batch, 8), layers = build(widths);
  const xs = Array.from({length: batch}, (_, i) => [x[2 * i], x[2 * i + 1]]);
  measure(`mlp/${name}/B${batch}/objgraph-${act}`, 1, () => {
    for (let i = 0; i < batch; i++) {
      forward(layers, xs[i], f);
      backward(layers, targets[i], f);
    }
    update(layers, 0.03);
  });
}
