package decoding

import (
	"example.org/rote/sim/sketch"
)

// checkpoints are the epochs after which the chosen layer is read. The end is one, too.
var checkpoints = [...]int{0, 5, 8, 12, 18, 25, 35, 50, 80, 120, 150}

func isCheckpoint(epoch int) bool {
	for _, e := range checkpoints {
		if e == epoch {
			return true
		}
	}
	return false
}

// A kept network is what there was at a checkpoint.
type kept struct {
	epoch int
	w     []float32
}

// A record is what training has shown so far, whatever is read of the layers.
type record struct {
	epoch     int
	kept      []kept
	net       sketch.Trace // the network's share of right answers on the test pictures
	fitted    sketch.Trace // share of the labels given that it gives back
	wrong     sketch.Trace // share of the wrong ones that it gives back; none without wrong labels
	memorized float64      // share of the labels it was trained on that it gives back
	peak      float64      // of net
	peakEpoch int
	answers   []int8 // testCount, of the network now
	first     []int  // n, epoch at which a wrong label was given back for the first time, or notYet
	broken    int    // epoch in which training diverged, or 0
}

const notYet = -1

func newRecord(l *Lab) record {
	r := record{net: sketch.NewTrace(l.epochs + 1), fitted: sketch.NewTrace(l.epochs + 1), wrong: sketch.NewTrace(l.epochs + 1),
		answers: make([]int8, testCount), first: make([]int, l.n)}
	for i := range r.first {
		r.first[i] = notYet
	}
	return r
}

// see takes in what the network answers after an epoch: for the training pictures, and
// for the test pictures.
func (r *record) see(epoch int, t *task, trainedOn []int32, training, test []int8) {
	r.epoch = epoch
	x := float64(epoch)
	r.memorized = float64(count(training, trainedOn)) / float64(len(trainedOn))
	r.fitted.To(x, float64(count(training, t.given))/float64(len(t.given)))
	if t.changed > 0 {
		r.wrong.To(x, float64(r.countWrong(t, training))/float64(t.changed))
	}
	copy(r.answers, test)
	share := float64(count(test, t.answers)) / testCount
	r.net.To(x, share)
	if share > r.peak {
		r.peak, r.peakEpoch = share, epoch
	}
}

// countWrong counts the wrong labels that are given back, and notes the first time.
func (r *record) countWrong(t *task, training []int8) (n int) {
	for i, label := range t.given {
		if label == t.right[i] || int32(training[i]) != label {
			continue
		}
		n++
		if r.first[i] == notYet {
			r.first[i] = r.epoch
		}
	}
	return n
}

// last returns the last value of a trace, which is not empty.
func last(t *sketch.Trace) float64 { return t.Y[len(t.Y)-1] }

// crossing returns where the line of the network falls below that of the layer for good,
// and the height there. The layer's line is straight between its points, and level behind
// the last.
func crossing(net, layer *sketch.Trace) (x, y float64, ok bool) {
	for i := len(net.X) - 1; i > 0; i-- {
		before, after := net.Y[i-1]-heightAt(layer, net.X[i-1]), net.Y[i]-heightAt(layer, net.X[i])
		if after >= 0 {
			return 0, 0, false
		}
		if before >= 0 {
			part := before / (before - after)
			x = net.X[i-1] + float64(part*(net.X[i]-net.X[i-1]))
			return x, heightAt(layer, x), true
		}
	}
	return 0, 0, false
}

// heightAt returns the height of a trace at x.
func heightAt(t *sketch.Trace, x float64) float64 {
	for i := 1; i < len(t.X); i++ {
		if x <= t.X[i] {
			part := (x - t.X[i-1]) / (t.X[i] - t.X[i-1])
			return t.Y[i-1] + float64(part*(t.Y[i]-t.Y[i-1]))
		}
	}
	return last(t)
}
