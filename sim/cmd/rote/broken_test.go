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

func (l *broken) Draw(f *sim.Frame) { f.Fact("number", "Number", "", "That is n.", float64(l.n)) }

// A run that panics is tried again and given up; the others are measured and
// kept.
func TestSweepWithABrokenRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.csv")
	var stdout, stderr bytes.Buffer
	c := command{labs: []sim.Info{{Name: "broken", New: func() sim.Lab { return new(broken) }}}, stdout: &stdout, stderr: &stderr}
	code := c.run([]string{"sweep", "-j", "2", "-o", file, "broken?n=1..5*5&fact=number"})
	says := stderr.String()
	for _, want := range []string{"The run broken?n=3 could not be measured: an error in its program (three is too much).", "1 of 5 runs could not be measured"} {
		if strings.Count(says, want) != 1 {
			t.Errorf("it says %q, want once %q", says, want)
		}
	}
	data, _ := os.ReadFile(file)
	if code != 2 || stdout.Len() > 0 || bytes.Count(data, []byte(",number,")) != 4 {
		t.Errorf("exit %d, with %q and the file\n%s", code, stdout.String(), data)
	}
}
