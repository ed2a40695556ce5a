//go:build slow

package diffusion

import (
	"strings"
	"testing"
)

// The average of this run's test points is -.0058.
func TestKLOfARunIsNotNegative(t *testing.T) {
	f := finished(t, "diffusion?data=gauss4&n=2048&measure=on&p=100&steps=24&smin=0.2&seed=9307")
	if got := fact(t, f, "kl"); got != 0 || strings.Contains(f.Says, "-0") {
		t.Errorf("kl = %g, and the sentence is %q", got, f.Says)
	}
}
