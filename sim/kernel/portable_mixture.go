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
			cx, cy := c[2*j], c[2*j+1]
			w := weight(near, apart2(x-cx, y-cy), bits)
			sum += w
			u += float32(w * cx)
			v += float32(w * cy)
		}
		out[2*i], out[2*i+1] = x-u/sum, y-v/sum
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
		clear(u)
		for j := range w {
			v := weight(near, w[j], bits)
			sum += v
			addTimes(u, v, c[j*d:j*d+d])
		}
		for h := range u {
			out[i*d+h] = x[h] - u[h]/sum
		}
	}
}

// apart sets s[j] to |x-c[j]|², and returns the least.
func apart(s, x, c []float32) float32 {
	near := float32(math.Inf(1))
	for j := range s {
		sum := float32(0)
		for h, v := range c[j*len(x) : (j+1)*len(x)] {
			e := x[h] - v
			sum += float32(e * e)
		}
		s[j] = sum
		if sum < near {
			near = sum
		}
	}
	return near
}

// addTimes adds w·c to u.
func addTimes(u []float32, w float32, c []float32) {
	c = c[:len(u)]
	for h := range u {
		u[h] += float32(w * c[h])
	}
}
