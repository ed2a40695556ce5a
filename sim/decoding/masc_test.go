package decoding

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/nn"
)

// points are n rows of d normal numbers, stretched to different lengths and moved.
func points(rng *rand.Rand, n, d int) []float32 {
	out := make([]float32, n*d)
	for i := range out {
		out[i] = float32(exact.Normal(rng)*(1+float64(i%d)) + float64(i/d%3))
	}
	return out
}

func byShare(share float64) size { return size{byShare: true, share: share} }

// An oracle finds the subspaces as the paper's authors do: a principal component
// analysis of the points and of their negatives, by gonum.
type oracleSpaces struct {
	ranks   []int
	vectors []*mat.Dense // d×rank
}

func oracleOf(h []float32, labels []int32, k, d int, share float64) (o oracleSpaces) {
	for class := range k {
		var rows []float64
		for i, label := range labels {
			if int(label) != class {
				continue
			}
			for _, sign := range []float64{1, -1} {
				for _, v := range h[i*d : (i+1)*d] {
					rows = append(rows, sign*float64(v))
				}
			}
		}
		var pc stat.PC
		pc.PrincipalComponents(mat.NewDense(len(rows)/d, d, rows), nil)
		total, sum, rank := 0.0, 0.0, 1
		variances := pc.VarsTo(nil)
		for _, v := range variances {
			total += v
		}
		for _, v := range variances {
			if sum += v; sum/total > share {
				break
			}
			rank++
		}
		rank = min(rank, d)
		var all, kept mat.Dense
		pc.VectorsTo(&all)
		kept.CloneFrom(all.Slice(0, d, 0, rank))
		o.ranks, o.vectors = append(o.ranks, rank), append(o.vectors, &kept)
	}
	return o
}

// cosine returns |P·h|/|h| of a class.
func (o *oracleSpaces) cosine(class int, h []float32) float64 {
	v := mat.NewVecDense(len(h), nil)
	for i, x := range h {
		v.SetVec(i, float64(x))
	}
	var p mat.VecDense
	p.MulVec(o.vectors[class].T(), v)
	return mat.Norm(&p, 2) / mat.Norm(v, 2)
}

// M1: ranks, cosines and predictions on small matrices, also where labels are changed,
// and where there are fewer points than dimensions.
func TestSubspacesAgainstPrincipalComponents(t *testing.T) {
	rng := seeded(4)
	for _, c := range []struct{ n, d, k int }{{30, 4, 3}, {40, 20, 3}, {60, 6, 4}} {
		h, test := points(rng, c.n, c.d), points(rng, 50, c.d)
		labels, answers := make([]int32, c.n), make([]int32, 50)
		for i := range labels {
			labels[i] = int32(i % c.k)
		}
		changed := slices.Clone(labels)
		changed[0], changed[4], changed[8] = 1, 2, 0
		for _, z := range []float64{.5, .9, .99} {
			for _, labels := range [][]int32{labels, changed} {
				var f fitter
				s := f.fit(h, labels, c.k, c.d, nil, byShare(z), endless)
				want := oracleOf(h, labels, c.k, c.d, z)
				ranks := s.ranks(byShare(z))
				if !slices.Equal(ranks, want.ranks) {
					t.Fatalf("%+v, share %g: ranks %d, want %d", c, z, ranks, want.ranks)
				}
				checkCosines(t, s, ranks, &want, test)
				checkAnswers(t, s, byShare(z), &want, test, answers)
			}
		}
	}
}

func checkCosines(t *testing.T, s *spaces, ranks []int, want *oracleSpaces, test []float32) {
	t.Helper()
	cos2 := make([]float64, len(ranks))
	for i := range len(test) / s.d {
		h := test[i*s.d : (i+1)*s.d]
		s.cosines(cos2, ranks, h)
		for class, v := range cos2 {
			if w := want.cosine(class, h); math.Abs(math.Sqrt(v)-w) > 1e-9 {
				t.Errorf("point %d, class %d: cosine %.12f, want %.12f", i, class, math.Sqrt(v), w)
			}
		}
	}
}

