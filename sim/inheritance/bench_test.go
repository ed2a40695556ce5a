package inheritance

import (
	"testing"
	"time"

	"example.org/rote/sim"
)

// BenchmarkRun takes the default run to its end, and says how long the longest slice took.
func BenchmarkRun(b *testing.B) {
	var longest time.Duration
	slices := 0
	for range b.N {
		p := sim.Play(draw(defaults(), 1).play)
		for pace := sim.Busy; pace != sim.Done; slices++ {
			from := time.Now()
			pace = p.Step()
			longest = max(longest, time.Since(from))
		}
		p.Stop()
	}
	b.ReportMetric(float64(longest.Microseconds()), "µs/longest")
	b.ReportMetric(float64(slices)/float64(b.N), "slices/op")
}

// BenchmarkLearn learns one batch of the teacher.
func BenchmarkLearn(b *testing.B) {
	r := draw(defaults(), 1)
	l := r.teach()
	l.start()
	for i := range b.N {
		l.batch(i%20, r.corpus.pairs, func(int) bool { return true })
	}
}
