//go:build js

package page

import (
	"strconv"
	"strings"
	"syscall/js"

	"example.org/rote/sim/figure"
	"example.org/rote/wasm/dom"
)

// A question is one step of the lesson on the screen.
type question struct {
	step   dom.Element
	run    string // address of the run that answers it
	fact   string
	law    string // fact of theory on the same axis, or ""
	factor float64
	scale  scale
	hide   []string // facts that would tell, that of the axis among them
}

// readQuestion takes what the page says about a step.
func readQuestion(step dom.Element, address func(fragment string) string) *question {
	said := func(name string) string { return step.Get("dataset").Get(name).String() }
	number := func(name string) float64 { x, _ := strconv.ParseFloat(said(name), 64); return x }
	q := &question{step: step, run: address(said("run")), fact: said("fact"), law: said("law"), factor: number("factor"),
		scale: scale{lo: number("lo"), hi: number("hi"), log: step.Get("dataset").Get("log").Truthy(), unit: said("unit")}}
	q.hide = append(strings.Fields(said("hide")), q.fact, q.law)
	if spot := q.spot(); !spot.IsNull() {
		spot.On("input", func(js.Value) { q.follow() })
		q.follow()
	}
	return q
}

func (q *question) spot() dom.Element { return q.step.Find(".spot input") }

// follow writes what the place on the axis means.
func (q *question) follow() {
	words := figure.Number(q.spotted()) + " " + q.scale.unit
	q.step.Find(".spotwords").Text(words)
	q.spot().Attr("aria-valuetext", words)
}

func (q *question) spotted() float64 {
	share, _ := strconv.ParseFloat(q.spot().Val(), 64)
	return q.scale.at(share)
}

// chosen returns the prediction, in words and as a place on the axis.
func (q *question) chosen() (words string, value float64, ok bool) {
	if !q.spot().IsNull() {
		return figure.Number(q.spotted()), q.spotted(), true
	}
	radio := q.step.Find("input:checked")
	if radio.IsNull() {
		return "", 0, false
	}
	value, _ = strconv.ParseFloat(radio.Val(), 64)
	words = radio.Get("nextElementSibling").Get("textContent").String()
	return strings.TrimSpace(words), value, true
}

func (q *question) asks() string {
	return strings.TrimSpace(q.step.Find(".ask").Get("textContent").String())
}

// first returns the control to answer with.
func (q *question) first() dom.Element { return q.step.Find(".choices input, .spot input") }

// complain says that nothing is chosen, or takes that back.
func (q *question) complain(on bool) {
	missing := q.step.Find(".missing")
	missing.Hide(!on)
	if on {
		missing.Text("Choose an answer first, or run without one.")
		q.first().Focus()
	}
}

// show shows the question, open or with its answer.
func (q *question) show(a answer, known bool) {
	q.step.Find(".result").Hide(!known)
	q.step.Find(".lock").Hide(true)
	q.step.Find(".next").Hide(!known)
	q.step.Find(".free").Hide(!known)
	q.complain(false)
	q.step.Find(".answer").Set("open", known)
	if known {
		q.step.Find(".verdict").Text(verdict(a))
		q.step.Find(".axis").Set("innerHTML", q.scale.draw(a))
	}
}
