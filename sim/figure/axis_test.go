package figure

import (
	"math"
	"strings"
	"testing"

	"example.org/rote/sim"
)

func TestNumber(t *testing.T) {
	for _, row := range []struct {
		x    float64
		want string
	}{
		{0, "0"}, {math.Copysign(0, -1), "0"}, {1, "1"}, {-1.2, "−1.2"}, {0.0004, "0.0004"}, {0.00039996, "0.0004"}, {0.5, "0.5"},
		{3.14159, "3.14"}, {99.96, "100"}, {1234, "1\u202f234"}, {12345.6, "12\u202f300"}, {12300, "12\u202f300"}, {999999.9, "1e6"},
		{1.2e6, "1.2e6"}, {-4e-5, "−4e−5"}, {0.99999, "0.99999"}, {0.9996, "0.9996"}, {-1.0004, "−1.0004"}, {0.995, "0.995"}, {1 - 1e-9, "1"}, {1e300, "1e300"}, {5e-324, "4.94e−324"},
		{math.NaN(), "–"}, {math.Inf(1), "∞"}, {math.Inf(-1), "−∞"},
	} {
		if got := Number(row.x); got != row.want {
			t.Errorf("Number(%v) = %q, want %q", row.x, got, row.want)
		}
	}
}

func TestSeconds(t *testing.T) {
	for s, want := range map[float64]string{-1: "0 s", 0.4: "0 s", 40: "40 s", 99.4: "99 s", 100: "2 min", 3600: "60 min",
		7500: "2 h 5 min", 7199: "2 h 0 min", 200 * 3600: "8 days"} {
		if got := Seconds(s); got != want {
			t.Errorf("Seconds(%v) = %q, want %q", s, got, want)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, row := range []struct {
		a    sim.Axis
		most int
		want string
	}{
		{sim.Axis{Min: 0, Max: 1}, 5, "0.0 0.2 0.4 0.6 0.8 1.0"},
		{sim.Axis{Min: -3, Max: 3}, 4, "−2 0 2"},
		{sim.Axis{Min: 3, Max: -3}, 4, "−2 0 2"},
		{sim.Axis{Min: 0, Max: 30000}, 3, "0 10\u202f000 20\u202f000 30\u202f000"},
		{sim.Axis{Min: 0, Max: 3e7}, 3, "0 1e7 2e7 3e7"},
		{sim.Axis{Min: 1, Max: 1000, Log: true}, 5, "1 10 100 1\u202f000"},
		{sim.Axis{Min: 4.6, Max: 1e-4, Log: true}, 5, "10⁻⁴ 10⁻³ 10⁻² 10⁻¹ 10⁰"},
		{sim.Axis{Min: 1e-12, Max: 1, Log: true}, 4, "10⁻¹² 10⁻⁸ 10⁻⁴ 10⁰"},
		{sim.Axis{Min: 1, Max: 9, Log: true}, 4, "1 2 5"},
		{sim.Axis{Min: 100, Max: 110, Log: true}, 3, "100 105 110"},
	} {
		a := newAxis(&row.a, extent{}, false)
		a.to = 100
		var labels []string
		for _, tick := range a.ticks(row.most) {
			if tick.label != "" {
				labels = append(labels, tick.label)
			}
			if tick.at < -1e-6 || tick.at > 100+1e-6 {
				t.Errorf("%v: tick at %v", row.a, tick.at)
			}
		}
		if got := strings.Join(labels, " "); got != row.want {
			t.Errorf("ticks(%+v, %d) = %s, want %s", row.a, row.most, got, row.want)
		}
	}
}

// A value goes to a pixel and comes back.
func TestAxisReturns(t *testing.T) {
	for _, a := range []sim.Axis{{Min: -2, Max: 5}, {Min: 5, Max: -2}, {Min: 1e-4, Max: 10, Log: true}, {Min: 10, Max: 1e-4, Log: true}} {
		axis := newAxis(&a, extent{}, false)
		axis.from, axis.to = 30, 400
		for _, v := range []float64{0.001, 0.5, 4} {
			if got := axis.value(axis.at(v)); math.Abs(got-v) > 1e-9*v {
				t.Errorf("%+v: %v comes back as %v", a, v, got)
			}
		}
	}
}

func TestFit(t *testing.T) {
	for _, row := range []struct {
		e           extent
		log         bool
		rounded     bool
		lo, hi, tol float64
	}{
		{extent{}, false, true, 0, 1, 0},
		{extent{lo: 0.2, hi: 0.87, some: true}, false, true, 0, 1, 1e-12}, // fractions from 0
		{extent{lo: 3, hi: 3, some: true}, false, true, 2.7, 3.3, 1e-12},
		{extent{lo: 0, hi: 0, some: true}, false, false, -1, 1, 0},
		{extent{lo: -2, hi: -2, some: true}, true, false, -2.5, -1.5, 0},
		{extent{lo: 101, hi: 119, some: true}, false, true, 100, 120, 1e-9},
	} {
		lo, hi := row.e.fit(row.log, row.rounded)
		if math.Abs(lo-row.lo) > row.tol || math.Abs(hi-row.hi) > row.tol {
			t.Errorf("%+v.fit = %v, %v, want %v, %v", row.e, lo, hi, row.lo, row.hi)
		}
	}
}

func TestWrap(t *testing.T) {
	if got := wrapText("How close to a training point?", 120, 13, true, 2); len(got) != 2 || got[0] != "How close to a" {
		t.Errorf("wrapped %q", got)
	}
	for _, s := range []string{"", " ", "word", "wordthatdoesnotfitanywhere and more", "é\xff 漢字"} {
		for w := 0.0; w < 200; w += 7 {
			for _, line := range wrapText(s, w, 12, false, 2) {
				if textWidth(line, 12, false) > w {
					t.Errorf("%q is wider than %v", line, w)
				}
			}
		}
	}
}
