package nn

import "math"

// enter appends the best point to the active ones: its column, orthogonal to the
// others, becomes a row of Q. Two passes of Gram and Schmidt are enough.
func (s *Separation) enter() {
	k := len(s.active)
	s.active, s.weight = append(s.active, s.best), append(s.weight, 0)
	s.isActive[s.best] = true
	s.rounds++
	v := s.row(k)
	copy(v, s.point(s.best))
	v[s.n] = 1
	for i := range k {
		s.r[i*s.stride+k] = 0
	}
	for range 2 {
		for i := range k {
			h := inner(s.row(i), v)
			s.r[i*s.stride+k] += h
			addScaled(v, s.row(i), -h)
		}
	}
	length := math.Sqrt(inner(v, v))
	for j := range v {
		v[j] /= length
	}
	s.r[k*s.stride+k], s.c[k] = length, v[s.n]
	s.spent += 8 * k * (s.n + 1)
	s.phase = fitting
	if !(s.c[k] > 0) {
		s.conclude(undecided) // rounding has the last word
	}
}

// fit moves the weights towards the best ones, as far as none is negative.
func (s *Separation) fit() {
	s.solve()
	first, step := -1, 1.0
	for i, w := range s.weight {
		if s.goal[i] > 0 {
			continue
		}
		part := 0.0
		if w > 0 {
			part = w / (w - s.goal[i])
		}
		if first < 0 || part < step {
			first, step = i, part
		}
	}
	for i, w := range s.weight {
		s.weight[i] = max(0, w+float64(step*(s.goal[i]-w)))
	}
	if first >= 0 {
		s.leave(first)
		return
	}
	clear(s.res)
	s.res[s.n] = 1
	for i := range s.active {
		addScaled(s.res, s.row(i), -s.c[i])
	}
	s.spent += 2 * len(s.active) * s.n
	s.price()
}

// solve finds the best weights: R goal = c.
func (s *Separation) solve() {
	k := len(s.active)
	for i := k - 1; i >= 0; i-- {
		row := s.r[i*s.stride : i*s.stride+k]
		s.goal[i] = (s.c[i] - inner(row[i+1:], s.goal[i+1:k])) / row[i]
	}
	s.spent += k * k
}

// leave takes active point i out. Rotations of neighbouring rows make R upper
// triangular again.
func (s *Separation) leave(i int) {
	s.isActive[s.active[i]] = false
	k := len(s.active) - 1
	copy(s.active[i:], s.active[i+1:])
	copy(s.weight[i:], s.weight[i+1:])
	s.active, s.weight = s.active[:k], s.weight[:k]
	for j := range k + 1 {
		row := s.r[j*s.stride : j*s.stride+k+1]
		copy(row[i:], row[i+1:])
	}
	for j := i; j < k; j++ {
		s.rotate(j)
	}
	s.spent += 6 * (k - i) * (s.n + k)
}

// rotate turns rows j and j+1 of R, Q and c so that R[j+1][j] becomes 0.
func (s *Separation) rotate(j int) {
	k := len(s.active)
	upper, lower := s.r[j*s.stride:j*s.stride+k], s.r[(j+1)*s.stride:(j+1)*s.stride+k]
	length := math.Sqrt(float64(upper[j]*upper[j]) + float64(lower[j]*lower[j]))
	cos, sin := upper[j]/length, lower[j]/length
	turn(upper[j:], lower[j:], cos, sin)
	lower[j] = 0
	turn(s.row(j), s.row(j+1), cos, sin)
	turn(s.c[j:j+1], s.c[j+1:j+2], cos, sin)
}

// turn rotates each pair (a_i, b_i).
func turn(a, b []float64, cos, sin float64) {
	b = b[:len(a)]
	for i, x := range a {
		y := b[i]
		a[i] = float64(cos*x) + float64(sin*y)
		b[i] = float64(cos*y) - float64(sin*x)
	}
}

// inner returns Σ a_i b_i, in four sums side by side.
func inner(a, b []float64) float64 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float64
	i := 0
	for ; i+4 <= len(a); i += 4 {
		x, y := a[i:i+4:i+4], b[i:i+4:i+4]
		s0 += float64(x[0] * y[0])
		s1 += float64(x[1] * y[1])
		s2 += float64(x[2] * y[2])
		s3 += float64(x[3] * y[3])
	}
	for ; i < len(a); i++ {
		s0 += float64(a[i] * b[i])
	}
	return (s0 + s1) + (s2 + s3)
}

// addScaled adds t·x to y.
func addScaled(y, x []float64, t float64) {
	x = x[:len(y)]
	for i, v := range x {
		y[i] += float64(t * v)
	}
}

// resized returns s with length n and any contents.
func resized[E any](s []E, n int) []E {
	if cap(s) < n {
		return make([]E, n)
	}
	return s[:n]
}
