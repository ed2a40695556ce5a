package capacity

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/exact"
)

// bitsPerWeight is what language models hold of facts for each weight, as measured by
// Allen-Zhu and Li (2024), arXiv 2404.05405. Morris et al. (2025), arXiv 2505.24832,
// measure 3.6 bits of random text. Neither is a bound, and neither is about labels.
const bitsPerWeight = 2

// bitsOf returns how many bits about n coin flips an answer holds that gives a share of
// them back: 1-H(share) for each, so that guessing holds none.
func bitsOf(n int, share float64) float64 {
	if share <= 0.5 {
		return 0
	}
	return float64(n) * (1 - entropy(share) - entropy(1-share))
}

// entropy returns -p log₂ p.
func entropy(p float64) float64 {
	if p <= 0 {
		return 0
	}
	return -p * exact.Log(p) / math.Ln2
}

func (v *trainView) drawBits(p *sim.Panel, end float64) {
	p.Axes(sim.Axis{Name: "step", Min: 0, Max: end}, sim.Axis{Name: "bits for each weight", Min: 0, Max: v.mostBits})
	p.Level(sim.Line{Name: "facts in language models: 2", Role: sim.Theory}, bitsPerWeight, 0, end)
	if v.begun {
		p.Line(v.bits.Line(sim.Line{Name: "coin flips given back", Role: sim.Copied}))
	}
}
