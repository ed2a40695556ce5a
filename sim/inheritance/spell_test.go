package inheritance

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// A translation is spelled with the words of its source in capitals, adjectives after their
// nouns; no two words look alike.
func TestSpelling(t *testing.T) {
	l := newLanguage(rand.New(rand.NewPCG(3, 1)))
	n := newNames(l)
	source := sentence{adjectives.from, nouns.from + 1, verbs.from + 2, nouns.from + 4}
	if got := strings.Join(spelled(source, spell), " "); got != "old dog finds bird" {
		t.Errorf("the source is spelled %q", got)
	}
	if got := strings.Join(spelled(l.translate(source), n.of), " "); got != "DOG OLD FINDS BIRD" {
		t.Errorf("its translation is spelled %q", got)
	}
	for i, word := range n[firstWord:] {
		if j := slices.Index(n[firstWord:], word); word == "" || j != i {
			t.Errorf("word %d is spelled %q, as word %d", i, word, j)
		}
	}
	for t0 := firstSynonym; t0 < vocabulary; t0++ {
		if root := l.root[t0]; l.second[root] != t0 {
			t.Errorf("%s is no second word of %s", n[t0], n[root])
		}
	}
}

// The second words stand for the first nouns and verbs.
func TestSecondWords(t *testing.T) {
	l := newLanguage(rand.New(rand.NewPCG(4, 1)))
	n := newNames(l)
	for first, second := range map[string]string{"CAT": "PUSS", "DOG": "HOUND", "BOAT": "SHIP", "KING": "RULER", "SEES": "SPOTS", "EATS": "BITES", "FINDS": "MEETS"} {
		i := token(slices.Index(n[:], first))
		if got := n[l.second[i]]; got != second {
			t.Errorf("the second word of %s is %s, want %s", first, got, second)
		}
	}
}
