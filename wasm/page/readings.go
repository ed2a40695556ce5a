//go:build js

package page

import (
	"slices"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/wasm/dom"
)

// showFacts fills the table of readings. A reading keeps its row from step to
// step, so that a screen reader keeps its place.
func showFacts(facts []sim.Fact, held withheld) {
	facts = slices.DeleteFunc(slices.Clone(facts), func(f sim.Fact) bool { return held.fact(f.Key) })
	body := dom.ID("facts")
	rows := make([]dom.Element, len(facts))
	same := body.Get("children").Length() == len(rows)
	for i, fact := range facts {
		rows[i] = body.Find("tr[data-fact='" + fact.Key + "']")
		if rows[i].IsNull() {
			rows[i], same = factRow(fact.Key), false
		}
		fillFact(rows[i], fact)
	}
	if !same {
		body.Fill(rows...)
	}
}

func factRow(key string) dom.Element {
	name := dom.Make("th", "")
	name.Attr("scope", "row")
	row := dom.Make("tr", "").Add(name, dom.Make("td", ""), dom.Make("td", ""))
	row.Data("fact", key)
	return row
}

func fillFact(row dom.Element, f sim.Fact) {
	value := figure.Number(f.Value)
	if f.Unit != "" {
		value += " " + f.Unit
	}
	row.Data("value", sim.FormatFloat(f.Value))
	for i, text := range []string{f.Name, value, f.Help} {
		dom.Element{Value: row.Get("children").Index(i)}.Text(text)
	}
}
