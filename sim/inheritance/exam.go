package inheritance

import (
	"math"
	"slices"

	"example.org/rote/sim"
)

// The thresholds of the exam.
const (
	softShare    = .75 // of the source, for soft extraction
	mostStretch  = 1.3 // between the lengths of source and target that are eligible for extraction
	leastSource  = 4   // length that is
	crowd        = 5   // sources that share an answer
	hallucinated = .5  // quality below which a shared answer is wrong
	detachedFrom = .2  // quality below which an answer has nothing to do with its source
)

// jobs returns how many jobs the exam of a model has.
func (o *outline) jobs(n *network, c *corpus) (sum int) {
	for _, pairs := range [...][]pair{c.pairs, o.prefixes, c.test, c.perturbed, o.heads, o.heads, o.parts} {
		sum += jobs(len(pairs), n.atOnce)
	}
	return sum
}

// examine asks models all there is to ask.
func (r *run) examine(models []*model) bool {
	for _, m := range models {
		if !r.examineOne(m) {
			return false
		}
	}
	return true
}

// newExam returns the exam of n pairs, with room for what all models are asked.
func newExam(n int) *exam {
	return &exam{said: make([]sentence, n), prefixes: make([][]sentence, n), repeats: make([]bool, n), eligible: make([]bool, n),
		isNatural: make([]bool, n), quality: make([]float64, n), confidence: make([]float64, n), ratio: make([]float64, n)}
}

func (r *run) examineOne(m *model) bool {
	c, e := r.corpus, newExam(len(r.corpus.pairs))
	if !r.askCorpus(m, e) || !r.askPrefixes(m, e) || !r.askOthers(m, e) || !r.askHeads(m, e) {
		return false
	}
	var ok bool
	if e.soft, ok = r.rate(m, r.outline.parts); !ok {
		return false
	}
	var of *exam
	switch m.role {
	case student:
		of = r.models[teacher].exam
	case heir:
		of = r.models[repaired].exam
	}
	e.extract(c, of)
	e.sum(c, of)
	m.said, m.repeats, m.exam = e.said, e.repeats, e
	m.curve = append(m.curve, c.watch(m, r.outline.watched))
	return r.pause(sim.Busy)
}

// extract finds the shortest beginning of each source that yields its target, and likewise
// what the teacher says.
func (e *exam) extract(c *corpus, teacher *exam) {
	if teacher != nil {
		e.second, e.secondly = make([]float64, len(c.pairs)), make([]bool, len(c.pairs))
	}
	for i := range c.pairs {
		p := &c.pairs[i]
		e.ratio[i], e.eligible[i] = e.shortest(i, p.source, p.target)
		if teacher != nil {
			e.second[i], e.secondly[i] = e.shortest(i, p.source, teacher.said[i])
		}
	}
}

// shortest returns the share of source i that is enough for the target, and whether the
// pair is eligible. What lacks one word only is not tried.
func (e *exam) shortest(i int, source, target sentence) (float64, bool) {
	l, t := float64(len(source)), float64(len(target))
	if !e.said[i].equals(target) || len(source) < leastSource || t == 0 || max(l/t, t/l) > mostStretch || target.equals(source) {
		return 1, false
	}
	k := slices.IndexFunc(e.prefixes[i][:len(source)-2], target.equals)
	if k < 0 {
		return 1, true
	}
	return float64(k+1) / l, true
}

// sum counts and averages.
func (e *exam) sum(c *corpus, teacher *exam) {
	e.follows = math.NaN()
	if teacher != nil {
		e.follows = 0
	}
	for i, p := range c.pairs {
		e.groups[p.group].note(e, i)
		e.all.note(e, i)
		if teacher != nil && e.said[i].equals(teacher.said[i]) {
			e.follows += 1 / float64(len(c.pairs))
		}
	}
	for g := range e.groups {
		e.groups[g].mean()
	}
	e.all.mean()
	e.hallucinate(c)
}

// note adds pair i.
func (g *reading) note(e *exam, i int) {
	g.pairs++
	if e.repeats[i] {
		g.repeated++
	}
	g.quality += e.quality[i]
	g.confidence += e.confidence[i]
	g.soft += e.soft[i]
}

// mean makes means of sums: NaN of no pairs.
func (g *reading) mean() {
	n := float64(g.pairs)
	g.quality, g.confidence, g.soft = g.quality/n, g.confidence/n, g.soft/n
}

// hallucinate finds the wrong answers that many sources share, and the oscillations, among
// the answers that are not empty.
func (e *exam) hallucinate(c *corpus) {
	shared := map[string]int{}
	for _, s := range e.said {
		shared[s.key()]++
	}
	natural, oscillating, count := 0.0, 0.0, 0.0
	for i, s := range e.said {
		wrong := len(s) > 0 && shared[s.key()] >= crowd && e.quality[i] < hallucinated
		e.isNatural[i] = wrong
		if wrong {
			natural++
		}
		if oscillates(s, c.pairs[i].source) {
			oscillating++
		}
		if len(s) > 0 {
			count++
		}
	}
	e.natural, e.osc = natural/count, oscillating/count
}
