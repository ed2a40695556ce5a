package sweep

import (
	"slices"
	"strconv"
	"strings"

	"example.org/rote/sim"
)

// runLine is the first comment of the file of a single run.
const runLine = "# rote run: "

// RunAddress returns the address of a run as a sweep has it: with the tick that it asks
// for.
func RunAddress(r *sim.Run) string {
	a, _ := sim.ParseAddress(r.Address())
	if r.At.Number() > 0 {
		add(&a, "at", r.At.Text())
	}
	return a.String()
}

// RunFile returns a run that was measured as a file like that of a sweep: its columns are
// the knobs that its address names, the seed, the step and the last one if there are
// several samples, and all facts. Maker says which Rote has measured, as [sim.Maker] does.
func RunFile(f Format, m *Meter, maker string) string {
	r := record{meter: m, facts: allFacts(m.Samples)}
	for _, k := range m.Run.Knobs.All() {
		if k.Text() != k.DefaultText() && k.Kind != sim.PointsKind { // whose value is a list
			r.knobs = append(r.knobs, k)
		}
	}
	if f == JSONL {
		return r.objects(maker)
	}
	return r.csv(maker)
}

// A record is one run as a table.
type record struct {
	meter *Meter
	knobs []*sim.Knob
	facts []sim.Fact
}

// allFacts returns the facts of all samples, each behind the one before it in the frame
// that is first to have it.
func allFacts(samples []Sample) (facts []sim.Fact) {
	index := func(key string) int {
		return slices.IndexFunc(facts, func(f sim.Fact) bool { return f.Key == key })
	}
	for _, s := range samples {
		before := ""
		for _, f := range s.Facts {
			if index(f.Key) < 0 {
				facts = slices.Insert(facts, index(before)+1, f)
			}
			before = f.Key
		}
	}
	return facts
}

// columns returns those that say which reading a row is, and those of the facts.
func (r record) columns() (places, facts []string) {
	for _, k := range r.knobs {
		places = append(places, k.Key)
	}
	if places = append(places, "seed"); r.meter.Every > 0 {
		places = append(places, "step", "of")
	}
	for _, f := range r.facts {
		facts = append(facts, f.Key)
	}
	return places, columnsOf(places, facts)
}

func (r record) row(s Sample) (cells []string) {
	for _, k := range r.knobs {
		cells = append(cells, k.Text())
	}
	if cells = append(cells, r.meter.Run.Seed.Text()); r.meter.Every > 0 {
		last := r.meter.Samples[len(r.meter.Samples)-1].Step
		cells = append(cells, strconv.Itoa(s.Step), strconv.Itoa(last))
	}
	for _, f := range r.facts {
		cell := ""
		if i := slices.IndexFunc(s.Facts, func(g sim.Fact) bool { return g.Key == f.Key }); i >= 0 {
			cell = formatValue(s.Facts[i].Value)
		}
		cells = append(cells, cell)
	}
	return cells
}

func (r record) csv(maker string) string {
	text := runLine + RunAddress(r.meter.Run) + "\n" + makerLine + printable(maker) + "\n"
	places, names := r.columns()
	for i, f := range r.facts {
		text += nameLine + names[i] + ": " + printable(f.Name) + "\n"
	}
	for i, f := range r.facts {
		if f.Unit != "" {
			text += unitLine + names[i] + ": " + printable(f.Unit) + "\n"
		}
	}
	text += strings.Join(append(places, names...), ",") + "\n"
	for _, s := range r.meter.Samples {
		text += strings.Join(r.row(s), ",") + "\n"
	}
	return text
}

func (r record) objects(maker string) (text string) {
	var about, names, units Object
	about.Text("run", RunAddress(r.meter.Run))
	about.Raw("made", texts([]string{printable(maker)}))
	places, facts := r.columns()
	for i, f := range r.facts {
		if names.Text(facts[i], printable(f.Name)); f.Unit != "" {
			units.Text(facts[i], printable(f.Unit))
		}
	}
	about.Raw("names", names.String())
	about.Raw("units", units.String())
	columns := append(places, facts...)
	for _, s := range r.meter.Samples {
		var o Object
		for i, cell := range r.row(s) {
			o.Value(columns[i], cell)
		}
		o.Raw("rote", about.String())
		text += o.String() + "\n"
	}
	return text
}
