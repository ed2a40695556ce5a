package inheritance

// An outline is what of a corpus is asked, and in which order.
type outline struct {
	watched  []int // pairs
	prefixes []sentence
	prefix   [][]int // by pair: indices of its first 1, 2, ... L-1 words
}

func newOutline(c *corpus) (o outline) {
	count, index := 0, map[string]int{}
	for i, p := range c.pairs {
		if p.group == clean {
			count++
		}
		if p.group != clean || count <= watchedClean {
			o.watched = append(o.watched, i)
		}
		var ids []int
		for k := 1; k < len(p.source); k++ {
			key := p.source[:k].key()
			if _, ok := index[key]; !ok {
				index[key] = len(o.prefixes)
				o.prefixes = append(o.prefixes, p.source[:k])
			}
			ids = append(ids, index[key])
		}
		o.prefix = append(o.prefix, ids)
	}
	return o
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
	sources := make([]sentence, 0, len(r.outline.watched))
	for _, i := range r.outline.watched {
		sources = append(sources, r.corpus.pairs[i].source)
	}
	answers, ok := r.askAll(m, sources)
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
