//go:build js

package page

import (
	"fmt"
	"strconv"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// bindPoints connects the table below a list of points: events of its fields
// and buttons arrive here, named by data-i.
func (c *controls) bindPoints(key string) {
	rows := field(key, "-rows")
	rows.On("change", func(e js.Value) {
		i, ok := number(e.Get("target"))
		if !ok {
			return
		}
		list, repair := withCoordinate(c.knob(key).Text(), i, e.Get("target").Get("value").String())
		c.apply(key, list, true)
		if repair != "" {
			c.note(key, repair)
			c.showPoints(c.knob(key))
		}
	})
	rows.On("click", func(e js.Value) {
		button := e.Get("target").Call("closest", "button") // a translator puts elements into it
		if !button.Truthy() {
			return
		}
		i, _ := number(button)
		if i >= 0 {
			c.apply(key, withoutPoint(c.knob(key).Text(), i), true)
		} else if c.apply(key, withPoint(c.knob(key).Text()), true); rows.Find("button[data-i='-1']:not([hidden])").Focus() {
			return // to add one more
		}
		rows.Find("button").Focus()
	})
}

func number(target js.Value) (i int, ok bool) {
	i, err := strconv.Atoi(target.Get("dataset").Get("i").String())
	return i, err == nil
}

// showPoints fills the table. Rows that are there already keep their focus.
func (c *controls) showPoints(k *sim.Knob) {
	rows, words := field(k.Key, "-rows"), coordinates(k.Text())
	if rows.IsNull() {
		return
	}
	if rows.Get("children").Length() != len(words)/2+1 {
		var list []dom.Element
		for i := range len(words) / 2 {
			list = append(list, pointRow(i))
		}
		rows.Fill(append(list, addRow())...)
	}
	rows.Find("button[data-i='-1']").Hide(len(words) == 2*sim.MaxPoints || k.Inactive() != "")
	for i, word := range words {
		rows.Find(fmt.Sprintf("input[data-i='%d']", i)).SetVal(word)
	}
}

func pointRow(i int) dom.Element {
	head := dom.Make("th", fmt.Sprint(i+1))
	head.Attr("scope", "row")
	remove := dom.Make("button", "Remove")
	remove.Attr("type", "button")
	remove.Attr("aria-label", fmt.Sprintf("Remove point %d", i+1))
	remove.Data("i", fmt.Sprint(i))
	return dom.Make("tr", "").Add(head, cell(2*i, i, "x"), cell(2*i+1, i, "y").Add(remove))
}

func cell(coordinate, point int, axis string) dom.Element {
	input := dom.Make("input", "")
	input.Attr("type", "text")
	input.Attr("inputmode", "decimal")
	input.Attr("size", "5")
	input.Attr("aria-label", fmt.Sprintf("%s of point %d", axis, point+1))
	input.Data("i", fmt.Sprint(coordinate))
	return dom.Make("td", "").Add(input)
}

func addRow() dom.Element {
	add := dom.Make("button", "Add a point")
	add.Attr("type", "button")
	add.Data("i", "-1")
	td := dom.Make("td", "")
	td.Attr("colspan", "3")
	return dom.Make("tr", "").Add(td.Add(add))
}
