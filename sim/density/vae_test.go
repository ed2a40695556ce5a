package density

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/nn"
)

// small returns a shape of given sizes.
func small(d, hidden, latent int, gaussian bool) shape {
	s := shape{d: d, latent: latent, gaussian: gaussian}
	s.enc = nn.Chain(0, nn.Layer{In: d, Out: hidden, Act: nn.Tanh}, nn.Layer{In: hidden, Out: 2 * latent})
	s.dec = nn.Chain(s.enc.End(), nn.Layer{In: latent, Out: hidden, Act: nn.Tanh}, nn.Layer{In: hidden, Out: d})
	return s
}

// dense returns act(x·W + b) in float64.
func dense(l nn.Layer, w, x []float64) []float64 {
	out := make([]float64, l.Out)
	for j := range out {
		out[j] = w[l.At+l.In*l.Out+j]
		for i, v := range x {
			out[j] += v * w[l.At+i*l.Out+j]
		}
		if l.Act == nn.Tanh {
			out[j] = math.Tanh(out[j])
		}
	}
	return out
}

// lossOf is the loss of section 3 of Kingma and Welling (2014) in float64, for given draws.
func lossOf(s *shape, w, x, eps []float64) (loss float64) {
	rows := len(x) / s.d
	for i := range rows {
		row := x[i*s.d : (i+1)*s.d]
		code := dense(s.enc.Layers[1], w, dense(s.enc.Layers[0], w, row))
		z := make([]float64, s.latent)
		for j := range z {
			m, v := code[j], code[s.latent+j]
			z[j] = m + math.Exp(v/2)*eps[i*s.latent+j]
			loss += 0.5 * (m*m + math.Exp(v) - v - 1)
		}
		for j, a := range dense(s.dec.Layers[1], w, dense(s.dec.Layers[0], w, z)) {
			if s.gaussian {
				v := w[s.dec.End()]
				loss += 0.5 * ((row[j]-a)*(row[j]-a)*math.Exp(-v) + v + math.Log(2*math.Pi))
			} else {
				loss -= row[j]*a - math.Log1p(math.Exp(a))
			}
		}
	}
	return loss
}

// V5: the gradient against differences of a loss in float64, for both decoders.
func TestGradients(t *testing.T) {
	const d, rows = 6, 4
	for _, gaussian := range []bool{false, true} {
		s, rng := small(d, 5, 2, gaussian), seeded(11)
		w, g := make([]float32, s.size()), make([]float32, s.size())
		s.init(w, rng)
		x := make([]float32, rows*d)
		for i := range x {
			if x[i] = float32(rng.IntN(2)); gaussian {
				x[i] = float32(exact.Normal(rng))
			}
		}
		school := &school{coder: newCoder(s, rows)}
		for i := range rows * s.latent {
			school.eps[i] = float32(exact.Normal(rng))
		}
		loss := school.descend(w, g, x, rows, 1.0/rows)
		w64, x64, eps := widened(w), widened(x), widened(school.eps)
		if want := lossOf(&s, w64, x64, eps); math.Abs(loss-want) > 1e-5*want {
			// The divergence is counted without its scale, as the likelihood is.
			t.Errorf("gaussian %t: loss %.9g, want %.9g", gaussian, loss, want)
		}
		for i := range w64 {
			const h = 1e-5
			at := w64[i]
			w64[i] = at + h
			up := lossOf(&s, w64, x64, eps)
			w64[i] = at - h
			down := lossOf(&s, w64, x64, eps)
			w64[i] = at
			if want := (up - down) / (2 * h) / rows; math.Abs(float64(g[i])-want) > 1e-6 {
				t.Errorf("gaussian %t: derivative %d is %.9g, want %.9g", gaussian, i, g[i], want)
			}
		}
	}
}

