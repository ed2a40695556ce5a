package page

import (
	"bytes"
	"testing"
)

func TestWithTags(t *testing.T) {
	film := []byte("\x1a\x45\xdf\xa3film")
	got := withTags(film, "SOURCE", "/toy/#n=3", "ENCODER", "Rote")
	if !bytes.HasPrefix(got, film) {
		t.Fatalf("the film is changed: %q", got)
	}
	const want = "\x12\x54\xc3\x67\x10\x00\x00\x4a\x73\x73\x10\x00\x00\x44" + "\x63\xc0\x10\x00\x00\x00" +
		"\x67\xc8\x10\x00\x00\x1b\x45\xa3\x10\x00\x00\x06SOURCE\x44\x87\x10\x00\x00\x09/toy/#n=3" +
		"\x67\xc8\x10\x00\x00\x17\x45\xa3\x10\x00\x00\x07ENCODER\x44\x87\x10\x00\x00\x04Rote"
	if string(got[len(film):]) != want {
		t.Errorf("the tags are\n%q, want\n%q", got[len(film):], want)
	}
	const head = "\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\x01"
	for _, c := range []struct{ length, want string }{
		{"\xff\xff\xff\xff\xff\xff\xff", "\xff\xff\xff\xff\xff\xff\xff"},
		{"\x00\x00\x00\x00\x00\x01\xff", "\x00\x00\x00\x00\x00\x02\x27"}, // 40 bytes more
	} {
		if got := string(withTags([]byte(head+c.length), "A", "B")); got[len(head):len(head)+7] != c.want {
			t.Errorf("the length %q of the segment becomes %q, want %q", c.length, got[len(head):len(head)+7], c.want)
		}
	}
	if got := withTags([]byte("RIFF"), "a", "b"); string(got) != "RIFF" {
		t.Errorf("what is no WebM becomes %q", got)
	}
}
