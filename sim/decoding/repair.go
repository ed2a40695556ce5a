package decoding

// folds is how many parts the training points are cut into: each is read by subspaces
// of the others.
const folds = 10

// A mended is what came of setting labels right by the reader and training again.
type mended struct {
	by settings

	plain     float64 // share of the changed labels that subspaces of all points set right
	right     float64 // share of right labels after each part was read by the others
	recovered float64 // share of the changed labels that this set right
	net       float64 // the test pictures that the network trained on these labels names
}

// isFor reports whether the repair is one of these settings: the other readers have no
// part in it.
func (m *mended) isFor(v settings) bool { return m.by.layer == v.layer && m.by.size == v.size }

func (a *atlas) findMended(v settings) *mended {
	for i := range a.mended {
		if a.mended[i].isFor(v) {
			return &a.mended[i]
		}
	}
	return nil
}

// mend repairs the labels of the last network, unless that has been done.
func (s *scene) mend() bool {
	a := &s.atlas
	last := len(s.kept) - 1
	if a.findMended(a.goal) != nil {
		return true
	}
	if !s.run(last) {
		return false
	}
	m := mended{by: a.goal}
	h, d := a.outputs.train[a.goal.layer], s.dimension(a.goal.layer)
	plain := a.scorer.score(s.spacesFor(last), a.goal.size, h, s.task.right, s.reads)
	if plain == nil {
		return false
	}
	m.plain, _ = s.mendedShares(s.relabelled(plain.answers))
	labels, ok := s.crossFit(h, d)
	if !ok {
		return false
	}
	m.recovered, m.right = s.mendedShares(labels)
	if m.net, ok = s.retrain(labels); ok {
		a.mended = append(a.mended, m)
	}
	return ok
}

// spacesFor returns the subspaces of the layer that is read.
func (s *scene) spacesFor(at int) *spaces { return s.atlas.find(at, s.atlas.goal.layer, false).spaces }

// relabelled returns the labels given, replaced by the answers of a reader where it gives
// one.
func (s *scene) relabelled(answers []int8) []int32 {
	out := append([]int32(nil), s.task.given...)
	for i, answer := range answers {
		if answer != abstains {
			out[i] = int32(answer)
		}
	}
	return out
}

// mendedShares returns the share of the changed labels that are right now, and that of
// all labels.
func (s *scene) mendedShares(labels []int32) (recovered, right float64) {
	n, all := 0, 0
	for i, label := range labels {
		if label == s.task.right[i] {
			all++
			if s.task.given[i] != label {
				n++
			}
		}
	}
	return float64(n) / float64(max(1, s.task.changed)), float64(all) / float64(len(labels))
}

// crossFit returns labels of the points h, n×d, each read by the subspaces of the points
// in other folds.
func (s *scene) crossFit(h []float32, d int) ([]int32, bool) {
	a, n := &s.atlas, s.lab.n
	order := s.seeds.folds.rand().Perm(n)
	out := append([]int32(nil), s.task.given...)
	for fold := range folds {
		a.advance()
		ids := order[fold*n/folds : (fold+1)*n/folds]
		labels := append([]int32(nil), s.task.given...)
		points, right := make([]float32, 0, len(ids)*d), make([]int32, 0, len(ids))
		for _, i := range ids {
			labels[i] = abstains
			points, right = append(points, h[i*d:(i+1)*d]...), append(right, s.task.right[i])
		}
		fitted := a.fitter.fit(h, labels, s.task.k, d, nil, a.goal.size, s.reads)
		if fitted == nil {
			return nil, false
		}
		read := a.scorer.score(fitted, a.goal.size, points, right, s.reads)
		if read == nil {
			return nil, false
		}
		for j, answer := range read.answers {
			if answer != abstains {
				out[ids[j]] = int32(answer)
			}
		}
	}
	return out, true
}

// retrain trains a fresh network on labels until it has fitted them, or to the limit, and
// returns the share of the test pictures that it names right.
func (s *scene) retrain(labels []int32) (share float64, ok bool) {
	a := &s.atlas
	net := newLearner(s.lab, &s.task, labels, s.seeds.weights.rand(), s.seeds.orders.rand())
	training, test := make([]int8, s.lab.n), make([]int8, testCount)
	for range s.lab.epochs {
		a.advance()
		if !net.epoch(s.reads) {
			return 0, false
		}
		if _, ok := s.look.answer(training, net.W, s.task.x, s.reads); !ok {
			return 0, false
		}
		if s.lab.stop != limit && count(training, labels) == len(labels) {
			break
		}
	}
	if _, ok := s.look.answer(test, net.W, s.task.test, s.reads); !ok {
		return 0, false
	}
	return float64(count(test, s.task.answers)) / testCount, true
}
