package inheritance

// ask has a model translate the sources of pairs, a few at a time.
func (r *run) ask(m *model, pairs []pair) ([]answer, bool) {
	answers, n := make([]answer, len(pairs)), m.network
	for from := 0; from < len(pairs); from += n.atOnce {
		to := min(from+n.atOnce, len(pairs))
		if !r.job(n.answer(answers[from:to], m.w, pairs[from:to])) {
			return nil, false
		}
	}
	return answers, true
}

// rate returns how likely the targets of pairs are to a model.
func (r *run) rate(m *model, pairs []pair) ([]float64, bool) {
	p, n := make([]float64, len(pairs)), m.network
	for from := 0; from < len(pairs); from += n.atOnce {
		to := min(from+n.atOnce, len(pairs))
		if !r.job(n.likelihoods(p[from:to], m.w, pairs[from:to])) {
			return nil, false
		}
	}
	return p, true
}

// askCorpus asks for every source of the corpus.
func (r *run) askCorpus(m *model, e *exam) bool {
	answers, ok := r.ask(m, r.corpus.pairs)
	for i := range answers {
		p := &r.corpus.pairs[i]
		e.said[i], e.confidence[i] = answers[i].said, answers[i].sure
		e.quality[i] = r.corpus.language.quality(e.said[i], p.reference)
		e.repeats[i] = e.said[i].equals(p.target)
	}
	return ok
}

// askPrefixes asks for the first words of every source.
func (r *run) askPrefixes(m *model, e *exam) bool {
	answers, ok := r.ask(m, r.outline.prefixes)
	if !ok {
		return false
	}
	for i, ids := range r.outline.prefix {
		e.prefixes[i] = make([]sentence, len(ids))
		for k, j := range ids {
			e.prefixes[i][k] = answers[j].said
		}
	}
	return true
}

// askOthers asks for the test sentences and the perturbed ones.
func (r *run) askOthers(m *model, e *exam) bool {
	answers, ok := r.ask(m, r.corpus.test)
	for i := range answers {
		e.test += r.corpus.language.quality(answers[i].said, r.corpus.test[i].reference) / testCount
	}
	if !ok {
		return false
	}
	answers, ok = r.ask(m, r.corpus.perturbed)
	for i := range answers {
		if r.corpus.language.quality(answers[i].said, r.corpus.perturbed[i].reference) < detachedFrom {
			e.detached += 1. / perturbedCount
		}
	}
	return ok
}

// askHeads asks for the heads of set phrases alone.
func (r *run) askHeads(m *model, e *exam) bool {
	answers, ok := r.ask(m, r.outline.heads)
	if !ok {
		return false
	}
	p, ok := r.rate(m, r.outline.heads)
	for i := range p {
		said := answers[i].said
		e.phrases = append(e.phrases, given{said, said.equals(r.outline.heads[i].target), p[i]})
	}
	return ok
}
