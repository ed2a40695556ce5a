package decoding

import (
	"math"
	"slices"
	"strconv"

	"example.org/rote/sim"
)

// arrows is how many arrows there are: to the true class, to that which the network says,
// and to the nearest.
const arrows = 3

// A dial shows one picture, and where it lies among the subspaces of the classes.
type dial struct {
	pix            []byte
	digits         []string // names of the classes
	x, angles      []float64
	nearest        int // class, or abstains
	right, network int
	cos            []float64 // classes×columns
	columns        []string

	roles            []sim.Role // of the bars
	axis             string
	top, size        float64 // of the axis, and of the picture
	tileX, tileY     [1]float64
	arrowX, arrowY   [arrows]float64
	arrowDX, arrowDY [arrows]float64
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
	d.axis = "angle to its subspace in " + s.view.reader + ", degrees"
	d.arrange()
}

// arrange places the picture, and the arrows to the classes that it has, and gets.
func (d *dial) arrange() {
	d.roles = d.roles[:0]
	for class := range d.angles {
		role := sim.Plain
		if class == d.nearest {
			role = sim.HeldOut
		}
		d.roles = append(d.roles, role)
	}
	most := slices.Max(d.angles)
	d.top = 90
	for _, top := range [...]float64{20, 30, 45, 60} {
		if most <= 0.6*top {
			d.top = top
			break
		}
	}
	d.size = 0.13 * float64(len(d.digits))
	d.tileX, d.tileY = [1]float64{float64(len(d.digits)) - 0.6 - d.size/2}, [1]float64{0.83 * d.top}
	for i, class := range [arrows]int{d.right, d.network, d.nearest} {
		d.arrowX[i] = float64(class) + float64(0.22*float64(i-1))
		d.arrowY[i] = d.angles[max(0, class)] + float64(0.17*d.top)
		d.arrowDY[i] = -0.15 * d.top
	}
}

func (d *dial) drawAngles(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "Its angles", "The angles come with the first reading of the layer."
	if len(d.angles) == 0 {
		return
	}
	p.Axes(sim.Axis{Name: "class", Names: d.digits}, sim.Axis{Name: d.axis, Min: 0, Max: d.top})
	p.Bar(sim.Bars{Role: sim.HeldOut, X: d.x, Y: d.angles, Roles: d.roles, Width: 0.7})
	p.Tile(sim.Tiles{N: 1, W: side, H: side, Depth: 1, Pix: d.pix, X: d.tileX[:], Y: d.tileY[:], Size: d.size})
	for i := range arrows {
		m := sim.Arrows{X: d.arrowX[i : i+1], Y: d.arrowY[i : i+1], DX: d.arrowDX[i : i+1], DY: d.arrowDY[i : i+1]}
		m.Name = [arrows]string{"its true class", "the network", s.view.reader}[i]
		m.Role = [arrows]sim.Role{sim.Theory, sim.Copied, sim.HeldOut}[i]
		p.Arrow(m)
	}
}

func (d *dial) drawGrid(p *sim.Panel) {
	p.Short, p.Empty = "In every layer", "Every layer is read at the end."
	if len(d.angles) == 0 {
		return
	}
	p.Axes(sim.Axis{Names: d.columns}, sim.Axis{Name: "class", Names: d.digits})
	p.Field(sim.Field{Name: "share of its length in the subspace", W: len(d.columns), H: len(d.digits), Values: d.cos,
		X0: -0.5, X1: float64(len(d.columns)) - 0.5, Y0: -0.5, Y1: float64(len(d.digits)) - 0.5})
}
