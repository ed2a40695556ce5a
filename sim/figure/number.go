package figure

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"example.org/rote/sim"
)

// minus is the sign of numbers for people.
const minus = "\u2212"

// Number writes x for people: three significant digits, "0.0004" and never
// "0.00", "12 300" with [sim.Thousands], "1.2e6", and a proper minus sign. Whole
// numbers below a million keep all their digits, and a number that is not 1 those
// that tell it from 1: "0.9998". An undefined x is a dash.
func Number(x float64) string {
	switch {
	case math.IsNaN(x):
		return "–"
	case x < 0:
		return minus + Number(-x)
	case math.IsInf(x, 1):
		return "∞"
	case x == 0:
		return "0" // and not -0
	case x == math.Trunc(x) && x < 1e6:
		return group(strconv.FormatFloat(x, 'f', 0, 64))
	}
	short := shorten(x)
	digits, power, _ := strings.Cut(short, "e")
	exponent, _ := strconv.Atoi(power)
	if exponent < -4 || exponent >= 6 {
		return trim(digits) + "e" + signed(exponent)
	}
	rounded, _ := strconv.ParseFloat(short, 64)
	return group(trim(strconv.FormatFloat(rounded, 'f', max(0, len(digits)-2-exponent), 64)))
}

// shorten writes x with three digits, and with up to six where fewer would make it
// 1, which it is not.
func shorten(x float64) (s string) {
	for precision := 2; precision < 6; precision++ {
		s = strconv.FormatFloat(x, 'e', precision, 64)
		if rounded, _ := strconv.ParseFloat(s, 64); rounded != 1 {
			break
		}
	}
	return s
}

// Seconds writes a time for people, in one or two units: "40 s", "3 min",
// "2 h 5 min".
func Seconds(s float64) string {
	switch s = math.Round(max(0, s)); {
	case s < 100:
		return Number(s) + " s"
	case s < 90*60:
		return Number(math.Round(s/60)) + " min"
	case s < 100*3600:
		minutes := math.Round(s / 60)
		return fmt.Sprintf("%d h %d min", int(minutes)/60, int(minutes)%60)
	}
	return Number(math.Round(s/86400)) + " days"
}

// trim removes zeros at the end of a fraction.
func trim(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// group sets the thousands of a number without a sign apart.
func group(s string) string {
	whole, fraction, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + sim.Thousands + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return whole
}

func signed(n int) string {
	if n < 0 {
		return minus + strconv.Itoa(-n)
	}
	return strconv.Itoa(n)
}

// withUnit appends a unit to a number or a name.
func withUnit(s, unit string) string {
	switch unit {
	case "":
		return s
	case "%", "°":
		return s + unit
	}
	return s + " " + unit
}
