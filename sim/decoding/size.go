package decoding

// A size says how many directions of a class are taken.
type size struct {
	byShare bool
	share   float64 // of the squared length, if byShare
	rank    int     // else
}

// everything takes all directions.
func everything() size { return size{rank: 1 << 30} }

func (l *Lab) size() size {
	if l.rule == "rank" {
		return size{rank: l.rank}
	}
	return size{byShare: true, share: l.share}
}

// ranks returns how many directions each class gets: 0 for one without points, or with
// nothing but zeros.
func (s *spaces) ranks(z size) []int {
	out := make([]int, len(s.values))
	for class, values := range s.values {
		out[class] = min(z.rankOf(values), len(values), s.d)
	}
	return out
}

// has reports whether the spaces have as many vectors as the ranks say.
func (s *spaces) has(ranks []int) bool {
	for class, r := range ranks {
		if r*s.d > len(s.vector[class]) {
			return false
		}
	}
	return true
}

// rankOf returns the number of directions for the eigenvalues of a class. By share it
// is one more than there are cumulative shares that do not exceed the share asked for.
func (z size) rankOf(values []float64) int {
	if !z.byShare {
		return z.rank
	}
	total, sum, rank := 0.0, 0.0, 1
	for _, v := range values {
		total += v
	}
	for _, v := range values {
		if sum += v; sum/total > z.share {
			break
		}
		rank++
	}
	return rank
}

// isFull reports whether every subspace there is fills the whole layer, so that all
// angles are 0.
func isFull(ranks []int, d int) bool {
	some := false
	for _, r := range ranks {
		if r > 0 && r < d {
			return false
		}
		some = some || r > 0
	}
	return some
}

// isUndefined reports whether no class has a subspace.
func isUndefined(ranks []int) bool { return meanRank(ranks) == 0 }

// meanRank returns the mean over the classes that have a subspace, or 0.
func meanRank(ranks []int) float64 {
	sum, n := 0, 0
	for _, r := range ranks {
		sum += r
		if r > 0 {
			n++
		}
	}
	return float64(sum) / float64(max(1, n))
}
