package density

import "math/rand/v2"

// A cut says which fold each point lies in: the model of that fold has not seen it.
type cut []int

// newCut puts n points in k folds, by a fresh permutation. The first n mod k folds hold one
// point more.
func newCut(n, k int, rng *rand.Rand) cut {
	folds := make(cut, n)
	order := rng.Perm(n)
	fold, left := 0, foldSize(n, k, 0)
	for _, i := range order {
		if left == 0 {
			fold++
			left = foldSize(n, k, fold)
		}
		folds[i] = fold
		left--
	}
	return folds
}

func foldSize(n, k, fold int) int {
	if fold < n%k {
		return n/k + 1
	}
	return n / k
}

// without returns the points outside a fold.
func (c cut) without(fold int) (points []int) {
	for i, f := range c {
		if f != fold {
			points = append(points, i)
		}
	}
	return points
}

// within returns how many points a fold holds.
func (c cut) within(fold int) int { return len(c) - len(c.without(fold)) }
