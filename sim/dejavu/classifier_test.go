package dejavu

import "testing"

// The classifier names what habitats give away, and nothing without them. Neighbouring hues
// overlap, so that not even the best one names all.
func TestClassifier(t *testing.T) {
	for rho, between := range map[float64][2]float64{0: {0.06, 0.19}, 0.9: {0.6, 0.95}} {
		m := maker{8, 2, rho}
		public, other := m.draw(rng(3), 800), m.draw(rng(4), 400)
		c := newClassifier(8, public, rng(5))
		c.train(rng(6), endless)
		names, ok := c.name(other.crops(nil), endless)
		if share := agreement(names, other.class); !ok || share < between[0] || share > between[1] {
			t.Errorf("habitats of %g: %.3f named, want %v", rho, share, between)
		}
	}
}

// A painted picture is of the class whose mean picture is nearest.
func TestClassPainted(t *testing.T) {
	s := maker{4, 2, 0}.draw(rng(7), 200)
	p := painting{means: s.classMeans(4)}
	sum, count := make([]float64, pixels), 0
	for i, class := range s.class {
		if class == 2 {
			count++
			for at, v := range s.picture(i) {
				sum[at] += float64(v)
			}
		}
	}
	pic := make([]float32, pixels)
	for at, v := range sum {
		pic[at] = float32(v/float64(count)) + 0.001
	}
	if got := p.classOf(pic); got != 2 {
		t.Errorf("the mean picture of class 2 is of class %d", got)
	}
	for at := range pic {
		pic[at] = float32(0.9*p.means[2][at] + 0.6*p.means[1][at])
	}
	distance := func(class int) (sum float64) {
		for at, v := range pic {
			sum += (float64(v) - p.means[class][at]) * (float64(v) - p.means[class][at])
		}
		return sum
	}
	for class := range 4 {
		if got := int(p.classOf(pic)); distance(class) < distance(got) {
			t.Errorf("class %d is at %g, class %d at %g", got, distance(got), class, distance(class))
		}
	}
}
