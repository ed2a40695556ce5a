//go:build slow

package inheritance

import (
	"fmt"
	"math"
	"runtime"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/simtest"
)

// The runs of the claims, each made once, with the seeds from 1 on.
const (
	plainRun    = "inheritance"
	repairRun   = "inheritance?adapt=quality"
	controlRun  = "inheritance?adapt=random"
	reversalRun = "inheritance?sepochs=60&drop=0.1&tepochs=40"
	longRun     = "inheritance?sepochs=60"
	leftOutRun  = "inheritance?experiment=counterfactual&n=1600&drop=0.1"
)

// A batch is the last frames of an address, by seed.
type batch []*sim.Frame

// batches makes the runs, as many side by side as there are processors.
func batches(t *testing.T, seeds map[string]int) map[string]batch {
	t.Helper()
	all, turn := map[string]batch{}, make(chan bool, runtime.GOMAXPROCS(0))
	for address, n := range seeds {
		all[address] = make(batch, n)
		for i := range n {
			turn <- true
			go func() {
				all[address][i] = lastFrame(t, address, i+1)
				<-turn
			}()
		}
	}
	for range cap(turn) {
		turn <- true
	}
	return all
}

func lastFrame(t *testing.T, address string, seed int) *sim.Frame {
	joint := "?"
	if address != plainRun {
		joint = "&"
	}
	r, repairs, err := sim.Open([]sim.Info{Info()}, fmt.Sprintf("%s%sseed=%d", address, joint, seed))
	if err != nil || len(repairs) > 0 {
		t.Errorf("%s: %v, %v", address, repairs, err)
		return new(sim.Frame)
	}
	defer r.Close()
	r.Finish()
	return r.Frame()
}

// of returns a fact, or NaN.
func of(f *sim.Frame, key string) float64 {
	if v, ok := f.Value(key); ok {
		return v
	}
	return math.NaN()
}

// mean returns the mean of fact, less another one if that is named.
func (b batch) mean(fact, less string) (sum float64) {
	for _, f := range b {
		v := of(f, fact)
		if less != "" {
			v -= of(f, less)
		}
		sum += v / float64(len(b))
	}
	return sum
}

// S2 to S14 of the table of claims, but for S11, which holds for any run.
func TestClaims(t *testing.T) {
	all := batches(t, map[string]int{plainRun: 12, repairRun: 6, controlRun: 6, reversalRun: 2, longRun: 2, leftOutRun: 1})
	for _, c := range []struct {
		id, address, condition string
	}{
		{"S9", reversalRun, "d_rep < 0"},
		{"S10", leftOutRun, "cm_exceptions > cm_boiler && cm_exceptions > cm_clean + 0.1"},
		{"S11", plainRun, "rep_s <= ceiling + 1e-12"},
		{"S12", plainRun, "qn_peak > qn_t + 0.1"},
		{"S13", plainRun, "noisy_t > 0.15 && noisy_s < 0.1 && boiler_s > 0.6"},
		{"S14", longRun, "noisy_s > 0.15 && d_rep < 0"},
	} {
		for i, f := range all[c.address] {
			if ok, err := simtest.Holds(c.condition, f); !ok || err != nil {
				t.Errorf("%s: %s with seed %d: %s does not hold, %v: %v", c.id, c.address, i+1, c.condition, err, f.Facts)
			}
		}
	}
	for _, c := range []struct {
		id, address, fact, less string
		above, below            float64 // what the mean is
	}{
		{"S2", plainRun, "d_rep", "", .01, 1},
		{"S2b", plainRun, "d_natural", "", 0, 1},
		{"S3", plainRun, "rep_t", "rep_s", .1, 1},
		{"S3", plainRun, "rep_t", "rep_b", .1, 1},
		{"S4", plainRun, "d_qn", "", .03, 1},
		{"S4", plainRun, "qn_s", "qn_t", .1, 1},
		{"S5", plainRun, "d_soft", "", .02, 1},
		{"S5", plainRun, "d_ex_n", "", 0, 900},
		{"S7", repairRun, "test_sh", "test_s", -.01, 1},
		{"S8", controlRun, "rep_sh", "rep_s", -.03, .03},
	} {
		if got := all[c.address].mean(c.fact, c.less); !(got > c.above && got < c.below) {
			t.Errorf("%s: %s: the mean of %s less %s over %d seeds is %.4f, want between %g and %g",
				c.id, c.address, c.fact, c.less, len(all[c.address]), got, c.above, c.below)
		} else {
			t.Logf("%s: the mean of %s less %s over %d seeds is %.4f", c.id, c.fact, c.less, len(all[c.address]), got)
		}
	}
	for _, key := range []string{"noisy", "natural"} { // S6
		lower := 0.0
		for _, f := range all[repairRun] {
			lower += (1 - of(f, key+"_th")/of(f, key+"_t")) / float64(len(all[repairRun]))
		}
		if t.Logf("S6: %s is %.3f lower", key, lower); !(lower > .25) {
			t.Errorf("S6: %s is %.3f lower in the repaired teacher, want more than 0.25", key, lower)
		}
	}
}
