package figure

import (
	"math"
	"strconv"
)

// A tick is a mark on an axis. Minor ticks have no label.
type tick struct {
	at    float64 // pixel
	label string
}

// niceStep returns the step of 1, 2 or 5 times a power of ten that is not
// smaller than step, which is above 0.
func niceStep(step float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(step)))
	if power == 0 {
		return math.SmallestNonzeroFloat64
	}
	for _, m := range [...]float64{1, 2, 5} {
		if m*power >= step*(1-1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// ticks returns labelled ticks, at most about most of them, and minor ones.
func (a *axis) ticks(most int) []tick {
	most = max(most, 1)
	if a.names != nil {
		return a.nameTicks()
	}
	if !a.log {
		return a.linearTicks(most)
	}
	lo, hi := min(a.lo, a.hi), max(a.lo, a.hi)
	decades := int(math.Floor(hi+1e-9) - math.Ceil(lo-1e-9))
	switch {
	case decades >= 2 || decades == 1 && hi-lo > 1.5:
		return a.decadeTicks(lo, hi, most)
	case hi-lo > 0.5:
		return a.mantissaTicks(lo, hi, most)
	}
	return a.narrowLogTicks(lo, hi, most)
}

// nameTicks labels every category that has a name.
func (a *axis) nameTicks() []tick {
	out := make([]tick, 0, len(a.names))
	for i, name := range a.names {
		if name != "" {
			out = append(out, tick{a.at(float64(i)), name})
		}
	}
	return out
}

func (a *axis) linearTicks(most int) []tick {
	lo, hi := min(a.lo, a.hi), max(a.lo, a.hi)
	step := niceStep((hi - lo) / float64(most))
	if a.whole {
		step = max(1, step)
	}
	var out []tick
	first := math.Ceil(lo/step - 1e-9)
	for i := range 2*most + 2 {
		v := (first + float64(i)) * step
		if v > hi+1e-9*step {
			break
		}
		out = append(out, tick{a.at(v), stepLabel(v, step)})
	}
	return out
}

// stepLabel writes a multiple of step with as many decimals as step has.
func stepLabel(v, step float64) string {
	decimals := int(-math.Floor(math.Log10(step) + 1e-9))
	if decimals > 4 || math.Abs(v) >= 1e6 {
		return Number(v)
	}
	s := strconv.FormatFloat(math.Abs(v), 'f', max(0, decimals), 64)
	if v < -step/2 {
		return minus + group(s)
	}
	return group(s)
}

// decadeTicks labels powers of ten.
func (a *axis) decadeTicks(lo, hi float64, most int) []tick {
	first, last := int(math.Ceil(lo-1e-9)), int(math.Floor(hi+1e-9))
	stride := (last-first)/most + 1
	plain := first >= -3 && last <= 3
	var out []tick
	for k := first - 1; k <= last; k++ {
		if k >= first {
			t := tick{at: a.at(math.Pow(10, float64(k)))}
			if k%stride == 0 {
				t.label = decadeLabel(k, plain)
			}
			out = append(out, t)
		}
		if stride == 1 {
			out = a.minorTicks(out, k, lo, hi)
		}
	}
	return out
}

func (a *axis) minorTicks(out []tick, decade int, lo, hi float64) []tick {
	for m := 2.0; m < 10; m++ {
		if v := float64(decade) + math.Log10(m); v >= lo && v <= hi {
			out = append(out, tick{at: a.at(math.Pow(10, v))})
		}
	}
	return out
}

func decadeLabel(k int, plain bool) string {
	if plain {
		return Number(math.Pow(10, float64(k)))
	}
	out := "10"
	if k < 0 {
		out += "⁻"
	}
	for _, digit := range strconv.Itoa(max(k, -k)) {
		out += superscripts[digit-'0']
	}
	return out
}

var superscripts = [...]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}

// mantissaTicks labels 1, 2 and 5 times the powers of ten.
func (a *axis) mantissaTicks(lo, hi float64, most int) []tick {
	var out []tick
	labels := 0
	for k := math.Floor(lo); k <= hi; k++ {
		for m := 1.0; m < 10; m++ {
			v := k + math.Log10(m)
			if v < lo-1e-9 || v > hi+1e-9 {
				continue
			}
			t := tick{at: a.at(math.Pow(10, v))}
			if isMain := m == 1 || most > 2 && (m == 2 || m == 5); isMain && labels < most+1 {
				t.label = Number(m * math.Pow(10, k))
				labels++
			}
			out = append(out, t)
		}
	}
	return out
}

// narrowLogTicks labels equal steps within less than a decade.
func (a *axis) narrowLogTicks(lo, hi float64, most int) []tick {
	linear := axis{lo: math.Pow(10, lo), hi: math.Pow(10, hi), to: 1}
	if narrow(linear.lo, linear.hi) {
		return nil
	}
	out := linear.linearTicks(most)
	for i := range out {
		out[i].at = a.at(linear.value(out[i].at))
	}
	return out
}

// textTicks returns as many ticks as labels of the given size fit side by side,
// at least gap apart.
func (a *axis) textTicks(size, gap float64) []tick {
	if a.names != nil {
		return a.shortNames(size, gap)
	}
	most := int(a.length() / (3*size + gap))
	for most = min(most, 10); most > 1; most-- {
		if out := a.ticks(most); !crowded(out, size, gap) {
			return out
		}
	}
	return thinned(a.ticks(1), size, gap)
}

// shortNames cuts the names of categories to the room between two. Those too short
// for that are left out where they are crowded.
func (a *axis) shortNames(size, gap float64) []tick {
	out := a.nameTicks()
	room := a.length()/float64(len(a.names)) - gap/2
	for i := range out {
		if short := cutText(out[i].label, room, size, false); short != "" {
			out[i].label = short
		}
	}
	return thinned(out, size, gap/3)
}

func crowded(ticks []tick, size, gap float64) bool {
	end, some := 0.0, false
	previous := math.NaN()
	for _, t := range ticks {
		if t.label == "" {
			continue
		}
		half := textWidth(t.label, size, false) / 2
		if some && math.Abs(t.at-previous) < half+end+gap {
			return true
		}
		previous, end, some = t.at, half, true
	}
	return false
}

// thinned drops labels until none is crowded.
func thinned(ticks []tick, size, gap float64) []tick {
	last := -1
	for i := range ticks {
		switch {
		case ticks[i].label == "":
		case last >= 0 && crowded([]tick{ticks[last], ticks[i]}, size, gap):
			ticks[i].label = ""
		default:
			last = i
		}
	}
	return ticks
}
