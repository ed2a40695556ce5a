package sim_test

import (
	"math"
	"reflect"
	"runtime"
	"testing"

	"example.org/rote/sim"
	"pgregory.net/rapid"
)

// fill sets each field of v, whatever its type, from next: so a field that is
// forgotten in the walk is found.
func fill(v reflect.Value, n int, next func() float64) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), n, next)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(v.Index(i), n, next)
		}
	case reflect.String:
		v.SetString(string([]byte{byte(next()), 'é' & 0xff, 0, byte(next())}))
	case reflect.Float64:
		v.SetFloat(next())
	case reflect.Int:
		v.SetInt(int64(next()))
	case reflect.Uint8:
		v.SetUint(uint64(math.Abs(next())) % 4)
	case reflect.Bool:
		v.SetBool(int(next())%2 == 1)
	default:
		panic("a frame has a field of kind " + v.Kind().String())
	}
}

// fullFrame has something different in every field.
func fullFrame() *sim.Frame {
	f, x := new(sim.Frame), 0.0
	fill(reflect.ValueOf(f).Elem(), 2, func() float64 { x++; return x })
	return f
}

func TestWireRoundTrip(t *testing.T) {
	var got sim.Frame // used again, as the page does
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 3).Draw(t, "n")
		numbers := rapid.SliceOfN(rapid.Float64(), 1, 20).Draw(t, "numbers")
		want, i := new(sim.Frame), 0
		fill(reflect.ValueOf(want).Elem(), n, func() float64 {
			i++
			return math.Mod(numbers[i%len(numbers)], 1<<31)
		})
		buf := sim.AppendFrame(nil, want)
		if err := sim.DecodeFrame(buf, &got); err != nil {
			t.Fatal(err)
		}
		if n > 0 && !reflect.DeepEqual(&got, want) {
			t.Fatalf("got  %+v\nwant %+v", got, *want)
		}
		if string(sim.AppendFrame(nil, &got)) != string(buf) {
			t.Fatal("the decoded frame is written with other bytes")
		}
	})
}

func TestWireKeepsBits(t *testing.T) {
	want := []float64{math.NaN(), math.Inf(-1), math.Copysign(0, -1), 5e-324, math.MaxFloat64}
	var f, got sim.Frame
	f.Panel("").Line(sim.Line{X: want, Y: want})
	if err := sim.DecodeFrame(sim.AppendFrame(nil, &f), &got); err != nil {
		t.Fatal(err)
	}
	for i, x := range got.Panels[0].Lines[0].X {
		if math.Float64bits(x) != math.Float64bits(want[i]) {
			t.Errorf("%g arrives as %g", want[i], x)
		}
	}
}

// Every part of a frame, with a byte more or less, is an error and no frame.
func TestDecodeErrors(t *testing.T) {
	buf := sim.AppendFrame(nil, fullFrame())
	var f sim.Frame
	for n := range buf {
		if sim.DecodeFrame(buf[:n], &f) == nil {
			t.Fatalf("the first %d of %d bytes are a frame", n, len(buf))
		}
	}
	if sim.DecodeFrame(append(buf, 0), &f) == nil {
		t.Error("a frame with a byte behind it is a frame")
	}
	buf[0]++
	if sim.DecodeFrame(buf, &f) == nil {
		t.Error("a frame of another format is a frame")
	}
}

// A role that does not exist would be an index out of range in the painters.
func TestDecodeRefusesUnknownRoles(t *testing.T) {
	f, got := new(sim.Frame), new(sim.Frame)
	f.Panel("").Label(sim.Label{Role: sim.Roles})
	if err := sim.DecodeFrame(sim.AppendFrame(nil, f), got); err == nil {
		t.Error("role 6 was read")
	}
}

func TestDecodeReusesMemory(t *testing.T) {
	var f, got sim.Frame
	x := make([]float64, 1000)
	p := f.Panel("Map")
	p.Point(sim.Points{X: x, Y: x})
	p.Tile(sim.Tiles{N: 1, W: 100, H: 100, Depth: 1, Pix: make([]byte, 10000)})
	buf := sim.AppendFrame(nil, &f)
	allocs := testing.AllocsPerRun(20, func() {
		if err := sim.DecodeFrame(buf, &got); err != nil {
			t.Fatal(err)
		}
		buf = sim.AppendFrame(buf[:0], &f)
	})
	if allocs > 2 {
		t.Errorf("%g allocations for a frame like the one before, want at most 2", allocs)
	}
}

// A length of 2^31-1 in a short message must not be believed.
func TestDecodeBoundsMemory(t *testing.T) {
	buf := sim.AppendFrame(nil, fullFrame())
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i := range len(buf) - 4 {
		bad := append([]byte(nil), buf...)
		copy(bad[i+1:], []byte{255, 255, 255, 127})
		var f sim.Frame
		_ = sim.DecodeFrame(bad, &f) // some of these are frames: the bytes may be a number
	}
	runtime.ReadMemStats(&after)
	if used := (after.TotalAlloc - before.TotalAlloc) / uint64(len(buf)); used > 100_000 {
		t.Errorf("a bad frame of %d bytes takes %d bytes of memory", len(buf), used)
	}
}
