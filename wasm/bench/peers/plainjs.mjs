// JavaScript on typed arrays, as a careful author would write it: no allocation,
// rows hoisted, and products either row by row or in register tiles.
import {label, measure, mixtures, networks, numbers} from './rate.mjs';

// Both products set c, m×n, to the row bias (or 0) plus a·b, where b is k×n and
// element (i, h) of a stands at i·row + h·column.

function axpy(c, a, b, bias, m, n, k, row, column) {
  for (let i = 0; i < m; i++) {
    const o = i * n;
    if (bias) for (let j = 0; j < n; j++) c[o + j] = bias[j];
    else for (let j = 0; j < n; j++) c[o + j] = 0;
    for (let h = 0; h < k; h++) {
      const x = a[i * row + h * column], p = h * n;
      for (let j = 0; j < n; j++) c[o + j] += x * b[p + j];
    }
  }
}

function blocked(c, a, b, bias, m, n, k, row, column) {
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    let j = 0;
    for (; j + 2 <= n; j += 2) {
      const l = bias ? bias[j] : 0, r = bias ? bias[j + 1] : 0;
      let c00 = l, c01 = r, c10 = l, c11 = r, c20 = l, c21 = r, c30 = l, c31 = r, p = i * row, q = j;
      for (let h = 0; h < k; h++) {
        const y0 = b[q], y1 = b[q + 1], x0 = a[p], x1 = a[p + row], x2 = a[p + 2 * row], x3 = a[p + 3 * row];
        c00 += x0 * y0; c01 += x0 * y1;
        c10 += x1 * y0; c11 += x1 * y1;
        c20 += x2 * y0; c21 += x2 * y1;
        c30 += x3 * y0; c31 += x3 * y1;
        p += column;
        q += n;
      }
      let o = i * n + j;
      c[o] = c00; c[o + 1] = c01; o += n;
      c[o] = c10; c[o + 1] = c11; o += n;
      c[o] = c20; c[o + 1] = c21; o += n;
      c[o] = c30; c[o + 1] = c31;
    }
    for (; j < n; j++) for (let r = i; r < i + 4; r++) c[r * n + j] = dot(a, b, bias, r, j, n, k, row, column);
  }
  for (; i < m; i++) for (let j = 0; j < n; j++) c[i * n + j] = dot(a, b, bias, i, j, n, k, row, column);
}

function dot(a, b, bias, i, j, n, k, row, column) {
  let s = bias ? bias[j] : 0;
  for (let h = 0; h < k; h++) s += a[i * row + h * column] * b[h * n + j];
  return s;
}

// training returns a function that takes one step.
function training(product, {widths, act, loss, optimizer}, batch) {
  const layers = [];
  for (let l = 0; l + 1 < widths.length; l++) {
    const n = widths[l], o = widths[l + 1];
    layers.push({n, o, w: numbers(n * o, l + 3).map(v => v * Math.sqrt(3 / n)), b: new Float32Array(o), gw: new Float32Array(n * o),
      gb: new Float32Array(o), y: new Float32Array(batch * o), g: new Float32Array(batch * o), transposed: new Float32Array(n * o)});
  }
  const params = [...layers.map(l => l.w), ...layers.map(l => l.b)], grads = [...layers.map(l => l.gw), ...layers.map(l => l.gb)];
  const m = params.map(p => new Float32Array(p.length)), v = params.map(p => new Float32Array(p.length));
  const x = numbers(batch * widths[0], 7), last = layers.at(-1), t = numbers(batch * last.o, 8);
  let steps = 0;
  return () => {
    forward(product, layers, x, batch, act);
    if (loss == 'softmax') softmax(last.g, last.y, batch, last.o);
    else for (let i = 0; i < t.length; i++) last.g[i] = 2 * (last.y[i] - t[i]) / t.length;
    backward(product, layers, x, batch, act);
    steps++;
    for (let i = 0; i < params.length; i++) {
      if (optimizer == 'adam') adam(params[i], grads[i], m[i], v[i], steps);
      else for (let j = 0; j < params[i].length; j++) params[i][j] -= 1e-3 * grads[i][j];
    }
  };
}

function forward(product, layers, x, batch, act) {
  let h = x;
  for (const {n, o, w, b, y} of layers) {
    product(y, h, w, b, batch, o, n, n, 1);
    if (y != layers.at(-1).y) {
      if (act == 'tanh') for (let k = 0; k < y.length; k++) y[k] = Math.tanh(y[k]);
      else for (let k = 0; k < y.length; k++) y[k] = y[k] > 0 ? y[k] : 0;
    }
    h = y;
  }
}

