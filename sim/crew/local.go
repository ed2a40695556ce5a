package crew

import (
	"fmt"
	"sync/atomic"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// Local starts a worker in this program, which measures in a goroutine of its own
// and calls tell from there. It does not obey Hold: what is on its way goes on. A
// lab that panics ends its worker, not the program.
func Local(labs []sim.Info, tell func(News)) Worker {
	none := newTask()
	close(none.over)
	go tell(News{Kind: Ready})
	return &local{labs: labs, tell: tell, task: none}
}

type local struct {
	labs []sim.Info
	tell func(News)
	task *task // the last one
}

// A task is one run of a local worker.
type task struct {
	unwanted atomic.Bool   // it is to end without a result
	over     chan struct{} // closed when it has ended, and has told so
}

func newTask() *task { return &task{over: make(chan struct{})} }

func (w *local) Send(o Order) {
	switch o.Kind {
	case Measure:
		w.task = newTask()
		go w.measure(w.task, o)
	case Cancel:
		w.Stop()
		go w.drop(w.task)
	case Ping:
		go w.tell(News{Kind: Pong})
	}
}

func (w *local) Stop() { w.task.unwanted.Store(true) }

func (w *local) drop(t *task) {
	<-t.over
	w.tell(News{Kind: Dropped})
}

func (w *local) measure(t *task, o Order) {
	defer close(t.over)
	defer func() {
		if fault := recover(); fault != nil {
			w.tell(News{Kind: Failed, Reason: fmt.Sprintf("an error in its program (%v)", fault)})
		}
	}()
	r, _, err := sim.Open(w.labs, o.Address)
	if err != nil {
		panic(err)
	}
	defer r.Close()
	m := sweep.Meter{Run: r, Every: o.Every}
	if m.Work(t.unwanted.Load) {
		w.tell(News{Kind: Measured, Job: o.Job, Samples: m.Samples})
	}
}
