package diffusion

import (
	"math"

	"example.org/rote/sim"
)

// A window is the square part of the plane that a map shows. It does not move
// during a run.
type window struct{ x, y, half float64 } // from x-half to x+half, and so for y

// newWindow leaves room around the points. A visitor's own points do not move it
// while they lie near the middle.
func newWindow(points []float64, data string) window {
	low, high := [2]float64{math.Inf(1), math.Inf(1)}, [2]float64{math.Inf(-1), math.Inf(-1)}
	for i, x := range points {
		low[i%2], high[i%2] = min(low[i%2], x), max(high[i%2], x)
	}
	if data == yours {
		most := 0.0
		for _, x := range points {
			most = max(most, math.Abs(x))
		}
		return window{0, 0, max(4, float64(1.2*most)+1.4)}
	}
	extent := max(high[0]-low[0], high[1]-low[1]) / 2
	return window{(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, float64(1.2*extent) + 1.2}
}

// columns returns how many columns a raster with so many rows has. Pictures are up to
// 2¼ times as wide as high, and show more of the map at both sides of the window.
func columns(rows int) int { return rows + 2*(rows*5/8) }

// centre returns the middle of cell i of a raster with so many rows over the height
// of the window.
func (w window) centre(i, rows int) (x, y float64) {
	n := columns(rows)
	at := func(k, of int) float64 { return w.half * float64(2*k+1-of) / float64(rows) }
	return w.x + at(i%n, n), w.y + at(i/n, rows)
}

// axes makes p a map of the window.
func (w window) axes(p *sim.Panel) {
	p.Equal = true
	p.Axes(sim.Axis{Min: w.x - w.half, Max: w.x + w.half}, sim.Axis{Min: w.y - w.half, Max: w.y + w.half})
}

// raster returns a field of columns(rows)×rows values over the height of the window.
func (w window) raster(name string, rows int, values []float64) sim.Field {
	n := columns(rows)
	half := w.half * float64(n) / float64(rows)
	return sim.Field{Name: name, W: n, H: rows, Values: values,
		X0: w.x - half, X1: w.x + half, Y0: w.y - w.half, Y1: w.y + w.half, Scale: sim.Categorical}
}
