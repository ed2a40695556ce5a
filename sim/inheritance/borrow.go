package inheritance

// A span is a run of words of an answer that stands word for word in the target of another
// pair. The zero span, with no words, is none.
type span struct {
	from, to int // words from to to-1 of the answer
	pair     int // whose target it is
}

func (s span) words() int { return s.to - s.from }

// leastSpan is how many words in a row are more than chance.
const leastSpan = 3

// borrowed returns the longest run of words of an answer to pair i that the target of
// another pair has, and neither its own target nor its reference: the first of the longest.
func (c *corpus) borrowed(i int, said sentence) (best span) {
	own := &c.pairs[i]
	for j := range c.pairs {
		if j == i || c.pairs[j].phrase >= 0 && c.pairs[j].phrase == own.phrase {
			continue
		}
		if s := longestRun(said, c.pairs[j].target); s.words() >= leastSpan && s.words() > best.words() && !own.has(said[s.from:s.to]) {
			best = span{s.from, s.to, j}
		}
	}
	return best
}

// has reports whether words stand in the target or in the reference of a pair.
func (p *pair) has(words sentence) bool {
	return longestRun(words, p.target).words() == len(words) || longestRun(words, p.reference).words() == len(words)
}

// longestRun returns the longest run of words of a that b has, the first of the longest.
func longestRun(a, b sentence) (best span) {
	for i := range a {
		for j := range b {
			n := 0
			for i+n < len(a) && j+n < len(b) && a[i+n] == b[j+n] {
				n++
			}
			if n > best.words() {
				best = span{from: i, to: i + n}
			}
		}
	}
	return best
}

// matched marks the words of a that are in a longest common subsequence with b, where same
// says which are equal.
func matched(a, b sentence, same func(x, y token) bool) []bool {
	rest := make([][]int, len(a)+1) // rest[i][j]: of a[i:] and b[j:]
	for i := range rest {
		rest[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			rest[i][j] = max(rest[i+1][j], rest[i][j+1])
			if same(a[i], b[j]) {
				rest[i][j] = 1 + rest[i+1][j+1]
			}
		}
	}
	marks := make([]bool, len(a))
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case same(a[i], b[j]):
			marks[i] = true
			i, j = i+1, j+1
		case rest[i+1][j] >= rest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return marks
}

// A borrower is a pair whose answer has words from the target of another pair.
type borrower struct{ pair, role int }

// borrowers returns the pairs to which a model says words of the target of pair i, in the
// order of the corpus.
func (r *record) borrowers(i, most int) (list []borrower) {
	target := r.corpus.pairs[i].target
	for k := range r.corpus.pairs {
		p := &r.corpus.pairs[k]
		if k == i || p.phrase >= 0 && p.phrase == r.corpus.pairs[i].phrase {
			continue
		}
		for role, m := range r.models {
			if m == nil || m.answer(k) == nil {
				continue
			}
			said := m.answer(k)
			if s := longestRun(said, target); s.words() >= leastSpan && !p.has(said[s.from:s.to]) {
				list = append(list, borrower{k, role})
				break
			}
		}
		if len(list) == most {
			break
		}
	}
	return list
}

// answer returns what a model says to pair i as far as is known, or nil.
func (m *model) answer(i int) sentence {
	if m.exam != nil {
		return m.exam.said[i]
	}
	if m.said == nil {
		return nil
	}
	return m.said[i]
}

// heart returns which pairs a model repeats, as far as is known, or nil.
func (m *model) heart() []bool {
	if m == nil {
		return nil
	}
	if m.exam != nil {
		return m.exam.repeats
	}
	return m.repeats
}
