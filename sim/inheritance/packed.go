package inheritance

import "example.org/rote/sim/nn"

// Packed pairs lie word under word, with nothing between them.
type packed struct {
	steps                                [places]token // 0, 1, 2, ...
	source, sourcePlace                  []token
	target, targetPlace, label           []token // the words that are known, from the beginning sign on, and those that follow
	sourceSpans, targetSpans, crossSpans []nn.Span
}

func newPacked() (p packed) {
	for i := range p.steps {
		p.steps[i] = token(i)
	}
	return p
}

func (p *packed) clear() {
	p.source, p.sourcePlace = p.source[:0], p.sourcePlace[:0]
	p.target, p.targetPlace, p.label = p.target[:0], p.targetPlace[:0], p.label[:0]
	p.sourceSpans, p.targetSpans, p.crossSpans = p.sourceSpans[:0], p.targetSpans[:0], p.crossSpans[:0]
}

// take adds a source.
func (p *packed) take(source sentence) {
	at, n := len(p.source), len(source)
	p.source, p.sourcePlace = append(p.source, source...), append(p.sourcePlace, p.steps[:n]...)
	p.sourceSpans = append(p.sourceSpans, nn.Span{Query: at, Queries: n, Key: at, Keys: n})
}

// add adds a pair.
func (p *packed) add(source, target sentence) {
	p.take(source)
	at, n := len(p.target), len(target)+1
	p.target = append(append(p.target, bos), target...)
	p.label = append(append(p.label, target...), eos)
	p.targetPlace = append(p.targetPlace, p.steps[:n]...)
	read := p.sourceSpans[len(p.sourceSpans)-1]
	p.targetSpans = append(p.targetSpans, nn.Span{Query: at, Queries: n, Key: at, Keys: n})
	p.crossSpans = append(p.crossSpans, nn.Span{Query: at, Queries: n, Key: read.Key, Keys: read.Keys})
}

// pack takes the place of what was packed.
func (p *packed) pack(pairs []pair) {
	p.clear()
	for i := range pairs {
		p.add(pairs[i].source, pairs[i].target)
	}
}
