package page

import "fmt"

// A film is which of the kept frames of a run follow each other, and how long each is
// seen, in ms.
type film struct {
	frames []int // indices, rising
	times  []float64
}

// How long a film is, in ms, and its last frame.
const (
	usualFilm = 8000
	eachFrame = 400 // at most, where there are few
	lastFrame = 2000
)

// filmPatience is how long, in ms, the making of a film may stand still.
const filmPatience = 20_000

// newFilm takes at most so many frames, evenly over the run, whose steps are given. Each
// is seen as long as the run takes for its steps.
func newFilm(steps []int, most int) (f film) {
	n := min(most, len(steps))
	if n < 2 {
		return film{}
	}
	first, last := steps[0], steps[len(steps)-1]
	at := 0
	for i := range n {
		want := float64(first) + float64(last-first)*float64(i)/float64(n-1)
		for at < len(steps)-1 && float64(steps[at]) < want {
			at++
		}
		if k := len(f.frames); k == 0 || f.frames[k-1] < at {
			f.frames = append(f.frames, at)
		}
	}
	f.pace(steps)
	return f
}

// pace gives each frame its time.
func (f *film) pace(steps []int) {
	last := len(f.frames) - 1
	length := min(usualFilm, eachFrame*float64(last))
	all := float64(steps[f.frames[last]] - steps[f.frames[0]])
	for i := range last {
		f.times = append(f.times, length*float64(steps[f.frames[i+1]]-steps[f.frames[i]])/all)
	}
	f.times = append(f.times, lastFrame)
}

// samples returns some of the frames, from the first to the last, which show the colours
// of all.
func (f *film) samples() (some []int) {
	const most = 6
	for i := range min(most, len(f.frames)) {
		some = append(some, f.frames[i*(len(f.frames)-1)/(min(most, len(f.frames))-1)])
	}
	return some
}

// A cut is how large a GIF is to be: its size in pixels, and its frames.
type cut struct{ width, height, frames int }

// cuts are tried one after the other until a GIF is small enough.
var cuts = [...]cut{{900, 600, 120}, {900, 600, 60}, {720, 480, 60}, {720, 480, 30}, {540, 360, 30}, {540, 360, 12}}

// mostGIF is what a GIF may have, in bytes: presentations and forums take that.
const mostGIF = 8 << 20

// tooLarge reports whether a GIF will be, of which some frames are written. The first
// has first bytes: it alone is a whole picture.
func tooLarge(first, bytes, frames, of int) bool {
	const some = 8 // from which the rest can be told
	if frames < min(some, of) || frames < 2 {
		return bytes > mostGIF
	}
	return float64(first)+float64(bytes-first)/float64(frames-1)*float64(of-1) > mostGIF
}

// filmWords says what was saved, of how many frames that there are of so many steps.
func filmWords(kind string, frames, of, steps, width, height, bytes int) string {
	which := fmt.Sprintf("%d frames", frames)
	if frames < of {
		which = fmt.Sprintf("%d of the %d frames that are kept", frames, of)
	}
	more := ""
	if few := 24; of < few && of < steps {
		more = " Played at 1×, the run leaves more frames."
	}
	return fmt.Sprintf("Saved a %s: %s, %d × %d pixels, %.1f MB.%s", kind, which, width, height, float64(bytes)/(1<<20), more)
}
