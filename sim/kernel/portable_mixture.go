package kernel

import "math"

// farthest is the least logit, in bits, that a centre gets: beyond it weights
// would leave the normal numbers.
const farthest = -100

// gmm2Go treats one query at a time; bits is scale·log₂e.
func gmm2Go(out, q, c []float32, m, n int, bits float32) {
	for i := range m {
		x, y := q[2*i], q[2*i+1]
		near := nearest2(x, y, c[:2*n])
		var sum, u, v float32
		for j := range n {
			dx, dy := x-c[2*j], y-c[2*j+1]
			w := weight(near, apart2(dx, dy), bits)
			sum += w
			u += float32(w * dx)
			v += float32(w * dy)
		}
		out[2*i], out[2*i+1] = u/sum, v/sum
	}
}

// nearest2 returns the least squared distance of (x, y) to a centre.
func nearest2(x, y float32, c []float32) float32 {
	near := float32(math.Inf(1))
	for j := 0; j+1 < len(c); j += 2 {
		if s := apart2(x-c[j], y-c[j+1]); s < near {
			near = s
		}
	}
	return near
}

func apart2(dx, dy float32) float32 { return float32(dx*dx) + float32(dy*dy) }

// weight returns 2^(bits·(near-s)), near being the least of the squared distances
// s.
func weight(near, s, bits float32) float32 {
	y := (near - s) * bits
	if y < farthest {
		y = farthest
	}
	return exp2Of(y)
}

// gmmdGo treats one query at a time; bits is scale·log₂e.
func gmmdGo(out, q, c, room []float32, m, n, d int, bits float32) {
	w, u := room[:n], room[n:n+d]
	for i := range m {
		x := q[i*d : i*d+d]
		near := apart(w, x, c)
		sum := float32(0)
		for j, s := range w {
			w[j] = weight(near, s, bits)
			sum += w[j]
		}
		clear(u)
		addRow(u, view{w, 0, 1}, c, n, d)
		for h := range u {
			out[i*d+h] = x[h] - u[h]/sum
		}
	}
}

// apart sets s[j] to |x-c[j]|², and returns the least.
func apart(s, x, c []float32) float32 {
	near, d, j := float32(math.Inf(1)), len(x), 0
	for ; j+4 <= len(s); j += 4 {
		s[j], s[j+1], s[j+2], s[j+3] = apart4(x, c[j*d:], c[(j+1)*d:], c[(j+2)*d:], c[(j+3)*d:])
	}
	for ; j < len(s); j++ {
		s[j], _, _, _ = apart4(x, c[j*d:], c[j*d:], c[j*d:], c[j*d:])
	}
	for _, v := range s {
		if v < near {
			near = v
		}
	}
	return near
}

// apart4 returns the squared distances of x to four centres. Four sums at a time
// need not wait for each other.
func apart4(x, c0, c1, c2, c3 []float32) (s0, s1, s2, s3 float32) {
	c0, c1, c2, c3 = c0[:len(x)], c1[:len(x)], c2[:len(x)], c3[:len(x)]
	for h, v := range x {
		e0, e1, e2, e3 := v-c0[h], v-c1[h], v-c2[h], v-c3[h]
		s0 += float32(e0 * e0)
		s1 += float32(e1 * e1)
		s2 += float32(e2 * e2)
		s3 += float32(e3 * e3)
	}
	return s0, s1, s2, s3
}
