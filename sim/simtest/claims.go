package simtest

import (
	"fmt"
	"math"
	"testing"

	"example.org/rote/sim"
)

// A Claim is a number that the paper, a closed form or an earlier measurement
// gives for a fact at the end of the run of an address.
type Claim struct {
	ID      string // of the claim in the lab's table, such as "M9"
	Address string
	Fact    string
	Want    float64
	Within  float64 // largest |fact - Want|
}

// Claims runs the address of each claim to its end, once for all claims about
// it, and compares.
func Claims(t *testing.T, info sim.Info, claims []Claim) {
	t.Helper()
	runs := map[string]*sim.Run{}
	for _, c := range claims {
		t.Run(c.ID+" "+c.Address+" "+c.Fact, func(t *testing.T) {
			r := runs[c.Address]
			if r == nil {
				var err error
				if r, err = open(info, c.Address); err != nil {
					t.Fatal(err)
				}
				r.Finish()
				runs[c.Address] = r
			}
			report(t, c.check(r.Frame()))
		})
	}
}

func (c Claim) check(f *sim.Frame) error {
	got, ok := f.Value(c.Fact)
	switch {
	case !ok:
		return fmt.Errorf("%s: there is no fact %s: %s", c.Address, c.Fact, f.Says)
	case !(math.Abs(got-c.Want) <= c.Within):
		return fmt.Errorf("%s: %s is %g, want %g within %g", c.Address, c.Fact, got, c.Want, c.Within)
	}
	return nil
}
