package simtest

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"example.org/rote/sim"
)

// kept is how many numbers of a list stand in a text; all others count through
// the mean of their sizes.
const kept = 4

// text describes a frame in lines, thinned so that a person can read it and the
// difference of two.
func text(f *sim.Frame) []string {
	head := *f
	head.Step, head.Of, head.Says = 0, 0, ""
	lines := []string{fmt.Sprintf("step %d of %d", f.Step, f.Of), f.Says}
	if words := plain(reflect.ValueOf(head)); len(words) > 0 {
		lines = append(lines, strings.Join(words, " "))
	}
	for _, fact := range f.Facts {
		lines = append(lines, fmt.Sprintf("fact %s %s %s", fact.Key, number(fact.Value), fact.Unit))
	}
	for i := range f.Panels {
		lines = append(lines, panelText(&f.Panels[i])...)
	}
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

// panelText has a line for the panel's own fields, and for each mark a line of
// its own fields and one for each of its lists.
func panelText(p *sim.Panel) []string {
	head := *p
	head.Fields, head.Lines, head.Arrows, head.Points, head.Bars, head.Tiles, head.Labels = nil, nil, nil, nil, nil, nil, nil
	lines := []string{"panel " + strings.Join(plain(reflect.ValueOf(head)), " ")}
	v := reflect.ValueOf(*p)
	for i := range v.NumField() {
		layer := v.Type().Field(i).Name
		if v.Field(i).Kind() != reflect.Slice || !v.Type().Field(i).IsExported() {
			continue
		}
		for j := range v.Field(i).Len() {
			mark := v.Field(i).Index(j)
			lines = append(lines, "  "+layer+" "+strings.Join(plain(mark), " "))
			lines = append(lines, lists(mark)...)
		}
	}
	return lines
}

// plain writes the fields of v that are no lists and not zero.
func plain(v reflect.Value) (words []string) {
	for i := range v.NumField() {
		field, name := v.Field(i), v.Type().Field(i).Name
		switch {
		case field.IsZero() || field.Kind() == reflect.Slice:
		case field.Kind() == reflect.Struct:
			words = append(words, name+" {"+strings.Join(plain(field), " ")+"}")
		case field.Kind() == reflect.Float64:
			words = append(words, name, number(field.Float()))
		case field.Kind() == reflect.String:
			words = append(words, name, strconv.Quote(field.String()))
		default:
			words = append(words, name, fmt.Sprint(field.Interface()))
		}
	}
	return words
}

// lists writes the lists of a mark.
func lists(v reflect.Value) (lines []string) {
	for i := range v.NumField() {
		field, name := v.Field(i), v.Type().Field(i).Name
		if field.Kind() != reflect.Slice || field.Len() == 0 {
			continue
		}
		if field.Type().Elem().Kind() == reflect.String {
			lines = append(lines, fmt.Sprintf("    %s[%d] %q", name, field.Len(), field.Interface()))
			continue
		}
		lines = append(lines, fmt.Sprintf("    %s[%d] %s", name, field.Len(), thinned(floats(field))))
	}
	return lines
}

// floats returns any list of numbers or switches as numbers.
func floats(v reflect.Value) []float64 {
	out := make([]float64, v.Len())
	for i := range out {
		switch e := v.Index(i); e.Kind() {
		case reflect.Float64:
			out[i] = e.Float()
		case reflect.Bool:
			if e.Bool() {
				out[i] = 1
			}
		case reflect.Int:
			out[i] = float64(e.Int())
		default:
			out[i] = float64(e.Uint())
		}
	}
	return out
}

// thinned writes the mean size of the numbers, which weighs later ones more so
// that their order counts, and a few of them.
func thinned(xs []float64) string {
	size, n := 0.0, float64(len(xs))
	for i, x := range xs {
		if !math.IsNaN(x) {
			size += math.Abs(x) * (1 + float64(i)/n) / n
		}
	}
	words := []string{"size", number(size)}
	for i := range min(kept, len(xs)) {
		words = append(words, number(xs[i*(len(xs)-1)/max(1, min(kept, len(xs))-1)]))
	}
	return strings.Join(words, " ")
}

// number writes twelve digits.
func number(x float64) string { return strconv.FormatFloat(x, 'g', 12, 64) }

// difference tells where two frames differ.
func difference(got, want *sim.Frame) string {
	if err := compareLines(text(got), text(want)); err != nil {
		return err.Error()
	}
	return "the last bits of some number"
}

// tolerance is how far two numbers may be apart, relative to the larger one and
// to the size of their list: cancellation leaves absolute errors of that size.
const tolerance = 1e-9

// equalLines compares words, and numbers with a tolerance.
func equalLines(a, b string) bool {
	if a == b {
		return true
	}
	as, bs := strings.Fields(a), strings.Fields(b)
	if len(as) != len(bs) {
		return false
	}
	size := 0.0
	for i := range as {
		x, errA := strconv.ParseFloat(as[i], 64)
		y, errB := strconv.ParseFloat(bs[i], 64)
		switch {
		case as[i] == bs[i]:
		case errA != nil || errB != nil:
			return false
		case !(math.Abs(x-y) <= tolerance*max(math.Abs(x), math.Abs(y), size)):
			return false
		}
		if i > 0 && as[i-1] == "size" && errA == nil {
			size = x
		}
	}
	return true
}
