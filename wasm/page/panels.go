//go:build js

package page

import (
	"fmt"
	"slices"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// A panels is the choice between all panels and one of them. On a narrow screen
// the first panel alone is the default.
type panels struct {
	chosen func() // another choice

	titles []string
	only   int // 0 is all, i+1 is panel i
}

const narrow = "(max-width: 899px)"

func defaultPanel() int {
	if dom.Matches(narrow) {
		return 1
	}
	return 0
}

// follow offers the panels of a frame. Another set of panels, as of another
// view, begins with the default again.
func (c *panels) follow(f *sim.Frame) {
	titles := make([]string, len(f.Panels))
	for i := range f.Panels {
		titles[i] = f.Panels[i].Title
	}
	if slices.Equal(titles, c.titles) {
		return
	}
	if c.titles = titles; c.only != defaultPanel() {
		c.choose(defaultPanel())
	}
	c.show()
}

func (c *panels) choose(only int) {
	c.only = only
	c.chosen()
}

// fit returns to the default, as after a change of the width.
func (c *panels) fit() {
	c.choose(defaultPanel())
	c.show()
}

func (c *panels) show() {
	set := dom.ID("panels")
	set.Hide(len(c.titles) < 2)
	list := []dom.Element{set.Find("legend"), c.option(0, "All panels")}
	for i, title := range c.titles {
		list = append(list, c.option(i+1, fmt.Sprintf("%d %s", i+1, title)))
	}
	set.Fill(list...)
}

func (c *panels) option(only int, text string) dom.Element {
	radio := dom.Make("input", "")
	radio.Attr("type", "radio")
	radio.Attr("name", "panels")
	radio.Set("checked", only == c.only)
	radio.On("change", func(js.Value) { c.choose(only) })
	label := dom.Make("label", "").Add(radio, dom.Make("span", text))
	label.Attr("title", text)
	return label
}
