package dejavu

import (
	"math"

	"example.org/rote/sim"
	"example.org/rote/sim/kernel"
	"example.org/rote/sim/linalg"
)

// A version says what something was made from: an evaluation, a layer, and how many of
// the nearest count.
type version struct{ epoch, layer, k int }

// A painting is what a linear map from embeddings to pixels, fitted to the public pictures,
// makes of the crops of A.
type painting struct {
	made             version
	mean             []float64    // pixels, of the public pictures
	blank            float64      // squared error of the mean picture in all boxes of A
	pix              [2][]float32 // n×pixels, by each network
	errors           [2]float64   // squared error in the boxes, over that of the mean picture
	byMean           [2]float64   // the same for the mean of the nearest public pictures
	means            [][]float64  // classes×pixels, of the public pictures
	class            [2][]uint8   // n, of what is painted
	right            [2]int       // how many are of the right class
	e, product, gram []float32
}

func newPainting(s *scene) painting {
	p := painting{made: version{epoch: -1}, mean: make([]float64, pixels), means: s.public.classMeans(s.lab.classes)}
	for i, v := range s.public.x {
		p.mean[i%pixels] += float64(v) / float64(s.public.n)
	}
	for i := range s.lab.n {
		p.blank += s.sets[0].boxError(i, func(at int) float64 { return p.mean[at] })
	}
	for i := range p.pix {
		p.pix[i], p.class[i] = make([]float32, s.lab.n*pixels), make([]uint8, s.lab.n)
	}
	return p
}

// boxError returns the squared error of a painted picture i in the box of its object.
func (s *set) boxError(i int, painted func(at int) float64) (sum float64) {
	pic := s.picture(i)
	for y := s.boxY[i]; y < s.boxY[i]+boxSide; y++ {
		for at := (y*side + s.boxX[i]) * channels; at < (y*side+s.boxX[i]+boxSide)*channels; at++ {
			off := painted(at) - float64(pic[at])
			sum += float64(off * off)
		}
	}
	return sum
}

// wantsPainting reports whether there is something to be painted: at the end in all views.
func (s *scene) wantsPainting() bool {
	return s.last() != nil && (s.lab.view == repaintView || s.isEnd()) && s.painting.made != s.version()
}

// version is what is to be shown now. Only after the first evaluation.
func (s *scene) version() version { return version{s.last().epoch, s.lab.attackedLayer(), s.lab.k} }

// paint paints the crops of A by both networks.
func (s *scene) paint() bool {
	want, p := s.version(), &s.painting
	for i := range p.pix {
		if i == 1 && s.lab.isCopy() {
			copy(p.pix[1], p.pix[0])
			copy(p.class[1], p.class[0])
			p.errors[1], p.byMean[1], p.right[1] = p.errors[0], p.byMean[0], p.right[0]
			continue
		}
		if !s.paintBy(i, want.layer) || !s.averageBy(i, want) {
			return false
		}
	}
	p.made = want
	s.view.see(s)
	return s.pause(sim.Busy)
}

// damping is what is added to the diagonal of the normal equations. The inner layers have
// coordinates that nearly depend on each other.
func damping(layer int) float64 {
	if layer == projectorLayer {
		return 10
	}
	return 100
}

// paintBy paints the crops of A by network i.
func (s *scene) paintBy(i, layer int) bool {
	p, d := &s.painting, s.models[i].net.Layers[layer].Out
	public, crops := s.seen[i].public[layer], s.seen[i].crops[layer]
	f, ok := featuresOf(public, d, s.did)
	columns := d + 1
	if !ok || !p.fit(&f, public, s.public, s.did) {
		return false
	}
	a := make([]float64, columns*columns)
	for j, v := range p.gram {
		a[j] = float64(v)
	}
	for j := range columns {
		a[j*columns+j] += damping(layer)
	}
	linalg.Factor(a, columns)
	if !s.did(4 * columns * columns * columns / 3) {
		return false
	}
	row, weights := make([]float64, columns), make([]float32, columns)
	p.errors[i], p.right[i] = 0, 0
	for n := range s.lab.n {
		f.row(row, crops[n*d:(n+1)*d])
		linalg.Substitute(a, row)
		for j, v := range row {
			weights[j] = float32(v)
		}
		out := p.pix[i][n*pixels : (n+1)*pixels]
		kernel.NN(out, weights, p.product, nil, false, 1, pixels, columns, pixels, columns, pixels)
		p.errors[i] += s.sets[0].boxError(n, func(at int) float64 { return float64(out[at]) }) / p.blank
		s.classPainted(i, n)
		if !s.did(columns*(8*columns+2*pixels) + 8*pixels*len(p.means)) {
			return false
		}
	}
	return true
}