// linear returns a model whose decoder is x = W·z + b + noise, with W orthogonal or not, and
// whose encoder has the mean of the exact posterior and its variances.
func linear(orthogonal bool) (s shape, w []float32, marginal func(x []float64) float64) {
	const d, k = 3, 2
	s = shape{d: d, latent: k, gaussian: true}
	s.enc = nn.Chain(0, nn.Layer{In: d, Out: 2 * k})
	s.dec = nn.Chain(s.enc.End(), nn.Layer{In: k, Out: d})
	w = make([]float32, s.size())
	m := mat.NewDense(d, k, []float64{1, 0.5, 0.5, -1, 0.25, 0})
	if !orthogonal {
		m = mat.NewDense(d, k, []float64{1, 0.35, 0.5, -0.5, 0.25, 0.5})
	}
	b, noise := []float64{0.5, -0.25, 0.125}, math.Exp(-1)
	w[s.dec.End()] = -1
	for j := range d {
		for i := range k {
			s.dec.Layers[0].Weights(w)[i*d+j] = float32(m.At(j, i))
		}
		s.dec.Layers[0].Biases(w)[j] = float32(b[j])
	}
	// Posterior: precision I + WᵀW/v, mean its inverse times Wᵀ(x-b)/v.
	var precision, cov, gain mat.Dense
	precision.Mul(m.T(), m)
	precision.Scale(1/noise, &precision)
	for i := range k {
		precision.Set(i, i, precision.At(i, i)+1)
	}
	if err := cov.Inverse(&precision); err != nil {
		panic(err)
	}
	gain.Mul(&cov, m.T())
	gain.Scale(1/noise, &gain)
	for i := range k {
		for j := range d {
			s.enc.Layers[0].Weights(w)[j*2*k+i] = float32(gain.At(i, j))
			s.enc.Layers[0].Biases(w)[i] -= float32(gain.At(i, j) * b[j])
		}
		s.enc.Layers[0].Biases(w)[k+i] = float32(math.Log(cov.At(i, i)))
	}
	full := mat.NewSymDense(d, nil)
	for i := range d {
		for j := i; j < d; j++ {
			for l := range k {
				full.SetSym(i, j, full.At(i, j)+m.At(i, l)*m.At(j, l))
			}
		}
		full.SetSym(i, i, full.At(i, i)+noise)
	}
	return s, w, func(x []float64) float64 { return logNormal(b, full, x) }
}

// ask returns what an examiner with so many samples says of 200 points, less what gonum says
// that the marginal is, and the standard errors that it names.
func ask(orthogonal bool, samples int) (errors, spreads []float64) {
	const n = 200
	s, w, marginal := linear(orthogonal)
	rng := seeded(12)
	x := make([]float32, n*s.d)
	for i := range x {
		x[i] = float32(1.2 * exact.Normal(rng))
	}
	e := newExaminer(&Lab{samples: samples}, s, n, seeds{1, 2})
	errors, spreads = make([]float64, n), make([]float64, n)
	e.examine(errors, spreads, w, x, false, endless)
	for i := range errors {
		errors[i] -= marginal(widened(x[i*s.d : (i+1)*s.d]))
	}
	return errors, spreads
}

// V4: with the exact posterior as its proposal one sample is enough, but for the rounding of
// float32; with its diagonal, 256 samples come near, as near as the examiner says.
func TestImportanceSampling(t *testing.T) {
	exactly, _ := ask(true, 1)
	for i, e := range exactly {
		if math.Abs(e) > 1e-5 {
			t.Errorf("point %d is wrong by %g with the exact posterior", i, e)
		}
	}
	errors, spreads := ask(false, 256)
	square := 0.0
	for _, e := range errors {
		square += e * e / float64(len(errors))
	}
	if m := mean(errors); math.Abs(m) > 0.01 {
		t.Errorf("mean error %g", m)
	}
	if sd, said := math.Sqrt(square), mean(spreads); sd < 0.7*said || sd > 1.4*said {
		t.Errorf("standard deviation %.4f, and the examiner says %.4f", sd, said)
	}
	t.Logf("standard deviation %.4f, said %.4f", math.Sqrt(square), mean(spreads))
}

// The draws of one model do not depend on how many there are.
func TestStreams(t *testing.T) {
	first := func(reps string) float32 {
		s := newScene(labWith(t, "n", "50", "width", "16", "folds", "3", "reps", reps, "epochs", "20"), seeded(3))
		for s.epoch < 1 {
			s.Step()
		}
		s.Stop()
		return s.models[0].w[5]
	}
	if first("1") != first("2") {
		t.Error("a second cut changes the first model")
	}
}
