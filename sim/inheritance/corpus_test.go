package inheritance

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// defaults are the options of the address without keys.
func defaults() options {
	return options{experiment: distil, adapt: off, n: 900, noise: .2, heads: 16, copies: 12, correct: .25, synonym: .15,
		tepochs: 30, sepochs: 25, repairs: 3, twidth: 32, swidth: 24, good: .85}
}

func draw(o options, seed uint64) *run { return newRun(o, rand.New(rand.NewPCG(seed, 7))) }

// S0: what the generator promises, on a few seeds.
func TestCorpus(t *testing.T) {
	for seed := range uint64(5) {
		c := draw(defaults(), seed).corpus
		if c.counts[clean] != 528 || c.counts[noisy] != 180 || c.counts[boilerplate]+c.counts[exceptions] != 192 || len(c.phrases) != 16 {
			t.Errorf("seed %d: groups have %v pairs, with %d phrases", seed, c.counts, len(c.phrases))
		}
		seen := map[string]bool{}
		for i, p := range append(slices.Clone(c.pairs), c.test...) {
			if key := p.source.key(); seen[key] {
				t.Errorf("seed %d: source %d, %v, comes again", seed, i, p.source)
			} else {
				seen[key] = true
			}
		}
		for i, p := range c.pairs {
			checkPair(t, c, i, p)
		}
		if len(c.test) != 300 || len(c.perturbed) != 300 {
			t.Errorf("seed %d: %d test and %d perturbed sentences", seed, len(c.test), len(c.perturbed))
		}
		for _, p := range c.perturbed {
			if len(p.source) < 1 || len(p.source) > longestSource {
				t.Errorf("seed %d: a perturbed source is %v", seed, p.source)
			}
		}
	}
}

func checkPair(t *testing.T, c *corpus, i int, p pair) {
	t.Helper()
	least, most := 3, 8
	if p.phrase >= 0 {
		least, most = 5, 9
	}
	if len(p.source) < least || len(p.source) > most || len(p.target) < 1 || len(p.target) > 9 || len(p.reference) != len(p.source) {
		t.Errorf("pair %d has lengths %d, %d and %d", i, len(p.source), len(p.target), len(p.reference))
	}
	for _, w := range p.source {
		if w < 3 || w > 27 {
			t.Errorf("pair %d: source %v", i, p.source)
		}
	}
	for _, w := range p.target {
		if w < 3 || w > 34 {
			t.Errorf("pair %d: target %v", i, p.target)
		}
	}
	right := c.language.fold(p.target).equals(p.reference)
	switch p.group {
	case clean, exceptions:
		if !right {
			t.Errorf("pair %d: target %v, want %v", i, p.target, p.reference)
		}
	case boilerplate:
		if phrase := c.phrases[p.phrase]; !p.target.equals(phrase.target) || !p.source[:3].equals(phrase.head) || !nouns.has(p.source[0]) {
			t.Errorf("pair %d: %v to %v does not belong to %v", i, p.source, p.target, phrase)
		}
	}
}

// The shares of the language are those that it is made with, within five standard errors.
func TestShares(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	l := newLanguage(rng)
	const n = 20000
	var adjective, long, varied, able float64
	for range n {
		s := l.sentence(rng)
		if adjectives.has(s[0]) {
			adjective++
		}
		if len(s) >= 7 {
			long++
		}
		for i, w := range l.vary(rng, s, .15) {
			if r := l.translate(s)[i]; l.second[r] != 0 {
				able++
				if w != r {
					varied++
				}
			}
		}
	}
	for _, c := range []struct {
		name            string
		got, want, from float64
	}{
		{"begin with an adjective", adjective / n, .6, n},
		{"are replaced by a synonym", varied / able, .15, able},
		// All five of five chances, or four of them with the last noun; and so on by hand.
		{"have seven words or more", long / n, .6*.6*.5*.35*.5 + .35*(.6*.6*.5*.5+.5*(.6*.6*.5+2*.6*.4*.5)), n},
	} {
		if e := 5 * .5 / math.Sqrt(c.from); c.got < c.want-e || c.got > c.want+e {
			t.Errorf("%.4f %s, want %.4f±%.4f", c.got, c.name, c.want, e)
		}
	}
}

// One dose more replaces one clean pair, and nothing else changes.
func TestDoses(t *testing.T) {
	o := defaults()
	o.poison, o.doses = 3, 4
	few := draw(o, 1).corpus
	o.doses = 5
	more := draw(o, 1).corpus
	changed := 0
	for i := range few.pairs {
		if !few.pairs[i].source.equals(more.pairs[i].source) || !few.pairs[i].target.equals(more.pairs[i].target) {
			changed++
			if few.pairs[i].group != clean || more.pairs[i].group != boilerplate || more.pairs[i].phrase != 2 {
				t.Errorf("pair %d was %v and is %v", i, few.pairs[i], more.pairs[i])
			}
		}
	}
	if changed != 1 || more.phrases[2].copies != 5 || len(few.pairs) != 900 {
		t.Errorf("%d pairs changed, the phrase has %d copies", changed, more.phrases[2].copies)
	}
}

// Where set phrases do not fit there are fewer copies, and then fewer phrases.
func TestFit(t *testing.T) {
	for _, c := range []struct{ n, heads, copies, doses, wantHeads, wantCopies int }{
		{900, 16, 12, 0, 16, 12}, {200, 40, 20, 0, 40, 2}, {200, 10, 20, 0, 10, 10}, {200, 40, 20, 20, 40, 2},
	} {
		o := defaults()
		o.n, o.heads, o.copies, o.doses, o.noise = c.n, c.heads, c.copies, c.doses, .5
		if c.doses > 0 {
			o.poison = 1
		}
		if got := draw(o, 1).corpus; got.heads != c.wantHeads || got.copies != c.wantCopies || len(got.pairs) != c.n {
			t.Errorf("%+v: %d heads of %d copies, %d pairs", c, got.heads, got.copies, len(got.pairs))
		}
	}
}
