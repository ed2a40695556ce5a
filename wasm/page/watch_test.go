package page

import "testing"

func TestReloads(t *testing.T) {
	var r reloads
	for i, now := range []float64{0, 5_000, 10_000} {
		if r.again(now) {
			t.Fatalf("start %d is too often", i)
		}
	}
	if !r.again(15_000) {
		t.Error("three reloads within 30 s are not noticed")
	}
	var slow, silent reloads
	for now := 0.0; now < 1e6; now += 11_000 {
		if slow.again(now) {
			t.Fatalf("a reload every 11 s is too often at %v", now)
		}
		slow.worked = true
	}
	for range mostReloads {
		silent.again(0)
	}
	if !silent.again(1e6) {
		t.Error("a stage that never paints is loaded for ever")
	}
}
