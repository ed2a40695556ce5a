package sim

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A value is the bound field of a knob.
type value interface {
	text() string
	number(k *Knob) float64
	set(k *Knob, text string) (repair string)
}

type (
	intValue    struct{ p *int }
	floatValue  struct{ p *float64 }
	boolValue   struct{ p *bool }
	wordValue   struct{ p *string }
	pointsValue struct{ p *[]float64 }
)

func (v intValue) text() string    { return formatInt(*v.p) }
func (v floatValue) text() string  { return FormatFloat(*v.p) }
func (v boolValue) text() string   { return formatBool(*v.p) }
func (v wordValue) text() string   { return *v.p }
func (v pointsValue) text() string { return FormatList(*v.p) }

func (v intValue) number(*Knob) float64    { return float64(*v.p) }
func (v floatValue) number(*Knob) float64  { return *v.p }
func (v wordValue) number(k *Knob) float64 { return float64(slices.Index(k.Values, *v.p)) }
func (v pointsValue) number(*Knob) float64 { return float64(len(*v.p) / 2) }
func (v boolValue) number(*Knob) float64 {
	if *v.p {
		return 1
	}
	return 0
}

func (v intValue) set(k *Knob, text string) string {
	x, repair := k.parse(text)
	*v.p = int(x)
	return repair
}

func (v floatValue) set(k *Knob, text string) string {
	x, repair := k.parse(text)
	*v.p = x
	return repair
}

func (v boolValue) set(k *Knob, text string) string {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "on", "true", "1", "yes":
		*v.p = true
	case "off", "false", "0", "no":
		*v.p = false
	default:
		*v.p = k.def == "on"
		return k.notOne(text)
	}
	return ""
}

func (v wordValue) set(k *Knob, text string) string {
	word := strings.TrimSpace(text)
	if slices.Contains(k.Values, word) {
		*v.p = word
		return ""
	}
	for _, value := range k.Values {
		if strings.EqualFold(value, word) {
			*v.p = value
			return readAs(k.Key, text, value)
		}
	}
	*v.p = k.def
	if *v.p == "" {
		*v.p = k.Values[0]
	}
	return k.notOne(text)
}

func (k *Knob) notOne(text string) string {
	return fmt.Sprintf("%s = %s is not one of %s; using %s.", k.Key, Quote(text), joinOr(k.Values), k.Text())
}

// parse reads a number, and repairs it to the default when it is none and to
// the nearest value in range when it is not allowed.
func (k *Knob) parse(text string) (x float64, repair string) {
	plain := k.Plain(text)
	x, ok := ParseNumber(plain)
	if !ok {
		x, _ = ParseNumber(k.def)
		return x, fmt.Sprintf("%s = %s is not a number; allowed is %s; using the default %s.",
			k.Key, Quote(text), k.Range(), k.def)
	}
	used := k.Nearest(x)
	switch {
	case x < k.Min:
		repair = fmt.Sprintf("%s = %s is below %s; using %s.", k.Key, Quote(text), FormatFloat(k.Min), FormatFloat(used))
	case x > k.Max:
		repair = fmt.Sprintf("%s = %s is above %s; using %s.", k.Key, Quote(text), FormatFloat(k.Max), FormatFloat(used))
	case isTooSmall(plain, x):
		repair = fmt.Sprintf("%s = %s %s; using %s.", k.Key, Quote(text), tooSmall, FormatFloat(used))
	case x != used:
		repair = fmt.Sprintf("%s = %s is not a whole number; using %s.", k.Key, Quote(text), FormatFloat(used))
	case plain != text:
		repair = readAs(k.Key, text, plain)
	}
	return used, repair
}

// ParseNumber reads a finite number as people type it: 0.001, 1e-3 or 1/1024,
// with a hyphen or a minus sign. Digits beyond the range of a float64 give the
// largest one.
func ParseNumber(text string) (x float64, ok bool) {
	text = strings.ReplaceAll(strings.TrimSpace(text), "−", "-")
	if strings.ContainsAny(text, "xX_") || strings.Count(text, "/") > 1 {
		return 0, false
	}
	if num, den, found := strings.Cut(text, "/"); found {
		a, okA := ParseNumber(num)
		b, okB := ParseNumber(den)
		return finite(a/b, okA && okB)
	}
	x, err := strconv.ParseFloat(text, 64)
	if errors.Is(err, strconv.ErrRange) {
		return math.Copysign(math.MaxFloat64, x), true
	}
	return finite(x, err == nil)
}

const tooSmall = "is too small to be told from 0"

// isTooSmall reports whether x is 0 although the text that it was read from is
// not: its digits lie below the range of a float64.
func isTooSmall(text string, x float64) bool {
	mantissa, _, _ := strings.Cut(strings.ToLower(text), "e")
	mantissa, _, _ = strings.Cut(mantissa, "/")
	return x == 0 && strings.ContainsAny(mantissa, "123456789")
}

func finite(x float64, ok bool) (float64, bool) {
	if !ok || math.IsNaN(x) || math.IsInf(x, 0) {
		return 0, false
	}
	return x + 0, true // -0 becomes 0
}

// FormatFloat writes x with the fewest digits that read back as x: 0.001,
// 1e-6, 120000, 1e+21 as 1e21.
func FormatFloat(x float64) string {
	s := strconv.FormatFloat(x, 'g', -1, 64)
	mantissa, exponent, found := strings.Cut(s, "e")
	if !found {
		return s
	}
	e, _ := strconv.Atoi(exponent)
	if e > 0 && e < 21 {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return mantissa + "e" + strconv.Itoa(e)
}

func formatInt(i int) string { return strconv.Itoa(i) }

func formatBool(b bool) string {
	if b {
		return "on"
	}
	return "off"
}

// FormatList writes numbers with commas between them.
func FormatList(xs []float64) string {
	words := make([]string, len(xs))
	for i, x := range xs {
		words[i] = FormatFloat(x)
	}
	return strings.Join(words, ",")
}

// Quote shows text from outside in a message: bounded, printable, on one line.
func Quote(text string) string { return quote(text, 24) }

// quote shows at most so many characters.
func quote(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	if text == "" {
		return "(empty)"
	}
	quoted := strings.ReplaceAll(strconv.Quote(text), `\"`, `"`)
	return quoted[1 : len(quoted)-1]
}

func joinOr(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
