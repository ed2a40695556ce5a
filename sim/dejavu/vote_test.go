package dejavu

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"example.org/rote/sim/nn"
)

// The nearest are those of a full sort, equal ones by their number.
func TestNearest(t *testing.T) {
	const n, m, d = 7, 300, 5
	r := rng(5)
	draw := func(count int) []float32 {
		x := make([]float32, count*d)
		for i := range x {
			x[i] = float32(r.IntN(4)) // many ties, and sums that are exact
		}
		return x
	}
	queries, public := draw(n), draw(m)
	out := make([]uint16, n*keptNear)
	newReader(nn.MLP(nn.ReLU, inputs, 4, 4), m).nearest(out, queries, public, d, endless)
	for q := range n {
		distance := func(i int) (sum float64) {
			for j := range d {
				sum += math.Pow(float64(queries[q*d+j]-public[i*d+j]), 2)
			}
			return sum
		}
		order := make([]int, m)
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(distance(a), distance(b)) })
		for i, want := range order[:keptNear] {
			if int(out[q*keptNear+i]) != want {
				t.Fatalf("query %d: neighbour %d is %d, want %d", q, i, out[q*keptNear+i], want)
			}
		}
	}
}

// Of equal votes the lowest class wins; the confidence is an entropy.
func TestGuess(t *testing.T) {
	near := ballotsOf([]uint16{1, 0, 5, 4, 3, 2}, []uint8{3, 3, 0, 2, 1, 1})
	for _, c := range []struct {
		k     int
		class uint8
		want  float64
	}{
		{1, 3, 0}, {2, 3, 0}, {4, 1, -math.Log(2)}, {5, 1, -(0.8*math.Log(2.5) + 0.2*math.Log(5))}, {6, 1, -(2./3*math.Log(3) + 1./3*math.Log(6))},
	} {
		v := newVoter(4, c.k)
		if g := v.guess(near, 0, 1); g.held != v.count(near, 0)[1] || g.class != c.class || math.Abs(g.confidence-c.want) > 1e-12 {
			t.Errorf("k = %d: %+v, want class %d, %g", c.k, g, c.class, c.want)
		}
	}
}

// The surest are counted; equally sure ones in their order. No crop gives no share.
func TestSurest(t *testing.T) {
	guesses := []guess{{class: 1, confidence: -1}, {class: 2}, {class: 3, confidence: -1}, {class: 4, confidence: -2}}
	class := []uint8{1, 2, 9, 4}
	for part, want := range map[float64]float64{0.25: 1, 0.5: 1, 0.75: 2. / 3, 1: 0.75, 0.2: math.NaN()} {
		if got := surest(guesses, class, ranked(guesses), part); got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("the surest %g: %g right, want %g", part, got, want)
		}
	}
}

// D1: memorized less misrepresented is target less reference, and both are what four
// accuracies make of it.
func TestTally(t *testing.T) {
	const n = 40
	r := rng(6)
	for range 50 {
		var guesses [2][]guess
		direct, class := make([]uint8, 2*n), make([]uint8, 2*n)
		for i := range class {
			class[i], direct[i] = uint8(r.IntN(3)), uint8(r.IntN(3))
			for model := range guesses {
				guesses[model] = append(guesses[model], guess{class: uint8(r.IntN(3)), confidence: -r.Float64(), held: r.IntN(21)})
			}
		}
		c := count(&guesses, direct, class, 0.2)
		accuracy := func(model, at int) float64 {
			return rightShare(guesses[model][at*n:(at+1)*n], class[at*n:(at+1)*n])
		}
		target, reference := (accuracy(0, 0)+accuracy(1, 1))/2, (accuracy(0, 1)+accuracy(1, 0))/2
		for name, pair := range map[string][2]float64{
			"target":    {c.target(), target},
			"reference": {c.reference(), reference},
			"score":     {c.score(), target - reference},
			"identity":  {c.share(memorized) - c.share(misrepresented), c.target() - c.reference()},
			"shares":    {c.share(memorized) + c.share(misrepresented) + c.share(correlated) + c.share(unassociated), 1},
			"direct":    {float64(c.direct) / (2 * n), agreement(direct, class)},
			"one":       {float64(c.alone-c.wrongly) / (2 * n), target - agreement(direct, class)},
			"error": {c.deviation(), math.Sqrt((c.share(memorized) + c.share(misrepresented) -
				math.Pow(c.score(), 2)) / (2 * n))},
		} {
			if math.Abs(pair[0]-pair[1]) > 1e-12 {
				t.Errorf("%s is %g, want %g", name, pair[0], pair[1])
			}
		}
	}
}

// agreement returns the share of places where two lists agree.
func agreement(a, b []uint8) float64 {
	n := 0
	for i := range a {
		if a[i] == b[i] {
			n++
		}
	}
	return float64(n) / float64(len(a))
}

// D8: a network compared with itself gives 0, whatever it says.
func TestOneNetworkTwice(t *testing.T) {
	r := rng(8)
	same, class := make([]guess, 60), make([]uint8, 60)
	for i := range same {
		same[i], class[i] = guess{class: uint8(r.IntN(4)), confidence: -r.Float64(), held: r.IntN(21)}, uint8(r.IntN(4))
	}
	plain := make([]uint8, 60)
	for i, g := range same {
		plain[i] = g.class
	}
	c := count(&[2][]guess{same, same}, plain, class, 0.2)
	if _, alone := c.without(); c.score() != 0 || c.deviation() != 0 || alone != 0 || c.disagreement() != 0 || c.names[0] != c.names[1] {
		t.Errorf("the tally is %+v", c)
	}
}
