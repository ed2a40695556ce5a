package density

import (
	"math/rand/v2"

	"example.org/rote/sim"
	"example.org/rote/sim/data"
)

// Read implements [sim.Reader]. Of at most 600 pictures, a run trains on n of them, and keeps
// a quarter, at most 200, unseen.
func (l *Lab) Read(file []byte) error {
	pictures, err := data.ReadPictures(file, side)
	if err == nil {
		l.pictures = pictures
	}
	return err
}

// drawFile takes the pictures in a random order, and makes negatives of some. In a small
// file each unseen picture stands for several.
func (s *set) drawFile(l *Lab, rng *rand.Rand) {
	order := rng.Perm(len(l.pictures) / pixels)
	for _, i := range order[:s.n] {
		s.x = append(s.x, l.picture(i)...)
	}
	s.scatter(l, rng)
	unseen := order[s.n:]
	for i := range freshCount {
		s.fresh = append(s.fresh, l.picture(unseen[i%len(unseen)])...)
	}
}

func (l *Lab) picture(i int) []float32 { return l.pictures[i*pixels : (i+1)*pixels] }

// count returns how many points there are: n, or as many as the file has.
func (l *Lab) count() int {
	if l.data != fromFile || l.view == labelsView {
		return l.n
	}
	have := len(l.pictures) / pixels
	return min(l.n, have-min(freshCount, have/4))
}

// A wait is the scene of a file that is not there. It has nothing to do.
type wait struct{}

// Step implements [sim.Scene].
func (wait) Step() sim.Pace { return sim.Done }

// Draw implements [sim.Scene].
func (wait) Draw(f *sim.Frame) {
	f.Unit = "epoch"
	f.Fact("needed", "Pictures needed", "", "A file has at least so many.", data.FewestPictures)
	f.Headline = sim.Headline{Fact: "needed", Words: "pictures or more make a file"}
	f.Says = "These are pictures from a file, which only you have: choose it under More knobs."
	p := f.Panel("Which pictures?")
	p.Empty = "Choose the file under More knobs. It stays in this browser."
}
