//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/wasm/dom"
)

// read decodes the frame that is to be seen, and shows what is read and not
// painted: the sentence, the readings, the choice of panels, the tables.
func (p *page) read() {
	k, ok := p.current()
	if !ok || !decode(k.data, &p.frame) {
		return
	}
	dom.ID("says").Text(p.frame.Says)
	p.showFacts()
	p.panels.follow(&p.frame)
	p.tables.follow(&p.frame)
}

// decode reads an encoded frame out of a Uint8Array.
func decode(data js.Value, f *sim.Frame) bool {
	buf := make([]byte, data.Get("length").Int())
	js.CopyBytesToGo(buf, data)
	return sim.DecodeFrame(buf, f) == nil
}

// showFacts fills the table of readings. A reading keeps its row from step to
// step, so that a screen reader keeps its place.
func (p *page) showFacts() {
	body := dom.ID("facts")
	rows := make([]dom.Element, len(p.frame.Facts))
	same := body.Get("children").Length() == len(rows)
	for i, fact := range p.frame.Facts {
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
