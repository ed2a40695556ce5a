package capacity

// A span is an orthonormal basis of some vectors: of the directions in which the
// outputs of a network change, to first order.
type span struct {
	p    int       // length of the vectors
	rows []float64 // rank×p
}

// newSpan returns the span of the rows of j, n×p, by Gram and Schmidt's method,
// applied twice. What is left of a row that is shorter than 1e-10 of it is
// dropped.
func newSpan(j []float64, n, p int) span {
	s := span{p: p}
	for i := range n {
		v := append([]float64(nil), j[i*p:(i+1)*p]...)
		length := norm(v)
		for range 2 {
			for k := range s.rank() {
				along(v, s.row(k), -dot(v, s.row(k)))
			}
		}
		if left := norm(v); left > 1e-10*length {
			for k := range v {
				v[k] /= left
			}
			s.rows = append(s.rows, v...)
		}
	}
	return s
}

func (s *span) rank() int { return len(s.rows) / s.p }

func (s *span) row(k int) []float64 { return s.rows[k*s.p : (k+1)*s.p] }

// along adds factor·u to v.
func along(v, u []float64, factor float64) {
	for k, x := range u {
		v[k] += float64(factor * x)
	}
}

// split writes the part of v in the span to par and the rest to perp.
func (s *span) split(par, perp, v []float64) {
	clear(par)
	for k := range s.rank() {
		along(par, s.row(k), dot(v, s.row(k)))
	}
	for k, x := range v {
		perp[k] = x - par[k]
	}
}
