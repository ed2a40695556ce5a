package main

import (
	"bytes"
	"os"
	"slices"
	"testing"
)

// The files that are shipped are those of this program. go generate writes them.
func TestFilesAreGenerated(t *testing.T) {
	for name, want := range files() {
		got, err := os.ReadFile("../" + name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s has %d bytes and is not what gen writes, %d bytes: run go generate ./sim/kernel", name, len(got), len(want))
		}
	}
}

// The kernel lives in the memory of a Go program, which knows nothing of it: it
// has no data, no memory of its own, no start function, and no globals that its
// code could use. It imports a memory and a table, and nothing else.
func TestKernelKeepsNothing(t *testing.T) {
	code := files()["kernel.wasm"]
	if got, want := sections(t, code), []byte{sectionType, sectionImport, sectionFunction, sectionElement, sectionCode}; !slices.Equal(got, want) {
		t.Errorf("sections are %d, want %d", got, want)
	}
	imports := "\x02" + "\x03env\x06memory\x02\x00\x01" + "\x04rote\x05table\x01\x70\x00"
	if !bytes.Contains(code, []byte(imports)) {
		t.Error("the two imports are not those of a memory and a table")
	}
}

// sections returns the numbers of a file's sections.
func sections(t *testing.T, code []byte) (ids []byte) {
	t.Helper()
	for code = code[len(head):]; len(code) > 0; {
		id, size, length := code[0], 0, 1
		for shift := 0; ; shift += 7 {
			b := code[length]
			length++
			size |= int(b&0x7f) << shift
			if b < 0x80 {
				break
			}
		}
		ids = append(ids, id)
		code = code[length+size:]
	}
	return ids
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		x        int
		unsigned string
		signed   string
	}{
		{0, "\x00", "\x00"},
		{63, "\x3f", "\x3f"},
		{64, "\x40", "\xc0\x00"},
		{127, "\x7f", "\xff\x00"},
		{128, "\x80\x01", "\x80\x01"},
		{624485, "\xe5\x8e\x26", "\xe5\x8e\x26"}, // the example of Wikipedia's article on LEB128
	} {
		if got := string(unsigned(c.x)); got != c.unsigned {
			t.Errorf("unsigned(%d) = %x, want %x", c.x, got, c.unsigned)
		}
		if got := string(signed(c.x)); got != c.signed {
			t.Errorf("signed(%d) = %x, want %x", c.x, got, c.signed)
		}
	}
	if got, want := string(signed(-123456)), "\xc0\xbb\x78"; got != want { // the same article's
		t.Errorf("signed(-123456) = %x, want %x", got, want)
	}
}

// A loop treats four elements at once before it treats single ones, unrolled or
// not.
func TestEachTakesFours(t *testing.T) {
	for unroll, want := range map[int]string{1: "41", 2: "4441", 4: "444441"} {
		f := (&module{}).function("")
		got := ""
		f.each(f.param(), nil, unroll, func(s span) func() {
			if s.single {
				got += "1"
			} else {
				got += "4"
			}
			return func() {}
		})
		if got != want {
			t.Errorf("unrolled %d times the bodies take %s elements, want %s", unroll, got, want)
		}
	}
}
