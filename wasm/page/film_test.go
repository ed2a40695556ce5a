package page

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// A film begins with the first frame and ends with the last. Its frames are evenly apart
// and each is seen as long as it stands for.
func TestNewFilm(t *testing.T) {
	var all, thinned []int
	for step := range 161 {
		all = append(all, step)
		if step >= 97 || step%4 == 0 {
			thinned = append(thinned, step)
		}
	}
	for _, c := range []struct {
		name  string
		steps []int
		most  int
		want  int // frames
	}{
		{"none", nil, 9, 0},
		{"one", []int{0}, 9, 0},
		{"two", []int{0, 40}, 9, 2},
		{"all", all, 500, 161},
		{"a third", all, 41, 41},
		{"thinned", thinned, 41, 41},
		{"as many as there are", thinned, 500, 0},
	} {
		f := newFilm(c.steps, c.most)
		n := len(f.frames)
		if c.want > 0 && n != c.want || c.want == 0 && len(c.steps) < 2 && n > 0 {
			t.Errorf("%s: %d frames, want %d", c.name, n, c.want)
		}
		if n == 0 {
			continue
		}
		if f.frames[0] != 0 || f.frames[n-1] != len(c.steps)-1 || !slices.IsSorted(f.frames) || len(f.times) != n {
			t.Errorf("%s: frames %v with %d times", c.name, f.frames, len(f.times))
		}
		sum := 0.0
		for i := range n - 1 {
			sum += f.times[i]
			each := f.times[i] / float64(c.steps[f.frames[i+1]]-c.steps[f.frames[i]])
			if first := f.times[0] / float64(c.steps[f.frames[1]]-c.steps[0]); math.Abs(each-first) > 1e-9*first {
				t.Errorf("%s: a step of frame %d takes %g ms, of the first %g", c.name, i, each, first)
			}
		}
		if want := min(usualFilm, eachFrame*float64(n-1)); math.Abs(sum-want) > 1e-6 {
			t.Errorf("%s: it takes %g ms, want %g", c.name, sum, want)
		}
		if s := f.samples(); s[0] != 0 || s[len(s)-1] != f.frames[n-1] || len(s) > 6 {
			t.Errorf("%s: samples %v", c.name, s)
		}
	}
}

func TestTooLarge(t *testing.T) {
	for _, c := range []struct {
		first, bytes, frames, of int
		want                     bool
	}{
		{100, 100, 1, 120, false},
		{mostGIF + 1, mostGIF + 1, 1, 120, true},
		{1 << 20, 2 << 20, 4, 120, false}, // too early to tell
		{1 << 20, 2 << 20, 9, 120, true},  // 1/8 MB a frame
		{1 << 20, 2 << 20, 9, 50, false},
		{1 << 20, mostGIF, 2, 2, false},
		{1 << 20, mostGIF + 1, 2, 2, true},
	} {
		if got := tooLarge(c.first, c.bytes, c.frames, c.of); got != c.want {
			t.Errorf("%+v: got %t", c, got)
		}
	}
}

func TestFilmWords(t *testing.T) {
	for _, c := range []struct {
		frames, of, steps int
		want              string
	}{
		{12, 12, 11, "Saved a GIF: 12 frames, 900 × 600 pixels, 1.5 MB."},
		{12, 30, 300, "12 of the 30 frames that are kept, 900 × 600 pixels, 1.5 MB."},
		{3, 3, 40, "Saved a GIF: 3 frames, 900 × 600 pixels, 1.5 MB. Played at 1×, the run leaves more frames."},
	} {
		if got := filmWords("GIF", c.frames, c.of, c.steps, 900, 600, 3<<19); !strings.Contains(got, c.want) {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
