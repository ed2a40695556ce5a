package diffusion

import (
	"math"
	"slices"
	"testing"

	"example.org/rote/sim/nn"
)

// What the network sees and what it is asked for: section 3 of the formulas.
func TestNoise(t *testing.T) {
	v := noiseAt(math.Log(0.7))
	s2, d2 := 0.7*0.7, 1.58*1.58
	near(t, "σ", v.sigma, 0.7, 1e-14)
	near(t, "c_skip", v.skip, d2/(s2+d2), 1e-14)
	near(t, "c_out", v.out, 0.7*1.58/math.Sqrt(s2+d2), 1e-14)
	near(t, "c_in", v.in, 1/math.Sqrt(s2+d2), 1e-14)
	seen := make([]float32, inputs)
	v.see(seen, 1.2, -3)
	x, y := 1.2*v.in, -3*v.in
	want := []float64{x, y, math.Log(0.7) / 2}
	for _, k := range []float64{1, 2, 4, 8} {
		want = append(want, math.Sin(k*x), math.Sin(k*y), math.Cos(k*x), math.Cos(k*y))
	}
	for i := range want {
		if math.Abs(float64(seen[i])-want[i]) > 1e-7 {
			t.Errorf("input %d is %g, want %g", i, seen[i], want[i])
		}
	}
	near(t, "ln 5", logFrom, math.Log(noiseFrom), 1e-15)
	near(t, "ln 0.05", logTo, math.Log(noiseTo), 1e-15)
	near(t, "σ of the map", newField(authors[:]).noise.sigma, lookSigma, 1e-15)
}

// D* is (s²x + σ²Σω_k μ_k)/(s²+σ²), with the posterior ω of the four clusters.
func TestTruePull(t *testing.T) {
	for _, sigma := range []float64{0.05, 0.3, 1, 5} {
		for _, at := range [][2]float64{{0, 0}, {0.1, -0.2}, {1.5, 1.5}, {-3, 0.7}, {4, -4}} {
			var got, mean [2]float64
			truePull(got[:], at[0], at[1], noiseAt(math.Log(sigma)))
			total, s2 := 0.0, sigma*sigma
			for k := range 4 {
				x, y := 1.5*float64(2*(k&1)-1), 1.5*float64(k&2-1)
				w := math.Exp(-((at[0]-x)*(at[0]-x) + (at[1]-y)*(at[1]-y)) / (2 * (0.25 + s2)))
				total, mean[0], mean[1] = total+w, mean[0]+w*x, mean[1]+w*y
			}
			for j, x := range at {
				want := (0.25*x+s2*mean[j]/total)/(0.25+s2) - x
				if math.Abs(got[j]-want) > 1e-12 {
					t.Errorf("σ = %g, x = %v: D*-x is %g, want %g", sigma, at, got[j], want)
				}
			}
		}
	}
}

// B3: the gradient of the loss, by finite differences of a float64 copy of a
// network of 8 units; and what training accumulates is that gradient.
func TestScoreGradient(t *testing.T) {
	rng := seeded(1)
	points := fourGaussians(16, rng)
	d := newDenoiser(8, rng)
	lesson := newExamples(batch / slicesOfBatch)
	lesson.draw(points, false, rng)
	out := d.Forward(lesson.seen)
	nn.Square(d.Dout(), out, lesson.target, 1./(2*batch))
	d.Backward()

	w, x, target := doubles(d.W), doubles(lesson.seen), doubles(lesson.target)
	r := nn.NewReference(nn.MLP(nn.SiLU, inputs, 8, 8, 2), len(lesson.noise))
	dout := make([]float64, len(target))
	loss := func() (sum float64) {
		for i, f := range r.Forward(w, x) {
			dout[i] = 2 * (f - target[i]) / (2 * batch)
			sum += (f - target[i]) * (f - target[i]) / (2 * batch)
		}
		return sum
	}
	loss()
	g := make([]float64, len(w))
	r.Backward(nil, g, w, dout)
	size := math.Sqrt(dot(g, g) / float64(len(g)))
	off := 0.0
	for i := range w {
		before := w[i]
		w[i] = before + 1e-5
		up := loss()
		w[i] = before - 1e-5
		want := (up - loss()) / 2e-5
		w[i] = before
		if math.Abs(g[i]-want) > 1e-5*math.Max(math.Abs(want), size) {
			t.Errorf("derivative by parameter %d is %g, by finite differences %g", i, g[i], want)
		}
		off += (float64(d.G[i]) - g[i]) * (float64(d.G[i]) - g[i])
	}
	if got := math.Sqrt(off / dot(g, g)); !(got < 1e-5) {
		t.Errorf("the gradient of training differs from float64 by %g, relative", got)
	}
}

