package data

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// idx writes pictures as MNIST is written.
func idx(n, rows, cols int, ink []byte) []byte {
	file := []byte{0, 0, 8, 3}
	for _, v := range []int{n, rows, cols} {
		file = binary.BigEndian.AppendUint32(file, uint32(v))
	}
	return append(file, ink...)
}

// Blocks of 3×3 pixels, and of 3½, become the pixel that they are.
func TestReadPicturesIDX(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	const n = FewestPictures
	want := make([]float32, n*64)
	for i := range want {
		want[i] = float32(rng.IntN(2))
	}
	for _, size := range []int{8, 24, 28, 64} {
		ink := make([]byte, n*size*size)
		for i := range ink {
			p, y, x := i/(size*size), i/size%size, i%size
			ink[i] = byte(255 * want[p*64+(2*y+1)*8/(2*size)*8+(2*x+1)*8/(2*size)])
		}
		got, err := ReadPictures(idx(n, size, size, ink), 8)
		if err != nil || len(got) != len(want) {
			t.Fatalf("size %d: %d pixels, %v", size, len(got), err)
		}
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("size %d: pixel %d is %v", size, i, got[i])
			}
		}
	}
}

// The mean of an area takes a pixel by the share of it that lies inside.
func TestShrink(t *testing.T) {
	p := gray{3, 3, []float64{1, 2, 3, 4, 5, 6, 7, 8, 9}}
	want := []float64{(1 + 2/2. + 4/2. + 5/4.) / 2.25, (2/2. + 3 + 5/4. + 6/2.) / 2.25, (4/2. + 5/4. + 7 + 8/2.) / 2.25, (5/4. + 6/2. + 8/2. + 9) / 2.25}
	for i, v := range p.shrink(2) {
		if d := v - want[i]; d > 1e-12 || d < -1e-12 {
			t.Errorf("area %d: %v, want %v", i, v, want[i])
		}
	}
}

func TestReadPicturesCSV(t *testing.T) {
	row := func(label string, dark int) string {
		words := strings.Split(strings.TrimSuffix(strings.Repeat("0,", 64), ","), ",")
		words[dark] = "16"
		return label + strings.Join(words, ", ") + "\r\n"
	}
	var plain, labelled strings.Builder
	labelled.WriteString("\ufefflabel" + strings.Repeat(",p", 64) + "\n")
	for i := range FewestPictures {
		plain.WriteString(row("", i%64))
		labelled.WriteString(row(fmt.Sprint(i%10, ","), i%64))
	}
	a, err := ReadPictures([]byte(plain.String()), 8)
	if err != nil {
		t.Fatal(err)
	}
	b, err := ReadPictures([]byte(labelled.String()), 8)
	if err != nil {
		t.Fatal(err)
	}
	for i := range a {
		if want := i%64 == i/64%64; (a[i] == 1) != want || a[i] != b[i] {
			t.Fatalf("pixel %d is %v, and %v with labels", i, a[i], b[i])
		}
	}
}

func TestReadPicturesSaysWhatIsAllowed(t *testing.T) {
	row := strings.TrimSuffix(strings.Repeat("1,", 64), ",") + "\n"
	for name, c := range map[string]struct{ file, want string }{
		"empty":        {"", "is empty"},
		"zip":          {"PK\x03\x04 and more", "has 0 pictures"},
		"labels":       {"\x00\x00\x08\x01\x00\x00\x00\x01\x05", "00 00 08 03"},
		"cut head":     {"\x00\x00\x08\x03\x00", "00 00 08 03"},
		"cut":          {string(idx(200, 8, 8, make([]byte, 150*64))), "ends after 150 of 200"},
		"tiny":         {string(idx(200, 4, 4, make([]byte, 200*16))), "4×4"},
		"huge":         {string(idx(1<<31, 1<<31, 1<<31, nil)), "pixels"},
		"few":          {string(idx(20, 8, 8, make([]byte, 20*64))), "20 pictures"},
		"blank":        {string(idx(200, 8, 8, make([]byte, 200*64))), "all numbers"},
		"words":        {row + "1,2,cat\n", `"cat"`},
		"hole":         {row + "1,,3\n", `" "`},
		"not a number": {row + "NaN,1\n", "NaN"},
		"ragged":       {row + "1,2,3\n", "line 2 has 3 numbers, and the lines before have 64"},
		"short":        {"1,2,3\n", "line 1 has 3"},
		"no square":    {strings.Repeat("1,", 99) + "1,1,1\n", "line 1 has 102"},
		"wide":         {strings.Repeat("1,", 5000) + "1\n", "line 1"},
	} {
		_, err := ReadPictures([]byte(c.file), 8)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "allowed") && c.want != "all numbers" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzReadPictures(f *testing.F) {
	f.Add(idx(100, 8, 8, bytes.Repeat([]byte{0, 200}, 3200)))
	f.Add([]byte(strings.Repeat(strings.TrimSuffix(strings.Repeat("0,1,", 32), ",")+"\n", 100)))
	f.Fuzz(func(t *testing.T, file []byte) {
		pixels, err := ReadPictures(file, 8)
		if err != nil {
			return
		}
		if n := len(pixels) / 64; len(pixels)%64 != 0 || n < FewestPictures || n > MostPictures {
			t.Fatalf("%d pixels", len(pixels))
		}
		for _, v := range pixels {
			if v != 0 && v != 1 {
				t.Fatalf("a pixel is %v", v)
			}
		}
	})
}
