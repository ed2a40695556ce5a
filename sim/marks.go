package sim

// A Field is a raster of W×H cells over the rectangle from (X0, Y0) to (X1,
// Y1), its corner points. Values[row*W+col] counts rows from Y0 and columns
// from X0; NaN is a blank cell. Cells are equally wide on the axis as drawn,
// linear or log, unless they have places of their own.
type Field struct {
	Name, Unit     string // of the values, for the colour bar
	W, H           int
	Values         []float64 // W×H; not used by Tint
	X0, Y0, X1, Y1 float64
	XS, YS         []float64 // W places of columns from X0 to X1, H of rows; borders lie midway on the axis as drawn; or nil
	Scale          Colours
	Lo, Hi         float64   // ends of the colour scale; equal: fit the values
	Log            bool      // Sequential over the logarithm: values at or below 0 are blank
	Edges          []float64 // values that are asked for: Sequential colours jump there, and the scale is marked; or nil
	Role           Role      // of a Tint
}

// Colours is how a value becomes a colour.
type Colours uint8

// The colour scales.
const (
	Sequential  Colours = iota
	Diverging           // with a marked zero; Lo and Hi are made symmetric
	Categorical         // values are classes 1..MaxClass, larger ones start again; 0 is blank
	Tint                // one flat, pale patch in the colour of Role: W = H = 1
)

// A Line joins (X[i], Y[i]). NaN breaks it. A Name is written at the line's end
// or in the legend.
type Line struct {
	Name   string
	Role   Role
	Class  uint8
	X, Y   []float64 // same length
	Lo, Hi []float64 // band around Y, or nil; same length as Y
	Trail  bool      // the ways of points, a piece each: thin, and paler with age if Plain; of any other role they are over
	Last   bool      // the last value is written at the line's end
}

// Arrows start at (X[i], Y[i]) and point to (X[i]+DX[i], Y[i]+DY[i]).
type Arrows struct {
	Name         string
	Role         Role
	X, Y, DX, DY []float64 // same length
}

// Points are separate marks. Item i keeps its identity from frame to frame, so
// that it can glide.
type Points struct {
	Name     string
	Role     Role
	Class    uint8
	X, Y     []float64 // same length n
	Roles    []Role    // one per point instead of Role, or nil
	Classes  []uint8   // one per point instead of Class, or nil
	Values   []float64 // coloured by Scale, or nil
	Value    string    // name of Values
	Scale    Colours   // of Values: Sequential or Diverging
	From, To float64   // ends of the colour scale; equal: fit the values
	Sizes    []float64 // areas relative to the usual 1, or nil
	Width    float64   // of a mark of size 1, or of a ring of 1, in units of x; 0 is the usual width
	Counts   []int     // how many a point stands for: a ring and a badge "×12" from 2 on; or nil
	Lo, Hi   []float64 // ends of a vertical whisker, or nil
}

// Bars rise from Base to Y[i] at X[i]. Several Bars in one panel with equal X
// stand side by side.
type Bars struct {
	Name    string
	Role    Role
	X, Y    []float64 // same length n
	Roles   []Role    // one per bar instead of Role, or nil
	Base    float64
	Width   float64   // in units of x, of the whole group; 0 leaves gaps by itself
	Outline bool      // not filled
	Lo, Hi  []float64 // ends of a whisker, or nil
}

// Tiles are small pictures or texts, all of one size, in a grid of Cols columns
// from the top left, or centred on (X[i], Y[i]).
type Tiles struct {
	Name     string
	N        int       // how many
	W, H     int       // pixels of one tile; 0 for texts
	Depth    int       // bytes per pixel: 1 grey, 3 RGB
	Pix      []byte    // N×H×W×Depth, row 0 on top
	Text     []string  // N, or nil
	Cols     int       // of the grid; 0 chooses
	X, Y     []float64 // N, or nil for a grid
	Size     float64   // width of a tile at a position, in units of x
	Roles    []Role    // N, or nil: colour of the frame
	Classes  []uint8   // N, or nil: colour of the frame, instead of Roles
	Levels   []float64 // N, or nil: colour of the frame by value, on a sequential scale from From to To
	From, To float64   // ends of that scale; equal: fit the values
	Values   []float64 // N, or nil: printed below
	Outlined []bool    // N, or nil: stands out
	Faded    []bool    // N, or nil: stands back
	Struck   []bool    // N, or nil: crossed out
	Rects    []float64 // 4N, or nil: a rectangle on each tile, its left, top, right and bottom in pixels; all 0 is none
	Rows     []string  // names of the rows of a grid, or nil
}

// A Label is a short text at a position.
type Label struct {
	Text  string
	X, Y  float64
	Role  Role
	Boxed bool
}

// The following are not inlined: each holds the growth of a list, labs call them
// everywhere, and the page has to load that code.

// Field appends a field.
//
//go:noinline
func (p *Panel) Field(m Field) { p.Fields = append(p.Fields, m) }

// Line appends a line.
//
//go:noinline
func (p *Panel) Line(m Line) { p.Lines = append(p.Lines, m) }

// Arrow appends arrows.
//
//go:noinline
func (p *Panel) Arrow(m Arrows) { p.Arrows = append(p.Arrows, m) }

// Point appends points.
//
//go:noinline
func (p *Panel) Point(m Points) { p.Points = append(p.Points, m) }

// Bar appends bars.
//
//go:noinline
func (p *Panel) Bar(m Bars) { p.Bars = append(p.Bars, m) }

// Tile appends tiles.
//
//go:noinline
func (p *Panel) Tile(m Tiles) { p.Tiles = append(p.Tiles, m) }

// Label appends a label.
//
//go:noinline
func (p *Panel) Label(m Label) { p.Labels = append(p.Labels, m) }
