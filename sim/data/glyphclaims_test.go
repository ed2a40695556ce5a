package data

import (
	"math"
	"testing"
)

// The numbers below were computed with an independent program from 4,000
// pictures of each class and two seeds.

// G2: mean ink of a picture by class, size 8.
var meanInk = []struct {
	name   string
	jitter Jitter
	binary bool
	want   [Classes]float64
	all    float64
}{
	{"full", Full(), false, [Classes]float64{.334, .182, .333, .305, .292, .334, .297, .243, .333, .271}, .292},
	{"full, binary", Full(), true, [Classes]float64{.337, .178, .334, .305, .298, .336, .303, .243, .345, .276}, .2955},
	{"easy", Easy(), false, [Classes]float64{.335, .183, .339, .310, .293, .340, .299, .249, .335, .273}, .2956},
	{"easy, binary", Easy(), true, [Classes]float64{.337, .178, .338, .308, .300, .339, .303, .248, .346, .276}, .2974},
}

func TestMeanInk(t *testing.T) {
	const perClass = 2500
	for _, row := range meanInk {
		pixels, labels := Glyphs(seeded(11), perClass*Classes, Classes, 8, row.jitter)
		if row.binary {
			Binarize(pixels)
		}
		var got [Classes]float64
		all := 0.0
		for i, label := range labels {
			mean := total(pixels[i*64:(i+1)*64]) / 64
			got[label] += mean / perClass
			all += mean / (perClass * Classes)
		}
		for class, want := range row.want {
			if math.Abs(got[class]-want) > .004 {
				t.Errorf("%s: mean ink of %d is %.4f, want %.3f", row.name, class, got[class], want)
			}
		}
		if math.Abs(all-row.all) > .004 {
			t.Errorf("%s: mean ink is %.4f, want %.4f", row.name, all, row.all)
		}
	}
}
