package density

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat"
)

// Quantiles lie between order statistics: those of R's type 7, by hand.
func TestQuantile(t *testing.T) {
	x := []float64{1, 2, 4, 8, 16}
	for q, want := range map[float64]float64{0: 1, .25: 2, .5: 4, .95: 14.4, 1: 16, .9: 12.8} {
		if got := quantile(x, q); math.Abs(got-want) > 1e-12 {
			t.Errorf("the %g quantile is %g, want %g", q, got, want)
		}
	}
	if got := quantile(nil, .5); !math.IsNaN(got) {
		t.Errorf("a quantile of nothing is %g", got)
	}
}

// Rank correlations are gonum's correlations of ranks, ties sharing theirs.
func TestSpearman(t *testing.T) {
	x, y := []float64{3, 1, 1, 5, math.NaN(), 9}, []float64{2, 7, 1, 8, 5, 8}
	want := stat.Correlation([]float64{3, 1.5, 1.5, 4, 5}, []float64{2, 3, 1, 4.5, 4.5}, nil)
	if got := spearman(x, y); math.Abs(got-want) > 1e-12 {
		t.Errorf("rank correlation %g, want %g", got, want)
	}
	if got := spearman([]float64{1, 1}, []float64{1, 2}); !math.IsNaN(got) {
		t.Errorf("the rank correlation with a constant is %g", got)
	}
}

// A tie counts half a pair.
func TestAUC(t *testing.T) {
	marked := []bool{true, true, false, false, false}
	if got := auc([]float64{3, 1, 2, 1, 0}, marked, nil); got != 4.5/6 {
		t.Errorf("auc %g, want 0.75", got)
	}
	if got := auc([]float64{3, 1, 2, 1, 0}, marked, []bool{true, false, false, false, false}); got != 1.5/3 {
		t.Errorf("auc without the first %g, want 0.5", got)
	}
	if got := auc([]float64{1, 2}, []bool{false, false}, nil); !math.IsNaN(got) {
		t.Errorf("auc without a mark %g", got)
	}
}

// Quantiles of the normal distribution, from tables.
func TestNormalQuantile(t *testing.T) {
	for p, want := range map[float64]float64{.05: -1.6448536269514722, .5: 0, .95: 1.6448536269514722, .65: .38532046640756773} {
		if got := normalQuantile(p); math.Abs(got-want) > 1e-12 {
			t.Errorf("quantile %g is %.15g, want %.15g", p, got, want)
		}
	}
}

func TestCovered(t *testing.T) {
	classes, effective := covered([]int{0, 0, 3, 3, 7, 7, 9, 9})
	if classes != 4 || math.Abs(effective-4) > 1e-12 {
		t.Errorf("%g digits, effective %g", classes, effective)
	}
}
