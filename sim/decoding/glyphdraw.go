package decoding

import (
	"math"
	"strconv"

	"example.org/rote/sim"
)

// A dial shows one picture, and where it lies among the subspaces of the classes.
type dial struct {
	pix            []byte
	digits         []string // names of the classes
	x, angles      []float64
	tileX, tileY   [1]float64
	nearest        int // class, or abstains
	right, network int
	cos            []float64 // classes×columns
	columns        []string
}

func newDial(s *scene) dial {
	d := dial{pix: make([]byte, 0, pixels), columns: layerNames(s)[:s.lab.depth+1]}
	for class := range s.task.k {
		d.digits, d.x = append(d.digits, strconv.Itoa(class)), append(d.x, float64(class))
	}
	return d
}

// see looks at the picture that is picked.
func (d *dial) see(s *scene) {
	i := min(s.lab.pick, wallCount) - 1
	d.pix, d.angles = d.pix[:0], d.angles[:0]
	d.tileX[0], d.tileY[0] = float64(len(d.digits)-1), 72
	for _, v := range s.task.test[i*pixels : (i+1)*pixels] {
		d.pix = append(d.pix, grey(v))
	}
	d.nearest, d.right, d.network = abstains, int(s.task.answers[i]), int(s.answers[i])
	d.cos = append(d.cos[:0], make([]float64, len(d.digits)*len(d.columns))...)
	shown := &s.atlas.shown
	if shown.now == nil {
		return
	}
	s.look.Forward(s.kept[shown.kept-1].w, s.task.test[i*pixels:(i+1)*pixels])
	if shown.layers == nil {
		d.seeLayer(s, shown.layer, shown.now.spaces, shown)
	}
	for layer := range shown.layers {
		d.seeLayer(s, layer, s.spacesOf(layer), shown)
	}
}

// spacesOf returns the subspaces of a layer, from the labels that the knob asks for.
func (s *scene) spacesOf(layer int) *spaces {
	if r := &s.atlas.shown.layers[layer]; s.lab.labels == oracle {
		return r.oracle.spaces
	}
	return s.atlas.shown.layers[layer].given.spaces
}

// seeLayer finds the angles of the picture in a layer, after a Forward of it.
func (d *dial) seeLayer(s *scene, layer int, of *spaces, shown *shown) {
	h := s.task.test[(min(s.lab.pick, wallCount)-1)*pixels:][:pixels]
	if layer > 0 {
		h = s.look.Output(layer - 1)
	}
	ranks := of.ranks(shown.size)
	cos2 := make([]float64, len(d.digits))
	if squares(h) > 0 {
		of.cosines(cos2, ranks, h)
	}
	for class, v := range cos2 {
		d.cos[class*len(d.columns)+layer] = math.Sqrt(v)
	}
	if layer != shown.layer || squares(h) == 0 || isUndefined(ranks) {
		return
	}
	d.nearest = largest(cos2, ranks).class
	for _, v := range cos2 {
		d.angles = append(d.angles, degrees(v))
	}
}

func (d *dial) drawAngles(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "Its angles", "The angles come with the first reading of the layer."
	if len(d.angles) == 0 {
		return
	}
	p.Axes(sim.Axis{Name: "class", Names: d.digits}, sim.Axis{Name: "angle to its subspace in " + s.view.reader + ", degrees", Min: 0, Max: 90})
	p.Bar(sim.Bars{X: d.x, Y: d.angles, Width: 0.7})
	p.Dot(sim.Points{Name: "the smallest angle", Role: sim.HeldOut}, float64(d.nearest), d.angles[d.nearest])
	p.Tile(sim.Tiles{N: 1, W: side, H: side, Depth: 1, Pix: d.pix, X: d.tileX[:], Y: d.tileY[:], Size: 0.9})
	for _, m := range [...]struct {
		class int
		text  string
		role  sim.Role
	}{{d.right, "true class", sim.Plain}, {d.network, "the network says", sim.Copied}, {d.nearest, "nearest", sim.HeldOut}} {
		if m.class != abstains {
			p.Label(sim.Label{Text: m.text, X: float64(m.class) - 0.35, Y: d.angles[m.class] + 4, Role: m.role})
		}
	}
}

func (d *dial) drawGrid(p *sim.Panel) {
	p.Short, p.Empty = "In every layer", "Every layer is read at the end."
	if len(d.angles) == 0 {
		return
	}
	p.Axes(sim.Axis{Names: d.columns}, sim.Axis{Name: "class", Names: d.digits})
	p.Field(sim.Field{Name: "share of its length in the subspace", W: len(d.columns), H: len(d.digits), Values: d.cos,
		X0: -0.5, X1: float64(len(d.columns)) - 0.5, Y0: -0.5, Y1: float64(len(d.digits)) - 0.5, Lo: 0, Hi: 1})
}
