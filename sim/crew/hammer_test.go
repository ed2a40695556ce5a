package crew

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// A forge is the owner of a crew that is hammered: everything that its workers, in
// goroutines of their own, have to say comes through one channel.
type forge struct {
	*Crew
	*testing.T
	rng    *rand.Rand
	events chan func()
	over   chan struct{}
	want   map[int]float64 // by run; a run without the fact has none
	taken  map[int]int     // how often a result of a run was taken
}

func (f *forge) post(do func()) {
	select {
	case f.events <- do:
	case <-f.over:
	}
}

// A rogue is a worker that does wrong: it is mute from its second job on, answers
// twice, or answers after its end.
type rogue struct {
	Worker
	kind string
	jobs int
}

func (w *rogue) Send(o Order) {
	if o.Kind == Measure {
		w.jobs++
	}
	if w.kind == "mute" && w.jobs > 1 {
		return
	}
	w.Worker.Send(o)
}

// hire starts an honest worker, or now and then a rogue.
func (f *forge) hire(h *Hand) Worker {
	kind := [...]string{"honest", "honest", "mute", "twice", "late"}[f.rng.IntN(5)]
	pause := time.Duration(f.rng.IntN(200)) * time.Microsecond
	return &rogue{kind: kind, Worker: Local(labs, func(n News) {
		time.Sleep(pause)
		f.post(func() { f.Heard(h, n) })
		switch {
		case n.Kind != Measured:
		case kind == "twice":
			f.post(func() { f.Heard(h, n) })
		case kind == "late":
			f.post(func() { f.drop(h); f.Heard(h, n); f.fill() })
		}
	})}
}

// disturb does what an owner may do at any time.
func (f *forge) disturb() {
	switch f.rng.IntN(40) {
	case 0:
		f.Cancel()
	case 1:
		f.Pause()
	case 2:
		f.Hide(true)
	case 3:
		f.Resize(1 + f.rng.IntN(16))
	case 4:
		deaths.Store(int64(f.rng.IntN(3)))
	case 5, 6, 7, 8, 9:
		f.Hide(false)
		f.Play()
	}
}

// check looks for a run in two hands, and for one that was taken twice.
func (f *forge) check() {
	var busy []int
	for _, h := range f.hands {
		if h.run >= 0 {
			busy = append(busy, h.run)
		}
	}
	slices.Sort(busy)
	if n := len(busy); len(slices.Compact(busy)) < n {
		f.Fatalf("a run is in two hands: %v", busy)
	}
}

func (f *forge) took(run int) {
	f.taken[run]++
	got, _ := f.grid.Get(run)
	if want, ok := f.want[run]; f.taken[run] > 1 || ok && got != want || !ok && got == got {
		f.Fatalf("run %d was taken %d times, with %v; want %v", run, f.taken[run], got, want)
	}
}

// expect measures all runs one after the other, without a crew.
func (f *forge) expect(g *sweep.Grid) string {
	for run := range g.Runs() {
		r, _, _ := sim.Open(labs, g.RunAddress(run))
		r.Measure(nil)
		fact := r.Frame().Find(g.Fact)
		if g.Put(run, sweep.Sample{Facts: r.Frame().Facts}); fact != nil {
			f.want[run] = fact.Value
		}
	}
	return g.File(sweep.CSV, f.shard)
}

// work hammers until the last run of the shard is known.
func (f *forge) work() {
	beat := time.NewTicker(2 * time.Millisecond)
	defer beat.Stop()
	defer close(f.over)
	for f.missing() > 0 || len(f.lost) > 0 {
		select {
		case do := <-f.events:
			do()
		case <-beat.C:
			f.Pulse()
		}
		f.check()
		if f.disturb(); f.state == Ended {
			f.Play()
		}
	}
}

// Whatever the workers and the owner of a crew do, each run is taken once, with
// the value that its address has, and the file is always the same.
func TestHammer(t *testing.T) {
	const address = "toy?a=1..6*6&b=1..5*5&fact=which&seeds=3"
	for seed := range uint64(8) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			f := &forge{T: t, rng: rand.New(rand.NewPCG(seed, 1)), events: make(chan func()), over: make(chan struct{}),
				want: map[int]float64{}, taken: map[int]int{}}
			deaths.Store(0)
			start := time.Now()
			f.Crew = &Crew{Hire: f.hire, After: func(_ float64, do func()) { go f.post(do) },
				Now:    func() float64 { return time.Since(start).Seconds() * 1000 },
				Result: f.took, Moved: func() {}, Told: func(string) {}}
			g := openGrid(t, address)
			f.Open(g, sweep.Shard{Index: int(seed % 2), Of: 1 + int(seed%2)})
			want := f.expect(openGrid(t, address))
			f.Resize(12)
			f.Play()
			f.work()
			if n := len(f.shard.Runs(g)); len(f.taken) != n {
				t.Errorf("%d of %d runs were taken", len(f.taken), n)
			}
			if got := g.File(sweep.CSV, f.shard); got != want {
				t.Errorf("the file is\n%s\nwant\n%s", got, want)
			}
		})
	}
}
