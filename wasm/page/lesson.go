//go:build js

package page

import (
	"math"
	"strconv"
	"syscall/js"

	"example.org/rote/sim"
	"example.org/rote/wasm/dom"
)

// A lesson asks its questions before their runs, and answers them after.
type lesson struct {
	lab      string
	address  func(fragment string) string // that a link of the page opens
	run      func() string                // address of the run that is open
	seen     func() (f *sim.Frame, step int, ok bool)
	play     func()
	withhold func(withheld)
	ask      func(buttons ...dom.Element) // in the place of Play
	say      func(text string)
	counted  func(made, of int) // predictions, of questions

	questions []*question
	answers   map[string]answer
	at        int  // the question that is to be seen
	open      bool // it waits for a prediction
	locked    bool // its run goes on, with the prediction or without
	said      string
	predicted float64
}

func (l *lesson) bind() {
	steps := dom.ID("lesson").Call("querySelectorAll", ".lessonstep")
	for i := range steps.Length() {
		q := readQuestion(dom.Element{Value: steps.Index(i)}, l.address)
		q.step.Find(".lock").On("click", func(js.Value) { l.lock() })
		q.step.Find(".free").On("click", func(js.Value) { l.free() })
		l.questions = append(l.questions, q)
	}
	dom.ID("intro").Set("open", false)
	dom.ID("lesson").Add(dom.ID("intro"))
	copies := dom.ID("copyanswers")
	copies.On("click", func(js.Value) { copyText(copies, l.told(), "Answers copied", l.say) })
	dom.ID("saveanswers").On("click", func(js.Value) {
		dom.Download(l.lab+"-answers.md", dom.Blob([]byte(l.told()), "text/markdown"))
	})
	l.answers = readAnswers(dom.Remembered(l.key()))
	dom.ID("questions").Hide(len(l.questions) == 0)
	dom.ID("questions").Add(dom.Make("p", ""))
	dom.ID("tab-lesson").On("click", func(js.Value) { l.follow() })
	l.show(0)
	l.count()
}

// free goes to the knobs.
func (l *lesson) free() {
	dom.ID("tab-explore").Click()
	dom.ID("mainknobs").Find("input, select").Focus()
}

func (l *lesson) key() string { return "lesson." + l.lab }

// first returns the link to the first question without an answer; "" is the
// start of the lab.
func (l *lesson) first() string {
	for _, q := range l.questions {
		if _, known := l.answers[q.run]; !known {
			return q.step.Get("dataset").Get("run").String()[1:]
		}
	}
	return ""
}

// follow shows the question of the run that is open. On the face of the lesson
// one without an answer opens.
func (l *lesson) follow() {
	if len(l.questions) == 0 || l.run() == "" || (l.open || l.locked) && l.run() == l.questions[l.at].run {
		return
	}
	l.close()
	for i, q := range l.questions {
		if q.run == l.run() {
			l.show(i)
			if _, known := l.answers[q.run]; !known && l.waits() {
				l.begin(q)
			}
			return
		}
	}
	dom.Body().Call("removeAttribute", "data-question")
}

// waits reports whether the lesson is to be seen, with a run that has not begun.
func (l *lesson) waits() bool {
	body := dom.Body().Get("dataset")
	state := body.Get("state").String()
	return body.Get("face").String() == "lesson" && (state == "loading" || state == "ready")
}

// show shows one of the questions, with its answer if it has one.
func (l *lesson) show(at int) {
	l.at = at
	for i, q := range l.questions {
		a, known := l.answers[q.run]
		q.step.Hide(i != at)
		q.show(a, known)
		dot := dom.Element{Value: dom.ID("questions").Call("querySelectorAll", "a").Index(i)}
		dot.Class("told", known)
		dot.Call("removeAttribute", "aria-current")
		if i == at {
			dot.Attr("aria-current", "step")
		}
	}
	if len(l.questions) == 0 {
		return
	}
	dom.ID("copyanswers").Hide(len(l.answers) == 0)
	dom.ID("saveanswers").Hide(len(l.answers) == 0)
	refocus(dom.ID("questions").Find("[aria-current]"))
	dom.ID("questions").Find("p").Text("Question " + strconv.Itoa(at+1) + " of " + strconv.Itoa(len(l.questions)))
	if _, known := l.answers[l.questions[at].run]; known {
		dom.Body().Data("question", "answered")
	}
}

