//go:build slow

package data

import (
	"math"
	"testing"
)

// G3: how hard the pictures are to tell apart, for two rules that need no
// training. The value for binary neighbours at full jitter, .832, is the mean of
// ten training sets of this and of a second independent program; one set gives
// .81 to .84.
var difficulty = []struct {
	name       string
	size       int
	rule       func(train set, x []float32) int
	perClass   int
	noise      float64
	binary     bool
	full, easy float64
	room       float64
}{
	{"class mean", 8, classMean, 2000, 0, false, .70, .885, .02},
	{"class mean, noise .1", 8, classMean, 2000, .1, false, .69, .876, .02},
	{"class mean, noise .3", 8, classMean, 2000, .3, false, .62, .806, .02},
	{"class mean, binary", 8, classMean, 2000, 0, true, .666, .850, .02},
	{"class mean of few, noise .1", 8, classMean, 100, .1, false, .68, .87, .025},
	{"neighbour", 8, neighbour, 100, 0, false, .92, .987, .02},
	{"neighbour, noise .1", 8, neighbour, 100, .1, false, .90, .98, .02},
	{"neighbour, binary", 8, neighbour, 100, 0, true, .832, .94, .02},
	{"class mean, size 12", 12, classMean, 2000, 0, false, .70, .885, .02},
	{"neighbour, size 12", 12, neighbour, 100, 0, false, .93, .99, .02},
}

func TestDifficulty(t *testing.T) {
	const tests = 2000
	for _, row := range difficulty {
		for _, c := range []struct {
			name   string
			jitter Jitter
			want   float64
		}{{"full", Full(), row.full}, {"easy", Easy(), row.easy}} {
			train := sample(21, row.perClass*Classes, row.size, c.jitter, row.noise, row.binary)
			fresh := sample(22, tests, row.size, c.jitter, row.noise, row.binary)
			train.average()
			right := 0
			for i, label := range fresh.labels {
				if row.rule(train, fresh.picture(i)) == label {
					right++
				}
			}
			if got := float64(right) / tests; math.Abs(got-c.want) > row.room {
				t.Errorf("%s, %s: %.4f are right, want %.3f within %g", row.name, c.name, got, c.want, row.room)
			}
		}
	}
}

// A set is n labelled pictures of area pixels.
type set struct {
	area   int
	pixels []float32
	labels []int
	means  []float32 // Classes×area
}

func sample(seed uint64, n, size int, jitter Jitter, noise float64, binary bool) set {
	rng := seeded(seed)
	s := set{area: size * size}
	s.pixels, s.labels = Glyphs(rng, n, Classes, size, jitter)
	if noise > 0 {
		AddNoise(s.pixels, rng, noise)
	}
	if binary {
		Binarize(s.pixels)
	}
	return s
}

func (s *set) picture(i int) []float32 { return s.pixels[i*s.area : (i+1)*s.area] }

func (s *set) average() {
	s.means = make([]float32, Classes*s.area)
	share := float32(Classes) / float32(len(s.labels))
	for i, label := range s.labels {
		for k, v := range s.picture(i) {
			s.means[label*s.area+k] += share * v
		}
	}
}

func classMean(train set, x []float32) int { return nearest(train.means, x) }

func neighbour(train set, x []float32) int { return train.labels[nearest(train.pixels, x)] }

// nearest returns the row of rows that is nearest to x.
func nearest(rows, x []float32) int {
	best, least := 0, float32(math.Inf(1))
	for i := range len(rows) / len(x) {
		square := float32(0)
		for k, v := range rows[i*len(x) : (i+1)*len(x)] {
			square += (v - x[k]) * (v - x[k])
		}
		if square < least {
			best, least = i, square
		}
	}
	return best
}
