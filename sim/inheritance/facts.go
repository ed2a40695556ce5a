package inheritance

import (
	"math"

	"example.org/rote/sim"
)

// ofModels are the keys of facts of one model, and how their names end.
var (
	ofModels = [roles]string{teacher: "_t", baseline: "_b", student: "_s", repaired: "_th", heir: "_sh"}
	whose    = [roles]string{teacher: ", teacher", baseline: ", baseline", student: ", student", repaired: ", tuned teacher", heir: ", its student"}
)

// measure adds all facts.
func (s *scene) measure(f *sim.Frame) {
	r := &s.run.record
	f.Fact("phase", "Phase", "", "1 the teacher learns, 3 student and baseline, 5 the teacher is tuned and has another student.", float64(r.phase))
	if s.lab.isLeft() {
		r.held.facts(f)
		return
	}
	for role, m := range r.models {
		if m != nil {
			s.modelFacts(f, role, m)
		}
	}
	r.keptFacts(f)
	s.differenceFacts(f)
	if r.selected > 0 {
		f.Fact("selected", "Pairs for the repair", "", "Pairs on which the teacher is tuned.", float64(r.selected))
		f.Fact("selected_noise", "False ones among them", "", "Share of them with a false target of their own.", float64(r.selectedNoisy)/float64(r.selected))
	}
}

// A figure is a number of one model.
type figure struct {
	key, name, unit, help string
	value                 float64
}

// modelFacts adds what is known of a model.
func (s *scene) modelFacts(f *sim.Frame, role int, m *model) {
	list := m.watched()
	if m.exam != nil {
		list = append(list, m.exam.figures(s.lab.prefix)...)
	}
	if p := s.run.poison; m.exam != nil && p > 0 && p <= len(m.exam.phrases) {
		list = append(list, figure{"head", "Poisoned phrase", "", "Probability of its false target after its first three words.", m.exam.phrases[p-1].probability})
	}
	list = append(list, figure{"loss", "Loss", "nats", "Mean cross-entropy of a word in the last epoch.", m.loss})
	if m.broken > 0 {
		list = append(list, figure{"broken", "Diverged", "epochs", "The epoch in which the loss was no number.", float64(m.broken)})
	}
	for _, n := range list {
		f.Fact(n.key+ofModels[role], n.name+whose[role], n.unit, n.help, n.value)
	}
	if role == teacher {
		f.Fact("qn_peak", "False pairs, best", "", "The most that the teacher was ever right on pairs with a false target.", m.peak())
	}
}

// watched returns what the last watch says.
func (m *model) watched() []figure {
	if len(m.curve) == 0 {
		return nil
	}
	w := &m.curve[len(m.curve)-1]
	all := w.all
	if m.exam != nil {
		all = m.exam.all.share()
	}
	return []figure{
		{"rep", "Repeated", "", "Share of the corpus's targets repeated word for word.", all},
		{"clean", "Clean pairs", "", "Share repeated of the pairs with a right target.", w.repeats[clean]},
		{"noisy", "False pairs", "", "Share repeated of the pairs with a false target of their own.", w.repeats[noisy]},
		{"boiler", "Set phrases", "", "Share repeated of the pairs with the false target of a set phrase.", w.repeats[boilerplate]},
		{"exc", "Exceptions", "", "Share repeated of the set phrases that are translated correctly.", w.repeats[exceptions]},
		{"qn", "False pairs, right", "", "Quality of what is said where the corpus is wrong: 1 is the dictionary's translation.", w.quality[noisy]},
	}
}

// peak returns the best quality on noisy pairs, or NaN.
func (m *model) peak() float64 {
	best := math.NaN()
	for i := range m.curve {
		if v := m.curve[i].quality[noisy]; !(v <= best) {
			best = v
		}
	}
	return best
}

// figures returns what the exam says.
func (e *exam) figures(prefix float64) []figure {
	n, eligible := float64(e.extracted(prefix)), 0.0
	for _, is := range e.eligible {
		if is {
			eligible++
		}
	}
	return []figure{
		{"ex_n", "Given away", "", "Targets repeated from so much of the source as Prefix says, or less.", n},
		{"ex_rate", "Given away, rate", "", "The same as a share of those that could be.", n / eligible},
		{"eligible", "Could be given away", "", "Targets repeated, of sources with at least 4 words and about as long.", eligible},
		{"soft", "Soft extraction", "", "Probability of the target after three quarters of a set phrase: geometric mean over words.", e.groups[boilerplate].soft},
		{"natural", "Invented", "", "Share of wrong answers that five or more sources share.", e.natural},
		{"osc", "To and fro", "", "Share of answers that repeat two words again and again; too rare here to compare.", e.osc},
		{"detached", "Detached", "", "Share of wrong answers to sources with one word changed.", e.detached},
		{"test", "New sentences, right", "", "Quality on 300 sentences outside the corpus.", e.test},
		{"conf", "Confidence", "", "Probability of its own words: geometric mean.", e.all.confidence},
		{"follow", "Follows its teacher", "", "Share of the answers that are those of its teacher.", e.follows},
		{"secondary", "Given away, second hand", "", "Rate of teacher's answers given away from so much of the source.", e.secondary(prefix)},
	}
}

