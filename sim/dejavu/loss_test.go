package dejavu

import (
	"math"
	"math/rand/v2"
	"testing"
)

// plainLoss is each rule as its paper writes it, with no attention to speed.
func plainLoss(l *Lab, z []float64, n, d int) float64 {
	a, b := z[:n*d], z[n*d:]
	switch l.loss {
	case barlowRule:
		return plainBarlow(a, b, n, d, l.off)
	case simclrRule:
		return plainContrast(z, 2*n, d, l.tau)
	}
	invariance := 0.0
	for i := range a {
		invariance += math.Pow(a[i]-b[i], 2) / float64(n*d)
	}
	return l.lambda*invariance + plainSpread(a, n, d, l.mu/2, l.nu) + plainSpread(b, n, d, l.mu/2, l.nu)
}

// moment returns the sum over the rows of (x_i - mean)(y_j - mean).
func moment(x, y []float64, n, d, i, j int) (sum float64) {
	var mx, my float64
	for k := range n {
		mx, my = mx+x[k*d+i]/float64(n), my+y[k*d+j]/float64(n)
	}
	for k := range n {
		sum += (x[k*d+i] - mx) * (y[k*d+j] - my)
	}
	return sum
}

func plainSpread(z []float64, n, d int, mu, nu float64) (value float64) {
	for i := range d {
		for j := range d {
			c := moment(z, z, n, d, i, j) / float64(n-1)
			if i == j {
				value += mu * math.Max(0, 1-math.Sqrt(c+1e-4)) / float64(d)
			} else {
				value += nu * c * c / float64(d)
			}
		}
	}
	return value
}

func plainBarlow(a, b []float64, n, d int, off float64) (value float64) {
	for i := range d {
		for j := range d {
			sa := math.Sqrt(moment(a, a, n, d, i, i)/float64(n) + 1e-5)
			sb := math.Sqrt(moment(b, b, n, d, j, j)/float64(n) + 1e-5)
			c := moment(a, b, n, d, i, j) / float64(n) / sa / sb
			if i == j {
				value += (1 - c) * (1 - c)
			} else {
				value += off * c * c
			}
		}
	}
	return value
}

func plainContrast(z []float64, n, d int, tau float64) (value float64) {
	cosine := func(i, j int) float64 {
		var ij, ii, jj float64
		for k := range d {
			ij, ii, jj = ij+z[i*d+k]*z[j*d+k], ii+z[i*d+k]*z[i*d+k], jj+z[j*d+k]*z[j*d+k]
		}
		return ij / math.Sqrt((ii+1e-8)*(jj+1e-8))
	}
	for i := range n {
		sum := 0.0
		for j := range n {
			if j != i {
				sum += math.Exp(cosine(i, j) / tau)
			}
		}
		value += (math.Log(sum) - cosine(i, (i+n/2)%n)/tau) / float64(n)
	}
	return value
}

// D2: the losses are those of the papers, and their derivatives those of differences.
func TestLosses(t *testing.T) {
	const n, d, h = 4, 3, 1e-6
	for _, rule := range []string{vicregRule, barlowRule, simclrRule} {
		for _, size := range []float64{0.3, 2} { // deviations below and above 1
			l := &Lab{loss: rule, lambda: 25, mu: 25, nu: 1, tau: 0.2, off: 0.005}
			rng := rand.New(rand.NewPCG(7, 7))
			z, dz := make([]float64, 2*n*d), make([]float64, 2*n*d)
			for i := range z {
				z[i] = size * rng.NormFloat64()
			}
			value := l.newLoss(n, d).of(dz, z)
			if want := plainLoss(l, z, n, d); math.Abs(value-want) > 1e-12*math.Abs(want) {
				t.Errorf("%s: the loss is %.15g, want %.15g", rule, value, want)
			}
			worst, most := 0.0, 0.0
			for i, x := range z {
				z[i] = x + h
				up := plainLoss(l, z, n, d)
				z[i] = x - h
				difference := (up - plainLoss(l, z, n, d)) / (2 * h)
				z[i] = x
				worst, most = max(worst, math.Abs(dz[i]-difference)), max(most, math.Abs(difference))
			}
			if worst > 1e-6*most {
				t.Errorf("%s, size %g: a derivative is off by %.2g of %.2g", rule, size, worst, most)
			}
		}
	}
}

// What a loss writes does not depend on what was there.
func TestLossesOverwrite(t *testing.T) {
	for _, rule := range []string{vicregRule, barlowRule, simclrRule} {
		l := &Lab{loss: rule, lambda: 25, mu: 25, nu: 1, tau: 0.2, off: 0.005}
		z := []float64{1, 2, -1, 0.5, 0.25, -2, 3, 1, 0, -1, 2, 0.125}
		first, second := make([]float64, len(z)), make([]float64, len(z))
		for i := range second {
			second[i] = 9
		}
		rule := l.newLoss(3, 2)
		a, b := rule.of(first, z), rule.of(second, z)
		for i := range first {
			if first[i] != second[i] || a != b {
				t.Errorf("%T: %v and then %v", rule, first, second)
				break
			}
		}
	}
}
