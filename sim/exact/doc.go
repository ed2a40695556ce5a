// Package exact holds the elementary functions in float64 that labs compute with.
// They give the same bits on every platform. Those of package math do not: some
// are assembly on some platforms, and compilers may fuse x*y + z into one
// rounding, which an explicit float64(x*y) forbids.
package exact
