//go:build js

package page

import (
	"fmt"
	"slices"
	"strconv"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/crew"
	"example.org/rote/sim/sweep"
	"example.org/rote/wasm/dom"
)

// bindForm connects the choice of knobs, ranges, fact and seeds. Whatever
// changes makes another sweep.
func (w *sweeping) bindForm() {
	dom.ID("sweepform").On("submit", func(e js.Value) { e.Call("preventDefault") })
	w.onChange("sweep-x", func(d *draft, key string) { d.across(w.sweep().Base, key) })
	w.onChange("sweep-y", func(d *draft, key string) { d.up(w.sweep().Base, key) })
	w.onChange("sweep-fact", func(d *draft, key string) { d.fact = key })
	w.onChange("sweep-seeds", func(d *draft, text string) { d.seeds = text })
	for _, axis := range []string{"sweep-x", "sweep-y"} {
		for _, part := range []string{"-from", "-to", "-count"} {
			w.onChange(axis+part, func(d *draft, _ string) {
				span := spanText(dom.ID(axis+"-from").Val(), dom.ID(axis+"-to").Val(), dom.ID(axis+"-count").Val())
				if axis == "sweep-x" {
					d.x.Value = span
				} else {
					d.y.Value = span
				}
			})
		}
	}
	dom.ID("sweep-take").On("click", func(js.Value) {
		w.change(func(d *draft) { d.fixed = fixedBy(w.page.run) })
	})
}

func (w *sweeping) onChange(id string, do func(d *draft, value string)) {
	dom.ID(id).On("change", func(js.Value) { w.change(func(d *draft) { do(d, dom.ID(id).Val()) }) })
}

// change opens the sweep that a changed draft describes. What was wrong with it
// is noted below the form.
func (w *sweeping) change(do func(d *draft)) {
	if w.sweep() == nil {
		return
	}
	d := draftOf(w.sweep())
	do(&d)
	s, repairs, err := sweep.Open(w.page.labs, d.address())
	if err != nil {
		w.fillForm()
		w.note(append(repairs, upper(err.Error())+"."))
		return
	}
	if s.Address() != w.sweep().Address() {
		w.open(s)
	}
	w.fillForm()
	w.note(repairs)
}

// note shows what was wrong with the last change.
func (w *sweeping) note(repairs []string) {
	text := ""
	for _, r := range repairs {
		text += r + " "
		w.page.say(r)
	}
	dom.ID("sweep-note").Text(text)
	dom.ID("sweep-note").Hide(text == "")
}

// fillForm lets the form show the sweep.
func (w *sweeping) fillForm() {
	s := w.sweep()
	knobs := canSweep(s.Base)
	w.fillAxis("sweep-x", s.X, knobs, false)
	w.fillAxis("sweep-y", s.Y, knobs, true)
	w.fillFacts()
	dom.ID("sweep-seeds").SetVal(fmt.Sprint(s.Seeds))
	dom.ID("sweep-fixed").Text(fixedWords(s))
	links := dom.Window().Get("document").Call("querySelectorAll", "#sweep-proposals a")
	for i := range links.Length() {
		a := dom.Element{Value: links.Index(i)}
		a.Flag("aria-current", sim.Query(s.Address()) == a.Call("getAttribute", "href").String()[1:])
	}
	w.links()
}

func (w *sweeping) fillAxis(id string, r sweep.Range, knobs []*sim.Knob, optional bool) {
	chosen := ""
	if r.Knob != nil {
		chosen = r.Knob.Key
	}
	var options []dom.Element
	if optional {
		options = append(options, option("", "Nothing: draw a curve", chosen == ""))
	}
	for _, k := range knobs {
		options = append(options, option(k.Key, k.Label, k.Key == chosen))
	}
	if r.Knob != nil && !slices.ContainsFunc(knobs, func(k *sim.Knob) bool { return k.Key == chosen }) {
		options = append(options, option(chosen, r.Knob.Label+", without effect here", true))
	}
	dom.ID(id).Fill(options...)
	dom.ID(id + "-span").Hide(r.Knob == nil)
	if r.Knob == nil {
		return
	}
	dom.ID(id + "-from").SetVal(sim.FormatFloat(r.Values[0]))
	dom.ID(id + "-to").SetVal(sim.FormatFloat(r.Values[len(r.Values)-1]))
	dom.ID(id + "-count").SetVal(fmt.Sprint(len(r.Values)))
	dom.ID(id + "-values").Text(valuesWords(r))
}

func option(value, text string, chosen bool) dom.Element {
	o := dom.Make("option", text)
	o.Set("value", value)
	o.Set("selected", chosen)
	return o
}

// learn takes the facts that a run of the sweep has.
func (w *sweeping) learn(facts []sim.Fact) {
	same := slices.EqualFunc(facts, w.facts, func(a, b sim.Fact) bool { return a.Key == b.Key })
	w.facts = facts
	if !same {
		w.fillFacts()
		w.fillTable() // whose head may name the fact
	}
}

// fillFacts offers the facts that are known: those of the last run, of the frame
// in Try, of the proposals, and the chosen one.
func (w *sweeping) fillFacts() {
	s := w.sweep()
	known := append(append([]sim.Fact(nil), w.facts...), w.page.frame.Facts...)
	for _, p := range s.Base.Info.Sweeps {
		a, _ := sim.ParseAddress(p.Address)
		known = append(known, sim.Fact{Key: a.Get("fact")})
	}
	known = append(known, sim.Fact{Key: s.Fact})
	var options []dom.Element
	seen := map[string]bool{}
	for _, f := range known {
		if !seen[f.Key] {
			seen[f.Key] = true
			options = append(options, option(f.Key, factLabel(f), f.Key == s.Fact))
		}
	}
	dom.ID("sweep-fact").Fill(options...)
}

// factName is what the form calls the fact.
func (w *sweeping) factName() string {
	chosen := dom.ID("sweep-fact").Get("selectedOptions").Index(0)
	if !chosen.Truthy() {
		return w.sweep().Fact
	}
	return chosen.Get("textContent").String()
}

func factLabel(f sim.Fact) string {
	if f.Name == "" {
		return f.Key
	}
	return f.Name
}

// bindWorkers offers a number of workers: as many as there are cores, and two in
// any case.
func (w *sweeping) bindWorkers() {
	cores := 1
	if n := dom.Window().Get("navigator").Get("hardwareConcurrency"); n.Type() == js.TypeNumber {
		cores = n.Int()
	}
	want := crew.Usual(cores)
	most := max(2, min(cores, crew.MostHands))
	if n, err := strconv.Atoi(dom.Kept(keptWorkers)); err == nil && n >= 1 && n <= most {
		want = n
	}
	w.crew.Resize(want)
	var options []dom.Element
	for n := 1; n <= most; n++ {
		options = append(options, option(fmt.Sprint(n), fmt.Sprint(n), n == want))
	}
	choice := dom.ID("sweep-workers")
	choice.Fill(options...)
	choice.On("change", func(js.Value) {
		n, _ := strconv.Atoi(choice.Val())
		dom.Keep(keptWorkers, choice.Val())
		w.crew.Resize(n)
	})
}

// key acts on a shortcut in this place, and tells whether it means anything.
func (w *sweeping) key(id string) bool {
	switch id {
	case "play":
		return dom.ID("sweepplay").Click()
	case "present":
		return dom.ID("present").Click()
	case "controls":
		return dom.ID("sweep-x").Focus()
	case "readings":
		return dom.ID("sweeptable").Find("a").Focus()
	}
	return false
}