func checkAnswers(t *testing.T, s *spaces, z size, want *oracleSpaces, test []float32, answers []int32) {
	t.Helper()
	var c scorer
	got := c.score(s, z, test, answers, endless)
	for i, answer := range got.answers {
		best, class := -1.0, 0
		for k := range want.ranks {
			if v := want.cosine(k, test[i*s.d:(i+1)*s.d]); v > best {
				best, class = v, k
			}
		}
		if int(answer) != class {
			t.Errorf("point %d is read as %d, want %d", i, answer, class)
		}
	}
}

// M2: the angle is the arccosine of |P·h|/|h|, and nothing changes under h → a·h, or
// under one orthogonal map of all points.
func TestInvariance(t *testing.T) {
	rng := seeded(5)
	const n, d, k = 60, 12, 3
	h, labels := points(rng, n, d), make([]int32, n)
	for i := range labels {
		labels[i] = int32(i % k)
	}
	var qr mat.QR
	random := mat.NewDense(d, d, nil)
	random.Apply(func(_, _ int, _ float64) float64 { return rng.NormFloat64() }, random)
	qr.Factorize(random)
	var q mat.Dense
	qr.QTo(&q)
	plain := cosinesOf(widened(h), labels, k, d)
	for i, v := range cosinesOf(turned(widened(h), &q, d), labels, k, d) {
		if math.Abs(v-plain[i]) > 1e-9 {
			t.Errorf("turned: cosine %d is %.12f, want %.12f", i, v, plain[i])
		}
	}
	scaled := widened(h)
	for i := range scaled {
		scaled[i] *= -0.125
	}
	for i, v := range cosinesOf(scaled, labels, k, d) {
		if math.Abs(v-plain[i]) > 1e-9 {
			t.Errorf("scaled: cosine %d is %.12f, want %.12f", i, v, plain[i])
		}
	}
	for _, cos := range []float64{0, 1e-9, .1, .5, .9, .999999, 1} {
		if got, want := degrees(cos*cos), math.Acos(cos)*180/math.Pi; math.Abs(got-want) > 1e-6 || cos < .99 && math.Abs(got-want) > 1e-12*180 {
			t.Errorf("angle of %g is %g, want %g", cos, got, want)
		}
	}
}

func widened(h []float32) []float64 {
	out := make([]float64, len(h))
	for i, v := range h {
		out[i] = float64(v)
	}
	return out
}

func turned(h []float64, q *mat.Dense, d int) []float64 {
	var out mat.Dense
	out.Mul(mat.NewDense(len(h)/d, d, h), q)
	return out.RawMatrix().Data
}

// cosinesOf returns the cosines of points in float64 to the subspaces of their classes.
func cosinesOf(h []float64, labels []int32, k, d int) (list []float64) {
	f := fitter{}
	for class := range k {
		f.points = f.points[:0]
		for i, label := range labels {
			if int(label) == class {
				f.points = append(f.points, h[i*d:(i+1)*d]...)
			}
		}
		n := len(f.points) / d
		f.decompose(n, d, endless)
		rank := byShare(.9).rankOf(f.values(min(n, d)))
		rows, _ := f.directions(rank, n, d, endless)
		for i := range labels {
			x := h[i*d : (i+1)*d]
			sum := 0.0
			for j := range rank {
				p := dot(rows[j*d:(j+1)*d], x)
				sum += p * p
			}
			list = append(list, math.Sqrt(sum/dot(x, x)))
		}
	}
	return list
}

// M3: subspaces that all fill the layer are refused.
func TestFullSubspaces(t *testing.T) {
	const n, d, k = 400, 10, 10
	h, labels := points(seeded(6), n, d), make([]int32, n)
	for i := range labels {
		labels[i] = int32(i % k)
	}
	var f fitter
	var c scorer
	s := f.fit(h, labels, k, d, nil, everything(), endless)
	got := c.score(s, everything(), h, labels, endless)
	if !got.full || got.ok() || !math.IsNaN(got.share()) {
		t.Errorf("full: %t, ok: %t, share %g", got.full, got.ok(), got.share())
	}
	cos2 := make([]float64, k)
	s.cosines(cos2, s.ranks(everything()), h[:d])
	for class, v := range cos2 {
		if math.Abs(v-1) > 1e-12 {
			t.Errorf("class %d: cosine² %g", class, v)
		}
	}
	if some := c.score(s, size{rank: 9}, h, labels, endless); some.full {
		t.Error("subspaces of 9 of 10 dimensions are taken for full ones")
	}
}

