package main

import (
	"fmt"
	"strconv"
	"strings"
)

// parseAxis reads "fact * factor, lo to hi, unit". The factor may be missing, and
// "log" may stand behind the range.
func parseAxis(text string) (a axis, err error) {
	parts := strings.SplitN(text, ",", 3)
	if len(parts) < 3 {
		return a, fmt.Errorf(`axis: %q; want "fact * factor, lo to hi, what is counted"`, text)
	}
	fact, factor, scaled := strings.Cut(parts[0], "*")
	a = axis{fact: strings.TrimSpace(fact), factor: 1, unit: strings.TrimSpace(parts[2])}
	if scaled {
		if a.factor, err = number("axis: factor", factor); err != nil {
			return a, err
		}
	}
	span, isLog := strings.CutSuffix(strings.TrimSpace(parts[1]), " log")
	lo, hi, _ := strings.Cut(span, " to ")
	a.log = isLog
	if a.lo, err = number("axis: from", lo); err != nil {
		return a, err
	}
	if a.hi, err = number("axis: to", hi); err != nil {
		return a, err
	}
	return a, a.check()
}

func (a axis) check() error {
	switch {
	case a.fact == "" || a.unit == "":
		return fmt.Errorf("axis: the fact or what is counted is missing")
	case !(a.lo < a.hi):
		return fmt.Errorf("axis: from %g to %g is no range", a.lo, a.hi)
	case a.log && a.lo <= 0:
		return fmt.Errorf("axis: a log axis starts above 0, not at %g", a.lo)
	case a.factor == 0:
		return fmt.Errorf("axis: the factor is 0")
	}
	return nil
}

// parseOption reads "text = value": the last sign counts, as formulas have some.
func parseOption(text string) (answer, error) {
	i := strings.LastIndex(text, " = ")
	if i < 0 {
		return answer{}, fmt.Errorf(`option %q has no place on the axis; want "text = value"`, strings.TrimSpace(text))
	}
	value, err := number("option "+strings.TrimSpace(text[:i]), text[i+3:])
	return answer{strings.TrimSpace(text[:i]), value}, err
}

// number reads a finite number.
func number(name, text string) (float64, error) {
	x, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || x-x != 0 {
		return 0, fmt.Errorf("%s: %q is not a number", name, strings.TrimSpace(text))
	}
	return x, nil
}
