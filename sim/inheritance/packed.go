package inheritance

import "example.org/rote/sim/nn"

// Packed pairs lie word under word, with nothing between them.
type packed struct {
	pairs                                int
	source, sourcePlace                  []token
	target, targetPlace, label           []token // the words that are known, from the beginning sign on, and those that follow
	sourceSpans, targetSpans, crossSpans []nn.Span
}

func newPacked() packed {
	ids := func() []token { return make([]token, 0, mostRows) }
	spans := func() []nn.Span { return make([]nn.Span, 0, mostPairs) }
	return packed{0, ids(), ids(), ids(), ids(), ids(), spans(), spans(), spans()}
}

func (p *packed) clear() {
	p.pairs = 0
	p.source, p.sourcePlace = p.source[:0], p.sourcePlace[:0]
	p.target, p.targetPlace, p.label = p.target[:0], p.targetPlace[:0], p.label[:0]
	p.sourceSpans, p.targetSpans, p.crossSpans = p.sourceSpans[:0], p.targetSpans[:0], p.crossSpans[:0]
}

// take adds a source.
func (p *packed) take(source sentence) {
	at := len(p.source)
	for i, t := range source {
		p.source, p.sourcePlace = append(p.source, t), append(p.sourcePlace, token(i))
	}
	p.sourceSpans = append(p.sourceSpans, nn.Span{Query: at, Queries: len(source), Key: at, Keys: len(source)})
	p.pairs++
}

// add adds a pair.
func (p *packed) add(source, target sentence) {
	p.take(source)
	at, n, last := len(p.target), len(target)+1, bos
	for i, t := range target {
		p.target, p.targetPlace, p.label = append(p.target, last), append(p.targetPlace, token(i)), append(p.label, t)
		last = t
	}
	p.target, p.targetPlace, p.label = append(p.target, last), append(p.targetPlace, token(n-1)), append(p.label, eos)
	read := p.sourceSpans[len(p.sourceSpans)-1]
	p.targetSpans = append(p.targetSpans, nn.Span{Query: at, Queries: n, Key: at, Keys: n})
	p.crossSpans = append(p.crossSpans, nn.Span{Query: at, Queries: n, Key: read.Key, Keys: read.Keys})
}
