package diffusion

import (
	"math"
	"slices"

	"example.org/rote/sim"
)

// A networkPicture is what the panels lend to a frame: the last checkpoint.
type networkPicture struct {
	samples  []float64 // drawn×2; none before the first checkpoint
	roles    []sim.Role
	copies   []int     // m, samples that are far nearer to this point than to others
	spurious []float64 // k×2, samples that are spurious
	dx, dy   []float64 // networkArrows
	errors   []float64 // errorCells

	last                 float64    // of the step axis
	top, bottom          float64    // of the axis of score errors
	most, least          float64    // of the axis of losses, of excesses
	window               [2]float64 // steps from learning to copying
	ends, truth, copying [2]float64 // of the step axis, and the two losses there
	says                 string
	next                 sim.Try
}

func newNetworkPicture(train, points int) networkPicture {
	return networkPicture{copies: make([]int, points), samples: make([]float64, 0, 2*drawn), roles: make([]sim.Role, drawn), dx: make([]float64, networkArrows),
		dy: make([]float64, networkArrows), errors: make([]float64, errorCells),
		last: max(50, float64(train)), top: 10, bottom: 0.1, most: 1.5, least: excessFloor}
}

// excessFloor is where the axis of the excess begins, unless one is below.
const excessFloor = -0.1

// show takes over what the exam has found.
func (p *networkPicture) show(paper *sheet) {
	p.samples = append(p.samples[:0], paper.samples...)
	copy(p.dx, paper.dx)
	copy(p.dy, paper.dy)
	copy(p.errors, paper.errors)
	for p.top < paper.score {
		p.top *= 10
	}
	for p.most < max(paper.lossTrain, paper.lossTest) {
		p.most *= 2
	}
	for p.bottom > paper.score && p.bottom > 1e-6 {
		p.bottom /= 10
	}
}

// judge brings the picture up to date with the record.
func (p *networkPicture) judge(s *network) {
	p.says, p.next = s.tell(), s.next()
	if len(p.samples) == 0 {
		return
	}
	r := &s.record
	r1, r2 := r.distances(r.n() - 1)
	far := r.crowded(r.n() - 1)
	p.ends, p.truth, p.copying = [2]float64{firstStep, p.last}, [2]float64{r.bounds.truth, r.bounds.truth}, [2]float64{r.bounds.copying, r.bounds.copying}
	clear(p.copies)
	p.spurious = p.spurious[:0]
	for i := range p.roles {
		p.roles[i] = sim.Plain
		if len(s.points) > 2 && r1[i] < s.kappa*r2[i] {
			p.roles[i] = sim.Copied
			p.copies[r.near[(r.n()-1)*drawn+i]]++
		}
		if len(s.points) > 2 && isSpurious(far[i], r1[i], r2[i], s.kappa) {
			p.spurious = append(p.spurious, p.samples[2*i:2*i+2]...)
		}
	}
	p.least = excessFloor // a live knob may have raised the least excess again
	for p.least > min(slices.Min(r.excess), slices.Min(r.spurious)) {
		p.least *= 2
	}
	p.window = [2]float64{r.learned(), r.copies()}
	if math.IsNaN(p.window[1]) {
		p.window[1] = r.step[r.n()-1]
	}
}

func (s *network) Draw(f *sim.Frame) {
	f.Unit, f.Of, f.Says, f.Try = "checkpoint", len(s.marks), s.picture.says, s.picture.next
	if s.diverged > 0 {
		f.Of = s.record.n()
	}
	f.Headline = sim.Headline{Fact: "excess", Of: drawn, Words: "of 200 samples are copies beyond chance"}
	s.drawMap(panel(f, "What does the network draw?", "What does it draw?"))
	s.drawExcess(panel(f, "When does it begin to copy?", "When does it copy?"))
	s.drawScore(panel(f, "How wrong is its score?", "How wrong?"))
	s.drawLosses(panel(f, "Does it do as well on fresh points?", "On fresh points?"))
	s.drawError(panel(f, "Is it nearer to the truth or to a copy?", "Truth or copy?"))
	s.facts(f)
}

