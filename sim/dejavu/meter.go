package dejavu

// A meter counts work in floating-point operations of the kernel, and is asked after
// each piece of it: it hands the time back when a slice is full, and reports whether to go
// on.
type meter func(flops int) bool

// sliceWork is how much is done in a slice.
const sliceWork = 2_000_000

// endless goes on without a pause.
func endless(int) bool { return true }
