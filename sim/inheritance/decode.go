package inheritance

import (
	"example.org/rote/sim/exact"
	"example.org/rote/sim/kernel"
	"example.org/rote/sim/nn"
)

// An answer is what a network says to a source.
type answer struct {
	said sentence // up to longestTarget words; never nil
	sure float64  // geometric mean probability of the words and the end sign
	cut  bool     // it did not come to an end
}

// A decoder is room for answers that grow word by word, side by side.
type decoder struct {
	cache []float32 // of each answer and word the key and the value of self-attention
	open  []int     // answers that have not ended
	logp  [mostPairs]float64
	sums  []float32
}

func newDecoder(width int) decoder {
	return decoder{cache: make([]float32, mostPairs*longestTarget*2*width), open: make([]int, 0, mostPairs), sums: make([]float32, mostRows)}
}

// answer translates the sources of up to mostPairs pairs: always with the likeliest word, of equals the
// first. It returns about how many operations that took.
func (n *network) answer(answers []answer, w []float32, pairs []pair) (flops int) {
	n.clear()
	n.open = n.open[:0]
	for i := range pairs {
		n.take(pairs[i].source)
		n.open, n.logp[i] = append(n.open, i), 0
		answers[i] = answer{said: make(sentence, 0, longestTarget), cut: true}
	}
	n.encode(w)
	flops = n.flops(len(n.source), 0)
	for place := 0; place < longestTarget && len(n.open) > 0; place++ {
		flops += n.flops(0, len(n.open))
		n.choose(answers, n.next(answers, w, place), place)
	}
	return flops
}

// next returns the logits of the word at a place of each answer that is open.
func (n *network) next(answers []answer, w []float32, place int) []float32 {
	n.target, n.targetPlace = n.target[:0], n.targetPlace[:0]
	n.targetSpans, n.crossSpans = n.targetSpans[:0], n.crossSpans[:0]
	for row, i := range n.open {
		last := bos
		if place > 0 {
			last = answers[i].said[place-1]
		}
		n.target, n.targetPlace = append(n.target, last), append(n.targetPlace, token(place))
		n.targetSpans = append(n.targetSpans, nn.Span{Query: row, Queries: 1, Key: i * longestTarget, Keys: place + 1})
		n.crossSpans = append(n.crossSpans, nn.Span{Query: row, Queries: 1, Key: n.sourceSpans[i].Key, Keys: n.sourceSpans[i].Keys})
	}
	rows, t := len(n.open), n.transformer
	y := n.targetRows.value[:rows*n.width]
	t.targetWords.Forward(y, w, n.target, false)
	t.targetPlaces.Forward(y, w, n.targetPlace, true)
	y = n.recall(w, y, rows, place)
	y = t.writing.cross.forward(n.writeCross, w, y, rows, n.crossSpans, n.drop)
	y = t.writing.feed.forward(n.writeFeed, w, y, rows, n.drop)
	return n.score(w, y, rows)
}

// recall is self-attention of one more word of each open answer on those before it.
func (n *network) recall(w, y []float32, rows, place int) []float32 {
	l, s, d := &n.writing.self, n.writeSelf, n.width
	s.enter(&l.norm, w, y, rows)
	s.in.from(&s.normed, &l.in, w, rows)
	for row, i := range n.open {
		copy(n.cache[(i*longestTarget+place)*2*d:][:2*d], s.in.value[(3*row+1)*d:])
	}
	past := nn.Rows{Q: s.in.value, K: n.cache, V: n.cache[d:], LdQ: 3 * d, LdK: 2 * d}
	n.writing.cross.attention.Forward(s.mixed.value, s.weights, past, n.targetSpans) // the last word sees all
	return s.join(&l.out, &s.mixed, w, rows, n.drop)
}

// choose adds a word to each open answer, or ends it.
func (n *network) choose(answers []answer, logits []float32, place int) {
	kernel.LogSumExp(n.sums, logits, len(n.open), vocabulary, vocabulary)
	open := n.open[:0]
	for row, i := range n.open {
		a := &answers[i]
		best := likeliest(logits[row*vocabulary : (row+1)*vocabulary])
		n.logp[i] += float64(logits[row*vocabulary+int(best)] - n.sums[row])
		a.sure = exact.Exp(n.logp[i] / float64(place+1))
		if best == eos || best == pad {
			a.cut = false
			continue
		}
		a.said = append(a.said, best)
		open = append(open, i)
	}
	n.open = open
}

// likeliest returns the first of the greatest logits.
func likeliest(logits []float32) (best token) {
	for t, v := range logits {
		if v > logits[best] {
			best = token(t)
		}
	}
	return best
}

// likelihoods sets p to the geometric mean probabilities of the targets, end sign included,
// of up to mostPairs pairs, and returns about how many operations that took.
func (n *network) likelihoods(p []float64, w []float32, pairs []pair) (flops int) {
	n.pack(pairs)
	logits := n.forward(w)
	kernel.LogSumExp(n.sums, logits, len(n.target), vocabulary, vocabulary)
	for i, s := range n.targetSpans {
		sum := 0.0
		for row := s.Query; row < s.Query+s.Queries; row++ {
			sum += float64(logits[row*vocabulary+int(n.label[row])] - n.sums[row])
		}
		p[i] = exact.Exp(sum / float64(s.Queries))
	}
	return n.flops(len(n.source), len(n.target))
}
