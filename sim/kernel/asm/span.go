package main

// A span is what one pass of a loop treats: eight elements, four, or one, offset
// bytes from the pointers. Four are read into both halves of a vector, one into all
// lanes, and only the first are stored: what stands between is the same for all. If
// lanes is 0, the number is that of left, from 1 to 7.
type span struct {
	f      *function
	lanes  int
	offset int
	left   num
	mask   vec // all bits of as many lanes as are left
}

// spans divides a row of some elements: four, one, or a multiple of eight.
func (f *function) spans(elements int) (all []span) {
	lanes := min(elements, 8)
	for i := 0; i < elements; i += lanes {
		all = append(all, span{f: f, lanes: lanes, offset: 4 * i})
	}
	return all
}

// rest is a row of 1 to 7 elements. Of the masks, eight that are set and eight that
// are not, it takes those around their middle: as many of the first as are left.
func (f *function) rest(left num) span {
	middle, before := f.GP64(), f.GP64()
	f.LEAQ(f.in.masks().Offset(32), middle)
	f.MOVQ(left.op, before)
	f.NEGQ(before)
	return span{f: f, left: left, mask: f.let(load(f.address(num{middle}, num{before}, 4), 0))}
}

// read is the code that reads what p points to, and load its result.
func (s span) read(p num) vec {
	switch s.lanes {
	case 8:
		return load(p, s.offset)
	case 4:
		return loadFour(p, s.offset)
	case 1:
		return loadSplat(p, s.offset)
	}
	return loadMasked(p, s.offset, s.mask)
}

func (s span) load(p num) vec { return s.f.let(s.read(p)) }

func (s span) store(p num, v vec) {
	switch s.lanes {
	case 8:
		s.f.store(p, s.offset, v)
	case 4, 1:
		s.f.storeSome(s.lanes, p, s.offset, v)
	default:
		s.storeLeft(s.f.letNum(p), s.f.variable(v))
	}
}

// storeLeft stores four numbers, two and one, as the bits of their count say. A
// masked store would take many times longer.
func (s span) storeLeft(at num, v vec) {
	f := s.f
	for _, lanes := range []int{4, 2, 1} {
		f.when(f.has(s.left, lanes), func() {
			f.storeSome(lanes, at, s.offset, v)
			switch lanes {
			case 4:
				f.set(v, v.swapHalves())
			case 2:
				f.set(v, v.shuffle(v, 2, 3, 2, 3))
			}
			f.step(at, number(4*lanes))
		})
	}
}
