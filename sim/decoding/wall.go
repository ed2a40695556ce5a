package decoding

import (
	"math"
	"strconv"

	"example.org/rote/sim"
	"example.org/rote/sim/sketch"
)

// The wall: the first pictures of the test set, in rows, over the lines of the network and
// of the layer. One unit is the distance of two pictures; the lines stand below.
const (
	wallColumns = 18
	wallRows    = 5
	wallCount   = wallColumns * wallRows
	wallFoot    = 5   // middle of the lowest row
	lineHeight  = 3.6 // of a share of 1
	tileSize    = 0.88
)

// The kinds of pictures on the wall.
const (
	bothRead = iota
	layerOnly
	networkOnly
	nobody
	kinds
)

// A wall shows who reads which picture.
type wall struct {
	pix    []byte // of all pictures
	groups [kinds]tiles
	read   bool // by both
	picked [2]float64

	net, layer sketch.Trace // the lines, in units of the wall
	low        []float64    // of the wedge below the layer's line
	base       sketch.Trace
	cross      [2]float64
	crosses    bool
	crossing   string
	netEnd     string
	layerEnd   string
	kindWords  [kinds]string
	reach      float64
}

// Tiles are the pictures of one kind.
type tiles struct {
	x, y   []float64
	pix    []byte
	rects  []float64
	roles  []sim.Role
	struck []bool
}

func newWall(t *task) wall {
	w := wall{pix: make([]byte, 0, wallCount*pixels), base: sketch.NewTrace(2)}
	for _, v := range t.test[:wallCount*pixels] {
		w.pix = append(w.pix, grey(v))
	}
	w.base.To(0, 0)
	w.base.To(wallColumns, 0)
	return w
}

// grey returns ink, 1, as black on white paper, 0.
func grey(v float32) byte { return byte(math.Round(255 * float64(1-max(0, min(1, v))))) }

// place returns the middle of picture i.
func place(i int) (x, y float64) {
	return float64(i%wallColumns) + 0.5, wallFoot + float64(wallRows-1-i/wallColumns)
}

// at returns the picture at a place, or -1.
func (w *wall) at(x, y float64) int {
	for i := range wallCount {
		if px, py := place(i); math.Abs(x-px) <= 0.5 && math.Abs(y-py) <= 0.5 {
			return i
		}
	}
	return -1
}

func (w *wall) see(s *scene) {
	now := s.now()
	w.read = now != nil && len(s.record.net.X) > 0
	for i := range w.groups {
		w.groups[i].clear()
	}
	for i := range wallCount {
		kind := bothRead
		if w.read {
			kind = kindOf(int32(now.answers[i]) == s.task.answers[i], int32(s.answers[i]) == s.task.answers[i])
		}
		w.groups[kind].add(i, kind, w.pix[i*pixels:(i+1)*pixels])
	}
	w.picked[0], w.picked[1] = place(min(s.lab.pick, wallCount) - 1)
	w.word(s)
	w.seeLines(s)
}

func kindOf(layer, network bool) int {
	switch {
	case layer && network:
		return bothRead
	case layer:
		return layerOnly
	case network:
		return networkOnly
	}
	return nobody
}

func (t *tiles) clear() {
	t.x, t.y, t.pix, t.rects, t.roles, t.struck = t.x[:0], t.y[:0], t.pix[:0], t.rects[:0], t.roles[:0], t.struck[:0]
}

// add appends a picture: on orange paper if only the layer reads it, with a mark in its
// corner if only the network does, struck out if neither.
func (t *tiles) add(i, kind int, pix []byte) {
	x, y := place(i)
	t.x, t.y = append(t.x, x), append(t.y, y)
	if kind != layerOnly {
		t.pix = append(t.pix, pix...)
	}
	switch kind {
	case layerOnly:
		for _, v := range pix {
			t.pix = append(t.pix, orange.at(v, 0), orange.at(v, 1), orange.at(v, 2))
		}
		t.roles = append(t.roles, sim.HeldOut)
	case networkOnly:
		t.rects = append(t.rects, side-2.5, side-2.5, side-0.5, side-0.5)
	case nobody:
		t.struck = append(t.struck, true)
	}
}

