package figure

import (
	"image/color"

	"example.org/rote/sim"
)

// A Picture is a frame laid out: drawing operations, in order, in CSS pixels
// from the top left corner. The painters know nothing else about a frame: svg.go
// writes a Picture as SVG, and the stage paints it with Ebitengine.
type Picture struct {
	Width, Height float64
	Background    color.NRGBA
	Ops           []Op
	Boxes         []Box // one per panel of the frame

	frame *sim.Frame
}

// An Op is one drawing operation: a *Path, *Markers, *Text, *Image or *Clip.
type Op interface{ op() }

// A Path is a run of straight pieces. NaN in X breaks it into separate pieces.
// Colours with A = 0 are not painted.
type Path struct {
	X, Y         []float64 // same length
	Closed       bool      // each piece returns to its first point
	Fill, Stroke color.NRGBA
	Width        float64   // of the stroke
	Dash         []float64 // lengths on, off, on, off, ...; nil is solid
}

// Markers are the marks of one group of points. Marker i belongs to item i of
// the group, so that a painter can let it glide from one picture to the next.
type Markers struct {
	Panel, Group int       // index into the frame's panels and the panel's Points; Group is -1 in a legend
	X, Y         []float64 // centres, same length; NaN is not shown
	Style        []uint8   // per marker: index into Styles
	Styles       []Marker
	Fill         []color.NRGBA // per marker instead of its style's fill, or nil
	Scale        []float64     // per marker: factor on the size, or nil
}

// A Marker is how one mark looks.
type Marker struct {
	Shape        Shape
	Size         float64 // width, the same visual weight for every shape
	Fill, Stroke color.NRGBA
	Width        float64 // of the stroke
}

// Shape is the outline of a marker.
type Shape uint8

// The shapes.
const (
	Circle Shape = iota
	Ring         // an open circle
	Cross
	Triangle
	Square
	Diamond
)

// A Text is one line of text. Its baseline starts, is centred or ends at (X, Y).
type Text struct {
	X, Y   float64
	Text   string
	Size   float64 // of the font
	Bold   bool
	Anchor Anchor
	Up     bool // turned by 90° to read from bottom to top
	Colour color.NRGBA
	Halo   color.NRGBA // outline that keeps it readable on a field; A = 0 is none
}

// Anchor is which part of a text stands at its position.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// An Image is a raster scaled to a rectangle.
type Image struct {
	X, Y, Width, Height float64
	W, H                int
	Pix                 []byte // W×H×4, RGBA, not premultiplied, row 0 on top
	Smooth              bool   // linear filter; otherwise hard cells
}

// A Clip confines the following operations to a rectangle. A zero Width ends
// it.
type Clip struct{ X, Y, Width, Height float64 }

func (*Path) op()    {}
func (*Markers) op() {}
func (*Text) op()    {}
func (*Image) op()   {}
func (*Clip) op()    {}

// A Box is where a panel stands and how it maps data to the picture. A panel
// that is not shown has a zero Width.
type Box struct {
	X, Y, Width, Height float64 // of the area inside the axes
	Title               string

	x, y  axis       // zero for a panel without axes
	grids []tileGrid // one per group of tiles
}
