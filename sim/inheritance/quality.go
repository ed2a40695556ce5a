package inheritance

// fold returns the sentence with every synonym replaced by the word that it stands for.
func (l *language) fold(s sentence) sentence {
	folded := make(sentence, len(s))
	for i, t := range s {
		folded[i] = l.root[t]
	}
	return folded
}

// quality returns how much said and a reference have in common, from 0 to 1: the F1 of
// their words and that of their pairs of neighbours, averaged over what occurs. Synonyms
// are as good; an empty sentence is worth nothing.
func (l *language) quality(said, reference sentence) float64 {
	if len(said) == 0 || len(reference) == 0 {
		return 0
	}
	sum, kinds := 0.0, 0.0
	for k := 1; k <= 2; k++ {
		if a, b := max(0, len(said)-k+1), max(0, len(reference)-k+1); a+b > 0 {
			sum += 2 * float64(l.matches(said, reference, k)) / float64(a+b)
			kinds++
		}
	}
	return sum / kinds
}

// matches counts the groups of k neighbouring words that a and b share, each as often as
// it is in both. k is 1 or 2; sentences have up to 32 words.
func (l *language) matches(a, b sentence, k int) (count int) {
	used := uint32(0)
	for i := 0; i+k <= len(a); i++ {
		for j := 0; j+k <= len(b); j++ {
			if used>>j&1 == 0 && l.root[a[i]] == l.root[b[j]] && l.root[a[i+k-1]] == l.root[b[j+k-1]] {
				used |= 1 << j
				count++
				break
			}
		}
	}
	return count
}

// oscillates reports whether said repeats two words again and again where its source does
// not.
func oscillates(said, source sentence) bool {
	n := mostBigrams(said)
	return n > 2 && n > mostBigrams(source)+1
}

// mostBigrams returns how often the commonest pair of neighbours occurs.
func mostBigrams(s sentence) (most int) {
	for i := 1; i < len(s); i++ {
		n := 0
		for j := i; j < len(s); j++ {
			if s[j] == s[i] && s[j-1] == s[i-1] {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}