// fit sums up what the normal equations need, over the public pictures.
func (p *painting) fit(f *features, x []float32, public *set, did meter) bool {
	columns := len(f.mean) + 1
	p.gram, p.product = resized(p.gram, columns*columns), resized(p.product, columns*pixels)
	clear(p.gram)
	clear(p.product)
	step := max(1, min(public.n, sliceWork/(2*columns*(columns+pixels))))
	p.e = resized(p.e, step*columns)
	row, d := make([]float64, columns), columns-1
	for from := 0; from < public.n; from += step {
		rows := min(step, public.n-from)
		for i := range rows {
			f.row(row, x[(from+i)*d:(from+i+1)*d])
			for j, v := range row {
				p.e[i*columns+j] = float32(v)
			}
		}
		kernel.TN(p.gram, p.e, p.e, nil, true, columns, columns, rows, columns, columns, columns)
		kernel.TN(p.product, p.e, public.x[from*pixels:], nil, true, columns, pixels, rows, pixels, columns, pixels)
		if !did(2 * rows * columns * (columns + pixels)) {
			return false
		}
	}
	return true
}

// resized returns n numbers, in the memory of x if that is enough.
func resized(x []float32, n int) []float32 {
	if cap(x) < n {
		return make([]float32, n)
	}
	return x[:n]
}

// Features are the mean and the deviation of each coordinate of the public embeddings.
type features struct{ mean, deviation []float64 }

// featuresOf finds them for the embeddings x, d numbers each.
func featuresOf(x []float32, d int, did meter) (f features, ok bool) {
	f = features{make([]float64, d), make([]float64, d)}
	n := len(x) / d
	for j := range d {
		for i := range n {
			f.mean[j] += float64(x[i*d+j]) / float64(n)
		}
		sum := 0.0
		for i := range n {
			off := float64(x[i*d+j]) - f.mean[j]
			sum += float64(off * off)
		}
		f.deviation[j] = math.Sqrt(sum/float64(n)) + 1e-6
		if !did(40 * n) {
			return f, false
		}
	}
	return f, true
}

// row writes the features of an embedding, and 1.
func (f *features) row(out []float64, x []float32) {
	for j, v := range x {
		out[j] = (float64(v) - f.mean[j]) / f.deviation[j]
	}
	out[len(x)] = 1
}

// averageBy finds the relative error of the mean of the public pictures nearest to each
// crop of A, by network i.
func (s *scene) averageBy(i int, of version) bool {
	var mean [pixels]float64
	sum := 0.0
	for n := range s.lab.n {
		s.meanOfNearest(&mean, i, of, n)
		sum += s.sets[0].boxError(n, func(at int) float64 { return mean[at] }) / s.painting.blank
		if !s.did(4 * of.k * pixels) {
			return false
		}
	}
	s.painting.byMean[i] = sum
	return true
}

// meanOfNearest writes the mean of the public pictures nearest to crop n of A.
func (s *scene) meanOfNearest(out *[pixels]float64, i int, of version, n int) {
	clear(out[:])
	for _, at := range s.seen[i].near[of.layer][n*keptNear : n*keptNear+of.k] {
		for j, v := range s.public.picture(int(at)) {
			out[j] += float64(v) / float64(of.k)
		}
	}
}
