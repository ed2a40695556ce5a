package simtest

import (
	"math"
	"slices"
	"strings"

	"example.org/rote/sim"
	"pgregory.net/rapid"
)

// drawAddress draws an address of the lab. The knobs that cost time keep the
// values of Info.Small.
func drawAddress(t *rapid.T, info sim.Info) string {
	r, err := open(info, info.Small)
	if err != nil {
		t.Fatal(err)
	}
	small, _ := sim.ParseAddress(info.Small)
	for _, k := range r.Knobs.All() {
		if !names(small, k.Key) && rapid.Bool().Draw(t, "set "+k.Key) {
			k.Set(drawText(t, k))
		}
	}
	r.Seed.SetNumber(float64(rapid.IntRange(1, 9).Draw(t, "seed")))
	return r.Address()
}

// names reports whether the address holds the key.
func names(a sim.Address, key string) bool {
	return slices.ContainsFunc(a.Pairs, func(p sim.Pair) bool { return p.Key == key })
}

// drawText draws a valid value of the knob.
func drawText(t *rapid.T, k *sim.Knob) string {
	switch k.Kind {
	case sim.IntKind:
		return sim.FormatFloat(drawInt(t, k))
	case sim.FloatKind:
		return sim.FormatFloat(drawFloat(t, k))
	case sim.PointsKind:
		xs := rapid.SliceOfN(rapid.Float64Range(-3, 3), 0, 12).Draw(t, k.Key)
		words := make([]string, len(xs)/2*2)
		for i := range words {
			words[i] = sim.FormatFloat(xs[i])
		}
		return strings.Join(words, ",")
	}
	return rapid.SampledFrom(k.Values).Draw(t, k.Key)
}

// drawInt draws small numbers, which are cheap, more often than large ones: the
// middle one of 0..1000 is about 5.
func drawInt(t *rapid.T, k *sim.Knob) float64 {
	u := rapid.Float64Range(0, 1).Draw(t, k.Key)
	return min(k.Max, k.Min+math.Floor(math.Pow(k.Max-k.Min+1, u*u))-1)
}

// drawFloat draws the ends, a stop, or any value of the control.
func drawFloat(t *rapid.T, k *sim.Knob) float64 {
	last := k.Stops()
	switch rapid.IntRange(0, 4).Draw(t, "kind of "+k.Key) {
	case 0:
		return k.Min
	case 1:
		return k.Max
	case 2:
		return rapid.Float64Range(k.Min, k.Max).Draw(t, k.Key)
	}
	return k.ValueAt(float64(rapid.IntRange(0, last).Draw(t, k.Key)))
}

// A change of live knobs after some part of a run.
type change struct {
	part   float64 // of the run's slices, 0 to 1
	values []sim.Pair
}

// drawLive draws one or two changes of live knobs that the present view shows.
func drawLive(t *rapid.T, info sim.Info, address string) (set change, ok bool) {
	r, err := open(info, address)
	if err != nil {
		t.Fatal(err)
	}
	var live []*sim.Knob
	for _, k := range r.Knobs.All() {
		if k.IsLive && k.Shown() {
			live = append(live, k)
		}
	}
	if len(live) == 0 {
		return set, false
	}
	set.part = rapid.Float64Range(0, 1).Draw(t, "part")
	for range rapid.IntRange(1, 2).Draw(t, "changes") {
		k := rapid.SampledFrom(live).Draw(t, "knob")
		set.values = append(set.values, sim.Pair{Key: k.Key, Value: drawChange(t, info, k)})
	}
	return set, true
}

// drawChange draws a value of a live knob: one up to twice as large if the knob
// costs time.
func drawChange(t *rapid.T, info sim.Info, k *sim.Knob) string {
	small, _ := sim.ParseAddress(info.Small)
	if !names(small, k.Key) || k.Kind != sim.IntKind && k.Kind != sim.FloatKind {
		return drawText(t, k)
	}
	before := k.Text()
	k.SetNumber(k.Number() * (1 + float64(rapid.IntRange(0, 4).Draw(t, k.Key))/4))
	text := k.Text()
	k.Set(before)
	return text
}
