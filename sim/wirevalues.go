package sim

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// list walks over a length and the elements. Every element takes at least one
// byte, which bounds what a bad length can ask for.
func list[E any](w *wire, s *[]E, each func(*wire, *E)) {
	n := len(*s)
	w.int(&n)
	if !w.writing {
		if n < 0 || n > len(w.buf) {
			w.fail("length %d with %d bytes left", n, len(w.buf))
			n = 0
		}
		*s = (*s)[:0]
	}
	for i := 0; i < n && w.err == nil; i++ {
		if w.writing {
			each(w, &(*s)[i])
		} else {
			each(w, extend(s))
		}
	}
}

func numbers(w *wire, slices ...*[]float64) {
	for _, s := range slices {
		w.numbers(s)
	}
}

func (w *wire) numbers(s *[]float64) {
	n := len(*s)
	w.int(&n)
	if w.writing {
		for _, x := range *s {
			w.buf = binary.LittleEndian.AppendUint64(w.buf, math.Float64bits(x))
		}
		return
	}
	if n < 0 || n > len(w.buf)/8 {
		w.fail("%d numbers with %d bytes left", n, len(w.buf))
		n = 0
	}
	*s = slices.Grow((*s)[:0], n)[:n]
	for i := range *s {
		(*s)[i] = math.Float64frombits(binary.LittleEndian.Uint64(w.buf[8*i:]))
	}
	w.buf = w.buf[8*n:]
}

func (w *wire) strings(list ...*string) {
	for _, s := range list {
		w.string(s)
	}
}

func (w *wire) floats(list ...*float64) {
	for _, x := range list {
		bits := math.Float64bits(*x)
		w.uint(&bits, 8)
		*x = math.Float64frombits(bits)
	}
}

func (w *wire) bools(list ...*bool) {
	for _, b := range list {
		w.bool(b)
	}
}

func (w *wire) string(s *string) {
	n := len(*s)
	w.int(&n)
	if w.writing {
		w.buf = append(w.buf, *s...)
		return
	}
	if read := w.take(n); string(read) != *s { // the usual case needs no new string
		*s = string(read)
	}
}

func (w *wire) bool(b *bool) {
	var x uint8
	if *b {
		x = 1
	}
	w.byte(&x)
	*b = x == 1
}

func (w *wire) bytes(s *[]byte) {
	n := len(*s)
	w.int(&n)
	if w.writing {
		w.buf = append(w.buf, *s...)
		return
	}
	*s = append((*s)[:0], w.take(n)...)
}

// take consumes n bytes, or none if there are not as many.
func (w *wire) take(n int) []byte {
	if n < 0 || n > len(w.buf) {
		w.fail("%d bytes with %d left", n, len(w.buf))
		return nil
	}
	read := w.buf[:n]
	w.buf = w.buf[n:]
	return read
}

func (w *wire) role(r *Role) { w.enum((*uint8)(r), Roles) }

// enum walks over one of n values, which painters use as an index.
func (w *wire) enum(x *uint8, n uint8) {
	w.byte(x)
	if *x >= n && !w.writing {
		w.fail("value %d of %d", *x, n)
		*x = 0
	}
}

func (w *wire) byte(x *uint8) {
	bits := uint64(*x)
	w.uint(&bits, 1)
	*x = uint8(bits)
}

func (w *wire) int(x *int) {
	bits := uint64(uint32(*x))
	w.uint(&bits, 4)
	*x = int(int32(bits))
}

func (w *wire) ints(list ...*int) {
	for _, x := range list {
		w.int(x)
	}
}

// uint walks over the low bytes of x, the lowest first.
func (w *wire) uint(x *uint64, bytes int) {
	var b [8]byte
	if w.writing {
		binary.LittleEndian.PutUint64(b[:], *x)
		w.buf = append(w.buf, b[:bytes]...)
		return
	}
	if len(w.buf) < bytes {
		w.fail("%d bytes wanted, %d left", bytes, len(w.buf))
		*x = 0
		return
	}
	copy(b[:bytes], w.buf)
	*x = binary.LittleEndian.Uint64(b[:])
	w.buf = w.buf[bytes:]
}

func (w *wire) fail(format string, args ...any) {
	if w.err == nil {
		w.err = fmt.Errorf("sim: encoded frame: "+format, args...)
	}
	w.buf = nil
}
