package main

// A lesson is the text of assets/lessons/LAB.md, taken apart but not rendered.
type lesson struct {
	file    string
	title   string
	level   string // whom it is for, such as "second year"
	minutes int
	intro   string // Markdown
	steps   []step
	about   string // Markdown
}

// A step is one "## heading" of a lesson with its prose and its ```step block.
type step struct {
	line     int // of the heading in the file
	heading  string
	prose    string // Markdown
	question string // one line of Markdown
	axis     axis
	options  []answer // none: a place on the axis is asked for
	law      string   // fact of theory that is shown beside the answer, on the same axis
	hide     []string // facts that are withheld until the answer, beside those of theory
	presets  []string // addresses, the first of which is the run of the question
	observed int      // conditions, which tests evaluate
	explain  string   // Markdown
	next     suggestion
	blocks   int
}

// An answer is one of the options, with its place on the axis of the result.
type answer struct {
	text  string // one line of Markdown
	value float64
}

// An axis is where prediction and result meet: that of a fact times a factor.
type axis struct {
	fact   string
	factor float64
	lo, hi float64
	log    bool
	unit   string // what is counted, such as "samples that are copies"
}

// A suggestion is what to try after the answer.
type suggestion struct{ words, address string }
