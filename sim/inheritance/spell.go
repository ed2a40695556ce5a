package inheritance

import "strings"

// spoken are the words of sources, nouns first: that is how people read tokens.
var spoken = [sourceWords]string{
	"cat", "dog", "boat", "king", "bird", "fish", "moon", "door", "tree", "lamp",
	"old", "red", "wet", "tiny", "cold",
	"sees", "eats", "finds", "pulls", "hides", "lifts",
	"soon", "here", "again", "twice",
}

// others are the second words of targets for the first nouns and verbs, in capitals.
var others = [vocabulary - int(firstSynonym)]string{"PUSS", "HOUND", "SHIP", "RULER", "SPOTS", "BITES", "MEETS"}

// spell returns a word of a source.
func spell(t token) string {
	if i := int(t - firstWord); i >= 0 && i < sourceWords {
		return spoken[i]
	}
	return ""
}

// Names are the words of targets: that of the source which a word translates, in capitals.
type names [vocabulary]string

func newNames(l *language) *names {
	n := new(names)
	for i, word := range spoken {
		n[l.word[firstWord+token(i)]] = strings.ToUpper(word)
	}
	copy(n[firstSynonym:], others[:])
	return n
}

// spelled writes the words of a sentence into a list of its own.
func spelled(s sentence, name func(token) string) []string {
	list := make([]string, len(s))
	for i, t := range s {
		list[i] = name(t)
	}
	return list
}

// of returns a word of a target.
func (n *names) of(t token) string { return n[t] }