// unmeasured is said where the first checkpoint is not there yet.
const unmeasured = "The first measurement follows."

func (s *network) drawMap(p *sim.Panel) {
	v := &s.picture
	window{half: heroHalf}.axes(p)
	if len(v.samples) > 0 {
		p.Map(sim.Points{Name: "sample", Roles: v.roles}, v.samples)
		p.Map(sim.Points{Name: "many alike, no training point near", Role: sim.HeldOut}, v.spurious)
	}
	p.Map(sim.Points{Name: "training point", Role: sim.Train}, s.points)
	p.Map(sim.Points{Name: "copies of it", Role: sim.Copied, Counts: v.copies}, s.points)
}

// heroHalf is half of the side of the hero's map.
const heroHalf = 3.2

// drawError shows how far the denoiser has gone from the true one, 0, towards the
// exact one of the training points, 1.
func (s *network) drawError(p *sim.Panel) {
	v, around := &s.picture, window{half: networkHalf}
	around.axes(p)
	if len(v.samples) == 0 {
		p.Empty = unmeasured
		return
	}
	field := around.raster("0: true, 1: copying", errorRows, v.errors)
	field.Scale, field.Lo, field.Hi = sim.Diverging, -1, 1
	p.Field(field)
	p.Arrow(sim.Arrows{Name: "pull at σ = 0.3", X: s.exam.field.x, Y: s.exam.field.y, DX: v.dx, DY: v.dy})
	p.Map(sim.Points{Name: "training point", Role: sim.Train}, s.points)
}

// firstStep is where the axis of steps begins.
const firstStep = 20

func (s *network) stepAxis() sim.Axis {
	return sim.Axis{Name: "training step", Min: firstStep, Max: s.picture.last, Log: true}
}

func (s *network) drawExcess(p *sim.Panel) {
	v, r := &s.picture, &s.record
	p.Axes(s.stepAxis(), sim.Axis{Name: "share beyond chance", Min: v.least, Max: 1})
	switch {
	case len(s.points) == 2:
		p.Empty = "The gap measure needs two different training points."
	case r.n() == 0:
		p.Empty = unmeasured
	default:
		if v.window[0] < v.window[1] {
			p.Field(sim.Field{Name: "learned, not yet copied", W: 1, H: 1, X0: v.window[0], X1: v.window[1], Y0: v.least, Y1: 1,
				Scale: sim.Tint, Role: sim.HeldOut})
		}
		p.Line(sim.Line{Name: "copies", Role: sim.Copied, X: r.step, Y: r.excess})
		p.Point(sim.Points{Role: sim.Copied, X: r.step, Y: r.excess})
		p.Line(sim.Line{Name: "spurious", Role: sim.HeldOut, X: r.step, Y: r.spurious})
	}
}

func (s *network) drawScore(p *sim.Panel) {
	v, r := &s.picture, &s.record
	p.Axes(s.stepAxis(), sim.Axis{Name: "score error", Min: v.bottom, Max: v.top, Log: true})
	if r.n() == 0 {
		p.Empty = unmeasured
		return
	}
	p.Line(sim.Line{Name: "network", X: r.step, Y: r.score})
	p.Point(sim.Points{X: r.step, Y: r.score})
}

func (s *network) drawLosses(p *sim.Panel) {
	r := &s.record
	p.Axes(s.stepAxis(), sim.Axis{Name: "loss", Min: 0, Max: s.picture.most})
	if r.n() == 0 {
		p.Empty = unmeasured
		return
	}
	p.Line(sim.Line{Name: "fresh points", Role: sim.HeldOut, X: r.step, Y: r.lossTest})
	p.Line(sim.Line{Name: "training points", Role: sim.Train, X: r.step, Y: r.lossTrain})
	p.Line(sim.Line{Name: "the truth, on training points", Role: sim.Theory, X: s.picture.ends[:], Y: s.picture.truth[:]})
	p.Line(sim.Line{Name: "copying, on training points", Role: sim.Copied, X: s.picture.ends[:], Y: s.picture.copying[:]})
}
