package decoding

import (
	"math"

	"example.org/rote/sim/exact"
)

// classMeans returns the means of the outputs h, len(labels)×d, of k classes, k×d, and
// how many points each has.
func classMeans(h []float32, labels []int32, k, d int) (means []float64, counts []int) {
	means, counts = make([]float64, k*d), make([]int, k)
	for i, class := range labels {
		counts[class]++
		row := means[int(class)*d:][:d]
		for j, v := range h[i*d : (i+1)*d] {
			row[j] += float64(v)
		}
	}
	for class, n := range counts {
		for j := range d {
			means[class*d+j] /= float64(max(1, n))
		}
	}
	return means, counts
}

// byMeans answers for the points h, len(answers)×d, by the nearest mean of a class that
// has points, and returns the share that is right.
func byMeans(means []float64, counts []int, h []float32, answers []int32, d int, did meter) (share float64, ok bool) {
	right := 0
	for i, answer := range answers {
		best, class := math.Inf(1), abstains
		for c, n := range counts {
			if n == 0 {
				continue
			}
			if v := squaredDistance(means[c*d:(c+1)*d], h[i*d:(i+1)*d]); v < best {
				best, class = v, c
			}
		}
		if class == int(answer) {
			right++
		}
		if !did.double(3 * d * len(counts)) {
			return 0, false
		}
	}
	return float64(right) / float64(len(answers)), true
}

func squaredDistance(a []float64, h []float32) (sum float64) {
	h = h[:len(a)]
	for i, v := range a {
		v -= float64(h[i])
		sum += float64(v * v)
	}
	return sum
}

// A bell is a normal distribution around a mean, with the covariance
// (1-γ)·S + γ·(tr S/d)·I, of which the eigenvectors of S are known.
type bell struct {
	rest   float64   // 1 over the variance in the directions that are not listed
	extra  []float64 // for each direction: rest, less 1 over the variance in it
	rows   []float64 // len(extra)×d, the directions
	mean   []float64
	weight float64 // log-probability of the class, less half of the log-determinant
}

// shrunk is γ: how much of a covariance becomes round. Without it classes with fewer
// points than dimensions have none.
const shrunk = 0.1

// newBell returns the bell of a class that has a share of the points, for the eigenvalues
// of S that are not 0, and their vectors.
func newBell(values, rows, mean []float64, share float64) bell {
	d := len(mean)
	trace := 0.0
	for _, v := range values {
		trace += v
	}
	round := shrunk * trace / float64(d)
	b := bell{rest: 1 / round, rows: rows, mean: mean, extra: make([]float64, len(values))}
	logs := float64(float64(d-len(values)) * exact.Log(round))
	for i, v := range values {
		v = float64((1-shrunk)*v) + round
		b.extra[i] = b.rest - 1/v
		logs += exact.Log(v)
	}
	b.weight = exact.Log(share) - logs/2
	return b
}

// logDensity returns the log-density at h, and what all classes share left out.
func (b *bell) logDensity(h []float32, away []float64) float64 {
	d, sum := len(b.mean), 0.0
	for i, m := range b.mean {
		away[i] = float64(h[i]) - m
		sum += float64(away[i] * away[i])
	}
	sum = float64(sum * b.rest)
	for i, extra := range b.extra {
		p := dot(b.rows[i*d:(i+1)*d], away)
		sum -= float64(extra * float64(p*p))
	}
	return b.weight - sum/2
}

// byBells answers for the points h, len(answers)×d, by the likeliest class, and returns
// the share that is right. Classes without a bell are never answered.
func byBells(bells []*bell, h []float32, answers []int32, d int, did meter) (share float64, ok bool) {
	right, away := 0, make([]float64, d)
	for i, answer := range answers {
		best, class := math.Inf(-1), abstains
		for c, b := range bells {
			if b == nil {
				continue
			}
			if v := b.logDensity(h[i*d:(i+1)*d], away); v > best {
				best, class = v, c
			}
			if !did.double(2 * d * (1 + len(b.extra))) {
				return 0, false
			}
		}
		if class == int(answer) {
			right++
		}
	}
	return float64(right) / float64(len(answers)), true
}

// quadratic returns the bells of classes that each have a covariance of their own.
func (f *fitter) quadratic(h []float32, labels []int32, k, d int, did meter) []*bell {
	means, counts := classMeans(h, labels, k, d)
	s := f.fit(h, labels, k, d, means, everything(), did)
	if s == nil {
		return nil
	}
	bells := make([]*bell, k)
	for c, n := range counts {
		if len(s.values[c]) > 0 {
			b := newBell(s.values[c], s.vector[c], means[c*d:(c+1)*d], float64(n)/float64(len(labels)))
			bells[c] = &b
		}
	}
	return bells
}

// A plane says how likely a class is, where all classes have one covariance: weight·h
// plus bias, and what they share left out.
type plane struct {
	weight []float64
	bias   float64
}

// linear returns the planes of k classes with one covariance Σ: the weight is Σ⁻¹·mean.
// Those without points have none.
func (f *fitter) linear(h []float32, labels []int32, k, d int, did meter) []*plane {
	means, counts := classMeans(h, labels, k, d)
	f.points = f.points[:0]
	for i, class := range labels {
		for j, v := range h[i*d : (i+1)*d] {
			f.points = append(f.points, float64(v)-means[int(class)*d+j])
		}
	}
	if !f.decompose(len(labels), d, did) {
		return nil
	}
	values := f.values(min(len(labels), d))
	rows, ok := f.directions(len(values), len(labels), d, did)
	if !ok || len(values) == 0 {
		return nil
	}
	planes := make([]*plane, k)
	for c, n := range counts {
		if n > 0 {
			mean := means[c*d : (c+1)*d]
			planes[c] = newBell(values, rows, mean, float64(n)/float64(len(labels))).plane()
		}
	}
	return planes
}

// plane returns the plane of a bell, among bells of one covariance.
func (b bell) plane() *plane {
	d := len(b.mean)
	p := &plane{weight: make([]float64, d), bias: b.weight}
	addTimes(p.weight, b.rest, b.mean)
	for i, extra := range b.extra {
		row := b.rows[i*d : (i+1)*d]
		addTimes(p.weight, -float64(extra*dot(row, b.mean)), row)
	}
	p.bias -= dot(p.weight, b.mean) / 2
	return p
}

// byPlanes answers for the points h, len(answers)×d, by the likeliest class, and returns
// the share that is right.
func byPlanes(planes []*plane, h []float32, answers []int32, d int, did meter) (share float64, ok bool) {
	right := 0
	for i, answer := range answers {
		best, class := math.Inf(-1), abstains
		for c, p := range planes {
			if p == nil {
				continue
			}
			if v := p.bias + times(p.weight, h[i*d:(i+1)*d]); v > best {
				best, class = v, c
			}
		}
		if class == int(answer) {
			right++
		}
		if !did.double(2 * d * len(planes)) {
			return 0, false
		}
	}
	return float64(right) / float64(len(answers)), true
}
