package page

import (
	"math"
	"strings"
	"testing"
)

func TestScale(t *testing.T) {
	count, log := scale{lo: 0, hi: 200, unit: "copies"}, scale{lo: .001, hi: 10, log: true, unit: "c"}
	if got := count.at(count.share(37)); got != 37 {
		t.Errorf("37 comes back as %g", got)
	}
	if got := log.at(log.share(.3)); math.Abs(got-.3) > 1e-12 {
		t.Errorf("0.3 comes back as %g", got)
	}
	if a, b := count.share(-5), log.share(20); a != 0 || b != 1 {
		t.Errorf("outside the axis: %g, %g", a, b)
	}
	both := count.draw(answer{"Half", 100, 200, 190})
	if !strings.Contains(both, `aria-label="You: 100, the run: 200, the law: 190, from 0 to 200 copies"`) || !strings.Contains(both, "yours") || !strings.Contains(both, "dotted: the law, 190") {
		t.Errorf("got %s", both)
	}
	long := scale{lo: -30, hi: 192, unit: "more of 192 crops named by the network that saw the picture"}.draw(answer{is: 29, law: math.NaN()})
	if !strings.Contains(long, ">more of 192 crops named by the network</text>") || !strings.Contains(long, `viewBox="0 0 288 91"`) {
		t.Errorf("what is counted is not broken into lines: %s", long)
	}
	if strings.Contains(count.draw(answer{is: 200, law: math.NaN()}), "yours") {
		t.Error("without a prediction there is one in the picture")
	}
}
