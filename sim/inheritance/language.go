package inheritance

import (
	"math/rand/v2"
	"slices"
)

// A token is a word or a sign. Sources and targets share the numbers.
type token = int32

// A sentence is a row of tokens without signs. Sources have 1 to 9 of them, targets up
// to 10.
type sentence []token

func (s sentence) equals(t sentence) bool { return slices.Equal(s, t) }

// The signs, and how many tokens there are.
const (
	pad, bos, eos token = 0, 1, 2

	vocabulary = 35
)

// A class is a range of the words of sources.
type class struct {
	from  token
	words int
}

// The words of sources come in four classes.
var (
	nouns      = class{3, 10}
	adjectives = class{13, 5}
	verbs      = class{18, 6}
	adverbs    = class{24, 4}
)

const (
	sourceWords = 25 // 3 to 27
	targetWords = 32 // 3 to 34, the last seven of them synonyms

	firstWord    token = 3
	firstSynonym token = firstWord + sourceWords
)

func (c class) has(t token) bool { return t >= c.from && t < c.from+token(c.words) }

func (c class) draw(rng *rand.Rand) token { return c.from + token(rng.IntN(c.words)) }

func chance(rng *rand.Rand, p float64) bool { return rng.Float64() < p }

func anySource(rng *rand.Rand) token { return firstWord + token(rng.IntN(sourceWords)) }

func anyTarget(rng *rand.Rand) token { return firstWord + token(rng.IntN(targetWords)) }

// A language is a dictionary: what word stands for which, and for some a second one.
type language struct {
	word   [vocabulary]token // of each word of a source its translation
	second [vocabulary]token // of each word of a target its synonym, or 0
	root   [vocabulary]token // of each word of a target that which it is a synonym of, or itself
}

func newLanguage(rng *rand.Rand) *language {
	l := new(language)
	for i, j := range rng.Perm(sourceWords) {
		l.word[firstWord+token(i)] = firstWord + token(j)
	}
	for t := range l.root {
		l.root[t] = token(t)
	}
	synonym := firstSynonym
	for _, c := range []struct {
		class
		count int
	}{{nouns, 4}, {verbs, 3}} {
		for i := range c.count {
			t := c.from + token(i)
			l.second[l.word[t]], l.root[synonym] = synonym, l.word[t]
			synonym++
		}
	}
	return l
}

// sentence draws a source: [A] N V [A] N [D] with two further words at times.
func (l *language) sentence(rng *rand.Rand) (s sentence) {
	maybe := func(p float64, c class) {
		if chance(rng, p) {
			s = append(s, c.draw(rng))
		}
	}
	maybe(.6, adjectives)
	s = append(s, nouns.draw(rng), verbs.draw(rng))
	maybe(.6, adjectives)
	s = append(s, nouns.draw(rng))
	maybe(.5, adverbs)
	if chance(rng, .35) {
		maybe(.5, adjectives)
		s = append(s, nouns.draw(rng))
	}
	return s
}

// translate returns the translation of any source: word by word, but an adjective comes
// after the word that it stood before.
func (l *language) translate(source sentence) sentence {
	target := make(sentence, 0, len(source))
	for i := 0; i < len(source); i++ {
		if adjectives.has(source[i]) && i+1 < len(source) {
			target = append(target, l.word[source[i+1]], l.word[source[i]])
			i++
			continue
		}
		target = append(target, l.word[source[i]])
	}
	return target
}

// vary is translate with synonyms: a word that has one is replaced by it with the given
// probability.
func (l *language) vary(rng *rand.Rand, source sentence, share float64) sentence {
	target := l.translate(source)
	for i, t := range target {
		if l.second[t] != 0 && chance(rng, share) {
			target[i] = l.second[t]
		}
	}
	return target
}

// longestSource is how many words a source has at most.
const longestSource = 9

// longestTarget is how many words a model says at most; targets that are learned have one
// less, and the end sign.
const longestTarget = 10
