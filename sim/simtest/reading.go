package simtest

import (
	"errors"
	"fmt"
	"go/parser"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"example.org/rote/sim"
)

// A reading is a sentence of a lab, with # for each of its numbers, and what these
// are: expressions over facts and knobs, as [Holds] has them. An empty expression is
// a number that no fact has.
type reading struct {
	lab     string
	pattern *regexp.Regexp
	values  []string
}

// blank is the place of a number in a sentence, and written how it is written.
const (
	blank   = "#"
	written = `([−-]?\d[\d,\x{202f}]*(?:\.\d+)?(?:e[−-]?\d+)?)`
)

func read(lab, sentence string, values ...string) reading {
	if strings.Count(sentence, blank) != len(values) {
		panic("simtest: " + sentence + ": the numbers and the values differ in number")
	}
	pattern := strings.ReplaceAll(regexp.QuoteMeta(sentence), blank, written)
	return reading{lab, regexp.MustCompile("^" + pattern + "$"), values}
}

// Reads compares every number in the sentence and in the words of the headline of a
// frame with the facts and knobs that it stands for, and checks that the number of
// the headline is there. A text that no reading knows is an error: nobody has read it.
func Reads(r *sim.Run) error {
	f := r.Frame()
	errs := []error{readText(r, f.Says), readText(r, f.Headline.Words)}
	if _, ok := f.Value(f.Headline.Fact); !ok {
		errs = append(errs, fmt.Errorf("the headline has no number: there is no fact %s", f.Headline.Fact))
	}
	return errors.Join(errs...)
}

// readText returns nil if a reading agrees with a text.
func readText(r *sim.Run, text string) error {
	err := fmt.Errorf("no reading in simtest knows %q", text)
	for _, reading := range readings {
		match := reading.pattern.FindStringSubmatch(text)
		if reading.lab != r.Info.Name || match == nil {
			continue
		}
		if err = reading.compare(r, match[1:]); err == nil {
			return nil
		}
		err = fmt.Errorf("%q: %w", text, err)
	}
	return err
}

func (d *reading) compare(r *sim.Run, numbers []string) error {
	for i, expression := range d.values {
		if expression == "" {
			continue
		}
		want, err := amount(r, expression)
		if err != nil {
			return err
		}
		if got, slack := value(numbers[i]); math.Abs(got-want) > slack*(1+1e-9) {
			return fmt.Errorf("%s is written as %s, and is %g", expression, numbers[i], want)
		}
	}
	return nil
}

// Numbers compares every number in a text, in order, with a value at the end of a run: an
// expression over facts and knobs. There are as many of them as numbers.
func Numbers(r *sim.Run, text string, values ...string) error {
	numbers := numerals.FindAllString(text, -1)
	if len(numbers) != len(values) {
		return fmt.Errorf("%q: %d numbers, and %d values", text, len(numbers), len(values))
	}
	if err := (&reading{values: values}).compare(r, numbers); err != nil {
		return fmt.Errorf("%q: %w", text, err)
	}
	return nil
}

var numerals = regexp.MustCompile(written)

// amount evaluates an expression over the facts and the knobs of a run, and what can
// be counted in its hero.
func amount(r *sim.Run, expression string) (float64, error) {
	e, err := parser.ParseExpr(expression)
	if err != nil {
		return 0, err
	}
	lookup := facts(func(key string) (float64, bool) {
		if v, ok := r.Frame().Value(key); ok {
			return v, true
		}
		if knob := r.Knobs.Find(key); knob != nil && knob.Kind <= sim.FloatKind {
			return knob.Number(), true
		}
		return counted(r.Frame(), key)
	})
	v, err := lookup.eval(e)
	x, ok := v.(float64)
	if err == nil && !ok {
		err = fmt.Errorf("%s is no number", expression)
	}
	return x, err
}

// counted returns what can be counted in the hero: its samples, its rings, and how
// many samples the least and the most of the rings stand for.
func counted(f *sim.Frame, key string) (float64, bool) {
	for _, m := range f.Panels[0].Points {
		isSamples := m.Counts == nil && m.Role != sim.Train
		switch {
		case key == "samples" && isSamples:
			return float64(len(m.X)), true
		case m.Counts == nil:
		case key == "rings":
			return float64(len(m.Counts)), true
		case key == "least":
			return float64(slices.Min(m.Counts)), true
		case key == "most":
			return float64(slices.Max(m.Counts)), true
		}
	}
	return 0, false
}

// separators takes away what stands between thousands, in a sentence or in a text of
// the lessons, and writes a plain minus sign.
var separators = strings.NewReplacer(sim.Thousands, "", ",", "", "−", "-")

// value returns a number as written, and half of the unit of its last digit. Of whole
// numbers from ten thousand on the third digit from the left may be the last.
func value(text string) (x, slack float64) {
	text = separators.Replace(text)
	x, _ = strconv.ParseFloat(text, 64)
	digits, exponent, _ := strings.Cut(text, "e")
	power, _ := strconv.Atoi(exponent)
	_, decimals, _ := strings.Cut(digits, ".")
	power -= len(decimals)
	for whole := math.Abs(x); power >= 0 && exponent == "" && whole >= 1e4 && math.Mod(whole, 10*math.Pow10(power)) == 0 && math.Pow10(power+2) <= whole; {
		power++
	}
	return x, 0.5 * math.Pow10(power)
}
