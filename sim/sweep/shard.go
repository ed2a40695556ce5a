package sweep

import (
	"fmt"
	"strconv"
	"strings"

	"example.org/rote/sim"
)

// A Shard is the part Index, from 0, of a sweep that is cut into Of parts. The
// zero Shard is all of it.
type Shard struct{ Index, Of int }

// ParseShard reads i/n, such as 0/4 to 3/4.
func ParseShard(text string) (Shard, error) {
	first, second, _ := strings.Cut(text, "/")
	i, errI := strconv.Atoi(first)
	n, errN := strconv.Atoi(second)
	if errI != nil || errN != nil || n < 1 || n > MaxRuns || i < 0 || i >= n {
		return Shard{}, fmt.Errorf("shard %s is none; allowed is i/n with i from 0 to n-1, such as 0/4", sim.Quote(text))
	}
	return Shard{i, n}, nil
}

func (p Shard) String() string { return fmt.Sprintf("%d/%d", p.Index, max(1, p.Of)) }

// Has reports whether a run of the sweep belongs to the shard. Runs are dealt so
// that every shard gets as many as any other, but for one, from all over the
// diagram.
func (p Shard) Has(g *Grid, run int) bool {
	if p.Of <= 1 {
		return true
	}
	total := g.Runs()
	// Runs change places on a circle, in steps that visit all of them, and each
	// shard gets an arc of it. Neighbours on the circle lie in all columns.
	step := max(1, total*618/1000)
	for gcd(step, total) != 1 {
		step++
	}
	return run*step%total*p.Of/total == p.Index
}

func gcd(a, b int) int {
	for b > 0 {
		a, b = b, a%b
	}
	return a
}

// Runs returns the runs of the shard, in order.
func (p Shard) Runs(g *Grid) (runs []int) {
	for run := range g.Runs() {
		if p.Has(g, run) {
			runs = append(runs, run)
		}
	}
	return runs
}
