package decoding

import (
	"math"

	"example.org/rote/sim/sketch"
)

// seeLines draws the lines of both, and the wedge between them behind their crossing.
func (w *wall) seeLines(s *scene) {
	w.net.Clear()
	w.layer.Clear()
	w.low = w.low[:0]
	w.netEnd, w.layerEnd, w.crosses = "", "", false
	line := &s.atlas.shown.line
	if len(s.record.net.X) == 0 || s.now() == nil {
		return
	}
	w.reach = s.reach()
	x, y, crosses := crossing(&s.record.net, line)
	w.crosses = crosses
	if crosses {
		w.cross = [2]float64{w.across(x), lineHeight * y}
		w.crossing = "they cross at epoch " + sketch.Whole(int(math.Round(x)))
	}
	for i, e := range s.record.net.X {
		share := s.record.net.Y[i]
		w.net.To(w.across(e), lineHeight*share)
		h := heightAt(line, e)
		if crosses && i > 0 && s.record.net.X[i-1] < x && x < e {
			w.layerTo(w.cross[0], w.cross[1], w.cross[1])
		}
		low := lineHeight * h
		if crosses && e >= x {
			low = lineHeight * share
		}
		w.layerTo(w.across(e), lineHeight*h, low)
	}
	w.netEnd = "the network: " + ofThousand(last(&s.record.net))
	w.layerEnd = s.view.reader + ": " + ofThousand(last(line))
}

func (w *wall) layerTo(x, y, low float64) {
	w.layer.To(x, y)
	w.low = append(w.low, low)
}

// across returns where an epoch stands.
func (w *wall) across(epoch float64) float64 { return wallColumns * epoch / w.reach }

// reach returns the last epoch of the axes: that of the run when it is known.
func (s *scene) reach() float64 {
	if s.ended && s.epoch > 0 {
		return float64(s.epoch)
	}
	if s.lab.stop == limit {
		return float64(s.lab.epochs)
	}
	for _, r := range [...]int{40, 60, 80, 100} {
		if s.epoch <= r {
			return float64(min(r, s.lab.epochs))
		}
	}
	return float64(s.lab.epochs)
}

func ofThousand(share float64) string { return sketch.Whole(int(math.Round(testCount * share))) }
