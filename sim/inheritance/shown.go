package inheritance

// show asks for another pair on show, an index into the corpus; -1 leaves the choice to the
// run. It is called when a live knob has changed; the answers come with the next steps.
func (r *run) show(pair int) {
	r.asked = pair
	r.shown.pair = r.chosen()
}

// chosen returns the pair on show.
func (r *run) chosen() int {
	switch {
	case r.asked >= 0:
		return min(r.asked, len(r.corpus.pairs)-1)
	case r.choose != nil:
		return r.choose(&r.record)
	}
	for i, p := range r.corpus.pairs {
		if p.group == noisy {
			return i
		}
	}
	return 0
}

// stale reports whether what is said of the pair on show is not up to date.
func (r *run) stale() bool { return r.next() != nil }

// next returns a model that has to be asked, or nil.
func (r *run) next() *model {
	for _, m := range r.models {
		if m != nil && m.begun && !r.shown.models[m.role].isOf(m, r.shown.pair) {
			return m
		}
	}
	return nil
}

func (s *inside) isOf(m *model, pair int) bool {
	return s != nil && s.pair == pair && s.epoch == m.epoch && s.complete
}

// look brings one half of one model up to date: a slice.
func (r *run) look() {
	m := r.next()
	if m == nil {
		return
	}
	p, n := &r.corpus.pairs[r.shown.pair], m.network
	s := r.shown.models[m.role]
	if s == nil || s.pair != r.shown.pair || s.epoch != m.epoch {
		answers := make([]answer, len(p.source))
		n.answer(answers, m.w, p.beginnings())
		s = &inside{pair: r.shown.pair, epoch: m.epoch, said: answers[len(answers)-1].said}
		for _, a := range answers {
			s.prefixes = append(s.prefixes, a.said)
		}
		r.shown.models[m.role] = s
		return
	}
	s.probability = make([]float64, len(p.source))
	n.likelihoods(s.probability, m.w, p.beginnings())
	s.attention = n.attention(m.w, p.source, s.said)
	s.complete = true
}

// beginnings returns the first 1, 2, ... L words of the source, with the target.
func (p *pair) beginnings() (b []pair) {
	for k := range p.source {
		b = append(b, pair{source: p.source[:k+1], target: p.target})
	}
	return b
}

// attention returns how much is looked at each word of a source for each word of a target
// and for the end sign, len(target)+1 × len(source): means of all heads.
func (n *network) attention(w []float32, source, target sentence) []float64 {
	n.clear()
	n.add(source, target)
	n.forward(w)
	size := (len(target) + 1) * len(source)
	mean := make([]float64, size)
	for i, v := range n.writeCross.weights[:attentionHeads*size] {
		mean[i%size] += float64(v) / attentionHeads
	}
	return mean
}
