package diffusion

// A flight carries samples on the line down a schedule, in slices.
//
// Invariant: x is complete at level; the first done samples of next are at the
// level after it.
type flight struct {
	move    *sampler
	level   int
	x, next []float64
	done    int
}

// newFlight returns the flight of the standard normal starts. The mixture must
// be in one dimension.
func newFlight(move *sampler, starts []float64) *flight {
	f := &flight{move: move, x: make([]float64, len(starts)), next: make([]float64, len(starts))}
	for i, z := range starts {
		f.x[i] = f.sigma() * z
	}
	return f
}

// sigma returns the noise at the level.
func (f *flight) sigma() float64 { return f.move.plan.sigma[f.level] }

// landed tells whether the last level is complete.
func (f *flight) landed() bool { return f.level == f.move.plan.steps() }

// fly moves some samples on, and tells whether that completed a level.
func (f *flight) fly() bool {
	size := max(1, conditionalSlice/(f.move.evaluations()*f.move.pull.mix.n()))
	for end := min(len(f.x), f.done+size); f.done < end; f.done++ {
		i := f.done
		f.move.step(f.next[i:i+1], f.x[i:i+1], i, f.level)
	}
	if f.done < len(f.x) {
		return false
	}
	f.x, f.next, f.done = f.next, f.x, 0
	f.level++
	return true
}
