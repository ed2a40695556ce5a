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
	prose    string   // Markdown
	question string   // one line of Markdown
	options  []string // one line of Markdown each
	presets  []string // addresses
	observed int      // conditions, which tests evaluate
	explain  string   // Markdown
	blocks   int
}
