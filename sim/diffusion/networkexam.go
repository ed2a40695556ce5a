package diffusion

import (
	"math"
	"math/rand/v2"
)

const (
	examRows      = 1000 // noised points of each kind
	drawn         = 200  // samples
	drawSteps     = 24   // noise levels on their way
	lookSigma     = 0.3  // noise of the arrows and of the map of errors
	errorRows     = 40   // rows of cells of that map
	arrowRows     = 13   // rows of arrows
	networkHalf   = 4.0  // rows cover ±networkHalf
	networkArrows = 29 * arrowRows
	errorCells    = 90 * errorRows
)

// An exam measures the network as it is at a checkpoint, in slices: its losses
// and the error of its score on fixed draws, the samples that it makes of fixed
// noise, and what it does at one noise level everywhere.
type exam struct {
	own, fresh, truth examples // of training points, of fresh points, both for the losses; of fresh points for the score
	starts            []float64
	plan              schedule
	levels            []noise // of plan
	field             field
	paper             sheet

	next, m, m2 []float64 // lookRows×2, scratch
}

// A sheet is what an exam finds.
type sheet struct {
	lossTrain, lossTest, score float64
	samples                    []float64 // drawn×2
	dx, dy                     []float64 // networkArrows, the pull
	errors                     []float64 // errorCells
}

func newSheet() sheet {
	return sheet{samples: make([]float64, 2*drawn), dx: make([]float64, networkArrows), dy: make([]float64, networkArrows),
		errors: make([]float64, errorCells)}
}

// newExam draws what all exams of a run have in common.
func newExam(points []float64, c float64, rng *rand.Rand) exam {
	e := exam{own: newExamples(examRows), fresh: newExamples(examRows), truth: newExamples(examRows),
		plan: newSchedule(noiseFrom, noiseTo, drawSteps, c, "VE"), field: newField(points), paper: newSheet(),
		next: make([]float64, 2*lookRows), m: make([]float64, 2*lookRows), m2: make([]float64, 2*lookRows)}
	e.own.draw(points, true, rng)
	e.fresh.draw(fourGaussians(examRows, rng), true, rng)
	e.truth.draw(fourGaussians(examRows, rng), true, rng)
	e.starts = normals(2*drawn, rng)
	for i := range e.starts {
		e.starts[i] *= noiseFrom
	}
	for k := range drawSteps + 1 {
		e.levels = append(e.levels, noiseAt(logFrom+float64((logTo-logFrom)*float64(k))/drawSteps))
	}
	return e
}

// take fills the paper, and calls slice after each slice of the work. It reports
// whether it came to the end: slice may stop it by returning false.
func (e *exam) take(d *denoiser, slice func() bool) bool {
	p := &e.paper
	p.lossTrain, p.lossTest, p.score = 0, 0, 0
	copy(p.samples, e.starts)
	return blocks(examRows, slice, func(from, to int) { p.lossTrain += e.own.loss(d, from, to) / (2 * examRows) }) &&
		blocks(examRows, slice, func(from, to int) { p.lossTest += e.fresh.loss(d, from, to) / (2 * examRows) }) &&
		blocks(examRows, slice, func(from, to int) {
			p.score += float64(e.truth.scoreError(d, from, to) / examRows * (logFrom - logTo))
		}) &&
		e.fly(d, slice) &&
		blocks(networkArrows, slice, func(from, to int) { e.arrows(d, from, to) }) &&
		blocks(errorCells, slice, func(from, to int) { e.errors(d, from, to) })
}

// blocks cuts n rows into blocks that the network can look at, and calls do and
// slice for each, as long as slice returns true.
func blocks(n int, slice func() bool, do func(from, to int)) bool {
	for from := 0; from < n; from += lookRows {
		do(from, min(from+lookRows, n))
		if !slice() {
			return false
		}
	}
	return true
}

// fly carries the samples, block by block, down the levels, and from the last one
// to its end with the denoiser as it is there.
func (e *exam) fly(d *denoiser, slice func() bool) bool {
	rest := math.Sqrt(e.plan.c) / e.plan.final()
	for from := 0; from < drawn; from += lookRows {
		x := e.paper.samples[2*from : 2*(from+lookRows)]
		for k := range drawSteps {
			e.fall(d, x, k)
			if !slice() {
				return false
			}
		}
		d.at(e.m, x, e.levels[drawSteps])
		for i, m := range e.m {
			x[i] = m + float64(rest*(x[i]-m))
		}
		if !slice() {
			return false
		}
	}
	return true
}

// fall carries a block of samples from level k to the next by the exponential
// method of Heun.
func (e *exam) fall(d *denoiser, x []float64, k int) {
	d.at(e.m, x, e.levels[k])
	h := e.plan.h[k]
	f, g := fall(h), bend(h)
	for i, m := range e.m {
		e.next[i] = x[i] + float64(f*(m-x[i]))
	}
	d.at(e.m2, e.next, e.levels[k+1])
	for i, m := range e.m {
		x[i] = e.next[i] + float64(g*(e.m2[i]-m))
	}
}

// finite reports whether all that was measured is a number.
func (p *sheet) finite() bool {
	sum := p.lossTrain + p.lossTest + p.score
	for _, list := range [...][]float64{p.samples, p.dx, p.dy, p.errors} {
		for _, x := range list {
			sum += x
		}
	}
	return !math.IsNaN(sum) && !math.IsInf(sum, 0)
}
