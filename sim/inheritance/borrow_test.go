package inheritance

import (
	"slices"
	"testing"
)

func TestLongestRun(t *testing.T) {
	for _, c := range []struct {
		a, b sentence
		want span
	}{
		{sentence{3, 4, 5, 6}, sentence{9, 4, 5, 6, 7}, span{from: 1, to: 4}},
		{sentence{3, 4, 3, 4}, sentence{3, 4}, span{from: 0, to: 2}},
		{sentence{3}, sentence{4}, span{}},
		{nil, sentence{4}, span{}},
	} {
		if got := longestRun(c.a, c.b); got != c.want {
			t.Errorf("%d in %d: %+v, want %+v", c.a, c.b, got, c.want)
		}
	}
}

// Borrowed words are those of another pair, not what is right or stands in the corpus anyway.
func TestBorrowed(t *testing.T) {
	c := &corpus{pairs: []pair{
		{noisy, sentence{3}, sentence{10, 11, 12, 13}, sentence{20, 21, 22, 23}, -1},
		{noisy, sentence{4}, sentence{9, 30, 31, 32, 20, 21, 22}, sentence{5}, -1},
		{boilerplate, sentence{5}, sentence{30, 31, 32, 33}, sentence{5}, 0},
	}}
	for _, k := range []struct {
		said sentence
		want span
	}{
		{sentence{10, 11, 12, 13}, span{}},
		{sentence{20, 21, 22, 23}, span{}},
		{sentence{8, 30, 31, 32}, span{1, 4, 1}},
		{sentence{30, 31, 32, 33}, span{0, 4, 2}},
		{sentence{30, 31, 8}, span{}},
	} {
		if got := c.borrowed(0, k.said); got != k.want {
			t.Errorf("%d: %+v, want %+v", k.said, got, k.want)
		}
	}
	r := &record{corpus: c}
	r.models[student] = &model{said: []sentence{{30, 31, 32}, {3}, nil}}
	if got := r.borrowers(2, 5); !slices.Equal(got, []borrower{{0, student}}) {
		t.Errorf("words of pair 2 are said to %+v", got)
	}
	r.models[student].exam = &exam{said: []sentence{{3}, {30, 31, 32}, {4}}}
	if got := r.borrowers(2, 5); len(got) != 0 {
		t.Errorf("pair 1 has the words itself, and borrows them: %+v", got)
	}
}

func TestMatched(t *testing.T) {
	same := func(x, y token) bool { return x == y }
	for _, c := range []struct {
		a, b sentence
		want []bool
	}{
		{sentence{3, 4, 5}, sentence{4, 5, 6}, []bool{false, true, true}},
		{sentence{5, 3, 4}, sentence{3, 4, 5}, []bool{false, true, true}},
		{sentence{3, 3}, sentence{3}, []bool{true, false}},
		{sentence{3}, nil, []bool{false}},
	} {
		if got := matched(c.a, c.b, same); !slices.Equal(got, c.want) {
			t.Errorf("%d in %d: %t, want %t", c.a, c.b, got, c.want)
		}
	}
}
