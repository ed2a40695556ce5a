package sweep

import (
	"strings"
	"testing"

	"example.org/rote/sim"
)

// Commas in numbers are told from those between numbers, and it is said which they
// were.
func TestPlainRange(t *testing.T) {
	whole := new(sim.Knobs).Int(new(int), "n", "N", 1, 0, 1<<20)
	real := new(sim.Knobs).Float(new(float64), "c", "C", 1, 0, 100)
	for _, row := range []struct {
		knob       *sim.Knob
		text, want string
	}{
		{whole, "2,048", "2048"}, {whole, "2,3", "2,3"}, {whole, "64,128,256", "64,128,256"}, {whole, "1,024,2,048", "1024,2048"},
		{whole, "1,024..2,048*3", "1024..2048*3"}, {whole, "1..8", "1..8"}, {whole, "0..2,048*3", "0..2048*3"}, {whole, "1,2..8*3", "1,2..8*3"},
		{real, "0,1..0,5*3", "0.1..0.5*3"}, {real, "0..0,5*3", "0..0.5*3"}, {real, "0,05", "0.05"}, {real, "1,0.5", "1,0.5"}, {real, "0,1,2", "0,1,2"},
		{real, "1,05,2", "1.05,2"},
		{whole, "1\u202f024..2\u202f048*3", "1024..2048*3"}, {whole, "1 024,2\u2009048,1\u202f000\u202f000", "1024,2048,1000000"},
		{whole, "1.024..2.048*3", "1024..2048*3"}, {whole, "1.024,2.048", "1024,2048"}, {whole, "2.048", "2048"}, {real, "1.024..2.048*3", "1.024..2.048*3"}, {real, "1.5..2.5", "1.5..2.5"},
		{whole, "1..2000*2,100", "1..2000*2,100"}, {whole, "1,024..2,048*1.000", "1024..2048*1000"}, {real, "1·10⁻³..0.1*3", "1e-3..0.1*3"}, {real, "10^-3..10^-1*3", "1e-3..1e-1*3"}, {real, "5 %..50 %*3", "0.05..0.5*3"},
		{real, "0.1..0.5x9", "0.1..0.5*9"}, {real, "0.1..0.5X9", "0.1..0.5*9"}, {real, "0.1...0.5*9", "0.1..0.5*9"}, {real, "0.1+..+0.5+*+9", "0.1..+0.5*+9"}, {real, "0.1 .. 0.5 * 9", "0.1 .. 0.5 * 9"}, {real, "0.1..x", "0.1..x"}, {real, "x..9", "x..9"},
		{real, "0,001;0,01;0,1", "0.001,0.01,0.1"}, {whole, "4;8;16", "4,8,16"}, {whole, "1,024;2.048", "1024,2048"}, {real, "0,1..0,5*3;1,5", "0.1..0.5*3,1.5"},
		{whole, "2\u202f048", "2048"}, {whole, "1'024,2'048", "1024,2048"}, {real, "1\u202f024.5..2048", "1024.5..2048"}, {real, "a b..c", "a b..c"},
		{real, "1..2,5*4", "1..2.5*4"}, {real, "1e-6..0,01*3", "1e-6..0.01*3"}, {real, "1e-6..0,01", "1e-6..0.01"}, {real, "0,001..1*3", "0.001..1*3"}, {real, "0,5..2*4", "0.5..2*4"}, {real, "0,5..2", "0.5..2"},
		{real, "1..2,5", "1..2,5"}, {real, "1,5..8*3", "1,5..8*3"}, {real, "0,5..5*3", "0,5..5*3"}, {real, "1,2,5..4*3", "1,2,5..4*3"}, {whole, "1,024..2048*3", "1024..2048*3"}, {whole, "5..1,024", "5..1024"}, {whole, "100,200..300*3", "100,200..300*3"},
	} {
		if got := plainRange(row.knob, row.text); got != row.want {
			t.Errorf("%s = %s is read as %s, want %s", row.knob.Key, row.text, got, row.want)
		}
		if _, repair := parseRange(row.knob, row.text); row.text != row.want && !strings.Contains(repair, row.want) {
			t.Errorf("%s = %s: repair %q does not say %s", row.knob.Key, row.text, repair, row.want)
		}
	}
}

// Commas in the numbers of tuples are told from those between tuples.
func TestPlainTuples(t *testing.T) {
	whole := new(sim.Knobs).Int(new(int), "n", "N", 1, 0, 1<<20)
	real := new(sim.Knobs).Float(new(float64), "c", "C", 1, 0, 100)
	word := new(sim.Knobs).Choice(new(string), "w", "W", "a", "b")
	for _, row := range []struct {
		knobs      []*sim.Knob
		text, want string
	}{
		{[]*sim.Knob{whole, whole}, "1,024:4,2,048:8", "1024:4,2048:8"}, {[]*sim.Knob{whole, whole}, "16:4,32:8", "16:4,32:8"}, {[]*sim.Knob{whole, whole}, "4:1,024,8:2", "4:1024,8:2"},
		{[]*sim.Knob{whole, whole}, "4:8,8:1,500", "4:8,8:1500"}, {[]*sim.Knob{whole, whole}, "16:4;32:8", "16:4,32:8"}, {[]*sim.Knob{whole, whole}, "16:4,32", "16:4,32"},
		{[]*sim.Knob{real, whole}, "0,5:4,0,25:8", "0.5:4,0.25:8"}, {[]*sim.Knob{real, whole}, "10⁻³:4,5%:8", "1e-3:4,0.05:8"}, {[]*sim.Knob{real, whole}, "0,5:4;0,25:8", "0.5:4,0.25:8"},
		{[]*sim.Knob{word}, "a,b", "a,b"}, {[]*sim.Knob{word, real}, "a:0,05,b:1", "a:0.05,b:1"}, {[]*sim.Knob{word, real}, "a:1,b", "a:1,b"}, {[]*sim.Knob{whole, whole}, "", ""}, {[]*sim.Knob{whole, whole}, "1,2,3", "1,2,3"},
	} {
		if got := plainTuples(row.knobs, row.text); got != row.want {
			t.Errorf("%s is read as %s, want %s", row.text, got, row.want)
		}
	}
}