// A class without points has no subspace, one of one point its own direction, one of
// zeros none; a point of zeros gets no answer.
func TestDegenerateClasses(t *testing.T) {
	const d, k = 3, 4
	h := []float32{0, 2, 0, 1, 0, 0, 1, 0.1, 0, 0, 0, 0, 0, 0, 0}
	labels := []int32{0, 1, 1, 3, 3}
	var f fitter
	s := f.fit(h, labels, k, d, nil, byShare(.99), endless)
	if ranks := s.ranks(byShare(.99)); !slices.Equal(ranks, []int{1, 1, 0, 0}) {
		t.Errorf("ranks %d", ranks)
	}
	var c scorer
	got := c.score(s, byShare(.99), []float32{0, -3, 0.1, 0, 0, 0, 5, 0, 0}, []int32{0, 1, 2}, endless)
	if !slices.Equal(got.answers, []int8{0, abstains, 1}) || got.abstained != 1 || got.right != 1 {
		t.Errorf("%+v", got)
	}
	dead := f.fit(make([]float32, 6), []int32{0, 1}, 2, d, nil, everything(), endless)
	if got := c.score(dead, everything(), h, labels, endless); !got.undefined || got.ok() {
		t.Errorf("of zeros: %+v", got)
	}
}

// M10: the share of labels that are changed is c(K-1)/K.
func TestChangedShare(t *testing.T) {
	labels := make([]int32, 1e5)
	for i := range labels {
		labels[i] = int32(i % 10)
	}
	for _, c := range []float64{0, .2, .4, 1} {
		n := 0
		for i, label := range corrupt(labels, 10, c, seeded(7)) {
			if label != labels[i] {
				n++
			}
		}
		if got, want := float64(n)/1e5, 1-rightShare(c, 10); math.Abs(got-want) > .01 {
			t.Errorf("c = %g: %g are changed, want %g", c, got, want)
		}
	}
}

// M11: where the labels are mixed exactly, the second moment of the points labelled k is
// (1-c)·C + c·mean of all C.
func TestMixedMoments(t *testing.T) {
	const k, d, each, c = 4, 5, 6, .4
	base := points(seeded(8), k*each, d)
	var h []float32
	var labels []int32
	for class := range k {
		for copy := range 10 { // 7 keep their label, and each other class gets one
			label := int32(class)
			if copy >= 7 {
				label = int32((class + copy - 6) % k)
			}
			for i := range each {
				at := (class*each + i) * d
				h, labels = append(h, base[at:at+d]...), append(labels, label)
			}
		}
	}
	moments := func(h []float32, labels []int32) (list [][]float64) {
		f := fitter{}
		for class := range int32(k) {
			f.gather(h, labels, class, d, nil)
			f.matrix = make([]float64, d*d)
			f.moment(len(f.points)/d, d, endless)
			list = append(list, f.matrix)
		}
		return list
	}
	pure := make([]int32, k*each)
	for i := range pure {
		pure[i] = int32(i / each)
	}
	own := moments(base, pure)
	for class, m := range moments(h, labels) {
		for i, v := range m {
			mean := 0.0
			for _, o := range own {
				mean += o[i] / k
			}
			if want := (1-c)*own[class][i] + c*mean; math.Abs(v-want) > 1e-12*(1+math.Abs(want)) {
				t.Errorf("class %d, %d: %.14g, want %.14g", class, i, v, want)
			}
		}
	}
}

