//go:build js

package page

import (
	"fmt"
	"slices"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
	"example.org/rote/wasm/dom"
)

// A tables offers the numbers of each panel, as a table and as a file.
type tables struct {
	save    func(panel int) // as a file
	enlarge func(panel int) // makes it the hero
	runs    func() bool     // the run goes on

	frame  *sim.Frame
	titles []string
	open   []dom.Element // the details of each panel
	filled gate          // tables are long: they follow a running run slowly
}

// mostRows is how many rows a table shows while the run goes on.
const mostRows = 200

func (t *tables) bind() { t.filled = gate{every: 500, do: t.fill} }

// follow offers the panels of a frame, and fills those tables that are open. The
// frame stays, and holds what is to be seen.
func (t *tables) follow(f *sim.Frame) {
	t.frame = f
	titles := make([]string, len(f.Panels))
	for i := range f.Panels {
		titles[i] = f.Panels[i].Title
	}
	if !slices.Equal(titles, t.titles) {
		t.titles, t.open = titles, nil
		var boxes []dom.Element
		for i := range titles {
			boxes = append(boxes, t.box(i))
		}
		dom.ID("tables").Fill(boxes...)
	}
	t.filled.ask()
}

func (t *tables) box(panel int) dom.Element {
	title := t.titles[panel]
	summary := dom.Make("summary", "Show table")
	summary.Attr("aria-label", "Show table: "+title)
	details := dom.Make("details", "").Add(summary, dom.Make("table", ""), dom.Make("p", ""))
	details.On("toggle", func(js.Value) { t.filled.ask() })
	t.open = append(t.open, details)
	button := dom.Make("button", "Download CSV")
	button.Attr("type", "button")
	button.Attr("aria-label", "Download CSV: "+title)
	button.On("click", func(js.Value) { t.save(panel) })
	large := dom.Make("button", "Show large")
	large.Attr("type", "button")
	large.Attr("aria-label", "Show large: "+title)
	large.On("click", func(js.Value) { t.enlarge(panel) })
	row := dom.Make("div", "").Add(large, button)
	row.Set("className", "row")
	return dom.Make("div", "").Add(dom.Make("h2", title), details, row)
}

func (t *tables) fill() {
	if t.frame == nil {
		return
	}
	for i, details := range t.open {
		if details.Get("open").Bool() && i < len(t.frame.Panels) {
			t.fillTable(details, &t.frame.Panels[i])
		}
	}
}

// fillTable writes the rows of a panel: all of them at rest.
func (t *tables) fillTable(details dom.Element, p *sim.Panel) {
	head, rows := figure.Table(p)
	most := len(rows)
	if t.runs() {
		most = min(most, mostRows)
	}
	details.Find("table").Set("innerHTML", tableHTML(p.Title, head, rows[:most]))
	more := ""
	if most < len(rows) {
		more = fmt.Sprintf("The first %d of %d rows. All are here when the run rests.", most, len(rows))
	} else if len(rows) == 0 {
		more = p.Empty
	}
	details.Find("p").Text(more)
}
