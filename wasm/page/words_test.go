package page

import (
	"strings"
	"testing"

	"example.org/rote/sim"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{unitWords(&sim.Frame{}), "Step"},
		{unitWords(&sim.Frame{Unit: "noise level"}), "Noise level"},
		{countWords(&sim.Frame{Step: 40, Of: 200}), "40 of 200"},
		{countWords(&sim.Frame{Step: 3}), "3"},
		{countWords(&sim.Frame{Step: 1200, Of: 3000}), "1 200 of 3 000"},
		{countWords(&sim.Frame{Step: 7, Of: 8, Part: 2, Parts: 5}), "7 of 8, part 2 of 5"},
		{tryWords("Stop early, at σ = 0.01"), "Try: stop early, at σ\u00a0=\u00a00.01"},
		{tryWords("SGD instead"), "Try: SGD instead"},
		{tryWords("1\u202f000 labels"), "Try: 1\u202f000 labels"},
		{stateWords("running", "Step", 40, 200, ""), "Running, step 40 of 200."},
		{stateWords("finished", "Step", 200, 200, "256 of 256 samples sit on training points."),
			"Finished at step 200: 256 of 256 samples sit on training points."},
		{stateWords("paused", "Epoch", 40, 200, "Half way."), "Paused at epoch 40 of 200. Half way."},
		{fileName("diffusion?n=16&c=1e-6", 40, "", "svg"), "rote-diffusion-n=16-c=1e-6-at=40.svg"},
		{fileName("diffusion", 0, "Where do they go?", "csv"), "rote-diffusion-at=0-Where-do-they-go-.csv"},
		{fileName("diffusion?pts="+strings.Repeat("1,", 200), 0, "", "png"), "rote-diffusion-pts=" + strings.Repeat("1,", 50) + "1.png"},
		{sweepFile("diffusion?n=5..80*5&fact=copied", "csv"), "rote-diffusion-n=5..80x5-fact=copied.csv"},
		{crashWords(2, []string{"log", "panic: index out of range", "goroutine 1"}), "an error in its program (index out of range)"},
		{crashWords(2, []string{"fatal error: out of memory"}), "it ran out of memory"},
		{kernelWords(1), "Kernel: WebAssembly SIMD."},
		{kernelWords(0), "Kernel: portable. Without WebAssembly SIMD the same steps take longer."},
		{crashWords(7, nil), "its program ended with code 7"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
