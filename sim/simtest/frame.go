package simtest

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"

	"example.org/rote/sim"
)

// frameErrors returns what is wrong with a frame by itself.
func frameErrors(f *sim.Frame) error {
	var errs []error
	if !isSentence(f.Says) {
		errs = append(errs, fmt.Errorf("text %q is not a sentence", f.Says))
	}
	if f.Of < 0 {
		errs = append(errs, fmt.Errorf("total Of is %d", f.Of))
	}
	if len(f.Panels) == 0 {
		errs = append(errs, errors.New("there is no panel"))
	}
	for i := range f.Panels {
		if err := panelErrors(&f.Panels[i]); err != nil {
			errs = append(errs, fmt.Errorf("panel %q: %w", f.Panels[i].Title, err))
		}
	}
	return errors.Join(append(errs, factErrors(f.Facts))...)
}

// isSentence reports whether s starts like a sentence and ends like one.
func isSentence(s string) bool {
	return len(s) > 2 && s == strings.TrimSpace(s) && strings.ContainsAny(s[len(s)-1:], ".?") &&
		!strings.Contains(s, "NaN") && !strings.Contains(s, "Inf")
}

func factErrors(facts []sim.Fact) error {
	var errs []error
	seen := map[string]bool{}
	for _, f := range facts {
		switch {
		case f.Key == "" || f.Name == "" || f.Help == "":
			errs = append(errs, fmt.Errorf("fact %+v has no key, name or help", f))
		case math.IsInf(f.Value, 0) || math.IsNaN(f.Value):
			errs = append(errs, fmt.Errorf("fact %s is %g", f.Key, f.Value))
		case seen[f.Key]:
			errs = append(errs, fmt.Errorf("fact %s is there twice", f.Key))
		}
		seen[f.Key] = true
	}
	return errors.Join(errs...)
}

func panelErrors(p *sim.Panel) error {
	var errs []error
	if p.Title == "" {
		errs = append(errs, errors.New("no title"))
	}
	if p.IsEmpty() && !isSentence(p.Empty) {
		errs = append(errs, fmt.Errorf("it has no marks, and Empty %q is not a sentence", p.Empty))
	}
	if p.Span < 0 {
		errs = append(errs, fmt.Errorf("share Span is %g", p.Span))
	}
	for _, a := range []sim.Axis{p.X, p.Y} {
		if a.Log && a.Min != a.Max && min(a.Min, a.Max) <= 0 {
			errs = append(errs, fmt.Errorf("log axis %q from %g to %g", a.Name, a.Min, a.Max))
		}
	}
	errs = append(errs, fieldErrors(p.Fields), tileErrors(p.Tiles))
	errs = append(errs, lengthErrors(p)...)
	errs = append(errs, finite(reflect.ValueOf(*p), "panel"), classErrors(p))
	return errors.Join(errs...)
}

func fieldErrors(fields []sim.Field) error {
	for _, m := range fields {
		switch {
		case m.Scale == sim.Tint && (m.W != 1 || m.H != 1):
			return fmt.Errorf("tint %q is %d×%d, want 1×1", m.Name, m.W, m.H)
		case m.Scale != sim.Tint && (m.W < 1 || m.H < 1 || len(m.Values) != m.W*m.H):
			return fmt.Errorf("field %q is %d×%d with %d values", m.Name, m.W, m.H, len(m.Values))
		case m.XS != nil && len(m.XS) != m.W || m.YS != nil && len(m.YS) != m.H:
			return fmt.Errorf("field %q is %d×%d with places for %d×%d", m.Name, m.W, m.H, len(m.XS), len(m.YS))
		case m.X0 == m.X1 || m.Y0 == m.Y1:
			return fmt.Errorf("field %q covers no area", m.Name)
		}
	}
	return nil
}