// word writes the words of the wall.
func (w *wall) word(s *scene) {
	reader := s.view.reader
	if s.readerShown() == 0 {
		reader = "the picture"
	}
	n := func(kind int) string { return strconv.Itoa(len(w.groups[kind].x)) }
	w.kindWords = [kinds]string{
		layerOnly:   "orange: " + reader + ", " + n(layerOnly),
		networkOnly: "corner: network, " + n(networkOnly),
		nobody:      "struck: neither, " + n(nobody),
	}
}

func (w *wall) draw(p *sim.Panel, s *scene) {
	p.Short, p.Equal = "Picture by picture", true
	p.Axes(sim.Axis{Min: -0.2, Max: wallColumns + 0.2}, sim.Axis{Min: -0.25, Max: wallFoot + wallRows - 0.3})
	p.Line(w.base.Line(sim.Line{}))
	if len(w.net.X) > 0 {
		m := w.layer.Line(sim.Line{Role: sim.HeldOut})
		m.Lo, m.Hi = w.low, w.layer.Y
		p.Line(m)
		p.Line(w.net.Line(sim.Line{Role: sim.Copied}))
		w.drawWords(p)
	} else {
		p.Label(sim.Label{Text: "how many of 1\u202f000 each reads, epoch by epoch", X: 0.1, Y: 0.5})
	}
	for i := range w.groups {
		w.groups[i].draw(p)
	}
	if s.lab.view == "glyph" {
		p.Dot(sim.Points{Name: "the picture shown", Role: sim.Train, Counts: oneRing[:]}, w.picked[0], w.picked[1])
	}
}

// oneRing puts a ring around a point, without a badge.
var oneRing = [...]int{1}

// A paper is red, green and blue of what black is printed on.
type paper [3]uint16

var orange = paper{242, 150, 60}

// at returns one of the three where the print would have a grey on white paper.
func (p paper) at(grey byte, channel int) byte { return byte(p[channel] * uint16(grey) / 255) }

func (t *tiles) draw(p *sim.Panel) {
	if len(t.x) == 0 {
		return
	}
	p.Tile(sim.Tiles{N: len(t.x), W: side, H: side, Depth: len(t.pix) / (len(t.x) * pixels), Pix: t.pix, X: t.x, Y: t.y, Size: tileSize,
		Roles: t.roles, Rects: t.rects, Struck: t.struck, Faded: t.struck})
}

// drawWords writes what the marks mean, where the lines end and where they cross.
func (w *wall) drawWords(p *sim.Panel) {
	roles := [kinds]sim.Role{layerOnly: sim.HeldOut, networkOnly: sim.Copied}
	for kind := layerOnly; kind < kinds; kind++ {
		if len(w.groups[kind].x) > 0 {
			p.Label(sim.Label{Text: w.kindWords[kind], X: float64(6.4*float64(kind-1)) - 0.2, Y: wallFoot - 0.8, Role: roles[kind]})
		}
	}
	x := w.net.X[len(w.net.X)-1]
	net, layer := last(&w.net), last(&w.layer)
	up, down := 0.3, -0.3
	if layer < net {
		up, down = down, up
	}
	p.Label(sim.Label{Text: w.layerEnd, X: x, Y: layer + up, Role: sim.HeldOut})
	p.Label(sim.Label{Text: w.netEnd, X: x, Y: net + down, Role: sim.Copied})
	if w.crosses {
		p.Dot(sim.Points{Name: "", Role: sim.Theory}, w.cross[0], w.cross[1])
		p.Label(sim.Label{Text: w.crossing, X: w.cross[0], Y: w.cross[1] - 0.7})
	}
}
