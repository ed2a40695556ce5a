package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mmcloughlin/avo/ir"
	"github.com/mmcloughlin/avo/reg"
)

// check refuses what a processor with AVX2 may not have, or what would not give
// the bits of the portable Go: vector registers above 15, and any extension but AVX
// and AVX2. One is the fusing FMA; another is SSE, whose instructions avo's own
// loads of arguments are.
func check(i *ir.Instruction) error {
	for _, isa := range i.ISA {
		if !slices.Contains([]string{"AVX", "AVX2"}, isa) {
			return fmt.Errorf("%s is %s, not AVX or AVX2", i.Opcode, strings.Join(i.ISA, " "))
		}
	}
	for _, r := range i.Registers() {
		p := reg.ToPhysical(r)
		if r.Kind() == reg.KindVector && (p == nil || p.PhysicalIndex() > 15) {
			return fmt.Errorf("%s needs %s: too many values are alive at once", i.Opcode, r.Asm())
		}
	}
	return nil
}
