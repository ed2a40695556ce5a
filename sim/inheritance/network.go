package inheritance

import (
	"example.org/rote/sim/nn"
)

// mostPairs is how many pairs a network takes at once, and mostRows how many words they
// have on a side.
const (
	mostPairs = 16
	mostRows  = mostPairs * places
)

// A network is room for the passes of a transformer. The models of one width share it, one
// after the other: their parameters are arguments.
type network struct {
	*transformer
	packed
	decoder
	drop nn.Dropout

	learnedAtOnce, atOnce int // pairs that fit into a slice, when learned and when asked

	sourceRows, targetRows, logits   twin
	read                             twin // of the sources
	readSelf, readFeed               *state
	writeSelf, writeCross, writeFeed *state
	readMoments, writeMoments        nn.Moments
	readStream, writeStream          []float32 // what the last sublayers made
	last                             twin      // of the targets, behind the last norm
}

func newNetwork(width int) *network {
	rows, weights := mostRows, attentionHeads*places
	t := newTransformer(width)
	return &network{
		transformer: t, learnedAtOnce: t.fit(6), atOnce: t.fit(2), packed: newPacked(), decoder: newDecoder(width),
		sourceRows: numbers(rows * width), targetRows: numbers(rows * width), logits: numbers(rows * vocabulary),
		read: numbers(rows * width), last: numbers(rows * width),
		readSelf: newState(rows, width, 3*width, 0, weights), readFeed: newState(rows, width, 2*width, 0, 0),
		writeSelf: newState(rows, width, 3*width, 0, weights), writeCross: newState(rows, width, width, 2*width, weights),
		writeFeed: newState(rows, width, 2*width, 0, 0), readMoments: nn.NewMoments(rows), writeMoments: nn.NewMoments(rows),
	}
}

// encode reads the sources that are packed.
func (n *network) encode(w []float32) {
	rows, t := len(n.source), n.transformer
	x := n.sourceRows.value[:rows*n.width]
	t.sourceWords.Forward(x, w, n.source, false)
	t.sourcePlaces.Forward(x, w, n.sourcePlace, true)
	x = t.reading.self.forward(n.readSelf, w, x, rows, n.sourceSpans, n.drop)
	x = t.reading.feed.forward(n.readFeed, w, x, rows, n.drop)
	t.reading.last.Forward(n.read.value, n.readMoments, w, x, rows)
	n.readStream = x
	n.writeCross.memory.from(&n.read, &t.writing.cross.memory, w, rows)
}

// forward returns the logits of the next word behind each word of the targets that are
// packed, rows×vocabulary.
func (n *network) forward(w []float32) []float32 {
	n.encode(w)
	rows, t := len(n.target), n.transformer
	y := n.targetRows.value[:rows*n.width]
	t.targetWords.Forward(y, w, n.target, false)
	t.targetPlaces.Forward(y, w, n.targetPlace, true)
	y = t.writing.self.forward(n.writeSelf, w, y, rows, n.targetSpans, n.drop)
	y = t.writing.cross.forward(n.writeCross, w, y, rows, n.crossSpans, n.drop)
	y = t.writing.feed.forward(n.writeFeed, w, y, rows, n.drop)
	n.writeStream = y
	return n.score(w, y, rows)
}

// score returns the logits of rows behind the last sublayer.
func (n *network) score(w, y []float32, rows int) []float32 {
	t := n.transformer
	t.writing.last.Forward(n.last.value, n.writeMoments, w, y, rows)
	n.logits.from(&n.last, &t.writing.out, w, rows)
	return n.logits.value[:rows*vocabulary]
}

// backward adds the derivative by the parameters to g, given that by the logits in
// logits.slope.
func (n *network) backward(g, w []float32) {
	rows, t := len(n.target), n.transformer
	stream := n.targetRows.slope[:rows*n.width]
	clear(stream)
	n.logits.back(&n.last, &t.writing.out, g, w, rows)
	t.writing.last.Backward(stream, g, n.writeMoments, w, n.writeStream, n.last.slope, rows)
	t.writing.feed.backward(n.writeFeed, g, w, stream, rows)
	t.writing.cross.backward(n.writeCross, g, w, stream, rows, n.crossSpans)
	n.writeCross.memory.back(&n.read, &t.writing.cross.memory, g, w, len(n.source))
	t.writing.self.backward(n.writeSelf, g, w, stream, rows, n.targetSpans)
	t.targetWords.Backward(g, stream, n.target)
	t.targetPlaces.Backward(g, stream, n.targetPlace)
	n.unread(g, w)
}

// unread is the part of backward that belongs to the sources.
func (n *network) unread(g, w []float32) {
	rows, t := len(n.source), n.transformer
	stream := n.sourceRows.slope[:rows*n.width]
	clear(stream)
	t.reading.last.Backward(stream, g, n.readMoments, w, n.readStream, n.read.slope, rows)
	t.reading.feed.backward(n.readFeed, g, w, stream, rows)
	t.reading.self.backward(n.readSelf, g, w, stream, rows, n.sourceSpans)
	t.sourceWords.Backward(g, stream, n.source)
	t.sourcePlaces.Backward(g, stream, n.sourcePlace)
}

// words is about how many rows a pair has, of sources and targets together.
const words = 12

// fit returns how many pairs fit into a slice, given the operations for each weight and
// row: 2 forward, and 6 with the way back.
func (t *transformer) fit(operations int) int {
	return max(1, min(mostPairs, sliceWork/(operations*t.weights()*words/2)))
}
