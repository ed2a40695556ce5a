package kernel

// Bernoulli sets out[i] to the log-likelihood of row i of x under coins with the
// logits of row i of a: Σⱼ x·a - ln(1+e^a), in nats; it sets da = scale·(x - 1/(1+e^-a)),
// which is the gradient of scale·Σ out. x is 0 or 1, or between. a and da are m×n; x
// is m×n with rows ldx apart, or one row for all if ldx is 0. da may be a, or nil if
// no gradient is wanted.
func Bernoulli(out, da, a, x []float32, m, n, ldx int, scale float32) {
	check(holds(a, m, n, n), "Bernoulli: a is shorter than m×n")
	check(da == nil || holds(da, m, n, n), "Bernoulli: da is shorter than m×n")
	check(repeats(x, m, n, ldx), "Bernoulli: x is shorter than m×n")
	check(len(out) >= m, "Bernoulli: out is shorter than m")
	if n == 0 {
		clear(out[:m])
	} else if m > 0 {
		bernoulli(out, da, a, x, m, n, ldx, scale)
	}
}

// Gaussian sets out[i] to the log-likelihood of row i of x under independent normal
// distributions: -½ Σⱼ (x-mean)²·e^-logvar + logvar + ln 2π, in nats. It sets dmean =
// scale·(x-mean)·e^-logvar and dlogvar = scale·½((x-mean)²·e^-logvar - 1), which are
// the gradients of scale·Σ out.
//
// mean, dmean and dlogvar are m×n with rows ld apart, so that mean and logvar may be
// the halves of one matrix. logvar and x are m×n with rows ldv and ldx apart, or one
// row for all where that is 0. dmean may be mean, and dlogvar logvar; both may be nil
// if no gradient is wanted. Variances count from e^-88.3 to e^87.3.
func Gaussian(out, dmean, dlogvar, x, mean, logvar []float32, m, n, ld, ldv, ldx int, scale float32) {
	check(holds(mean, m, n, ld), "Gaussian: mean is shorter than m×n")
	check(repeats(logvar, m, n, ldv), "Gaussian: logvar is shorter than m×n")
	check(repeats(x, m, n, ldx), "Gaussian: x is shorter than m×n")
	check((dmean == nil) == (dlogvar == nil), "Gaussian: one of dmean and dlogvar is nil")
	check(dmean == nil || holds(dmean, m, n, ld) && holds(dlogvar, m, n, ld), "Gaussian: dmean or dlogvar is shorter than m×n")
	check(len(out) >= m, "Gaussian: out is shorter than m")
	if n == 0 {
		clear(out[:m])
	} else if m > 0 {
		gaussian(out, dmean, dlogvar, x, mean, logvar, m, n, ld, ldv, ldx, scale)
	}
}