function softmax(g, z, batch, classes) {
  for (let i = 0; i < batch; i++) {
    const o = i * classes;
    let most = -1e30, sum = 0;
    for (let j = 0; j < classes; j++) most = Math.max(most, z[o + j]);
    for (let j = 0; j < classes; j++) {
      const e = Math.exp(z[o + j] - most);
      g[o + j] = e;
      sum += e;
    }
    for (let j = 0; j < classes; j++) g[o + j] /= sum * batch;
    g[o + label(i, classes)] -= 1 / batch;
  }
}

function backward(product, layers, x, batch, act) {
  for (let l = layers.length - 1; l >= 0; l--) {
    const {n, o, w, gw, gb, g, transposed} = layers[l], y = l ? layers[l - 1].y : x;
    product(gw, y, g, null, n, o, batch, 1, n);
    gb.fill(0);
    for (let i = 0; i < batch; i++) for (let j = 0; j < o; j++) gb[j] += g[i * o + j];
    if (!l) return;
    for (let i = 0; i < n; i++) for (let j = 0; j < o; j++) transposed[j * n + i] = w[i * o + j];
    const below = layers[l - 1].g;
    product(below, g, transposed, null, batch, n, o, o, 1);
    if (act == 'tanh') for (let k = 0; k < below.length; k++) below[k] *= 1 - y[k] * y[k];
    else for (let k = 0; k < below.length; k++) if (!(y[k] > 0)) below[k] = 0;
  }
}

function adam(p, g, m, v, steps) {
  const rate = 1e-3 * Math.sqrt(1 - 0.999 ** steps) / (1 - 0.9 ** steps);
  for (let i = 0; i < p.length; i++) {
    const d = g[i], a = 0.9 * m[i] + 0.1 * d, b = 0.999 * v[i] + 0.001 * d * d;
    m[i] = a;
    v[i] = b;
    p[i] -= rate * a / (Math.sqrt(b) + 1e-8);
  }
}

// What is left of m queries after the mean of n centres, with weights
// exp(-scale·|q-c|²).

function mixture(out, q, c, weights, m, n, d, scale) {
  for (let i = 0; i < m; i++) {
    const o = i * d;
    let near = Infinity, total = 0;
    for (let j = 0; j < n; j++) {
      let s = 0;
      for (let h = 0; h < d; h++) {
        const e = q[o + h] - c[j * d + h];
        s += e * e;
      }
      weights[j] = s;
      if (s < near) near = s;
    }
    for (let h = 0; h < d; h++) out[o + h] = 0;
    for (let j = 0; j < n; j++) {
      const w = Math.exp((near - weights[j]) * scale);
      total += w;
      for (let h = 0; h < d; h++) out[o + h] += w * c[j * d + h];
    }
    for (let h = 0; h < d; h++) out[o + h] = q[o + h] - out[o + h] / total;
  }
}

function planar(out, q, c, weights, m, n, scale) {
  for (let i = 0; i < m; i++) {
    const x = q[2 * i], y = q[2 * i + 1];
    let near = Infinity, total = 0, u = 0, v = 0;
    for (let j = 0; j < n; j++) {
      const dx = x - c[2 * j], dy = y - c[2 * j + 1], s = dx * dx + dy * dy;
      weights[j] = s;
      if (s < near) near = s;
    }
    for (let j = 0; j < n; j++) {
      const w = Math.exp((near - weights[j]) * scale);
      total += w;
      u += w * c[2 * j];
      v += w * c[2 * j + 1];
    }
    out[2 * i] = x - u / total;
    out[2 * i + 1] = y - v / total;
  }
}

for (const network of networks) {
  for (const batch of network.batches) {
    measure(`mlp/${network.name}/B${batch}/js-axpy`, 1, training(axpy, network, batch));
    measure(`mlp/${network.name}/B${batch}/js-blocked`, 1, training(blocked, network, batch));
  }
}
for (const n of [64, 256]) {
  const a = numbers(n * n, 1), b = numbers(n * n, 2), c = new Float32Array(n * n);
  measure(`gemm${n}/js-blocked`, 2 * n ** 3 * 1e-9, () => blocked(c, a, b, null, n, n, n, n, 1));
}
for (const {m, n, d, name} of mixtures) {
  const q = numbers(m * d, 11), c = numbers(n * d, 12), weights = new Float64Array(n), out = new Float32Array(m * d);
  measure(`${name}/plainjs`, m * n * 1e-6,
    d == 2 ? () => planar(out, q, c, weights, m, n, 50) : () => mixture(out, q, c, weights, m, n, d, 50));
}
