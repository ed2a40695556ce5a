package simtest

import "testing"

func TestHolds(t *testing.T) {
	f := facts(func(key string) (float64, bool) {
		v, ok := map[string]float64{"a": 1, "b": -0.5}[key]
		return v, ok
	})
	for condition, want := range map[string]bool{
		"a == 1":                  true,
		"a < 1":                   false,
		"abs(b) == 0.5 && a >= 1": true,
		"abs(a-b) < 1.6":          true,
		"-b*2 == a":               true,
		"c > 0":                   false,
		"!(c > 0)":                false, // an absent fact makes everything false
		"has(c)":                  false,
		"!has(c) || c > 0":        true,
		"has(a) && a/2 <= 0.5":    true,
		"a != 1 || b > 0":         false,
	} {
		got, err := f.holds(condition)
		if err != nil || got != want {
			t.Errorf("%s is %t, %v, want %t", condition, got, err, want)
		}
	}
	for _, condition := range []string{"a", "a &&", "a && 1", "sqrt(a) > 0", "has(1)", "abs(has(a)) > 0", `"x" == a`, "+a > 0", "a[0] > 1"} {
		if _, err := f.holds(condition); err == nil {
			t.Errorf("%s is no error", condition)
		}
	}
}
