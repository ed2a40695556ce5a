package sketch

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"example.org/rote/sim"
)

// Above returns the least of 1, 2 and 5 times a power of ten that is not below x: a
// good end for an axis, or width of a bin. An x that is not above 0, or not finite,
// comes back as it is.
func Above(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 0) {
		return x
	}
	n := sim.Decade(x)
	for _, digit := range [...]float64{1, 2, 5} {
		if end := scaled(digit, n); end >= x {
			return end
		}
	}
	return scaled(1, n+1)
}

// scaled returns digit·10^n, as near as a float64 comes. Small powers of ten are
// not exact, hence the division.
func scaled(digit float64, n int) float64 {
	if n < 0 {
		return digit / math.Pow10(-n)
	}
	return digit * math.Pow10(n)
}

// Short writes x with at most three significant digits: 0.0123, 1.25, 540, 1.23e6.
func Short(x float64) string { return Digits(x, 3) }

// Digits writes a finite x with at most n significant digits: 540.3 with two is
// 540. From a million on it is written as 1e6.
func Digits(x float64, n int) string {
	text := strconv.FormatFloat(x, 'g', n, 64)
	rounded, _ := strconv.ParseFloat(text, 64)
	if mantissa, exponent, found := strings.Cut(text, "e+"); found && math.Abs(rounded) >= 1e6 {
		return mantissa + "e" + strings.TrimLeft(exponent, "0")
	}
	return sim.FormatFloat(rounded)
}

// Percent writes a share, such as 0.1234, as a percentage with at most three
// significant digits: 12.3%.
func Percent(share float64) string { return Short(100*share) + "%" }

// Whole writes n, which is not below 0, with its thousands set apart by
// [sim.Thousands]: 16 384.
func Whole(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%s%s%03d", Whole(n/1000), sim.Thousands, n%1000)
}

// Count writes n, which is not below 0, with the word for one or for more: 1 draw, 2
// draws.
func Count(n int, one, more string) string {
	if n == 1 {
		more = one
	}
	return Whole(n) + " " + more
}

// Say formats like [fmt.Sprintf], with %v for whole numbers that are not below 0: their
// thousands are set apart.
func Say(format string, args ...any) string {
	for i, arg := range args {
		if n, ok := arg.(int); ok {
			args[i] = Whole(n)
		}
	}
	return fmt.Sprintf(format, args...)
}