func doubles(x []float32) []float64 {
	out := make([]float64, len(x))
	for i := range x {
		out[i] = float64(x[i])
	}
	return out
}

// A network whose output makes it the denoiser of the truth has no error of the
// score; one that returns 0 has that of D = c_skip·x.
func TestScoreError(t *testing.T) {
	rng := seeded(2)
	d := newDenoiser(4, rng)
	clear(d.W)
	truth := newExamples(lookRows)
	truth.draw(fourGaussians(100, rng), true, rng)
	got, want := truth.scoreError(&d, 0, lookRows), 0.0
	for i, v := range truth.noise {
		var pull [2]float64
		truePull(pull[:], truth.x[2*i], truth.x[2*i+1], v)
		for j, p := range pull {
			off := v.skip*truth.x[2*i+j] - (truth.x[2*i+j] + p)
			want += off * off / (v.sigma * v.sigma)
		}
	}
	near(t, "score error of D = c_skip·x", got, want, 1e-12)
}

// The samples are those of an independent solver with many steps, on the float64
// copy of the network; and Tikhonov's c ends the flow √c away.
func TestNetworkFlight(t *testing.T) {
	for _, c := range []float64{0, 0.1} {
		rng := seeded(3)
		points := fourGaussians(8, rng)
		d, lesson := newDenoiser(16, rng), newExamples(batch/slicesOfBatch)
		for range 4 * 100 {
			lesson.draw(points, false, rng)
			out := d.Forward(lesson.seen)
			nn.Square(d.Dout(), out, lesson.target, 1./64)
			d.Backward()
			d.Update()
		}
		e := newExam(points, c, rng)
		copy(e.paper.samples, e.starts)
		e.fly(&d, func() bool { return true })
		solver := newClassic(&d, c)
		var off []float64
		for i := 0; i < len(e.starts); i += 20 {
			x := solver.land(e.starts[i], e.starts[i+1])
			off = append(off, math.Hypot(x[0]-e.paper.samples[i], x[1]-e.paper.samples[i+1]))
		}
		slices.Sort(off)
		if got := quantile(off, 0.5); !(got < 0.02) {
			t.Errorf("c = %g: the median sample is %g away from where 400 steps of another method end", c, got)
		}
	}
}

// A classic solver flies by the classic method in ln v on a float64 network.
type classic struct {
	c    float64
	w    []float64
	r    *nn.Reference
	seen []float32
}

func newClassic(d *denoiser, c float64) *classic {
	return &classic{c: c, w: doubles(d.W), r: nn.NewReference(nn.MLP(nn.SiLU, inputs, 16, 16, 2), 1), seen: make([]float32, inputs)}
}

// denoise returns D(x) at the noise where σ²+c is v².
func (o *classic) denoise(x [2]float64, v float64) (m [2]float64) {
	n := noiseAt(math.Log(math.Max(noiseTo, math.Sqrt(v*v-o.c))))
	n.see(o.seen, x[0], x[1])
	for j, f := range o.r.Forward(o.w, doubles(o.seen)) {
		m[j] = n.skip*x[j] + n.out*f
	}
	return m
}

func (o *classic) land(x, y float64) [2]float64 {
	const steps = 400
	at := [2]float64{x, y}
	from, to := math.Sqrt(25+o.c), math.Sqrt(0.0025+o.c)
	h := math.Log(from/to) / steps
	slope := func(p [2]float64, time float64) [2]float64 {
		m := o.denoise(p, from*math.Exp(-time))
		return [2]float64{m[0] - p[0], m[1] - p[1]}
	}
	for i := range steps {
		time := float64(i) * h
		move := func(k [2]float64, s float64) [2]float64 { return [2]float64{at[0] + s*k[0], at[1] + s*k[1]} }
		k1 := slope(at, time)
		k2 := slope(move(k1, h/2), time+h/2)
		k3 := slope(move(k2, h/2), time+h/2)
		k4 := slope(move(k3, h), time+h)
		for j := range at {
			at[j] += h / 6 * (k1[j] + 2*k2[j] + 2*k3[j] + k4[j])
		}
	}
	m, rest := o.denoise(at, to), math.Sqrt(o.c)/to
	return [2]float64{m[0] + rest*(at[0]-m[0]), m[1] + rest*(at[1]-m[1])}
}