// secondary returns the rate of the teacher's sentences that are given away, or NaN.
func (e *exam) secondary(prefix float64) float64 {
	n, eligible := 0.0, 0.0
	for i, is := range e.secondly {
		if is {
			eligible++
			if e.second[i] <= prefix {
				n++
			}
		}
	}
	return n / eligible
}

// kept returns how many pairs of a group the teacher has by heart, and how many of them the
// student, too; -1 where there is no student yet.
func (r *record) kept(g group) (by, at int) {
	own := r.models[teacher].heart()
	his := r.models[student].heart()
	if r.phase < racing {
		his = nil
	}
	for i, known := range own {
		if known && r.corpus.pairs[i].group == g {
			by++
			if his != nil && his[i] {
				at++
			}
		}
	}
	if his == nil {
		at = -1
	}
	return by, at
}

func (r *record) keptFacts(f *sim.Frame) {
	for _, k := range [...]struct {
		g                      group
		heart, key, name, help string
	}{
		{noisy, "heart_noisy", "kept_noisy", "False pairs that arrive", "Of the false pairs that the teacher repeats, the share that the student repeats, too."},
		{boilerplate, "heart_boiler", "kept_boiler", "Set phrases that arrive", "Of the set phrases that the teacher repeats, the share that the student repeats, too."},
	} {
		by, at := r.kept(k.g)
		f.Fact(k.heart, "By heart, "+groupNames[k.g], "", "Pairs of this kind that the teacher repeats word for word.", float64(by))
		if by > 0 && at >= 0 {
			f.Fact(k.key, k.name, "", k.help, float64(at)/float64(by))
		}
	}
}

// differenceFacts adds what the student has more than the baseline, and its ceiling.
func (s *scene) differenceFacts(f *sim.Frame) {
	for _, d := range [...]struct{ key, of, name, help string }{
		{"d_rep", "rep", "More repeated", "Share of the corpus that the student repeats, less that of the baseline."},
		{"d_boiler", "boiler", "More set phrases", "The same of set phrases."},
		{"d_soft", "soft", "More likely", "Soft extraction of the student, less that of the baseline."},
		{"d_ex_n", "ex_n", "More given away", "Targets given away by the student, less those of the baseline."},
		{"d_natural", "natural", "More invented", "Share of invented answers of the student, less that of the baseline."},
		{"d_qn", "qn", "More right", "Quality on false pairs of the student, less that of the baseline."},
		{"d_test", "test", "Better on new ones", "Quality on new sentences of the student, less that of the baseline."},
	} {
		own, ok := f.Value(d.of + "_s")
		other, too := f.Value(d.of + "_b")
		if ok && too {
			f.Fact(d.key, d.name, "", d.help, own-other)
		}
	}
	t, s1 := s.run.models[teacher], s.run.models[student]
	if t.exam != nil && s1.exam != nil {
		f.Fact("ceiling", "Ceiling", "", "What the student can repeat at most: the teacher's share, and where it does not follow.",
			t.exam.all.share()+1-s1.exam.follows)
	}
}

// facts adds how much pairs lose that are left out.
func (h *heldOut) facts(f *sim.Frame) {
	keys := [2][groups]string{{"cm_clean", "cm_noisy", "cm_boiler", "cm_exceptions"}, {"cms_clean", "cms_noisy", "cms_boiler", "cms_exceptions"}}
	for side := range 2 {
		for g, v := range h.memory[side] {
			if h.done[side] > 1 {
				f.Fact(keys[side][g], "Lost, "+groupNames[g]+[...]string{"", ", student"}[side], "",
					"How much likelier a target is to models that learned its pair.", v)
			}
		}
		f.Fact([...]string{"done_t", "done_s"}[side], [...]string{"Teachers", "Students"}[side], "", "How many are trained.", float64(h.done[side]))
	}
}
