package dejavu

import (
	"math"

	"example.org/rote/sim"
)

// The layers in which whole pictures are named, as a usual test of what was learned.
var qualityLayers = [...]int{backboneLayer, projectorLayer}

// An evaluation is what the networks were found to know after an epoch. What it keeps are
// the classes of the nearest public pictures; the rest is counted from them with the live
// knobs.
type evaluation struct {
	epoch     int
	near      [2][layerCount]ballots      // 2n, for the crops of A and then of B
	test      [len(qualityLayers)]ballots // of whole test pictures, by A; nil where it was not asked
	losses    [2]float64                  // mean of the epoch
	collapsed bool                        // all crops have one embedding, in A
	counted   recipe                      // of what follows
	tallies   [layerCount]tally           // counted
	quality   [len(qualityLayers)]float64 // counted, or NaN
}

// An embedding is what a network makes of the public pictures and the crops, and which of
// the first lie nearest to each of the others.
type embedding struct {
	w             []float32             // of the network, then
	public, crops [layerCount][]float32 // m and 2n rows
	near          [layerCount][]uint16  // 2n×keptNear
}

func (s *scene) newEmbedding() *embedding {
	e := &embedding{w: make([]float32, s.models[0].net.Size())}
	for layer, shape := range s.models[0].net.Layers {
		e.public[layer], e.crops[layer] = make([]float32, s.public.n*shape.Out), make([]float32, 2*s.lab.n*shape.Out)
		e.near[layer] = make([]uint16, 2*s.lab.n*keptNear)
	}
	return e
}

// examine evaluates both networks and appends what was found. An evaluation that was made
// only because the run had ended there makes room for it. What is shown does not change
// before it is complete.
func (s *scene) examine() bool {
	e := evaluation{epoch: s.epoch, quality: [len(qualityLayers)]float64{math.NaN(), math.NaN()}}
	s.part, s.parts = 0, layerCount*s.distinct()+1
	for i := range s.distinct() {
		if !s.ask(&e, i) {
			return false
		}
	}
	if (isQuality(s.epoch) || s.epoch == s.lab.epochs) && !s.askWhole(&e) {
		return false
	}
	if s.lab.isCopy() {
		e.near[1] = e.near[0]
	}
	if !s.count(&e, s.did) {
		return false
	}
	s.seen, s.spare = s.spare, s.seen
	if s.lab.isCopy() {
		s.seen[1] = s.seen[0]
	}
	for i, m := range s.models {
		e.losses[i] = m.last
	}
	e.collapsed = isCollapsed(s.seen[0].crops[projectorLayer], s.models[0].net.Out())
	s.append(e)
	s.part, s.parts = 0, 0
	s.view.see(s)
	return s.pause(sim.Busy)
}

// distinct returns how many networks there are.
func (s *scene) distinct() int {
	if s.lab.isCopy() {
		return 1
	}
	return 2
}

// ask finds what lies near to all crops in all layers of network i.
func (s *scene) ask(e *evaluation, i int) bool {
	next := s.spare[i]
	copy(next.w, s.models[i].w)
	if !s.reader.embed(&next.public, next.w, s.publicX, s.did) || !s.reader.embed(&next.crops, next.w, s.cropsX, s.did) {
		return false
	}
	for layer := range layerCount {
		if !s.reader.nearest(next.near[layer], next.crops[layer], next.public[layer], s.models[i].net.Layers[layer].Out, s.did) {
			return false
		}
		e.near[i][layer] = ballotsOf(next.near[layer], s.public.class)
		s.part++
	}
	return true
}

// askWhole finds what lies near to whole test pictures, in A.
func (s *scene) askWhole(e *evaluation) bool {
	if !s.reader.embed(&s.testSeen, s.spare[0].w, s.testX, s.did) {
		return false
	}
	for i, layer := range qualityLayers {
		if !s.reader.nearest(s.testNear, s.testSeen[layer], s.spare[0].public[layer], s.models[0].net.Layers[layer].Out, s.did) {
			return false
		}
		e.test[i] = ballotsOf(s.testNear, s.public.class)
	}
	return true
}

// append puts an evaluation behind the others, in place of one that only the end of the
// run asked for.
func (s *scene) append(e evaluation) {
	if last := s.last(); last != nil {
		if !isQuality(last.epoch) {
			last.test = [len(qualityLayers)]ballots{}
			last.quality = [len(qualityLayers)]float64{math.NaN(), math.NaN()}
		}
		if !isEvaluated(last.epoch) {
			s.history = s.history[:len(s.history)-1]
		}
	}
	s.history = append(s.history, e)
}

// last returns the last evaluation, or nil.
func (s *scene) last() *evaluation {
	if len(s.history) == 0 {
		return nil
	}
	return &s.history[len(s.history)-1]
}

// isCollapsed reports whether every column of x, d numbers a row, is nearly constant.
func isCollapsed(x []float32, d int) bool {
	n := len(x) / d
	for j := range d {
		mean, square := 0.0, 0.0
		for i := range n {
			mean += float64(x[i*d+j]) / float64(n)
		}
		for i := range n {
			off := float64(x[i*d+j]) - mean
			square += float64(off*off) / float64(n)
		}
		if !(math.Sqrt(square) < 1e-3) {
			return false
		}
	}
	return true
}
