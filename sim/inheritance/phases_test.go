package inheritance

import (
	"math"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/nn"
)

// Baseline and student differ in their targets alone: with equal ones they are equal.
func TestRace(t *testing.T) {
	r := draw(small(), 1)
	b, s := r.models[baseline], r.models[student]
	if nn.Hash(b.w) != nn.Hash(s.w) {
		t.Fatal("baseline and student begin with other weights")
	}
	l := []*learner{r.student(b, r.corpus.targets()), r.student(s, r.corpus.targets())}
	r.yield = func(sim.Pace) bool { return true }
	for range 2 {
		r.learnEpoch(l)
	}
	if nn.Hash(b.w) != nn.Hash(s.w) || nn.Hash(b.w) == nn.Hash(draw(small(), 1).models[baseline].w) {
		t.Error("on equal targets baseline and student become different")
	}
}

// The rate grows over the first updates, and falls to a tenth.
func TestSchedule(t *testing.T) {
	r := draw(defaults(), 1)
	l := r.teach()
	if l.updates != 30*29 {
		t.Fatalf("%d updates, want 30 epochs of 29", l.updates)
	}
	for update := 1; update <= l.updates; update++ {
		l.step(0)
		switch want := float32(.003 * min(1, float64(update)/60) * (1 - .9*float64(update)/870)); {
		case update == 1 || update == 60 || update == 400 || update == 870:
			if math.Abs(float64(l.opt.Rate-want)) > 1e-9 {
				t.Errorf("update %d has the rate %g, want %g", update, l.opt.Rate, want)
			}
		}
	}
}

// A gradient that is no number ends training, and leaves the parameters as they were.
func TestBroken(t *testing.T) {
	r := draw(small(), 1)
	l := r.teach()
	l.g[3] = float32(math.NaN())
	before := nn.Hash(l.w)
	l.start()
	l.batch(0, r.corpus.pairs, func(int) bool { return true })
	r.models[teacher].passed(l)
	if m := r.models[teacher]; !l.broken || nn.Hash(l.w) != before || m.broken != 1 || !math.IsNaN(m.loss) {
		t.Errorf("broken is %t, the loss %g, and the parameters have changed: %t", l.broken, m.loss, nn.Hash(l.w) != before)
	}
}

// Dropout is of learning alone: what a model says does not depend on masks drawn before.
func TestDropoutEnds(t *testing.T) {
	o := small()
	o.drop = .3
	r := draw(o, 1)
	m := r.models[teacher]
	before, after := make([]answer, 1), make([]answer, 1)
	asked := r.corpus.pairs[:1]
	l := r.teach()
	l.start()
	l.batch(0, r.corpus.pairs, func(int) bool { return true })
	m.network.answer(before, m.w, asked)
	other := newNetwork(m.width)
	other.answer(after, m.w, asked)
	if before[0].sure != after[0].sure {
		t.Errorf("after learning with dropout the confidence is %g, want %g", before[0].sure, after[0].sure)
	}
}

// A repair takes good pairs only, half of the corpus at most; by chance as many of all.
func TestSelection(t *testing.T) {
	o := small()
	o.adapt = byQuality
	r := ended(o, 1)
	pairs := r.selection()
	if len(pairs) != 100 || r.selected != 100 || r.scarce {
		t.Errorf("%d pairs chosen, %d noted, want half of 200", len(pairs), r.selected)
	}
	for _, i := range pairs {
		if p := r.corpus.pairs[i]; r.corpus.language.quality(p.target, p.reference) <= .85 {
			t.Errorf("pair %d is chosen: %v", i, p)
		}
	}
	r.adapt = byChance
	bad := 0
	for _, i := range r.selection() {
		if !r.isGood(i) {
			bad++
		}
	}
	if len(r.selection()) != 100 || bad < 10 {
		t.Errorf("%d pairs by chance, %d of them bad", len(r.selection()), bad)
	}
	r.adapt, r.good = byQuality, 1 // nothing is better than all right
	if pairs = r.selection(); len(pairs) != 66 || !r.scarce {
		t.Errorf("%d pairs where none is good, want the best third", len(pairs))
	}
}

// Each pair is learned by half of the models, and the means are over those alone.
func TestHeldOut(t *testing.T) {
	o := small()
	o.experiment = counterfactual
	h := ended(o, 1).held
	for i := range o.n {
		sides := 0
		var sums [2][2]float64
		for k := range halves {
			in := 0
			if h.sides[k][i] {
				in = 1
			}
			sides += in
			sums[0][in] += h.probability[k][i] / 3
			sums[1][in] += h.probability[halves+k][i] / 3
		}
		if sides != 3 {
			t.Fatalf("%d teachers have learned pair %d", sides, i)
		}
		for side := range 2 {
			if math.Abs(h.with[side][i]-sums[side][1]) > 1e-12 || math.Abs(h.without[side][i]-sums[side][0]) > 1e-12 {
				t.Fatalf("pair %d: %g with and %g without it, want %g", i, h.with[side][i], h.without[side][i], sums[side])
			}
		}
	}
	if h.done != [2]int{halves, halves} {
		t.Errorf("%v models are done", h.done)
	}
}

// Looking at pairs on the way changes nothing but what is shown; and what is shown at the
// end is what the exam says.
func TestShown(t *testing.T) {
	plain, looked := ended(small(), 1), draw(small(), 1)
	p := sim.Play(looked.play)
	defer p.Stop()
	for i := 0; p.Step() != sim.Done; i++ {
		if i%7 == 0 {
			looked.show(i % 50)
		}
		if looked.stale() {
			looked.look()
		}
	}
	if hash(plain) != hash(looked) {
		t.Error("looking changes the run")
	}
	looked.show(41)
	for looked.stale() {
		looked.look()
	}
	for _, m := range []int{teacher, baseline, student} {
		s, e := looked.shown.models[m], looked.models[m].exam
		if !s.said.equals(e.said[41]) || !s.prefixes[0].equals(e.prefixes[41][0]) || looked.shown.pair != 41 {
			t.Errorf("model %d: %v is shown, the exam has %v", m, s.said, e.said[41])
		}
		width, sum := len(looked.corpus.pairs[41].source), 0.0
		for _, v := range s.attention[len(s.attention)-width:] {
			sum += v
		}
		if len(s.attention) != width*(len(s.said)+1) || math.Abs(sum-1) > 1e-5 || len(s.probability) != width {
			t.Errorf("model %d: attention %d long with the sum %g", m, len(s.attention), sum)
		}
	}
}

// The parts of a tick are counted before they are done, and all of them are done.
func TestParts(t *testing.T) {
	for _, experiment := range []string{distil, counterfactual} {
		o := small()
		o.experiment, o.adapt = experiment, byQuality
		r := draw(o, 1)
		part, parts := 0, 0
		finishWith(r, func(p sim.Pace) {
			if p == sim.Busy && r.parts > 0 {
				part, parts = r.part, r.parts
			}
			if r.part > r.parts || p == sim.Tick && experiment == distil && part != parts {
				t.Fatalf("%s, epoch %d: part %d of %d is done, then %d of %d", experiment, r.epoch, part, parts, r.part, r.parts)
			}
		})
	}
}
