package dejavu

import (
	"math"
	"testing"

	"example.org/rote/sim"
	"gonum.org/v1/gonum/mat"
)

// small returns a finished scene of a small run.
func small(t *testing.T, address string) *scene {
	t.Helper()
	l := new(Lab)
	var k sim.Knobs
	l.Knobs(&k)
	a, _ := sim.ParseAddress(address)
	for _, p := range a.Pairs {
		if repair := k.Find(p.Key).Set(p.Value); repair != "" {
			t.Fatal(repair)
		}
	}
	s := newScene(l, rng(1))
	t.Cleanup(s.Stop)
	for s.Step() != sim.Done {
	}
	return s
}

// What a network paints solves the normal equations, by another program.
func TestPaint(t *testing.T) {
	s := small(t, "dejavu?n=24&epochs=6&classes=4&m=200&width=16&view=repaint")
	const d = 32
	layer, embedding := projectorLayer, s.seen[1]
	f, _ := featuresOf(embedding.public[layer], d, endless)
	rows := func(x []float32) *mat.Dense {
		out, row := mat.NewDense(len(x)/d, d+1, nil), make([]float64, d+1)
		for i := range len(x) / d {
			f.row(row, x[i*d:(i+1)*d])
			out.SetRow(i, row)
		}
		return out
	}
	e, pix := rows(embedding.public[layer]), mat.NewDense(200, pixels, nil)
	for i, v := range s.public.x {
		pix.Set(i/pixels, i%pixels, float64(v))
	}
	var gram, right, weights, painted mat.Dense
	gram.Mul(e.T(), e)
	for i := range d + 1 {
		gram.Set(i, i, gram.At(i, i)+10)
	}
	right.Mul(e.T(), pix)
	if err := weights.Solve(&gram, &right); err != nil {
		t.Fatal(err)
	}
	painted.Mul(rows(embedding.crops[layer][:24*d]), &weights)
	sum, blank := 0.0, 0.0
	for i := range 24 {
		for at := range pixels {
			if got, want := float64(s.painting.pix[1][i*pixels+at]), painted.At(i, at); math.Abs(got-want) > 1e-3 {
				t.Fatalf("picture %d: value %d is %g, want %g", i, at, got, want)
			}
			y, x := at/(side*channels), at/channels%side
			if x < s.sets[0].boxX[i] || x >= s.sets[0].boxX[i]+boxSide || y < s.sets[0].boxY[i] || y >= s.sets[0].boxY[i]+boxSide {
				continue
			}
			truth, mean := float64(s.sets[0].picture(i)[at]), mat.Sum(pix.ColView(at))/200
			sum, blank = sum+math.Pow(painted.At(i, at)-truth, 2), blank+math.Pow(mean-truth, 2)
		}
	}
	if math.Abs(s.painting.errors[1]-sum/blank) > 1e-3 {
		t.Errorf("the relative error is %g, want %g", s.painting.errors[1], sum/blank)
	}
}

// The axes are those of another program, with the largest component positive.
func TestAxes(t *testing.T) {
	s := small(t, "dejavu?n=24&epochs=6&classes=4&m=200&width=16&view=map")
	const d = 32
	x := s.seen[0].public[projectorLayer]
	covariance := mat.NewSymDense(d, nil)
	f, _ := featuresOf(x, d, endless)
	for i := range len(x) / d {
		for j := range d {
			for k := range j + 1 {
				covariance.SetSym(j, k, covariance.At(j, k)+(float64(x[i*d+j])-f.mean[j])*(float64(x[i*d+k])-f.mean[k]))
			}
		}
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(covariance, true) {
		t.Fatal("no axes")
	}
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	for i, axis := range s.axes.of[0].axis {
		along, largest := 0.0, 0.0
		for j, v := range axis {
			along += v * vectors.At(j, d-1-i)
			if math.Abs(v) > math.Abs(largest) {
				largest = v
			}
		}
		if math.Abs(math.Abs(along)-1) > 1e-6 || largest < 0 {
			t.Errorf("axis %d is %v", i, axis)
		}
	}
}
