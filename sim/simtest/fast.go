//go:build !slow

package simtest

import "time"

// Slow reports whether the slow tests are asked for, by the build tag slow:
// Heavy presets are theirs.
const Slow = false

// budget is how long one Test draws addresses.
const budget = 5 * time.Second
