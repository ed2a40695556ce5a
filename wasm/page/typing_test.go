package page

import "testing"

// A list of points that cannot be read as a whole leaves those that are there.
func TestStrayIn(t *testing.T) {
	run, _, _, err := openLink(labs(), "counter", "")
	if err != nil {
		t.Fatal(err)
	}
	for list, want := range map[string]string{
		"": "", " ": "", "1,2": "", "１, −2": "", "1,2,3": "The last point has no y", "1;2": "1;2 is not a number", "1,,2": "(empty) is not a number",
	} {
		if got := strayIn(run.Find("pts"), list); got != want {
			t.Errorf("%q: %q, want %q", list, got, want)
		}
	}
}

// Points are read however people set them apart, and what is no list of them is told.
func TestPlainPoints(t *testing.T) {
	run, _, _, _ := openLink(labs(), "counter", "")
	for text, want := range map[string]string{
		"": "", "1,2,3,4": "1,2,3,4", "1,2;3,4": "1,2,3,4", "1,2\n3,4\n": "1,2,3,4", "1 2\n3 4": "1,2,3,4",
		";": ";", "0,5 -1,5; 2 3": "0.5,-1.5,2,3", "1;2;3;4": "1,2,3,4", "1\t2\r\n3\t4": "1,2,3,4", "1, −2": "1,−2", "１,２": "1,2",
		"1,,2": "1,,2", ",": ",", "1,x": "1,x", "a b": "a,b",
	} {
		if got := plainPoints(run.Find("pts"), text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// What is none of the values of a choice is told from one in other letters, and the
// choice keeps its value.
func TestIsNone(t *testing.T) {
	run, _, _, err := openLink(labs(), "counter", "view=times")
	if err != nil {
		t.Fatal(err)
	}
	k := run.Find("view")
	for text, want := range map[string]bool{"times": false, " Times ": false, k.DefaultText(): false, "nope": true, "": true, "null": true} {
		if isNone(k, text) != want || k.Text() != "times" {
			t.Errorf("%q is none: %v, want %v; the view is %s", text, !want, want, k.Text())
		}
	}
}
