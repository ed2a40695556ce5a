package sim_test

import (
	"net/url"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// FuzzOpen opens any text as the query of an address.
func FuzzOpen(f *testing.F) {
	for _, query := range []string{
		"", "n=3&c=0.1&seed=3&at=120&mode=present&show=n,c", "n=abc", "n=NaN", "n=Inf", "n=-3", "n=4.7", "n=1e9", "n=",
		"view=nope", "view=<script>", "n=3&n=4", "%zz", "v=99", "foo=1", "pts=1,2,3,4", "pts=" + strings.Repeat("1,", 3000),
		"both=maybe", "c=1/1024", "tol=1/0", "c=−1", "seed=0",
		"n=3?c=1#n=2", "n=3%EF%BC%86c=1", "a=\\u0026;;=%5D(", "c=50%25&n=1%20c=2",
		"n=3&b.n=4", "b.c=abc&b.=1", "b.seed=0&c=0.1&b.pts=1,2", "b.at=3&at=2", "B.N=7", "b.b.n=3", "b.view=nope&fact=x",
	} {
		f.Add(query)
	}
	f.Fuzz(func(t *testing.T, query string) {
		r, repairs, err := sim.Open(labs, "walk?"+query)
		if err != nil {
			if strings.ContainsAny(query, "#/") {
				return // a link to some other page
			}
			t.Fatalf("%q: %v", query, err)
		}
		checkKnobs(t, r)
		checkRepairs(t, repairs)
		again, repairs, err := sim.Open(labs, r.Address())
		if err != nil || len(repairs) > 0 || again.Address() != r.Address() {
			t.Fatalf("%q: address %q opens with %q, %v as %q", query, r.Address(), repairs, err, again.Address())
		}
		if bits(r) != bits(again) {
			t.Fatalf("%q: address %q opens another run", query, r.Address())
		}
	})
}

func checkKnobs(t *testing.T, r *sim.Run) {
	t.Helper()
	for _, k := range append(r.Knobs.All(), r.Seed, r.At) {
		switch k.Kind {
		case sim.IntKind, sim.FloatKind:
			if x := k.Number(); !(k.Min <= x && x <= k.Max) {
				t.Errorf("%s = %g is not in %s", k.Key, x, k.Range())
			}
		case sim.ChoiceKind, sim.BoolKind:
			if !strings.Contains(k.Range(), k.Text()) {
				t.Errorf("%s = %q is not in %s", k.Key, k.Text(), k.Range())
			}
		}
		if before, repair := k.Text(), k.Set(k.Text()); repair != "" || k.Text() != before {
			t.Errorf("%s = %q: setting it again gives %q and %q", k.Key, before, k.Text(), repair)
		}
	}
}

func checkRepairs(t *testing.T, repairs []string) {
	t.Helper()
	for _, repair := range repairs {
		if !strings.HasSuffix(repair, ".") || strings.ContainsAny(repair, "\x00\n\r") || len(repair) > 500 {
			t.Errorf("repair %q is no short sentence", repair)
		}
	}
}

// FuzzDecodeFrame reads any bytes as a frame: what can be read is written as the
// same frame, and bad lengths do not ask for much memory.
func FuzzDecodeFrame(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{0})
	f.Add([]byte{1, 255, 255, 255, 255})
	f.Add(sim.AppendFrame(nil, &sim.Frame{}))
	whole := sim.AppendFrame(nil, fullFrame())
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Fuzz(func(t *testing.T, buf []byte) {
		var frame, again sim.Frame
		if err := sim.DecodeFrame(buf, &frame); err != nil {
			if len(frame.Panels)+len(frame.Facts) > 0 || frame.Says != "" {
				t.Fatalf("error %v leaves %+v", err, frame)
			}
			return
		}
		first := sim.AppendFrame(nil, &frame)
		if len(first) != len(buf) {
			t.Fatalf("%d bytes are written as %d", len(buf), len(first))
		}
		if err := sim.DecodeFrame(first, &again); err != nil {
			t.Fatal(err)
		}
		if string(sim.AppendFrame(nil, &again)) != string(first) {
			t.Fatal("decode(encode(frame)) is another frame")
		}
	})
}

// FuzzEscape reads escaped values as the library does.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{"", "a", "%41b", "%zz", "%", "%4", "a%2", "%e2%88%92", "%%41", "%+1", "%26%23%3D"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsAny(s, "&#?; \t\n\v\f\r") || strings.HasSuffix(s, "%") || len(s) > 1000 {
			return
		}
		a, repairs := sim.ParseAddress("walk?k=" + s)
		want, err := url.PathUnescape(s)
		if strings.Contains(strings.Join(repairs, " "), "is read as") {
			return // it was changed in another way, too
		}
		if (err == nil) != (len(repairs) == 0) || a.Get("k") != want {
			t.Errorf("%q: got %q, %q; want %q, %v", s, a.Get("k"), repairs, want, err)
		}
	})
}

// FuzzSet types any text into any control: what was out of range is repaired,
// with a sentence, and the run is the one that its address opens.
func FuzzSet(f *testing.F) {
	for _, text := range []string{"", "3", "−3", "1e400", "1e-400", "NaN", "1/3", "on", "off", "times", "1,2,3", "1,,2", " 4 ", "\x00"} {
		for i := range uint8(12) {
			f.Add(i, text)
		}
	}
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		r, _, err := sim.Open(labs, "walk")
		if err != nil {
			t.Fatal(err)
		}
		knobs := append(r.Knobs.All(), r.Seed, r.At)
		key := knobs[int(which)%len(knobs)].Key
		before := r.Address()
		effect, repair := r.Set(key, text)
		checkKnobs(t, r)
		if repair != "" {
			checkRepairs(t, []string{repair})
		}
		if key != "at" && (effect == sim.Nothing) != (r.Address() == before) {
			t.Errorf("%s = %q: effect %v turns %q into %q", key, text, effect, before, r.Address())
		}
		again, repairs, err := sim.Open(labs, r.Address())
		if err != nil || len(repairs) > 0 || again.Address() != r.Address() {
			t.Errorf("%s = %q: %q opens with %q, %v", key, text, r.Address(), repairs, err)
		}
	})
}
