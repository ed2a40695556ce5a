package diffusion

import (
	"math"
	"testing"
)

// A raster is 2¼ times as wide as high, has the cells of the window in its middle,
// and the constants of the network's map agree with it.
func TestRastersAreWide(t *testing.T) {
	if networkArrows != columns(arrowRows)*arrowRows || errorCells != columns(errorRows)*errorRows {
		t.Errorf("%d arrows and %d cells, want %d and %d", networkArrows, errorCells, columns(arrowRows)*arrowRows, columns(errorRows)*errorRows)
	}
	w := window{x: 1, y: -2, half: 4}
	for _, rows := range []int{13, 20, 24, 40, 48} {
		n := columns(rows)
		f := w.raster("", rows, make([]float64, n*rows))
		if share := float64(n) / float64(rows); share < 2.2 || share > 2.25 || (n-rows)%2 != 0 {
			t.Errorf("%d rows have %d columns", rows, n)
		}
		for _, cell := range []int{0, n - 1, n * rows / 2, n*rows - 1} {
			x, y := w.centre(cell, rows)
			wantX := f.X0 + (f.X1-f.X0)*(float64(cell%n)+0.5)/float64(n)
			wantY := f.Y0 + (f.Y1-f.Y0)*(float64(cell/n)+0.5)/float64(rows)
			if math.Abs(x-wantX)+math.Abs(y-wantY) > 1e-12 {
				t.Errorf("%d rows: cell %d is at (%g, %g), want (%g, %g)", rows, cell, x, y, wantX, wantY)
			}
		}
	}
}
