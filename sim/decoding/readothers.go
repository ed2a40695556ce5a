package decoding

// An other is what the other readers say of one layer of the last network, once asked.
type other struct {
	hasMeans, hasBells       bool
	means, quadratic, linear float64 // shares
}

// readOthers asks the other readers about a layer, whose outputs are there.
func (s *scene) readOthers(v version, layer int) bool {
	a, d := &s.atlas, s.dimension(layer)
	o := &a.others[layer]
	if !s.wants(v, o) {
		return true
	}
	if !s.run(v.kept - 1) {
		return false
	}
	h, test := a.outputs.train[layer], a.outputs.test[layer]
	if !o.hasMeans {
		means, counts := classMeans(h, s.task.given, s.task.k, d)
		if o.means, o.hasMeans = byMeans(means, counts, test, s.task.answers, d, s.reads); !o.hasMeans {
			return false
		}
	}
	if !v.more {
		return true
	}
	a.advance()
	bells := a.fitter.quadratic(h, s.task.given, s.task.k, d, s.reads)
	if bells == nil {
		return false
	}
	var ok bool
	if o.quadratic, ok = byBells(bells, test, s.task.answers, d, s.reads); !ok {
		return false
	}
	planes := a.fitter.linear(h, s.task.given, s.task.k, d, s.reads)
	if planes == nil {
		return false
	}
	o.linear, o.hasBells = byPlanes(planes, test, s.task.answers, d, s.reads)
	return o.hasBells
}

// wants reports whether a reader has not been asked that a version has.
func (s *scene) wants(v version, o *other) bool { return !o.hasMeans || v.more && !o.hasBells }
