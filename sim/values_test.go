package sim_test

import (
	"strings"
	"testing"

	"example.org/rote/sim"
	"pgregory.net/rapid"
)

// A value that is not allowed is told with its key, what is allowed, and what
// is used instead.
func TestSetRepairs(t *testing.T) {
	for _, row := range []struct{ key, text, want, repair string }{
		{"n", "12", "12", ""},
		{"n", " 1e3 ", "1000", ""},
		{"n", "abc", "5", "n = abc is not a number; allowed is 1 to 2048; using the default 5."},
		{"n", "NaN", "5", "n = NaN is not a number; allowed is 1 to 2048; using the default 5."},
		{"n", "Inf", "5", "n = Inf is not a number; allowed is 1 to 2048; using the default 5."},
		{"n", "-Infinity", "5", "n = -Infinity is not a number; allowed is 1 to 2048; using the default 5."},
		{"n", "", "5", "n = (empty) is not a number; allowed is 1 to 2048; using the default 5."},
		{"n", "0x10", "5", "n = 0x10 is not a number; allowed is 1 to 2048; using the default 5."},
		{"n", "1_0", "5", "n = 1_0 is not a number; allowed is 1 to 2048; using the default 5."},
		{"n", "-3", "1", "n = -3 is below 1; using 1."},
		{"n", "−3", "1", "n = −3 is below 1; using 1."},
		{"n", "1e9", "2048", "n = 1e9 is above 2048; using 2048."},
		{"n", "1e300", "2048", "n = 1e300 is above 2048; using 2048."},
		{"n", "1e999", "2048", "n = 1e999 is above 2048; using 2048."},
		{"n", "4.7", "5", "n = 4.7 is not a whole number; using 5."},
		{"n", "9/2", "5", "n = 9/2 is not a whole number; using 5."},
		{"c", "1/1024", "0.0009765625", ""},
		{"c", "1 / 4", "0.25", ""},
		{"c", "-0", "0", ""},
		{"c", "1e-400", "0", "c = 1e-400 is too small to be told from 0; using 0."},
		{"c", "-1e-400", "0", "c = -1e-400 is too small to be told from 0; using 0."},
		{"c", "1e-200/1e200", "0", "c = 1e-200/1e200 is too small to be told from 0; using 0."},
		{"c", "0e-400", "0", ""},
		{"c", "0/3", "0", ""},
		{"n", "1e-400", "1", "n = 1e-400 is below 1; using 1."},
		{"c", "-1", "0", "c = -1 is below 0; using 0."},
		{"c", "1/0", "0", "c = 1/0 is not a number; allowed is 0 to 10; using the default 0."},
		{"c", "1/2/3", "0", "c = 1/2/3 is not a number; allowed is 0 to 10; using the default 0."},
		{"c", "<script>alert(1)</script>", "0",
			"c = <script>alert(1)</script… is not a number; allowed is 0 to 10; using the default 0."},
		{"c", "\"\x00\n", "0", `c = "\x00\n is not a number; allowed is 0 to 10; using the default 0.`},
		{"view", "count", "count", ""},
		{"view", "nope", "map", "view = nope is not one of map or count; using map."},
		{"view", "<script>", "map", "view = <script> is not one of map or count; using map."},
		{"view", "", "map", "view = (empty) is not one of map or count; using map."},
		{"both", "off", "off", ""},
		{"both", "No", "off", ""},
		{"both", "TRUE", "on", ""},
		{"both", "maybe", "on", "both = maybe is not one of off or on; using on."},
		{"pts", "", "", ""},
		{"pts", "1, -2.5,1/4,0", "1,-2.5,0.25,0", ""},
		{"pts", "１,−2.5,1·10⁻¹,“0”", "1,-2.5,0.1,0", ""},
		{"n", "1.024", "1024", "n = 1.024 is read as 1024."},
		{"pts", "1,2,3", "1,2", "pts: the last point has no y; allowed is up to 64 points x,y,x,y,... within ±100; using 1 points."},
		{"pts", "1,2,x,4", "1,2", "pts: x is not a number; allowed is up to 64 points x,y,x,y,... within ±100; using 1 points."},
		{"pts", "1,2,NaN", "1,2", "pts: NaN is not a number; allowed is up to 64 points x,y,x,y,... within ±100; using 1 points."},
		{"pts", "1,200", "1,100", "pts: 200 is outside ±100 and was moved to it; allowed is up to 64 points x,y,x,y,... within ±100; using 1 points."},
		{"pts", "-200,3,1e9,4,5,1e-400", "-100,3,100,4,5,0", "pts: -200 and 1e9 are outside ±100 and were moved to it; " +
			"1e-400 is too small to be told from 0; allowed is up to 64 points x,y,x,y,... within ±100; using 3 points."},
		{"pts", "1,200,x", "1,100", "pts: 200 is outside ±100 and was moved to it; x is not a number; " +
			"allowed is up to 64 points x,y,x,y,... within ±100; using 1 points."},
		{"pts", "300,1,2", "100,1", "pts: 300 is outside ±100 and was moved to it; the last point has no y; " +
			"allowed is up to 64 points x,y,x,y,... within ±100; using 1 points."},
		{"pts", "101,102,103,104,105,106", "100,100,100,100,100,100", "pts: 101, 102, 103, 104 and 2 more are outside ±100 and were moved to it; " +
			"allowed is up to 64 points x,y,x,y,... within ±100; using 3 points."},
		{"pts", strings.Repeat("1,2,", 65), strings.TrimSuffix(strings.Repeat("1,2,", 64), ","),
			"pts: there are more than 64 points; allowed is up to 64 points x,y,x,y,... within ±100; using 64 points."},
	} {
		_, knobs := declared()
		k := knobs.Find(row.key)
		repair := k.Set(row.text)
		if k.Text() != row.want || repair != row.repair {
			t.Errorf("%s = %q:\n got %q, %s\nwant %q, %s", row.key, row.text, k.Text(), repair, row.want, row.repair)
		}
		if again := k.Set(k.Text()); again != "" || k.Text() != row.want {
			t.Errorf("%s = %q: setting its own text %q gives %q and %q", row.key, row.text, row.want, k.Text(), again)
		}
	}
}

// A repaired value does not depend on the value before.
func TestRepairForgets(t *testing.T) {
	_, knobs := declared()
	for _, k := range knobs.All() {
		k.Set(map[string]string{"view": "count", "both": "off", "pts": "1,2"}[k.Key])
		k.Set("?")
		if k.Text() != k.DefaultText() {
			t.Errorf("%s = ? after another value: %q, want the default %q", k.Key, k.Text(), k.DefaultText())
		}
	}
}

func TestFormatFloat(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 0.001: "0.001", 1e-4: "0.0001", 1e-5: "1e-5", 1.5e-6: "1.5e-6", 120000: "120000", 1e6: "1000000",
		1e20: "100000000000000000000", 1e21: "1e21", -0.1: "-0.1", 1.0 / 3: "0.3333333333333333",
	} {
		if got := sim.FormatFloat(x); got != want {
			t.Errorf("FormatFloat(%g) = %q, want %q", x, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64().Draw(t, "x")
		got, ok := sim.ParseNumber(sim.FormatFloat(x))
		if !ok || got != x {
			t.Fatalf("%g is written %q and read as %g, %t", x, sim.FormatFloat(x), got, ok)
		}
	})
}
