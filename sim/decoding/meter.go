package decoding

// A meter counts work, and is asked after each piece of it: it hands the time back when
// a slice is full, and reports whether to go on.
type meter func(flops int) bool

// Work of a slice, in float32 operations of the kernel. Plain ones in float64 take
// about four times as long, where there is no SIMD at that.
const (
	sliceWork = 2_000_000
	doubly    = 4
	eigenWork = sliceWork / doubly
)

// single counts operations of the kernel.
func (m meter) single(flops int) bool { return m(flops) }

// double counts plain operations in float64.
func (m meter) double(flops int) bool { return m(doubly * flops) }

// endless goes on without a pause.
func endless(int) bool { return true }
