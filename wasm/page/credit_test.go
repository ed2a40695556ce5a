package page

import "testing"

func TestCredit(t *testing.T) {
	var c credit
	c.open()
	if n := c.lend(); n != 2 {
		t.Fatalf("at first lends %d, want 2", n)
	}
	if n := c.lend(); n != 0 {
		t.Fatalf("then lends %d more", n)
	}
	c.painted(80)
	c.back()
	if n := c.lend(); n != 0 || c.out != 1 {
		t.Errorf("after a slow paint lends %d with %d out, want one out", n, c.out)
	}
	c.back()
	if n := c.lend(); n != 1 {
		t.Errorf("a slow stage gets %d, want 1", n)
	}
	c.painted(5)
	if n := c.lend(); n != 1 || c.out != 2 {
		t.Errorf("a fast stage gets %d more, %d out, want 2 out", n, c.out)
	}
	c.open()
	c.back() // a buffer of the old epoch comes home late
	if n := c.lend(); n != 2 {
		t.Errorf("a new epoch starts with %d, want 2", n)
	}
}