// M12: the gradient of the network against finite differences in float64.
func TestGradient(t *testing.T) {
	net := nn.MLP(nn.ReLU, 6, 5, 4, 3)
	rng := seeded(9)
	w, x, labels := make([]float32, net.Size()), points(rng, 8, 6), []int32{0, 1, 2, 0, 1, 2, 0, 1}
	net.Init(w, nn.He, func() float64 { return exact.Normal(rng) })
	r, wide, g := nn.NewReference(net, 8), widened(w), make([]float64, net.Size())
	loss := func() (sum float64, dout []float64) {
		out := r.Forward(wide, widened(x))
		dout = make([]float64, len(out))
		for i, label := range labels {
			row := out[i*3 : (i+1)*3]
			all := exact.LogSumExp(row)
			sum += all - row[label]
			for j, v := range row {
				dout[i*3+j] = exact.Exp(v - all)
			}
			dout[i*3+int(label)]--
		}
		return sum, dout
	}
	_, dout := loss()
	r.Backward(nil, g, wide, dout)
	tr := nn.NewTrainer(net, nn.NewSGD(net.Size(), 1, 0), 8)
	copy(tr.W, w)
	out := tr.Forward(x)
	nn.SoftmaxCross(tr.Dout(), out, labels, 1)
	tr.Backward()
	size := 0.0
	for _, v := range g {
		size = max(size, math.Abs(v))
	}
	for i, want := range g {
		const step = 1e-6
		before := wide[i]
		wide[i] = before + step
		up, _ := loss()
		wide[i] = before - step
		down, _ := loss()
		wide[i] = before
		if slope := (up - down) / (2 * step); math.Abs(slope-want) > 1e-6*size {
			t.Errorf("parameter %d: slope %g, gradient %g", i, slope, want)
		}
		if got := float64(tr.G[i]); math.Abs(got-want) > 1e-5*size {
			t.Errorf("parameter %d: gradient %g in float32, %g in float64", i, got, want)
		}
	}
}

// The quadratic and the linear reader answer as normal distributions do.
func TestDiscriminantsAgainstNormals(t *testing.T) {
	const n, d, k = 60, 25, 3
	rng := seeded(10)
	h, test := points(rng, n, d), points(rng, 200, d)
	labels := make([]int32, n)
	for i := range labels {
		labels[i] = int32(i * i % 7 % k)
	}
	means, counts := classMeans(h, labels, k, d)
	var f fitter
	bells, planes := f.quadratic(h, labels, k, d, endless), f.linear(h, labels, k, d, endless)
	pooled := covariance(h, labels, means, d, -1)
	for class := range k {
		mean, share := means[class*d:(class+1)*d], math.Log(float64(counts[class])/n)
		own := covariance(h, labels, means, d, class)
		for i := range 200 {
			x := test[i*d : (i+1)*d]
			got, want := bells[class].logDensity(x, make([]float64, d)), logNormal(t, x, mean, own)+share
			if math.Abs(got-want) > 1e-8*math.Abs(want) {
				t.Fatalf("class %d, point %d: log-density %g, want %g", class, i, got, want)
			}
			got = planes[class].bias + times(planes[class].weight, x) - planes[0].bias - times(planes[0].weight, x)
			want = logNormal(t, x, mean, pooled) + share - logNormal(t, x, means[:d], pooled) - math.Log(float64(counts[0])/n)
			if math.Abs(got-want) > 1e-8*(1+math.Abs(want)) {
				t.Fatalf("class %d, point %d: %g above class 0, want %g", class, i, got, want)
			}
		}
	}
}

// logNormal returns the log-density at x, without the term in d, by gonum's Cholesky
// decomposition.
func logNormal(t *testing.T, x []float32, mean []float64, covariance *mat.SymDense) float64 {
	t.Helper()
	var c mat.Cholesky
	if !c.Factorize(covariance) {
		t.Fatal("the covariance is not positive definite")
	}
	away := mat.NewVecDense(len(mean), widened(x))
	away.SubVec(away, mat.NewVecDense(len(mean), mean))
	var solved mat.VecDense
	if err := c.SolveVecTo(&solved, away); err != nil {
		t.Fatal(err)
	}
	return -(mat.Dot(away, &solved) + c.LogDet()) / 2
}

// covariance returns that of a class, or of all around their means for class -1, with its
// share of a round one.
func covariance(h []float32, labels []int32, means []float64, d, class int) *mat.SymDense {
	m, n := mat.NewSymDense(d, nil), 0.0
	for i, label := range labels {
		if class >= 0 && int(label) != class {
			continue
		}
		x := mat.NewVecDense(d, nil)
		for j := range d {
			x.SetVec(j, float64(h[i*d+j])-means[int(label)*d+j])
		}
		m.SymRankOne(m, 1, x)
		n++
	}
	m.ScaleSym((1-shrunk)/n, m)
	round := shrunk * mat.Trace(m) / (1 - shrunk) / float64(d)
	for j := range d {
		m.SetSym(j, j, m.At(j, j)+round)
	}
	return m
}
