package page

import "testing"

func TestReplayPace(t *testing.T) {
	for _, c := range []struct {
		seconds   float64
		of, steps int
		speed     float64
		want      float64
	}{
		{5, 100, 1, 1, 50}, {5, 100, 4, 1, 200}, {5, 100, 4, 4, 50}, {5, 100, 1, .25, 200},
		{8, 0, 1, 1, 40}, {5, 100, 8, 0, briskReplay}, {1, 1000, 1, 1, briskReplay},
	} {
		if got := replayPace(c.seconds, c.of, c.steps, c.speed); got != c.want {
			t.Errorf("replayPace(%v, %d, %d, %v) = %v, want %v", c.seconds, c.of, c.steps, c.speed, got, c.want)
		}
	}
}
