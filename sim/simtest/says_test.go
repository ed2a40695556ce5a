package simtest

import (
	"strings"
	"testing"

	"example.org/rote/sim"
)

func TestSentences(t *testing.T) {
	for s, want := range map[string]string{
		"Two of 20 points are left.":                   "",
		"1 of 20 points is left.":                      "",
		"1 point is left, 0.1 points away.":            "",
		"1 class was found.":                           "",
		"1 points are left.":                           "plural",
		"After 1 epochs all is well.":                  "plural",
		"The loss is NaN.":                             "not a sentence",
		"It is over":                                   "not a sentence",
		"It took %!d(float64=3) steps.":                "wrong format",
		strings.Repeat("Much ", 22) + "is too much.":   "122 characters",
		strings.Repeat("x", longestSentence-1) + ".":   "",
		strings.Repeat("σ", longestSentence-1) + "σσ.": "112 characters",
	} {
		err := sentenceErrors(s)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", s, err, want)
		}
	}
}

// A strong word that the facts do not carry is found, in each row of the table.
func TestSayings(t *testing.T) {
	f := &sim.Frame{Says: "None is new: all 200 samples ended on the 20 training points.", Unit: "step",
		Headline: sim.Headline{Fact: "copied", Words: "copies"}}
	diffusion := sim.Info{Name: "diffusion"}
	f.Fact("copied", "Copied", "", "Share.", 1)
	if err := saysErrors(diffusion, f); err != nil {
		t.Error(err)
	}
	f.Facts[0].Value = 0.995
	if err := saysErrors(diffusion, f); err == nil || !strings.Contains(err.Error(), "copied == 1") {
		t.Errorf("got %v", err)
	}
	for _, s := range sayings {
		if _, err := Holds(s.must, f); err != nil {
			t.Errorf("%s: %v", s.must, err)
		}
	}
}

func TestWordsOfFrames(t *testing.T) {
	for want, spoil := range map[string]func(*sim.Frame){
		"":                   func(*sim.Frame) {},
		"a tick has no unit": func(f *sim.Frame) { f.Unit = "" },
		"part 3 of 2":        func(f *sim.Frame) { f.Part, f.Parts = 3, 2 },
		"has no fact":        func(f *sim.Frame) { f.Headline.Fact = "" },
		"no place in the":    func(f *sim.Frame) { f.Panels[1].Short = "nineteen characters" },
		"try":                func(f *sim.Frame) { f.Try = sim.Try{Words: "More", Address: "toy?n=0"} },
	} {
		r, err := open(info(0), "toy")
		if err != nil {
			t.Fatal(err)
		}
		f := r.Frame()
		spoil(f)
		if err := saysErrors(info(0), f); (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v", want, err)
		}
	}
}
