package inheritance

import "math"

// A plain is the same network in float64, pair by pair and number by number, as the paper
// on attention writes it. It shares nothing with the network but where parameters lie.
type plain struct {
	t *transformer
	w []float64
}

type table [][]float64

func (p *plain) row(at, i int) []float64 { return p.w[at+i*p.t.width : at+(i+1)*p.t.width] }

func (p *plain) embed(words, places int, tokens []token) (x table) {
	for i, t := range tokens {
		row := make([]float64, p.t.width)
		for j := range row {
			row[j] = p.row(words, int(t))[j] + p.row(places, i)[j]
		}
		x = append(x, row)
	}
	return x
}

func (p *plain) norm(at int, x table) (y table) {
	d := float64(p.t.width)
	for _, row := range x {
		mean, variance, out := 0.0, 0.0, make([]float64, len(row))
		for _, v := range row {
			mean += v / d
		}
		for _, v := range row {
			variance += (v - mean) * (v - mean) / d
		}
		for j, v := range row {
			out[j] = (v-mean)/math.Sqrt(variance+1e-5)*p.row(at, 0)[j] + p.row(at, 1)[j]
		}
		y = append(y, out)
	}
	return y
}

// times returns x times the in×out matrix at a place.
func (p *plain) times(at, out int, x table) (y table) { return p.columns(at, out, 0, out, x) }

// columns is times for some columns of the matrix only.
func (p *plain) columns(at, wide, from, out int, x table) (y table) {
	for _, row := range x {
		sums := make([]float64, out)
		for i, v := range row {
			for j := range sums {
				sums[j] += v * p.w[at+i*wide+from+j]
			}
		}
		y = append(y, sums)
	}
	return y
}

func (p *plain) attend(q, k, v table, causal bool) (y table) {
	wide := p.t.width / attentionHeads
	for i := range q {
		row := make([]float64, p.t.width)
		for h := range attentionHeads {
			from, to := h*wide, (h+1)*wide
			keys := len(k)
			if causal {
				keys = i + 1
			}
			weights, sum := make([]float64, keys), 0.0
			for j := range weights {
				dot := 0.0
				for c := from; c < to; c++ {
					dot += q[i][c] * k[j][c]
				}
				weights[j] = math.Exp(dot / math.Sqrt(float64(wide)))
				sum += weights[j]
			}
			for j, e := range weights {
				for c := from; c < to; c++ {
					row[c] += e / sum * v[j][c]
				}
			}
		}
		y = append(y, row)
	}
	return y
}

func added(x, y table) (z table) {
	for i := range x {
		row := make([]float64, len(x[i]))
		for j := range row {
			row[j] = x[i][j] + y[i][j]
		}
		z = append(z, row)
	}
	return z
}

func (p *plain) self(l *selfSublayer, x table, causal bool) table {
	d, n := p.t.width, p.norm(l.norm.At, x)
	cut := func(i int) table { return p.columns(l.in.At, 3*d, i*d, d, n) }
	return added(x, p.times(l.out.At, d, p.attend(cut(0), cut(1), cut(2), causal)))
}

func (p *plain) cross(l *crossSublayer, x, read table) table {
	d := p.t.width
	q := p.times(l.query.At, d, p.norm(l.norm.At, x))
	k, v := p.columns(l.memory.At, 2*d, 0, d, read), p.columns(l.memory.At, 2*d, d, d, read)
	return added(x, p.times(l.out.At, d, p.attend(q, k, v, false)))
}

func (p *plain) feed(l *feedSublayer, x table) table {
	d := p.t.width
	up := p.times(l.up.At, 2*d, p.norm(l.norm.At, x))
	for _, row := range up {
		for j := range row {
			row[j] = max(0, row[j]+p.w[l.up.At+2*d*d+j])
		}
	}
	down := p.times(l.down.At, d, up)
	for _, row := range down {
		for j := range row {
			row[j] += p.w[l.down.At+2*d*d+j]
		}
	}
	return added(x, down)
}

// logits returns those of the word behind each of the known ones.
func (p *plain) logits(source, known []token) table {
	t := p.t
	x := p.embed(t.sourceWords.At, t.sourcePlaces.At, source)
	read := p.norm(t.reading.last.At, p.feed(&t.reading.feed, p.self(&t.reading.self, x, false)))
	y := p.embed(t.targetWords.At, t.targetPlaces.At, known)
	y = p.feed(&t.writing.feed, p.cross(&t.writing.cross, p.self(&t.writing.self, y, true), read))
	return p.times(t.writing.out.At, vocabulary, p.norm(t.writing.last.At, y))
}

// logp returns the log-probabilities of the target's words and of the end sign, and of all
// words in their place.
func (p *plain) logp(source, target sentence) (right []float64, all table) {
	all = p.logits(source, append(sentence{bos}, target...))
	for i, row := range all {
		sum := 0.0
		for _, v := range row {
			sum += math.Exp(v)
		}
		for j := range row {
			row[j] -= math.Log(sum)
		}
		next := eos
		if i < len(target) {
			next = target[i]
		}
		right = append(right, row[next])
	}
	return right, all
}

// loss returns the mean cross-entropy of the words of some pairs, with smoothed labels.
func (p *plain) loss(pairs []pair, smooth float64) float64 {
	sum, count := 0.0, 0.0
	for _, q := range pairs {
		right, all := p.logp(q.source, q.target)
		for i := range right {
			sum -= (1 - smooth) * right[i]
			for _, v := range all[i] {
				sum -= smooth / vocabulary * v
			}
			count++
		}
	}
	return sum / count
}
