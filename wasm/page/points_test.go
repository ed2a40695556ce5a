package page

import "testing"

func TestPoints(t *testing.T) {
	moved, repair := withCoordinate("1,2,3,4", 2, "1e-3")
	same, complaint := withCoordinate("1,2", 0, "left")
	for _, c := range []struct{ got, want string }{
		{moved, "1,2,1e-3,4"}, {repair, ""}, {same, "1,2"},
		{complaint, "left is not a number; the point stays where it was."},
		{withoutPoint("1,2,3,4,5,6", 1), "1,2,5,6"}, {withoutPoint("1,2", 0), ""},
		{withPoint(""), "0,0"}, {withPoint("1,2"), "1,2,0,0"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
