//go:build slow

package simtest

import "time"

// Slow reports whether the slow tests are asked for, by the build tag slow:
// Heavy presets are theirs.
const Slow = true

// budget is how long one Test draws addresses.
const budget = 60 * time.Second