func tileErrors(tiles []sim.Tiles) error {
	for _, m := range tiles {
		switch {
		case m.Text == nil && (m.W < 1 || m.H < 1 || m.Depth != 1 && m.Depth != 3):
			return fmt.Errorf("tiles %q are %d×%d of depth %d", m.Name, m.W, m.H, m.Depth)
		case m.Text == nil && len(m.Pix) != m.N*m.H*m.W*m.Depth:
			return fmt.Errorf("tiles %q have %d bytes, want %d×%d×%d×%d", m.Name, len(m.Pix), m.N, m.H, m.W, m.Depth)
		case m.X != nil && m.Size <= 0:
			return fmt.Errorf("tiles %q stand at positions with size %g", m.Name, m.Size)
		}
	}
	return nil
}

// lengthErrors compares the lengths of the slices that go together.
func lengthErrors(p *sim.Panel) (errs []error) {
	for _, m := range p.Lines {
		errs = append(errs, sameLength("line "+m.Name, len(m.X), len(m.Y)), optional("line "+m.Name, len(m.X), len(m.Lo), len(m.Hi)),
			pair("line "+m.Name, m.Lo, m.Hi))
	}
	for _, m := range p.Arrows {
		errs = append(errs, sameLength("arrows "+m.Name, len(m.X), len(m.Y), len(m.DX), len(m.DY)))
	}
	for _, m := range p.Points {
		errs = append(errs, sameLength("points "+m.Name, len(m.X), len(m.Y)), pair("points "+m.Name, m.Lo, m.Hi),
			optional("points "+m.Name, len(m.X), len(m.Roles), len(m.Classes), len(m.Values), len(m.Sizes), len(m.Lo)))
	}
	for _, m := range p.Bars {
		errs = append(errs, sameLength("bars "+m.Name, len(m.X), len(m.Y)), pair("bars "+m.Name, m.Lo, m.Hi),
			optional("bars "+m.Name, len(m.X), len(m.Roles), len(m.Lo)))
	}
	for _, m := range p.Tiles {
		errs = append(errs, optional("tiles "+m.Name, m.N, len(m.Text), len(m.X), len(m.Y), len(m.Roles), len(m.Values), len(m.Outlined)),
			pair("tiles "+m.Name, m.X, m.Y))
	}
	return errs
}

func sameLength(name string, first int, others ...int) error {
	for _, n := range others {
		if n != first {
			return fmt.Errorf("%s: lengths %d and %v differ", name, first, others)
		}
	}
	return nil
}

func optional(name string, n int, lengths ...int) error {
	for _, length := range lengths {
		if length != 0 && length != n {
			return fmt.Errorf("%s: %d items, but a list of %d", name, n, length)
		}
	}
	return nil
}

func pair(name string, lo, hi []float64) error {
	if len(lo) != len(hi) {
		return fmt.Errorf("%s: %d and %d values of a pair", name, len(lo), len(hi))
	}
	return nil
}

// finite finds numbers that are not finite. NaN may break a line.
func finite(v reflect.Value, name string) error {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if err := finite(v.Field(i), name+" "+v.Type().Field(i).Name); err != nil {
				return err
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if err := finite(v.Index(i), name); err != nil {
				return fmt.Errorf("%w, at %d", err, i)
			}
		}
	case reflect.Float64:
		x := v.Float()
		if math.IsInf(x, 0) || math.IsNaN(x) && !strings.Contains(name, " Lines ") {
			return fmt.Errorf("%s is %g", name, x)
		}
	}
	return nil
}

// classErrors finds roles and classes that do not exist.
func classErrors(p *sim.Panel) error {
	for _, m := range p.Lines {
		if m.Class > sim.MaxClass {
			return fmt.Errorf("line %q has class %d", m.Name, m.Class)
		}
	}
	for _, m := range p.Points {
		for _, class := range append([]uint8{m.Class}, m.Classes...) {
			if class > sim.MaxClass {
				return fmt.Errorf("points %q have class %d", m.Name, class)
			}
		}
	}
	// Roles are checked by the decoder.
	buf := sim.AppendFrame(nil, &sim.Frame{Panels: []sim.Panel{*p}})
	return sim.DecodeFrame(buf, new(sim.Frame))
}
