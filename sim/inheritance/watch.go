package inheritance

// An outline is what of a corpus is asked, and in which order.
type outline struct {
	watched  []int   // pairs
	asked    []pair  // the same
	heads    []pair  // of set phrases, with their targets
	parts    []pair  // of the corpus, with three quarters of their sources
	prefixes []pair  // the beginnings of all sources, each once
	prefix   [][]int // by pair: indices of its first 1, 2, ... L-1 words
}

func newOutline(c *corpus) (o outline) {
	for _, p := range c.phrases {
		o.heads = append(o.heads, pair{source: p.head, target: p.target})
	}
	count, index := 0, map[string]int{}
	for i, p := range c.pairs {
		if p.group == clean {
			count++
		}
		if p.group != clean || count <= watchedClean {
			o.watched, o.asked = append(o.watched, i), append(o.asked, p)
		}
		o.prefix = append(o.prefix, o.begin(p.source, index))
		p.source = p.source[:max(1, int(softShare*float64(len(p.source))))]
		o.parts = append(o.parts, p)
	}
	return o
}

// begin returns the indices of the beginnings of a source, which index knows or gets.
func (o *outline) begin(source sentence, index map[string]int) (ids []int) {
	for k := 1; k < len(source); k++ {
		key := source[:k].key()
		if _, ok := index[key]; !ok {
			index[key] = len(o.prefixes)
			o.prefixes = append(o.prefixes, pair{source: source[:k]})
		}
		ids = append(ids, index[key])
	}
	return ids
}

// watchAll asks some models the watched pairs.
func (r *run) watchAll(models []*model) bool {
	for _, m := range models {
		if !r.watch(m) {
			return false
		}
	}
	return true
}

// watch asks a model the watched pairs.
func (r *run) watch(m *model) bool {
	answers, ok := r.ask(m, r.outline.asked)
	if !ok {
		return false
	}
	for k, i := range r.outline.watched {
		m.said[i] = answers[k].said
		m.repeats[i] = m.said[i].equals(r.corpus.pairs[i].target)
	}
	m.curve = append(m.curve, r.corpus.watch(m, r.outline.watched))
	return true
}

// watch sums up what a model says to the watched pairs.
func (c *corpus) watch(m *model, watched []int) watch {
	w := watch{epoch: m.epoch}
	var count [groups]float64
	for _, i := range watched {
		p := &c.pairs[i]
		count[p.group]++
		w.quality[p.group] += c.language.quality(m.said[i], p.reference)
		if m.repeats[i] {
			w.repeats[p.group]++
		}
	}
	for g := range groups {
		w.quality[g] /= count[g]
		w.repeats[g] /= count[g]
		if count[g] > 0 {
			w.all += float64(w.repeats[g] * float64(c.counts[g]) / float64(len(c.pairs)))
		}
	}
	return w
}
