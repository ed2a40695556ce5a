package figure

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"example.org/rote/sim"
)

var update = flag.Bool("update", false, "rewrite the pictures in testdata")

func wellFormed(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestSVG(t *testing.T) {
	for _, row := range []struct {
		name string
		f    *sim.Frame
		o    Options
	}{
		{"flow-light", flow(), Options{Width: 640, Height: 480}},
		{"network-dark", network(), Options{Width: 720, Height: 460, Dark: true}},
		{"album-present", album(), Options{Width: 1100, Height: 700, Text: 22}},
		{"weights-phone", flow(), Options{Width: 358, Height: 420, Hero: 3 - 1, Alone: true}},
	} {
		got := SVG(Layout(row.f, row.o), "Title of "+row.name, row.f.Says)
		if err := wellFormed(got); err != nil {
			t.Errorf("%s: %v", row.name, err)
		}
		file := filepath.Join("testdata", row.name+".svg")
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, _ := os.ReadFile(file); !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s: look at it, then run with -update", row.name, file)
		}
	}
}

// What XML forbids is replaced, and what it reserves is escaped.
func TestSVGEscapes(t *testing.T) {
	f := &sim.Frame{}
	f.Panel("a < b & \"c\" \x00\x1b\xff\uFFFE").Empty = "</svg><script>"
	got := SVG(Layout(f, Options{Width: 400, Height: 300}), "<t>", "]]>")
	if err := wellFormed(got); err != nil {
		t.Error(err)
	}
	if bytes.Contains(got, []byte("<script>")) || !bytes.Contains(got, []byte("a &lt; b &amp; &quot;c&quot;")) {
		t.Errorf("not escaped: %s", got)
	}
}

// What a picture says of its origin is not seen, and may hold anything.
func TestStamp(t *testing.T) {
	f := &sim.Frame{}
	f.Panel("a").Empty = "b"
	plain := SVG(Layout(f, Options{Width: 400, Height: 300}), "t", "</desc>\n")
	got := Stamp(plain, "lab?a=1&b=<2>", "Rote 1")
	if err := wellFormed(got); err != nil {
		t.Error(err)
	}
	const want = "<metadata>Source: lab?a=1&amp;b=&lt;2&gt;\nSoftware: Rote 1</metadata>\n"
	if string(bytes.Replace(got, []byte(want), nil, 1)) != string(plain) || len(got) != len(plain)+len(want) {
		t.Errorf("got %s", got)
	}
	if got := Stamp([]byte("<svg>"), "a", "b"); string(got) != "<svg>" {
		t.Errorf("what is not ours became %s", got)
	}
}

func TestCSV(t *testing.T) {
	f := &sim.Frame{}
	p := f.Panel("").Axes(sim.Axis{Name: "x", Unit: "m"}, sim.Axis{})
	p.Line(sim.Line{Name: `a "quoted", name`, X: []float64{1.0 / 3, math.NaN(), 2}, Y: []float64{1e-300, 4, 5}, Lo: []float64{0}, Hi: []float64{7, 8}})
	p.Point(sim.Points{X: []float64{1}, Y: []float64{2}, Values: []float64{0.1}, Roles: []sim.Role{sim.Copied}})
	rows, err := csv.NewReader(bytes.NewReader(CSV("lab?a=1,2", "3", "Rote 1, revision x", 40, f, 0))).ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	want := []string{"lab?a=1,2", "3", "40", `a "quoted", name`, "0.3333333333333333", "1e-300", "", "0", "7", "Rote 1, revision x"}
	if strings.Join(rows[2], "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", rows[2], want)
	}
	if x, _ := strconv.ParseFloat(rows[2][4], 64); x != 1.0/3 {
		t.Errorf("1/3 comes back as %v", x)
	}
	if rows[1][3] != "point, copied" || rows[1][6] != "0.1" {
		t.Errorf("points come before lines: %q", rows[1])
	}
	if CSV("", "", "", 0, f, 1) != nil || CSV("", "", "", 0, f, -1) != nil {
		t.Error("a table of a panel that is not there")
	}
}

func TestTable(t *testing.T) {
	for name, f := range frames() {
		for i := range f.Panels {
			head, rows := Table(&f.Panels[i])
			if !f.Panels[i].IsEmpty() && len(rows) == 0 {
				t.Errorf("%s, panel %d: no rows", name, i)
			}
			for _, row := range rows {
				if len(row) != len(head) {
					t.Fatalf("%s, panel %d: %d cells under %d heads", name, i, len(row), len(head))
				}
			}
		}
	}
	p := (&sim.Panel{}).Axes(sim.Axis{Name: "noise", Unit: "m"}, sim.Axis{})
	p.Bar(sim.Bars{Name: "share", X: []float64{0.25}, Y: []float64{-1234}})
	head, rows := Table(p)
	if got := strings.Join(append(head, rows[0]...), "|"); got != "Series|noise (m)|y|share|0.25|−1\u202f234" {
		t.Errorf("table %s", got)
	}
}
