package inheritance

// ask has a model translate sources, a few at a time.
func (r *run) ask(m *model, answers []answer, sources []sentence) bool {
	size := m.network.atOnce
	for from := 0; from < len(sources); from += size {
		to := min(from+size, len(sources))
		if !r.job(m.network.answer(answers[from:to], m.w, sources[from:to])) {
			return false
		}
	}
	return true
}

// askAll has a model translate sources.
func (r *run) askAll(m *model, sources []sentence) ([]answer, bool) {
	answers := make([]answer, len(sources))
	return answers, r.ask(m, answers, sources)
}

// askPrefixes asks for the first words of every source.
func (r *run) askPrefixes(m *model, e *exam) bool {
	answers, ok := r.askAll(m, r.outline.prefixes)
	if !ok {
		return false
	}
	for _, ids := range r.outline.prefix {
		var said []sentence
		for _, j := range ids {
			said = append(said, answers[j].said)
		}
		e.prefixes = append(e.prefixes, said)
	}
	return true
}

// askOthers asks for the test sentences and the perturbed ones.
func (r *run) askOthers(m *model, e *exam) bool {
	for _, set := range []struct {
		pairs []pair
		note  func(q float64)
	}{
		{r.corpus.test, func(q float64) { e.test += q / testCount }},
		{r.corpus.perturbed, func(q float64) {
			if q < detachedFrom {
				e.detached += 1. / perturbedCount
			}
		}},
	} {
		var sources []sentence
		for _, p := range set.pairs {
			sources = append(sources, p.source)
		}
		answers, ok := r.askAll(m, sources)
		if !ok {
			return false
		}
		for i, a := range answers {
			set.note(r.corpus.language.quality(a.said, set.pairs[i].reference))
		}
	}
	return true
}

// askPhrases asks for the heads of set phrases alone.
func (r *run) askPhrases(m *model, e *exam) bool {
	var heads []pair
	var sources []sentence
	for _, p := range r.corpus.phrases {
		heads = append(heads, pair{source: p.head, target: p.target})
		sources = append(sources, p.head)
	}
	answers, ok := r.askAll(m, sources)
	if !ok {
		return false
	}
	p, ok := r.rate(m, heads)
	for i := range p {
		e.phrases = append(e.phrases, given{answers[i].said, answers[i].said.equals(heads[i].target), p[i]})
	}
	return ok
}

// rateTargets finds how likely the targets are after three quarters of their sources.
func (r *run) rateTargets(m *model, e *exam) (ok bool) {
	var parts []pair
	for _, p := range r.corpus.pairs {
		k := max(1, int(softShare*float64(len(p.source))))
		parts = append(parts, pair{source: p.source[:k], target: p.target})
	}
	e.soft, ok = r.rate(m, parts)
	return ok
}

// rate returns how likely the targets of pairs are to a model.
func (r *run) rate(m *model, pairs []pair) ([]float64, bool) {
	p, n := make([]float64, len(pairs)), m.network
	for from := 0; from < len(pairs); from += n.atOnce {
		to := min(from+n.atOnce, len(pairs))
		n.clear()
		for _, q := range pairs[from:to] {
			n.add(q.source, q.target)
		}
		n.likelihoods(p[from:to], m.w)
		if !r.job(n.flops(len(n.source), len(n.target))) {
			return nil, false
		}
	}
	return p, true
}
