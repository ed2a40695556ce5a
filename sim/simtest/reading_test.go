package simtest

import (
	"regexp"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/capacity"
	"example.org/rote/sim/diffusion"
	"example.org/rote/sim/ntk"
)

// A sentence in which one digit is wrong is found, whichever it is, and so are words
// that nobody has read.
func TestReadsFindsWrongNumbers(t *testing.T) {
	labs, spoiled := []sim.Info{capacity.Info(), diffusion.Info(), ntk.Info()}, 0
	for _, address := range []string{"capacity", "capacity?view=resnet&n=32", "capacity?view=ladder&n=64&d=8&method=bubeck",
		"capacity?view=train&n=256&d=8&width=15&seed=2", "ntk", "ntk?view=tangent&m=128", "diffusion?sampler=euler&steps=24"} {
		r, _, err := sim.Open(labs, address)
		if err != nil {
			t.Fatal(err)
		}
		r.Seek(1<<30, nil)
		if err := Reads(r); err != nil {
			t.Error(err)
		}
		says := r.Frame().Says
		for _, at := range regexp.MustCompile(written).FindAllStringIndex(says, -1) {
			digit := strings.LastIndexAny(says[:at[1]], "0123456789")
			if e := strings.LastIndexByte(says[at[0]:at[1]], 'e'); e > 0 {
				digit = at[0] + e - 1
			}
			wrong := says[:digit] + string('0'+(says[digit]-'0'+2)%10) + says[digit+1:]
			if err := readText(r, wrong); err == nil {
				t.Errorf("%s: nobody finds the fault in %q", address, wrong)
			}
			spoiled++
		}
		if err := readText(r, says+" And more."); err == nil {
			t.Errorf("%s: a sentence that nobody has read passes", address)
		}
	}
	if spoiled < 25 {
		t.Errorf("%d numbers were spoiled, want more", spoiled)
	}
}

// A number is right to half of the unit of its last digit.
func TestValueOfANumber(t *testing.T) {
	for text, want := range map[string][2]float64{
		"8": {8, 0.5}, "1.7": {1.7, 0.05}, "1,280": {1280, 0.5}, "1\u202f280": {1280, 0.5}, "200": {200, 0.5}, "80,000": {80000, 500}, "8e-14": {8e-14, 5e-15},
		"3.1e12": {3.1e12, 5e10}, "−2": {-2, 0.5}, "0.0069": {0.0069, 5e-5},
	} {
		x, slack := value(text)
		if abs := max(x-want[0], want[0]-x); abs > 1e-12*max(1, x) || slack < want[1]*(1-1e-9) || slack > want[1]*(1+1e-9) {
			t.Errorf("%s is %g ± %g, want %g ± %g", text, x, slack, want[0], want[1])
		}
	}
}

// A text is held to every number in it.
func TestNumbers(t *testing.T) {
	r, _, err := sim.Open([]sim.Info{capacity.Info()}, "capacity")
	if err != nil {
		t.Fatal(err)
	}
	r.Finish()
	if err := Numbers(r, "24 neurons hold 36 numbers.", "neurons", "n"); err != nil {
		t.Error(err)
	}
	for text, values := range map[string][]string{
		"24 neurons hold 37 numbers.": {"neurons", "n"}, "23 neurons hold 36 numbers.": {"neurons", "n"},
		"24 neurons": {"neurons", "n"}, "24 neurons, 36 numbers": {"neurons"}, "24 ": {"nobody"},
	} {
		if Numbers(r, text, values...) == nil {
			t.Errorf("%q passes as %q", text, values)
		}
	}
}
