//go:build !slow

package simtest

import "time"

// budget is how long one Test draws addresses.
const budget = 4 * time.Second
