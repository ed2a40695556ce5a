//go:build js

package page

import (
	"fmt"
	"strconv"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/sim/sweep"
	"example.org/rote/wasm/dom"
)

// A sweepTable is the values of the sweep as a table.
type sweepTable struct {
	grid  func() *sweep.Grid
	moved func()        // the picture has another size
	cells []dom.Element // one per cell of the sweep
}

// bind lets a button show the table, or hide it.
func (t *sweepTable) bind() {
	dom.ID("sweepshow").On("click", func(js.Value) { t.show(dom.ID("sweeptable").Get("hidden").Bool()) })
}

// show shows the table, or hides it.
func (t *sweepTable) show(on bool) {
	dom.ID("sweeptable").Hide(!on)
	button, text := dom.ID("sweepshow"), "Show table"
	if on {
		text = "Hide table"
	}
	button.Attr("aria-expanded", strconv.FormatBool(on))
	button.Text(text)
	t.moved()
}

// fill makes the table of the sweep. That of a diagram stands as the
// picture does: a row for each value of y, the greatest on top. Each known cell
// is a link that opens its run in Try. Fact is the
// name of what is measured.
func (t *sweepTable) fill(fact string) {
	s := t.grid()
	t.cells = make([]dom.Element, len(s.X.Values)*max(1, len(s.Y.Values)))
	for i := range t.cells {
		t.cells[i] = dom.Make("td", "")
	}
	head, body := dom.Make("tr", ""), dom.Make("tbody", "")
	caption := "Rows: " + s.X.Knob.Label
	if s.Y.Knob != nil {
		caption = fmt.Sprintf("Rows: %s; columns: %s", s.Y.Knob.Label, s.X.Knob.Label)
		t.fillGrid(s, head, body)
	} else {
		t.fillList(s, fact, head, body)
	}
	dom.ID("sweeptable").Find("table").Fill(dom.Make("caption", caption), dom.Make("thead", "").Add(head), body)
	for cell := range t.cells {
		t.fillCell(cell)
	}
}

func (t *sweepTable) fillGrid(s *sweep.Grid, head, body dom.Element) {
	head.Add(dom.Make("td", s.Y.Knob.Key+" \\ "+s.X.Knob.Key))
	for i := range s.X.Values {
		head.Add(heading("col", s.X.Written(i)))
	}
	for row := len(s.Y.Values) - 1; row >= 0; row-- {
		tr := dom.Make("tr", "").Add(heading("row", s.Y.Written(row)))
		body.Add(tr.Add(t.cells[row*len(s.X.Values) : (row+1)*len(s.X.Values)]...))
	}
}

// fillList makes the table of a curve, with the range over the seeds.
func (t *sweepTable) fillList(s *sweep.Grid, fact string, head, body dom.Element) {
	names := []string{s.X.Knob.Key, fact}
	if s.Seeds > 1 {
		names = append(names, "least", "greatest")
	}
	for _, name := range names {
		th := dom.Make("th", name)
		th.Attr("scope", "col")
		head.Add(th)
	}
	for col := range s.X.Values {
		tr := dom.Make("tr", "").Add(heading("row", s.X.Written(col)), t.cells[col])
		if s.Seeds > 1 {
			tr.Add(dom.Make("td", ""), dom.Make("td", ""))
		}
		body.Add(tr)
	}
}

func heading(scope, text string) dom.Element {
	th := dom.Make("th", text)
	th.Attr("scope", scope)
	return th
}

// fillCell writes what is known of a cell.
func (t *sweepTable) fillCell(cell int) {
	s := t.grid()
	col, row := cell%len(s.X.Values), cell/len(s.X.Values)
	c := s.Cell(col, row)
	text := cellWords(c)
	if text == "" {
		return
	}
	td := t.cells[cell]
	link := td.Find("a")
	if link.IsNull() {
		link = dom.Make("a", "")
		link.Attr("href", "#"+sim.Query(s.RunAddress(s.Run(col, row))))
		td.Fill(link)
	}
	link.Text(text)
	if c.N == 0 {
		link.Attr("aria-label", "not defined")
	} else {
		link.Call("removeAttribute", "aria-label")
	}
	if s.Y.Knob == nil && s.Seeds > 1 {
		ends := td.Get("parentElement").Get("children")
		dom.Element{Value: ends.Index(2)}.Text(figure.Number(c.Lo))
		dom.Element{Value: ends.Index(3)}.Text(figure.Number(c.Hi))
	}
}
