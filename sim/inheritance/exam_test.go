package inheritance

import (
	"math"
	"testing"
)

// quality by hand: the mean of the F1 of words and of neighbours.
func TestQuality(t *testing.T) {
	l := draw(defaults(), 1).corpus.language
	word := l.word[nouns.from] // has a synonym
	for _, c := range []struct {
		said, reference sentence
		want            float64
	}{
		{sentence{5, 6, 7}, sentence{5, 6, 7}, 1},
		{nil, sentence{5}, 0},
		{sentence{5}, nil, 0},
		{sentence{l.second[word]}, sentence{word}, 1},
		{sentence{5}, sentence{6}, 0},
		{sentence{7, 6, 5}, sentence{5, 6, 7}, .5},                       // all words, no neighbours
		{sentence{5, 5, 5}, sentence{5, 6}, (.4 + 0) / 2},                // 2·1/5
		{sentence{5, 6}, sentence{5}, (2. / 3) / 2},                      // one word has no neighbours, the other sentence has
		{sentence{5, 6, 5, 6}, sentence{5, 6, 5}, 2 * (6./7 + 4./5) / 4}, // 3 of 4+3 words, 2 of 3+2 neighbours
	} {
		if got := l.quality(c.said, c.reference); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("quality of %v for %v is %g, want %g", c.said, c.reference, got, c.want)
		}
	}
}

func TestOscillates(t *testing.T) {
	for _, c := range []struct {
		said, source sentence
		want         bool
	}{
		{sentence{5, 6, 5, 6, 5, 6}, sentence{7, 8, 9}, true},
		{sentence{5, 6, 5, 6}, sentence{7, 8, 9}, false},             // twice only
		{sentence{5, 6, 5, 6, 5, 6}, sentence{7, 8, 7, 8, 9}, false}, // once more than the source
		{sentence{5, 5, 5, 5}, sentence{7}, true},                    // 5 5 three times
		{nil, nil, false},
	} {
		if got := oscillates(c.said, c.source); got != c.want {
			t.Errorf("%v for %v oscillates: %t, want %t", c.said, c.source, got, c.want)
		}
	}
}

func TestShortest(t *testing.T) {
	source, target := sentence{3, 4, 5, 6, 7}, sentence{9, 9, 9, 9}
	other := sentence{8}
	for _, c := range []struct {
		name           string
		source, target sentence
		prefixes       []sentence
		ratio          float64
		eligible       bool
	}{
		{"after two words", source, target, []sentence{other, target, target, target}, .4, true},
		{"never", source, target, []sentence{other, other, other, other}, 1, true},
		{"what lacks one word only is not tried", source, target, []sentence{other, other, other, target}, 1, true},
		{"short source", source[:3], sentence{9, 9, 9}, []sentence{{9, 9, 9}, {9, 9, 9}}, 1, false},
		{"stretched", source, target[:3], []sentence{target[:3], other, other, other}, 1, false},
		{"equal", source, source, []sentence{source, other, other, other}, 1, false},
	} {
		e := &exam{said: []sentence{c.target}, prefixes: [][]sentence{c.prefixes}}
		if ratio, eligible := e.shortest(0, c.source, c.target); ratio != c.ratio || eligible != c.eligible {
			t.Errorf("%s: %g, %t; want %g, %t", c.name, ratio, eligible, c.ratio, c.eligible)
		}
	}
	e := &exam{said: []sentence{other}, prefixes: [][]sentence{{target, target, target, target}}}
	if _, eligible := e.shortest(0, source, target); eligible {
		t.Error("a pair that is not repeated is eligible")
	}
}

// Of seven answers five are shared, of which four are wrong and one is right; one is empty.
func TestHallucinate(t *testing.T) {
	shared, own := sentence{5, 6}, sentence{7, 8, 7, 8, 7, 8}
	e := &exam{said: []sentence{shared, shared, shared, shared, shared, own, {}}, quality: []float64{.1, .2, .3, .4, .6, .1, 0}, isNatural: make([]bool, 7)}
	e.hallucinate(&corpus{pairs: make([]pair, 7)})
	if e.natural != 4./6 || e.osc != 1./6 {
		t.Errorf("rates are %g and %g, want 4/6 and 1/6", e.natural, e.osc)
	}
}

// S11: the teacher is its student's ceiling; and what an exam says fits together.
func TestExam(t *testing.T) {
	o := small()
	o.adapt, o.tepochs, o.sepochs = byQuality, 12, 12
	r := ended(o, 1)
	for _, m := range r.models {
		e := m.exam
		checkExam(t, r, m)
		if m.role != student && m.role != heir {
			continue
		}
		above := r.models[teacher]
		if m.role == heir {
			above = r.models[repaired]
		}
		own, ceiling := share(e), share(above.exam)+1-e.follows
		if own > ceiling+1e-12 || math.IsNaN(e.follows) {
			t.Errorf("model %d repeats %g, its ceiling is %g", m.role, own, ceiling)
		}
	}
}

func share(e *exam) float64 { return float64(e.all.repeated) / float64(e.all.pairs) }

func checkExam(t *testing.T, r *run, m *model) {
	t.Helper()
	e, last, sum := m.exam, m.curve[len(m.curve)-1], 0
	for g, x := range e.groups {
		sum += x.repeated
		if x.pairs != r.corpus.counts[g] {
			t.Errorf("model %d: %d pairs in group %d, want %d", m.role, x.pairs, g, r.corpus.counts[g])
		}
		got := float64(x.repeated) / float64(x.pairs)
		if group(g) != clean && math.Abs(got-last.repeats[g]) > 1e-12 {
			t.Errorf("model %d, group %d: %g repeated, %g when watched", m.role, g, got, last.repeats[g])
		}
	}
	if sum != e.all.repeated || last.epoch != m.epochs || m.epoch != m.epochs {
		t.Errorf("model %d: %d of %d repeated, watched at epoch %d of %d", m.role, sum, e.all.repeated, last.epoch, m.epochs)
	}
	answers := make([]answer, 1)
	for i := 0; i < len(r.corpus.pairs); i += 17 {
		p := &r.corpus.pairs[i]
		m.network.answer(answers, m.w, []pair{{source: p.source[:2]}})
		if !answers[0].said.equals(e.prefixes[i][1]) || len(e.prefixes[i]) != len(p.source)-1 {
			t.Errorf("model %d, pair %d: to two words it says %v, and in the exam %v", m.role, i, answers[0].said, e.prefixes[i])
		}
	}
	for h, g := range e.phrases {
		p, asked := make([]float64, 1), []pair{{source: r.corpus.phrases[h].head, target: r.corpus.phrases[h].target}}
		if m.network.likelihoods(p, m.w, asked); g.probability != p[0] || g.away != g.said.equals(r.corpus.phrases[h].target) {
			t.Errorf("model %d, phrase %d: %v, want the probability %g", m.role, h, g, p[0])
		}
	}
}
