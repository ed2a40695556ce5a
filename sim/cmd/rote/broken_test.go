package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// broken is a lab that panics at n = 3. Its fact is n.
type broken struct{ n int }

func (l *broken) Knobs(k *sim.Knobs) { k.Int(&l.n, "n", "Number", 1, 1, 9) }

func (l *broken) Open(*rand.Rand) sim.Scene { return l }

func (l *broken) Step() sim.Pace {
	if l.n == 3 {
		panic("three is too much")
	}
	return sim.Done
}

func (l *broken) Draw(f *sim.Frame) { f.Fact("number", "Number", "pieces", "That is n.", float64(l.n)) }

// toys are a lab that is over at once, unless it panics.
func toys() []sim.Info {
	return []sim.Info{{Name: "toy", New: func() sim.Lab { return new(broken) }}}
}

// A run that panics is tried again and given up; the others are measured and
// kept.
func TestSweepWithABrokenRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.csv")
	var stdout, stderr bytes.Buffer
	c := command{labs: toys(), stdout: &stdout, stderr: &stderr}
	code := c.run([]string{"sweep", "-j", "2", "-o", file, "toy?n=1..5*5&fact=number"})
	says := stderr.String()
	for _, want := range []string{"The run toy?n=3 could not be measured: an error in its program (three is too much).", "1 of 5 runs could not be measured"} {
		if strings.Count(says, want) != 1 {
			t.Errorf("it says %q, want once %q", says, want)
		}
	}
	data, _ := os.ReadFile(file)
	if code != 1 || stdout.Len() > 0 || bytes.Count(data, []byte(",1,")) != 4 {
		t.Errorf("exit %d, with %q and the file\n%s", code, stdout.String(), data)
	}
}

// A run that panics while facts are looked for ends nothing, either.
func TestSweepLooksAtABrokenRun(t *testing.T) {
	var stderr bytes.Buffer
	c := command{labs: toys(), stdout: new(bytes.Buffer), stderr: &stderr}
	if code := c.run([]string{"sweep", "toy?n=3,4&fact=nosuch"}); code != 2 || !strings.Contains(stderr.String(), "no run of this sweep has the fact nosuch; allowed is number\n") {
		t.Errorf("exit %d: %s", code, stderr.String())
	}
}
