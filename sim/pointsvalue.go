package sim

import (
	"fmt"
	"strings"
)

// set keeps the points before the first one that cannot be read.
func (v pointsValue) set(k *Knob, text string) string {
	var f pointFaults
	*v.p = f.read(k, text)
	faults := f.list()
	switch {
	case len(faults) > 0:
	case strings.Contains(text, ";"):
		return readAs(k.Key, text, k.Text())
	default:
		return ""
	}
	return fmt.Sprintf("%s: %s; allowed is %s; using %d points.", k.Key, strings.Join(faults, "; "), k.Range(), len(*v.p)/2)
}

// pointFaults is what is wrong with a list of points.
type pointFaults struct {
	outside, small []string // numbers that were replaced
	stop           string   // why the rest was not read
}

// read returns the points of text, flat, and notes the faults.
func (f *pointFaults) read(k *Knob, text string) (xs []float64) {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	for _, word := range strings.Split(strings.ReplaceAll(text, ";", ","), ",") {
		x, ok := ParseNumber(k.Plain(word))
		if !ok {
			f.stop = Quote(word) + " is not a number"
			break
		}
		if len(xs) == 2*MaxPoints {
			f.stop = fmt.Sprintf("there are more than %d points", MaxPoints)
			break
		}
		used := k.Nearest(x)
		switch {
		case used != x:
			f.outside = append(f.outside, Quote(word))
		case isTooSmall(word, x):
			f.small = append(f.small, Quote(word))
		}
		xs = append(xs, used)
	}
	if len(xs)%2 == 1 {
		xs = xs[:len(xs)-1]
		if f.stop == "" {
			f.stop = "the last point has no y"
		}
	}
	return xs
}

// list returns the faults, each as what is said between two semicolons.
func (f *pointFaults) list() (faults []string) {
	if n := len(f.outside); n > 0 {
		was := "was"
		if n > 1 {
			was = "were"
		}
		faults = append(faults, some(f.outside)+fmt.Sprintf(" outside ±%d and %s moved to it", PointBound, was))
	}
	if len(f.small) > 0 {
		faults = append(faults, some(f.small)+strings.TrimPrefix(tooSmall, "is"))
	}
	if f.stop != "" {
		faults = append(faults, f.stop)
	}
	return faults
}

// some names the words, the first four of many, and goes on with is or are.
func some(words []string) string {
	const most = 4
	switch n := len(words); {
	case n == 1:
		return words[0] + " is"
	case n > most:
		return fmt.Sprintf("%s and %d more are", strings.Join(words[:most], ", "), n-most)
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1] + " are"
	}
}
