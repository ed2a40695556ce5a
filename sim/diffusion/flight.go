package diffusion

// A flight carries samples down a schedule, in slices.
//
// Invariant: x is complete at level; the first done samples of next are at the
// level after it.
type flight struct {
	move    *sampler
	level   int
	x, next []float64 // P×d
	done    int
}

// newFlight returns the flight of standard normal starts, P×d, times the first
// noise of the schedule.
func newFlight(move *sampler, starts []float64) *flight {
	f := &flight{move: move, x: make([]float64, len(starts)), next: make([]float64, len(starts))}
	for i, z := range starts {
		f.x[i] = f.sigma() * z
	}
	return f
}

// sigma returns the noise at the level.
func (f *flight) sigma() float64 { return f.move.plan.sigma[f.level] }

// landed reports whether the last level is complete.
func (f *flight) landed() bool { return f.level == f.move.plan.steps() }

// fly works through about that many pairs of a sample and a training point, and
// reports whether that completed a level.
func (f *flight) fly(pairs int) bool {
	mix := f.move.pull.mix
	size := max(1, pairs/(f.move.evaluations()*mix.n()))
	for end := min(len(f.x)/mix.d, f.done+size); f.done < end; f.done++ {
		from, to := f.done*mix.d, (f.done+1)*mix.d
		f.move.step(f.next[from:to], f.x[from:to], f.done, f.level)
	}
	if f.done < len(f.x)/mix.d {
		return false
	}
	f.x, f.next, f.done = f.next, f.x, 0
	f.level++
	return true
}
