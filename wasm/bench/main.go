// Command bench measures how fast the kernel and networks on it are. It prints
// lines "workload/name<TAB>value", where the workloads are those of the programs
// in peers/:
//
//	mlp/*   training steps per second
//	gemm*   GFLOP/s of a square product
//	gmm/*   million pairs of a query and a centre per second
//	peak    GFLOP/s of multiplications and additions in registers
//
// It runs natively, in Node and in a browser (make bench-peers). Natively it also
// times the product of gonum. Each value is the best of many windows of some
// milliseconds: read ratios of one run, not rates.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"time"

	"example.org/rote/sim/kernel"
)

func main() {
	seconds := flag.Float64("seconds", 0.3, "seconds for each value")
	only := flag.String("only", "", "measure only what has this in its name")
	flag.Parse()
	b := &bench{seconds: *seconds, only: *only, name: "rote", rng: rand.New(rand.NewPCG(1, 2))}
	b.window = max(1e-3, 100*resolution())
	if runtime.GOARCH != "wasm" {
		b.name += "-native"
	}
	if kernel.Caps() == 0 {
		b.name += "-portable"
	}
	b.peak()
	b.products()
	b.networks()
	b.mixtures()
}

// A bench prints rates.
type bench struct {
	seconds float64
	window  float64 // the least length of a window in seconds
	only    string
	name    string
	rng     *rand.Rand
}

// resolution returns the step of the clock in seconds, which is 0.1 ms in some
// browsers.
func resolution() float64 {
	start := time.Now()
	for {
		if step := time.Since(start); step > 0 {
			return step.Seconds()
		}
	}
}

// measure prints how often run can be called in a second, times scale.
func (b *bench) measure(workload, suffix string, scale float64, run func()) {
	b.print(workload+"/"+b.name+suffix, scale, run)
}

func (b *bench) print(line string, scale float64, run func()) {
	if strings.Contains(line, b.only) {
		fmt.Printf("%s\t%.6g\n", line, b.rate(run)*scale)
	}
}

// rate returns the best number of calls per second over windows of some
// milliseconds, after a warm-up.
func (b *bench) rate(run func()) (best float64) {
	for start := time.Now(); time.Since(start).Seconds() < b.seconds/3; {
		window(1, run)
	}
	calls := 1
	for start := time.Now(); time.Since(start).Seconds() < b.seconds; {
		took := window(calls, run)
		switch {
		case took < b.window:
			calls *= 2
			continue
		case took > 4*b.window && calls > 1:
			calls = max(1, calls*3/4)
		}
		best = max(best, float64(calls)/took)
	}
	return best
}

// window returns the seconds that some calls take. It is a function of its own
// because engines compile what is hot a second time, but only for its next call.
func window(calls int, run func()) (seconds float64) {
	start := time.Now()
	for range calls {
		run()
	}
	return time.Since(start).Seconds()
}

// numbers returns n numbers between -1 and 1.
func (b *bench) numbers(n int) []float32 {
	s := make([]float32, n)
	for i := range s {
		s[i] = 2*b.rng.Float32() - 1
	}
	return s
}

func (b *bench) products() {
	for _, n := range []int{64, 256} {
		x, y, z := b.numbers(n*n), b.numbers(n*n), b.numbers(n*n)
		b.measure(fmt.Sprintf("gemm%d", n), "", 2e-9*float64(n*n*n), func() {
			kernel.NN(z, x, y, nil, false, n, n, n, n, n, n)
		})
		b.measureGonum(n, z, x, y)
	}
}

func (b *bench) mixtures() {
	for _, size := range []struct{ m, n int }{{256, 64}, {1024, 256}, {1024, 1024}} {
		for _, d := range []int{2, 64} {
			m, n := size.m, size.n
			out, q, c, room := b.numbers(m*d), b.numbers(m*d), b.numbers(n*d), b.numbers(kernel.GmmdRoom(n, d))
			b.measure(fmt.Sprintf("gmm/d%d/M%d/N%d", d, m, n), "", 1e-6*float64(m*n), func() {
				if d == 2 {
					kernel.Gmm2(out, q, c, m, n, 50)
				} else {
					kernel.Gmmd(out, q, c, room, m, n, d, 50)
				}
			})
		}
	}
}
