package decoding

// Outputs are those of all layers of one kept network; layer 0 is the picture.
type outputs struct {
	at          int         // -1 for none
	train, test [][]float32 // depth+1 layers
}

// dimension returns how many outputs a layer has.
func (s *scene) dimension(layer int) int {
	if layer == 0 {
		return pixels
	}
	return s.lab.width
}

// run makes the outputs of all layers of a kept network.
func (s *scene) run(at int) bool {
	o := &s.atlas.outputs
	if o.at == at {
		return true
	}
	o.at = -1
	if !s.fill(o.train, at, s.task.x) || !s.fill(o.test, at, s.task.test) {
		return false
	}
	o.at = at
	return true
}

func (s *scene) fill(layers [][]float32, at int, x []float32) bool {
	return s.look.each(s.kept[at].w, x, func(from int, _ []float32) {
		for i, h := range layers[1:] {
			copy(h[from*s.lab.width:], s.look.Output(i))
		}
	}, s.reads)
}
