//go:build !js

package kernel

import "testing"

// Fuzzing reads files, of which there are none in a browser.

// Any shape of a product gives the same bits on every path.
func FuzzProducts(f *testing.F) {
	f.Add(uint64(1), uint8(0), uint8(5), uint8(9), uint8(66), uint8(1), uint8(0))
	f.Add(uint64(2), uint8(1), uint8(4), uint8(17), uint8(65), uint8(2), uint8(3))
	f.Fuzz(func(t *testing.T, seed uint64, which, m, n, k, start, pad uint8) {
		names := []string{"gemmNN", "gemmNT", "gemmTN"}
		tr := newTrial(t, seed)
		tr.product(tr.rare, productOf(names[which%3]), int(m%24)+1, int(n%48)+1, int(k), int(start%3), int(pad%9))
	})
}

// Any number of queries, centres and dimensions gives the same bits on every
// path.
func FuzzMixtures(f *testing.F) {
	f.Add(uint64(1), uint8(5), uint8(9), uint8(3), float32(9))
	f.Fuzz(func(t *testing.T, seed uint64, m, n, d uint8, scale float32) {
		if !(scale > 1e-30 && scale < 1e30) {
			return
		}
		tr := newTrial(t, seed)
		tr.space(tr.rare, int(m%20), int(n)+1, int(d%20)+1, scale)
	})
}

// Any small net gives the same bits on every path.
func FuzzChains(f *testing.F) {
	f.Add(uint64(1), []byte{2, 8, 8, 1}, true, uint8(10))
	f.Fuzz(func(t *testing.T, seed uint64, sizes []byte, tanh bool, m uint8) {
		var widths []int32
		for _, w := range sizes[:min(len(sizes), 6)] {
			widths = append(widths, int32(w%40)+1)
		}
		act := ByReLU
		if tanh {
			act = ByTanh
		}
		if len(widths) > 1 {
			tr := newTrial(t, seed)
			tr.chain(tr.rare, widths, act, int(m%20)+1)
		}
	})
}

// Any shape of rows gives the same bits on every path, with numbers at the ends of
// float32 or without.
func FuzzRows(f *testing.F) {
	f.Add(uint64(1), uint8(3), uint8(5), uint8(4), true)
	f.Add(uint64(2), uint8(9), uint8(67), uint8(7), false)
	f.Fuzz(func(t *testing.T, seed uint64, m, n, k uint8, ends bool) {
		tr := newTrial(t, seed)
		numbers := tr.logits
		if ends {
			numbers = tr.odd
		}
		rows, columns, others := int(m%12)+1, int(n%80)+1, int(k%20)+1
		tr.norm(numbers(rows*columns), rows, columns)
		tr.normBack(numbers(rows*columns), numbers(rows*columns), rows, columns)
		tr.softmax(numbers, rows, columns, int(k%3))
		tr.softmaxBack(rows, columns, int(k%5))
		tr.logSumExp(numbers(rows*(columns+others)), rows, columns, columns+others)
		tr.bernoulli(numbers(rows*columns), rows, columns)
		tr.gaussian(numbers, rows, columns)
		tr.smoothXent(numbers(rows*columns), rows, columns)
		tr.crossEntropy(numbers(rows*columns), rows, columns)
		tr.gather(rows, columns, others)
		tr.scatter(rows, columns, others)
		tr.distance(numbers, rows, others, columns)
	})
}
