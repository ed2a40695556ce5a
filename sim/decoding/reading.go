package decoding

import "example.org/rote/sim/sketch"

// Settings are the live knobs that what is read depends on.
type settings struct {
	layer int
	size  size
	more  bool // the other readers, too
}

func (l *Lab) settings() settings { return settings{l.layerRead(), l.size(), l.readers} }

// A reading is what one layer of one kept network says by subspaces.
type reading struct {
	at, layer int  // index of the kept network; 0 for the picture, which is always the same
	oracle    bool // from the true labels
	spaces    *spaces
	size      size // of the score
	score     *score
}

// An atlas holds all readings, and what of them is shown.
type atlas struct {
	list    []*reading
	fitter  fitter
	scorer  scorer
	outputs outputs
	others  []other // for each layer of the last network
	mended  []mended
	shown   shown

	goal        settings // of the update that is going on
	part, parts int      // its progress
}

// A version says what there was to read, and with which settings.
type version struct {
	settings
	kept     int
	complete bool
}

// Shown is what an update has found. It is replaced as a whole.
type shown struct {
	version
	line   sketch.Trace // the chosen layer at each checkpoint
	now    *reading     // the chosen layer at the last one
	layers []layerRead  // of the picture and each hidden layer, when all is complete
	mended *mended
}

// A layerRead is all that is read of one layer at the end.
type layerRead struct {
	given, oracle, untrained reading
	other                    other
}

func newAtlas(s *scene) atlas {
	a := atlas{outputs: outputs{at: -1}, others: make([]other, s.lab.depth+1)}
	most := max(mostOf(s.task.given, s.task.k), mostOf(s.task.right, s.task.k))
	a.fitter.reserve(most, max(pixels, s.lab.width))
	a.scorer.reserve(s.task.k, most, max(pixels, s.lab.width))
	a.outputs.train, a.outputs.test = [][]float32{s.task.x}, [][]float32{s.task.test}
	for range s.lab.depth {
		a.outputs.train = append(a.outputs.train, make([]float32, s.lab.n*s.lab.width))
		a.outputs.test = append(a.outputs.test, make([]float32, testCount*s.lab.width))
	}
	return a
}

// update brings what is shown up to date with what is kept and with the live knobs, and
// begins again if those change meanwhile.
func (s *scene) update() bool {
	for {
		want := version{s.goal, len(s.kept), s.complete()}
		if s.atlas.shown.version == want {
			return !s.over
		}
		s.atlas.goal, s.atlas.part, s.atlas.parts = s.goal, 0, s.readings(want)
		if s.readAll(want) {
			s.show(want)
		}
		s.atlas.part, s.atlas.parts = 0, 0
		s.view.see(s)
		if s.over {
			return false
		}
	}
}

// reads is the meter of work that is in vain when a live knob changes.
func (s *scene) reads(flops int) bool { return s.did(flops) && s.goal == s.atlas.goal }

// readings returns how many parts an update has.
func (s *scene) readings(v version) int {
	if !v.complete {
		return 0
	}
	parts := v.kept + 3*s.lab.depth + 2
	if v.more {
		parts += s.lab.depth + 1
	}
	if s.lab.repairs() {
		parts += folds + s.lab.epochs
	}
	return parts
}

// advance counts a part of an update that shows its progress.
func (a *atlas) advance() { a.part = min(a.part+1, a.parts) }

// readAll reads what a version asks for, or returns false when that is given up.
func (s *scene) readAll(v version) bool {
	if v.complete && !s.readLayers(v) {
		return false
	}
	for at := v.kept - 1; at >= 0; at-- {
		if s.read(at, v.layer, false) == nil {
			return false
		}
	}
	return !v.complete || !s.lab.repairs() || s.mend()
}

// readLayers reads every layer of the last network and of the untrained one.
func (s *scene) readLayers(v version) bool {
	for layer := range s.lab.depth + 1 {
		if s.read(v.kept-1, layer, false) == nil || s.read(v.kept-1, layer, true) == nil || !s.readOthers(v, layer) {
			return false
		}
	}
	for layer := 1; layer <= s.lab.depth; layer++ {
		if s.read(0, layer, false) == nil {
			return false
		}
	}
	return true
}

// find returns a reading, new if there is none.
func (a *atlas) find(at, layer int, oracle bool) *reading {
	if layer == 0 {
		at = 0
	}
	for _, r := range a.list {
		if r.at == at && r.layer == layer && r.oracle == oracle {
			return r
		}
	}
	r := &reading{at: at, layer: layer, oracle: oracle}
	a.list = append(a.list, r)
	return r
}

// read returns a reading with the size of the update's goal, or nil if it is given up.
func (s *scene) read(at, layer int, oracle bool) *reading {
	a := &s.atlas
	r, z := a.find(at, layer, oracle), a.goal.size
	a.advance()
	if r.score != nil && r.size == z {
		return r
	}
	if layer > 0 && !s.run(at) {
		return nil
	}
	d := s.dimension(layer)
	if r.spaces == nil || !r.spaces.has(r.spaces.ranks(z)) {
		labels := s.task.given
		if oracle {
			labels = s.task.right
		}
		fitted := a.fitter.fit(a.outputs.train[layer], labels, s.task.k, d, nil, z, s.reads)
		if fitted == nil {
			return nil
		}
		r.spaces = fitted
	}
	score := a.scorer.score(r.spaces, z, a.outputs.test[layer], s.task.answers, s.reads)
	if score == nil {
		return nil
	}
	r.score, r.size = score, z
	return r
}

// show makes a version that has been read what is shown, and forgets readings of layers
// that are not asked for.
func (s *scene) show(v version) {
	a := &s.atlas
	now := shown{version: v, line: sketch.NewTrace(v.kept)}
	for at, k := range s.kept {
		now.line.To(float64(k.epoch), a.find(at, v.layer, false).score.share())
	}
	chosen := *a.find(v.kept-1, v.layer, false)
	now.now = &chosen
	for layer := range s.lab.depth + 1 {
		if !v.complete {
			break
		}
		now.layers = append(now.layers, layerRead{given: *a.find(v.kept-1, layer, false), oracle: *a.find(v.kept-1, layer, true),
			untrained: *a.find(0, layer, false), other: a.others[layer]})
	}
	if v.complete && s.lab.repairs() {
		now.mended = a.findMended(v.settings)
	}
	a.shown = now
	kept := a.list[:0]
	for _, r := range a.list {
		if r.layer == v.layer || r.at == 0 || r.at == v.kept-1 {
			kept = append(kept, r)
		}
	}
	clear(a.list[len(kept):])
	a.list = kept
}
