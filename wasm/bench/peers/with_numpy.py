"""numpy with one thread, which is native code."""
import os

for key in ('OPENBLAS_NUM_THREADS', 'OMP_NUM_THREADS', 'MKL_NUM_THREADS'):
    os.environ[key] = '1'

import time

import numpy as np

SECONDS = float(os.environ.get('BUD', '0.3'))
ONLY = os.environ.get('ONLY', '')
rng = np.random.default_rng(0)
f4 = np.float32


def rate(run):
    now = time.perf_counter
    begin, n = now(), 0
    while now() - begin < SECONDS / 3 or n < 3:
        run()
        n += 1
    calls, best, start = 1, 0, now()
    while now() - start < SECONDS:
        window = now()
        for _ in range(calls):
            run()
        took = now() - window
        if took < 1e-3:
            calls *= 2
            continue
        best = max(best, calls / took)
        if took > 4e-3 and calls > 1:
            calls = calls * 3 // 4
    return best


def measure(name, scale, run):
    if ONLY in name:
        print('%s\t%.6g' % (name, rate(run) * scale), flush=True)


def training(widths, batch, tanh, softmax, adam):
    ws = [(rng.uniform(-1, 1, (a, b)) * np.sqrt(3 / a)).astype(f4) for a, b in zip(widths, widths[1:])]
    params = ws + [np.zeros(d, f4) for d in widths[1:]]
    ms, vs = [np.zeros_like(p) for p in params], [np.zeros_like(p) for p in params]
    x, t = (rng.uniform(-1, 1, (batch, d)).astype(f4) for d in (widths[0], widths[-1]))
    labels, rows, layers, steps = rng.integers(0, widths[-1], batch), np.arange(batch), len(ws), 0

    def forward():
        hs = [x]
        for l in range(layers):
            h = hs[-1] @ ws[l]
            h += params[layers + l]
            if l < layers - 1:
                h = np.tanh(h, out=h) if tanh else np.maximum(h, 0, out=h)
            hs.append(h)
        return hs

    def of_loss(h):
        if not softmax:
            return (h - t) * f4(2 / (batch * widths[-1]))
        g = h - h.max(1, keepdims=True)
        np.exp(g, out=g)
        g /= g.sum(1, keepdims=True)
        g[rows, labels] -= 1
        g *= f4(1 / batch)
        return g

    def step():
        nonlocal steps
        hs = forward()
        g, grads = of_loss(hs[-1]), [None] * (2 * layers)
        for l in range(layers - 1, -1, -1):
            grads[l], grads[layers + l] = hs[l].T @ g, g.sum(0)
            if l:
                g = g @ ws[l].T
                g *= 1 - hs[l] * hs[l] if tanh else hs[l] > 0
        steps += 1
        if not adam:
            for p, d in zip(params, grads):
                p -= f4(1e-3) * d
            return
        lr = f4(1e-3 * np.sqrt(1 - .999 ** steps) / (1 - .9 ** steps))
        for p, d, m, v in zip(params, grads, ms, vs):
            m *= f4(.9)
            m += f4(.1) * d
            v *= f4(.999)
            v += f4(.001) * d * d
            p -= lr * m / (np.sqrt(v) + f4(1e-8))

    return step


def mixture(m, n, d):
    q, c = rng.uniform(-1, 1, (m, d)).astype(f4), rng.uniform(-1, 1, (n, d)).astype(f4)

    def run():
        p = (q * q).sum(1, keepdims=True) - 2 * (q @ c.T)
        p += (c * c).sum(1)
        p -= p.min(1, keepdims=True)
        p *= f4(-50)
        np.exp(p, out=p)
        p /= p.sum(1, keepdims=True)
        return q - p @ c

    return run


for name, widths, batches, kind in [
        ('2-8-8-1', [2, 8, 8, 1], [10], (True, False, False)),
        ('2-64-64-1', [2, 64, 64, 1], [32, 128, 512], (False, False, True)),
        ('64-256-256-10', [64, 256, 256, 10], [32, 128, 512], (False, True, True))]:
    for batch in batches:
        measure(f'mlp/{name}/B{batch}/numpy', 1, training(widths, batch, *kind))
for n in (64, 256):
    a, b, out = rng.random((n, n), dtype=f4), rng.random((n, n), dtype=f4), np.empty((n, n), f4)
    measure(f'gemm{n}/numpy', 2e-9 * n ** 3, lambda: np.matmul(a, b, out=out))
for m, n in [(256, 64), (1024, 256), (1024, 1024)]:
    for d in (2, 64):
        measure(f'gmm/d{d}/M{m}/N{n}/numpy', 1e-6 * m * n, mixture(m, n, d))
