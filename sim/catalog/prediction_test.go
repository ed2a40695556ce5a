package catalog_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"example.org/rote/sim"
)

// A prediction is what a step of a lesson asks, with the beginning of its answer.
type prediction struct {
	axis    string // "fact * factor, lo to hi[ log], what is counted"
	law     string // fact of theory on the same axis, or ""
	options []string
	explain string
}

// holds checks that the result lies on the axis, and that the explanation begins
// with the option nearest to it.
func (p *prediction) holds(f *sim.Frame) error {
	parts := strings.SplitN(p.axis, ",", 3)
	if len(parts) < 3 {
		return fmt.Errorf("axis %q has no range or no unit", p.axis)
	}
	fact, factor, _ := strings.Cut(parts[0], "*")
	x, ok := f.Value(strings.TrimSpace(fact))
	if !ok {
		return fmt.Errorf("axis %q: the fact is not there", p.axis)
	}
	if factor != "" {
		x *= number(factor)
	}
	if _, ok := f.Value(p.law); p.law != "" && !ok {
		return fmt.Errorf("law %q: the fact is not there", p.law)
	}
	span, isLog := strings.CutSuffix(strings.TrimSpace(parts[1]), " log")
	lo, hi, _ := strings.Cut(span, " to ")
	if !(number(lo) <= x && x <= number(hi)) {
		return fmt.Errorf("axis %q does not hold the result %g", p.axis, x)
	}
	if right := p.nearest(x, isLog); !strings.HasPrefix(plain(p.explain), plain(right)) {
		return fmt.Errorf("the result %g is nearest to %q; the explanation begins %q", x, right, p.explain)
	}
	return nil
}

// nearest returns the text of the option nearest to a result, or "".
func (p *prediction) nearest(x float64, isLog bool) (text string) {
	least := math.Inf(1)
	for _, option := range p.options {
		i := strings.LastIndex(option, " = ")
		distance := math.Abs(number(option[i+3:]) - x)
		if isLog {
			distance = math.Abs(math.Log(number(option[i+3:]) / x))
		}
		if distance < least {
			text, least = option[:i], distance
		}
	}
	return text
}

// number returns NaN, which is nowhere on an axis, for what is none.
func number(text string) float64 {
	x, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil {
		return math.NaN()
	}
	return x
}

// plain returns letters and digits alone, in lower case.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

func TestPredictionHolds(t *testing.T) {
	f := sim.Frame{Facts: []sim.Fact{{Key: "copied", Value: .4}}}
	for explain, axis := range map[string]string{
		"About $40$, more or less.": "copied * 100, 0 to 100, samples",
		"None. It is so.":           "copied, 1e-3 to 1e3 log, samples",
	} {
		p := prediction{axis: axis, law: "copied", options: []string{"About 40 = 40", "None = 0.1"}, explain: explain}
		if err := p.holds(&f); err != nil {
			t.Error(err)
		}
	}
	for _, p := range []prediction{
		{axis: "copied * 100, 0 to 100, samples", options: []string{"None = 0", "About 40 = 40"}, explain: "None."},
		{axis: "copied * 100, 0 to 39, samples"},
		{axis: "gone, 0 to 100, samples"},
		{axis: "copied, 0 to x, samples"},
		{axis: "copied, 0 to 1"},
		{axis: "copied, 0 to 1, samples", law: "gone"},
	} {
		if p.holds(&f) == nil {
			t.Errorf("%+v holds", p)
		}
	}
}