// begin opens a question: what would tell is kept back.
func (l *lesson) begin(q *question) {
	l.open = true
	q.step.Find(".lock").Hide(false)
	l.keepBack(q, "")
	lock := dom.Make("button", "Lock in and run")
	lock.Set("className", "filled")
	lock.On("click", func(js.Value) { l.lock() })
	without := dom.Make("button", "Run without")
	without.Set("className", "without")
	without.On("click", func(js.Value) { l.start("", 0) })
	l.ask(lock, without, dom.Make("span", "Nothing is graded or sent."))
}

func (l *lesson) keepBack(q *question, says string) {
	l.withhold(withheld{on: true, counts: q.scale.unit, says: says, facts: q.hide})
}

// close gives up an open question, and shows all again.
func (l *lesson) close() {
	if !l.open && !l.locked {
		return
	}
	l.open, l.locked = false, false
	l.questions[l.at].step.Find(".lock").Hide(true)
	l.ask()
	l.withhold(withheld{})
}

// lock takes the prediction and starts the run. Where the choices are not to be
// seen, as in front of a class, there may be none.
func (l *lesson) lock() {
	q := l.questions[l.at]
	words, value, ok := q.chosen()
	if ok {
		l.start(words, value)
		return
	}
	dom.ID("tab-lesson").Click()
	if !q.first().Seen() {
		l.start("", 0)
		return
	}
	q.complain(true)
}

func (l *lesson) start(words string, value float64) {
	q := l.questions[l.at]
	l.open, l.locked, l.said, l.predicted = false, true, words, value
	q.complain(false)
	q.step.Find(".lock").Hide(true)
	l.keepBack(q, "The run is on its way. Its number comes at the end.")
	l.ask()
	dom.ID("play").Focus()
	l.play()
}

// moved follows the state of the run.
func (l *lesson) moved(state string) {
	switch {
	case l.open && state == "running": // by other means than the buttons here
		l.open, l.locked, l.said = false, true, ""
		l.ask()
	case l.locked && state == "finished":
		l.answer()
	case state == "ready":
		l.follow()
	}
	for _, q := range l.questions {
		q.step.Find(".next").Class("filled", state == "finished")
	}
}

// answer compares the prediction with the end of the run.
func (l *lesson) answer() {
	q := l.questions[l.at]
	f, _, ok := l.seen()
	if !ok || l.run() != q.run {
		l.close()
		return
	}
	value, ok := f.Value(q.fact)
	l.close()
	if !ok {
		return
	}
	if value *= q.factor; q.factor != 1 {
		value = math.Round(value)
	}
	law, known := f.Value(q.law)
	if !known {
		law = math.NaN()
	}
	l.answers[q.run] = answer{said: l.said, predicted: l.predicted, is: value, law: law * q.factor}
	onlyHere("answerskept", "This browser has no room for the answers or keeps nothing: they last until this tab is closed or loaded again. Save answers keeps them.",
		dom.Remember(l.key(), formatAnswers(l.runs(), l.answers)))
	l.show(l.at)
	l.count()
	l.say(verdict(l.answers[q.run]))
}

// count tells how many questions have a prediction.
func (l *lesson) count() { l.counted(made(l.runs(), l.answers), len(l.questions)) }

// told writes questions and answers for others to read.
func (l *lesson) told() string {
	top := dom.Window().Get("location").Get("origin").String()
	var list []asked
	for _, q := range l.questions {
		a, known := l.answers[q.run]
		list = append(list, asked{q.asks(), top + path(link{lesson: true}.of(q.run)), a, known})
	}
	return sheet(dom.ID("title-lesson").Get("textContent").String(), list)
}

func (l *lesson) runs() (runs []string) {
	for _, q := range l.questions {
		runs = append(runs, q.run)
	}
	return runs
}
