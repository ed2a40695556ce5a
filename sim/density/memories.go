package density

import (
	"math"
	"slices"
)

// Memories are how far each label is memorized: P(given back | seen) - P(given back | not
// seen), over the networks so far. NaN is undefined.
type memories struct {
	with, without []float64 // n, the two shares
	mem           []float64 // n, their difference
	spread        []float64 // n, its standard error

	wrong, right       float64 // means over the wrong labels and the right ones
	wrongError         float64 // standard error of wrong: from the spread between the labels
	odd                float64 // mean over the odd pictures with a right label
	accuracy, accError float64 // mean share of the test pictures that a network names, and its standard error
	topWrong           float64 // share of the highest that are wrong, as many as there are wrong ones
}

func newMemories(n int) memories {
	m := memories{with: make([]float64, n), without: make([]float64, n), mem: make([]float64, n), spread: make([]float64, n)}
	for i := range n {
		m.with[i], m.without[i], m.mem[i] = math.NaN(), math.NaN(), math.NaN()
	}
	return m
}

// estimate counts what the networks so far have answered.
func (m *memories) estimate(s *labelScene) {
	n := s.set.n
	for i := range n {
		var saw, rightSaw, rightNot float64
		for j := range s.trained {
			switch {
			case s.saw[j*n+i]:
				saw++
				if s.right[j*n+i] {
					rightSaw++
				}
			case s.right[j*n+i]:
				rightNot++
			}
		}
		others := float64(s.trained) - saw
		m.with[i], m.without[i] = rightSaw/saw, rightNot/others
		m.mem[i] = m.with[i] - m.without[i]
		m.spread[i] = math.Sqrt(float64(m.with[i]*(1-m.with[i]))/saw + float64(m.without[i]*(1-m.without[i]))/others)
	}
	m.sum(s)
}

// sum sums the memories up.
func (m *memories) sum(s *labelScene) {
	var wrong, right, odd, tests []float64
	for i, v := range m.mem {
		switch {
		case math.IsNaN(v):
		case s.wrong[i]:
			wrong = append(wrong, v)
		default:
			right = append(right, v)
			if s.set.isOdd[i] {
				odd = append(odd, v)
			}
		}
	}
	m.wrong, m.right, m.odd = mean(wrong), mean(right), mean(odd)
	m.wrongError = standardError(wrong)
	for j := range s.trained {
		hits := 0.0
		for _, is := range s.rightOn[j*testCount : (j+1)*testCount] {
			if is {
				hits++
			}
		}
		tests = append(tests, hits/testCount)
	}
	m.accuracy, m.accError = mean(tests), standardError(tests)
	m.topWrong = math.NaN()
	if order := m.order(); len(wrong) > 0 {
		hits := 0.0
		for _, i := range order[:len(wrong)] {
			if s.wrong[i] {
				hits++
			}
		}
		m.topWrong = hits / float64(len(wrong))
	}
}

// standardError returns that of the mean of the numbers, or NaN for less than two.
func standardError(x []float64) float64 {
	n, middle, sum := float64(len(x)), mean(x), 0.0
	for _, v := range x {
		sum += float64((v - middle) * (v - middle))
	}
	if n < 2 {
		return math.NaN()
	}
	return math.Sqrt(sum / (n - 1) / n)
}

// order returns the points, the most memorized first.
func (m *memories) order() []int {
	s := scores{m: m.mem}
	return s.byScore()
}

// influence returns how much more often test picture k is named right by the networks that
// saw point i.
func (s *labelScene) influence(i, k int) float64 {
	var saw, rightSaw, rightNot float64
	for j := range s.trained {
		is := s.rightOn[j*testCount+k]
		switch {
		case s.saw[j*s.set.n+i]:
			saw++
			if is {
				rightSaw++
			}
		case is:
			rightNot++
		}
	}
	return rightSaw/saw - rightNot/(float64(s.trained)-saw)
}

// A removal is how well networks do that are trained without some of the points.
type removal struct {
	shares        []float64 // of the points that are removed
	memorized     []float64 // mean share of right answers on the test pictures, without the most memorized
	random        []float64 // without as many random ones
	errors, noise []float64 // standard errors of both
}

var removedShares = [...]float64{0, 0.05, 0.1, 0.2, 0.3}

// repeats is how many networks are trained for each share.
const repeats = 12

// remove trains networks without the most memorized points, and without random ones.
func (s *labelScene) remove() bool {
	s.memory.estimate(s)
	order := s.memory.order()
	s.part, s.parts = 0, 2*len(removedShares)*repeats
	for _, share := range removedShares {
		k := int(math.Round(share * float64(s.set.n)))
		var memorized, random []float64
		for range repeats {
			kept := slices.Clone(order[min(k, len(order)):])
			a, ok := s.accuracy(kept)
			if !ok {
				return false
			}
			shuffled := slices.Clone(order)
			s.rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			b, ok := s.accuracy(shuffled[min(k, len(order)):])
			if !ok {
				return false
			}
			memorized, random = append(memorized, a), append(random, b)
		}
		s.removal.add(share, memorized, random)
	}
	s.part, s.parts = 0, 0
	return true
}

func (r *removal) add(share float64, memorized, random []float64) {
	r.shares = append(r.shares, share)
	r.memorized, r.random = append(r.memorized, mean(memorized)), append(r.random, mean(random))
	r.errors, r.noise = append(r.errors, standardError(memorized)), append(r.noise, standardError(random))
}

// accuracy returns the share of the test pictures that a network names which is trained on
// the points given.
func (s *labelScene) accuracy(points []int) (float64, bool) {
	if !s.learn(points) {
		return 0, false
	}
	s.part++
	n := s.compare(nil, s.test, s.answers)
	return float64(n) / testCount, s.did(testCount * s.net.Flops())
}
