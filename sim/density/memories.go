package density

import (
	"math"
	"slices"
)

// Memories are how far each label is memorized: P(given back | seen) - P(given back | not
// seen), over the networks so far. NaN is undefined.
type memories struct {
	with, without      []float64 // n, the two shares
	mem                []float64 // n, their difference
	saw, not           []float64 // n, how many networks have seen the point, and not
	rightSaw, rightNot []float64 // n, how many of them give the label back
	tests              []float64 // of each network, the share of the test pictures that it names right

	wrong, right       float64 // means over the wrong labels and the right ones
	wrongError         float64 // standard error of wrong: from the spread between the labels
	odd                float64 // mean over the odd pictures with a right label
	accuracy, accError float64 // mean share of the test pictures that a network names, and its standard error
	topWrong           float64 // share of the highest that are wrong, as many as there are wrong ones
}

func newMemories(n int) memories {
	var m memories
	for _, list := range []*[]float64{&m.with, &m.without, &m.mem, &m.saw, &m.not, &m.rightSaw, &m.rightNot} {
		*list = make([]float64, n)
	}
	for i := range n {
		m.with[i], m.without[i], m.mem[i] = math.NaN(), math.NaN(), math.NaN()
	}
	return m
}

// take counts what network j has answered.
func (m *memories) take(s *labelScene, j int) {
	n := s.set.n
	for i := range n {
		switch is := s.right[j*n+i]; {
		case s.saw[j*n+i]:
			m.saw[i]++
			m.rightSaw[i] += oneIf(is)
		default:
			m.not[i]++
			m.rightNot[i] += oneIf(is)
		}
	}
	hits := 0.0
	for _, is := range s.rightOn[j*testCount : (j+1)*testCount] {
		hits += oneIf(is)
	}
	m.tests = append(m.tests, hits/testCount)
}

func oneIf(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// estimate makes shares of the counts, and sums them up.
func (m *memories) estimate(s *labelScene) {
	for i := range m.mem {
		m.with[i], m.without[i] = m.rightSaw[i]/m.saw[i], m.rightNot[i]/m.not[i]
		m.mem[i] = m.with[i] - m.without[i]
	}
	m.sum(s)
}

// sum sums the memories up.
func (m *memories) sum(s *labelScene) {
	var wrong, right, odd []float64
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
	m.accuracy, m.accError = mean(m.tests), standardError(m.tests)
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
