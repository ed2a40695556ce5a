package sweep

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"example.org/rote/sim"
)

// A Range is the values that a [Grid] gives to a knob: distinct, at least two, and
// rising unless they are words or, for several knobs at once, tuples. The zero Range stands for no knob, and has one value.
type Range struct {
	Knob   *sim.Knob
	Values []float64 // of words and of tuples: 0, 1, 2 …
	Text   string    // canonical: from..to*count, or a list

	knobs []*sim.Knob // Knob alone, or those of a tuple
	rows  [][]string  // of words and of tuples: what the knobs get; else nil
}

// usualCount is how many values a range without a count has.
const usualCount = 6

// isRange reports whether a value of an address is to be read as a range.
func isRange(text string) bool {
	return strings.Contains(text, "..") || strings.ContainsAny(text, ",;")
}

func isNumber(k *sim.Knob) bool { return k.Kind == sim.IntKind || k.Kind == sim.FloatKind }

// lowest writes the least value that a range of the knob can begin with.
func lowest(k *sim.Knob) string {
	if k.Scale.Log {
		return sim.FormatFloat(k.Scale.Low)
	}
	return sim.FormatFloat(k.Min)
}

// size is the number of values, 1 without a knob.
func (r Range) size() int { return max(1, len(r.Values)) }

func (r Range) key() string {
	if r.Knob == nil {
		return ""
	}
	return r.Knob.Key
}

func numbers(k *sim.Knob, values []float64, text string) Range {
	return Range{Knob: k, Values: values, Text: text, knobs: []*sim.Knob{k}}
}

// newRange spreads n values from lo to hi, or fewer if there are not so many.
func newRange(k *sim.Knob, lo, hi float64, n int) Range {
	for {
		values := spread(k, lo, hi, n)
		if len(values) == n || n < 2 {
			return numbers(k, values, sim.FormatFloat(lo)+".."+sim.FormatFloat(hi)+"*"+strconv.Itoa(n))
		}
		n = len(values)
	}
}

// thinned returns a range of n values with the same ends.
func (r Range) thinned(n int) Range {
	if r.isList() {
		return newList(r.knobs, r.rows[:n])
	}
	first, last := r.Values[0], r.Values[len(r.Values)-1]
	if strings.Contains(r.Text, "..") {
		return newRange(r.Knob, first, last, n)
	}
	var values []float64
	for i := range n {
		values = append(values, r.Values[i*(len(r.Values)-1)/(n-1)])
	}
	return numbers(r.Knob, values, sim.FormatList(values))
}

// parseRange reads a range: from..to*count, from..to, or a comma list of numbers
// and ranges. The repair is a sentence, or "". What is left may be one value
// only, or none.
func parseRange(k *sim.Knob, text string) (r Range, repair string) {
	if plain := plainRange(k, text); plain != text {
		if r, repair = parseRange(k, plain); repair == "" {
			repair = fmt.Sprintf("%s = %s is read as %s.", k.Key, sim.Quote(text), plain)
		}
		return r, repair
	}
	p := rangeParser{knob: k}
	if words := strings.Split(text, ","); len(words) == 1 {
		r = p.single(text)
	} else {
		r = p.list(words)
	}
	switch {
	case len(p.faults) == 0 && len(r.Values) > 1:
		return r, ""
	case len(r.Values) == 0:
		return Range{}, p.repair(text, "the default "+k.DefaultText())
	case len(r.Values) == 1:
		p.fault("it is one value")
		return r, p.repair(text, sim.FormatFloat(r.Values[0])+" for all runs")
	}
	used := r.Text
	if runes := []rune(used); len(runes) > 60 {
		used = fmt.Sprintf("%d values from %s to %s", len(r.Values), sim.FormatFloat(r.Values[0]), sim.FormatFloat(r.Values[len(r.Values)-1]))
	}
	return r, p.repair(text, used)
}

// A rangeParser reads the range of one knob and collects what is wrong.
type rangeParser struct {
	knob   *sim.Knob
	faults []string
}

func (p *rangeParser) fault(format string, args ...any) {
	if text := fmt.Sprintf(format, args...); len(p.faults) < 3 && !slices.Contains(p.faults, text) {
		p.faults = append(p.faults, text)
	}
}

func (p *rangeParser) repair(text, used string) string {
	return fmt.Sprintf("%s = %s: %s; allowed is from..to*count or a list, within %s; using %s.",
		p.knob.Key, sim.Quote(text), strings.Join(p.faults, ", "), p.knob.Range(), used)
}

// single reads from..to*count.
func (p *rangeParser) single(text string) Range {
	lo, hi, n, ok := p.item(text)
	switch {
	case !ok:
		return Range{}
	case lo == hi:
		return numbers(p.knob, []float64{lo}, "")
	}
	r := newRange(p.knob, lo, hi, n)
	if strings.Contains(text, "*") && len(r.Values) < n {
		p.fault("there are not so many values")
	}
	return r
}

// list reads numbers and ranges, in any order.
func (p *rangeParser) list(words []string) Range {
	var values []float64
	for _, word := range words {
		lo, hi, n, ok := p.item(word)
		switch {
		case !ok:
		case lo == hi:
			values = append(values, lo)
		default:
			values = append(values, newRange(p.knob, lo, hi, n).Values...)
		}
	}
	slices.Sort(values)
	distinct := slices.Compact(slices.Clone(values))
	if len(distinct) < len(values) {
		p.fault("a value is repeated")
	}
	if len(distinct) > maxListed {
		p.fault("there are more than %d values", maxListed)
		distinct = distinct[:maxListed]
	}
	return numbers(p.knob, distinct, sim.FormatList(distinct))
}

// item reads one number, for which lo = hi, or one range.
func (p *rangeParser) item(text string) (lo, hi float64, n int, ok bool) {
	from, rest, isSpan := strings.Cut(text, "..")
	to, count, counted := strings.Cut(rest, "*")
	lo, ok = p.number(from)
	if !isSpan || !ok {
		return lo, lo, 1, ok
	}
	if hi, ok = p.number(to); !ok {
		return lo, hi, 1, false
	}
	if lo > hi {
		p.fault("it runs backwards")
		lo, hi = hi, lo
	}
	n = usualCount
	if counted {
		n = p.count(count)
	}
	return lo, hi, n, true
}

// number reads a value that a run can have, on a log scale one above 0.
func (p *rangeParser) number(text string) (x float64, ok bool) {
	k := p.knob
	if x, ok = sim.ParseNumber(text); !ok {
		p.fault("%s is not a number", sim.Quote(strings.TrimSpace(text)))
		return 0, false
	}
	switch used := k.Nearest(x); {
	case x < k.Min || x > k.Max:
		p.fault("%s is out of range", sim.Quote(text))
		x = used
	case x != used:
		p.fault("%s is not a whole number", sim.Quote(text))
		x = used
	}
	if k.Scale.Log && x <= 0 {
		p.fault("a log scale does not hold 0")
		x = k.Scale.Low
	}
	return x, true
}

func (p *rangeParser) count(text string) int {
	x, ok := sim.ParseNumber(text)
	switch {
	case !ok:
		p.fault("%s is not a count", sim.Quote(text))
		return usualCount
	case x != math.Trunc(x):
		p.fault("%s is not a count", sim.Quote(text))
		x = math.Round(x)
	}
	switch {
	case x < 2:
		p.fault("a range has at least 2 values")
		return 2
	case x > maxValues:
		p.fault("a range has at most %d values", maxValues)
		return maxValues
	}
	return int(x)
}
