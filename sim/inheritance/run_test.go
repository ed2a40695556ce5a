package inheritance

import (
	"math"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/nn"
)

// small are the options of the runs that take no time.
func small() options {
	o := defaults()
	o.sepochs, o.tepochs, o.n, o.heads, o.copies, o.twidth, o.swidth = 2, 3, 200, 4, 4, 16, 8
	return o
}

// finish takes a run to its end, and returns its ticks.
func finish(r *run) (ticks int) {
	finishWith(r, func(p sim.Pace) {
		if p == sim.Tick {
			ticks++
		}
	})
	return ticks
}

// finishWith takes a run to its end, and calls see after each slice.
func finishWith(r *run, see func(sim.Pace)) {
	p := sim.Play(r.play)
	defer p.Stop()
	for pace := sim.Busy; pace != sim.Done; {
		pace = p.Step()
		see(pace)
	}
}

// ended returns a finished run.
func ended(o options, seed uint64) *run {
	r := draw(o, seed)
	finish(r)
	return r
}

// hash returns that of all parameters that a run ends with.
func hash(r *run) (h uint64) {
	for _, m := range r.models {
		if m != nil {
			h = h*31 + nn.Hash(m.w)
		}
	}
	if r.held != nil {
		for _, p := range r.held.probability {
			for _, v := range p {
				h = h*31 + math.Float64bits(v)
			}
		}
	}
	return h
}

// The same options and seed lead to the same bits on every platform, with a repair and
// dropout or not. The hashes are those of the first run.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*options)
		ticks  int
		want   uint64
	}{
		{"distil", func(*options) {}, 5, 0xdd37f8cd80416f54},
		{"repair", func(o *options) { o.adapt, o.drop, o.smooth = byQuality, .1, .05 }, 10, 0xe09bc53ef27f5c6e},
		{"as wide as by default", func(o *options) { o.twidth, o.swidth = 32, 24 }, 5, 0x3171ccc8c000a84a},
		{"left out", func(o *options) { o.experiment, o.drop = counterfactual, .1 }, 30, 0xb7c89e54e3900514},
	} {
		o := small()
		c.change(&o)
		r := draw(o, 1)
		if ticks := finish(r); ticks != c.ticks || r.epochs != c.ticks || r.epoch != c.ticks {
			t.Errorf("%s: %d ticks, and epoch %d of %d; want %d", c.name, ticks, r.epoch, r.epochs, c.ticks)
		}
		if got := hash(r); got != c.want {
			t.Errorf("%s: the hash is %#x, want %#x", c.name, got, c.want)
		}
	}
}
