package density

// A meter counts work in floating-point operations of the kernel, and is asked after
// each piece of it: it hands the time back when a slice is full, and reports whether to go
// on.
type meter func(flops int) bool

// endless goes on without a pause.
func endless(int) bool { return true }
