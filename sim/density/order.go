package density

import (
	"cmp"
	"math"
	"slices"
)

// quantile returns the q-quantile of sorted numbers, by linear interpolation, or NaN for
// none.
func quantile(sorted []float64, q float64) float64 {
	if len(sorted) == 0 {
		return math.NaN()
	}
	at := q * float64(len(sorted)-1)
	i := min(int(at), len(sorted)-1)
	j := min(i+1, len(sorted)-1)
	return sorted[i] + float64((at-float64(i))*(sorted[j]-sorted[i]))
}

// mean returns the mean of the numbers, or NaN for none.
func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// ranks returns the rank of each number, from 1; equal ones share the mean of theirs.
func ranks(x []float64) []float64 {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(x[a], x[b]) })
	out := make([]float64, len(x))
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && x[order[to]] == x[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			out[i] = float64(from+to+1) / 2
		}
		from = to
	}
	return out
}

// spearman returns the rank correlation of the pairs of finite numbers, or NaN where it
// is not defined.
func spearman(x, y []float64) float64 {
	var a, b []float64
	for i := range x {
		if !math.IsNaN(x[i]) && !math.IsNaN(y[i]) {
			a, b = append(a, x[i]), append(b, y[i])
		}
	}
	if len(a) < 2 {
		return math.NaN()
	}
	ra, rb := ranks(a), ranks(b)
	middle := float64(len(a)+1) / 2
	var xy, xx, yy float64
	for i := range ra {
		p, q := ra[i]-middle, rb[i]-middle
		xy, xx, yy = xy+float64(p*q), xx+float64(p*p), yy+float64(q*q)
	}
	if xx == 0 || yy == 0 {
		return math.NaN()
	}
	return xy / math.Sqrt(xx*yy)
}

// auc returns the chance that a marked number is larger than one that is not, ties ½, or
// NaN where there is no pair. Numbers that are left out, or NaN, have no part.
func auc(x []float64, marked, out []bool) float64 {
	sum, pairs := 0.0, 0.0
	for i, a := range x {
		if !marked[i] || out != nil && out[i] || math.IsNaN(a) {
			continue
		}
		for j, b := range x {
			if marked[j] || out != nil && out[j] || math.IsNaN(b) {
				continue
			}
			pairs++
			switch {
			case a > b:
				sum++
			case a == b:
				sum += 0.5
			}
		}
	}
	return sum / pairs
}
