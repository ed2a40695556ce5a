package decoding

import (
	"math"
	"slices"

	"example.org/rote/sim/linalg"
)

// Spaces hold, for each class, the principal directions of the outputs of a layer:
// the eigenvectors of the class's second moment (1/n) Σ h·hᵀ, which is not centred, so
// that each subspace passes through the origin.
type spaces struct {
	d      int
	counts []int       // points of each class
	values [][]float64 // of each class: its eigenvalues above nothing, from the largest down
	vector [][]float64 // of each class: orthonormal rows of d numbers for the first of them
	means  []float64   // classes×d, what was taken from the points of a class; or nil
}

// leastValue is the part of the largest eigenvalue below which one counts as 0.
const leastValue = 1e-12

// A fitter makes spaces, in memory that it keeps.
type fitter struct {
	eigen  linalg.Eigen
	points []float64 // of one class, n×d
	matrix []float64
}

// reserve makes room for classes of so many points, of d numbers.
func (f *fitter) reserve(points, d int) {
	order := min(points, d)
	f.points, f.matrix = make([]float64, 0, points*d), make([]float64, order*order)
	f.eigen.Reset(f.matrix, order)
}

// mostOf returns the points of the largest of k classes.
func mostOf(labels []int32, k int) int {
	counts := make([]int, k)
	for _, class := range labels {
		counts[class]++
	}
	return slices.Max(counts)
}

// fit returns the spaces of k classes, for the outputs h, len(labels)×d, with as many
// vectors as the size asks for. With means it takes those of the classes from the
// points first. It returns nil if did says that the work is to be given up.
func (f *fitter) fit(h []float32, labels []int32, k, d int, means []float64, z size, did meter) *spaces {
	s := &spaces{d: d, counts: make([]int, k), values: make([][]float64, k), vector: make([][]float64, k), means: means}
	for class := range k {
		f.gather(h, labels, int32(class), d, means)
		n := len(f.points) / d
		s.counts[class] = n
		if !f.decompose(n, d, did) {
			return nil
		}
		s.values[class] = f.values(min(n, d))
		var ok bool
		if s.vector[class], ok = f.directions(min(z.rankOf(s.values[class]), len(s.values[class])), n, d, did); !ok {
			return nil
		}
	}
	return s
}

// gather copies the points of a class.
func (f *fitter) gather(h []float32, labels []int32, class int32, d int, means []float64) {
	f.points = f.points[:0]
	for i, label := range labels {
		if label != class {
			continue
		}
		for j, v := range h[i*d : (i+1)*d] {
			x := float64(v)
			if means != nil {
				x -= means[int(class)*d+j]
			}
			f.points = append(f.points, x)
		}
	}
}

// isSmall reports whether n points want their Gram matrix, n×n, which has the same
// eigenvalues as their second moment, d×d.
func isSmall(n, d int) bool { return n < d }

// decompose finds the eigenvalues of the second moment of the points.
func (f *fitter) decompose(n, d int, did meter) bool {
	order := min(n, d)
	f.matrix = append(f.matrix[:0], make([]float64, order*order)...)
	var ok bool
	if isSmall(n, d) {
		ok = f.gram(n, d, did)
	} else {
		ok = f.moment(n, d, did)
	}
	if !ok {
		return false
	}
	f.eigen.Reset(f.matrix, order)
	for !f.eigen.Step(eigenWork) {
		if !did.double(eigenWork) {
			return false
		}
	}
	return true
}

// gram sets the upper triangle of the matrix to the products of points, over n.
func (f *fitter) gram(n, d int, did meter) bool {
	for i := range n {
		x := f.points[i*d : (i+1)*d]
		for j := i; j < n; j++ {
			f.matrix[i*n+j] = dot(x, f.points[j*d:(j+1)*d]) / float64(n)
		}
		if !did.double(2 * d * (n - i)) {
			return false
		}
	}
	return true
}

// moment sets the upper triangle of the matrix to the sum of h·hᵀ, over n.
func (f *fitter) moment(n, d int, did meter) bool {
	for i := range n {
		x := f.points[i*d : (i+1)*d]
		for j, v := range x {
			addTimes(f.matrix[j*d+j:(j+1)*d], v/float64(n), x[j:])
		}
		if !did.double(d * d) {
			return false
		}
	}
	return true
}

// values returns the eigenvalues that are above nothing.
func (f *fitter) values(order int) (list []float64) {
	list = make([]float64, 0, order)
	for i := range order {
		v := f.eigen.Value(i)
		if !(v > leastValue*f.eigen.Value(0)) {
			break
		}
		list = append(list, v)
	}
	return list
}

// directions returns the vectors of the first count eigenvalues, in rows.
func (f *fitter) directions(count, n, d int, did meter) (rows []float64, ok bool) {
	rows = make([]float64, count*d)
	for i := range count {
		row, u := rows[i*d:(i+1)*d], f.eigen.Vector(i)
		if !isSmall(n, d) {
			copy(row, u)
			continue
		}
		scale := 1 / math.Sqrt(float64(n)*f.eigen.Value(i))
		for j, c := range u {
			addTimes(row, float64(c*scale), f.points[j*d:(j+1)*d])
		}
		if !did.double(2 * n * d) {
			return nil, false
		}
	}
	return rows, true
}

// addTimes adds c·x to y.
func addTimes(y []float64, c float64, x []float64) {
	x = x[:len(y)]
	for i := range y {
		y[i] += float64(c * x[i])
	}
}

// dot returns Σ a·b, in four lanes that are added at the end.
func dot(a, b []float64) float64 {
	var s0, s1, s2, s3 float64
	b = b[:len(a)]
	for len(a) >= 4 && len(b) >= 4 {
		s0 += float64(a[0] * b[0])
		s1 += float64(a[1] * b[1])
		s2 += float64(a[2] * b[2])
		s3 += float64(a[3] * b[3])
		a, b = a[4:], b[4:]
	}
	for i, v := range a {
		s0 += float64(v * b[i])
	}
	return (s0 + s1) + (s2 + s3)
}
