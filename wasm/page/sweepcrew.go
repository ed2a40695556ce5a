//go:build js

package page

import (
	"fmt"
	"slices"
	"strconv"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/sim/crew"
	"example.org/rote/sim/sweep"
	"example.org/rote/wasm/dom"
)

// A roster starts the workers of a crew, as many as the reader wants.
type roster struct {
	crew  *crew.Crew
	learn func(facts []sim.Fact) // a run has them

	threads []js.Value // the Workers, for tests, and for the curious
}

// bind offers a number of workers: as many as there are cores, and two in
// any case.
func (r *roster) bind() {
	cores := 1
	if n := dom.Window().Get("navigator").Get("hardwareConcurrency"); n.Type() == js.TypeNumber {
		cores = n.Int()
	}
	want := crew.Usual(cores)
	most := max(2, min(cores, crew.MostHands))
	if n, err := strconv.Atoi(dom.Kept(keptWorkers)); err == nil && n >= 1 && n <= most {
		want = n
	}
	r.crew.Resize(want)
	var options []dom.Element
	for n := 1; n <= most; n++ {
		options = append(options, option(fmt.Sprint(n), fmt.Sprint(n), n == want))
	}
	choice := dom.ID("sweep-workers")
	choice.Fill(options...)
	choice.On("change", func(js.Value) {
		n, _ := strconv.Atoi(choice.Val())
		tellUnkept(dom.Keep(keptWorkers, choice.Val()))
		r.crew.Resize(n)
	})
}

// hire starts a worker.
func (r *roster) hire(h *crew.Hand) crew.Worker {
	t := newLabThread(func(m js.Value) { r.heard(h, newsOf(m)) },
		func() { r.crew.Heard(h, crew.News{Kind: crew.Failed, Reason: "its program did not load"}) })
	r.threads = append(r.threads, t.Value)
	r.publish()
	return bond{r, t}
}

func (r *roster) stop(t *thread) {
	t.stop()
	r.threads = slices.DeleteFunc(r.threads, t.Equal)
	r.publish()
}

func (r *roster) publish() {
	list := dom.List()
	for _, t := range r.threads {
		list.Call("push", t)
	}
	dom.Window().Set("roteSweepers", list)
}

func (r *roster) heard(h *crew.Hand, n crew.News) {
	if n.Kind == crew.Measured {
		r.learn(n.End())
	}
	r.crew.Heard(h, n)
}

// A bond is the page's end of a Worker that measures.
type bond struct {
	roster *roster
	thread *thread
}

func (b bond) Send(o crew.Order) {
	b.thread.send(string(o.Kind), "job", o.Job, "address", o.Address, "every", o.Every)
}

func (b bond) Stop() { b.roster.stop(b.thread) }

func newsOf(m js.Value) crew.News {
	n := crew.News{Kind: crew.NewsKind(m.Get("kind").String())}
	if memory := m.Get("memory"); memory.Type() == js.TypeNumber {
		n.Memory = memory.Int()
	}
	switch n.Kind {
	case crew.Failed:
		n.Reason = failWords(m)
	case crew.Measured:
		n.Job = m.Get("job").Int()
		list := m.Get("samples")
		for i := range list.Length() {
			n.Samples = append(n.Samples, sampleOf(list.Index(i)))
		}
	}
	return n
}

func sampleOf(m js.Value) sweep.Sample {
	s := sweep.Sample{Step: m.Get("step").Int()}
	list := m.Get("facts")
	for i := range list.Length() {
		f := list.Index(i)
		s.Facts = append(s.Facts, sim.Fact{Key: f.Get("key").String(), Name: f.Get("name").String(), Unit: f.Get("unit").String(),
			Value: f.Get("value").Float()})
	}
	return s
}
