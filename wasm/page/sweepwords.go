package page

import (
	"fmt"
	"strings"

	"example.org/rote/sim"
	"example.org/rote/sim/crew"
	"example.org/rote/sim/figure"
	"example.org/rote/sim/sweep"
)

// runsWords says how far a sweep is: "17 of 45 runs".
func runsWords(s *sweep.Grid) string { return whole(s.Known()) + " of " + whole(s.Runs()) + " runs" }

// progressWords is what stands beside the bar of a sweep: "31 of 45 runs, 4 s left".
// Left is the estimate of the time until the end, in ms, or below 0.
func progressWords(state crew.State, s *sweep.Grid, left float64) string {
	runs := runsWords(s)
	switch {
	case state == crew.Running && left >= 0:
		return runs + ", " + figure.Seconds(left/1000) + " left"
	case state == crew.Paused:
		return runs + ", paused"
	case state == crew.Cancelled:
		return runs + ", cancelled"
	case state == crew.Ended && s.Known() < s.Runs():
		return runs + "; the others could not be measured"
	}
	return runs
}

// sweepWords is what is said of a sweep when its state changes. Left is the estimate of
// the time until the end, in ms, or below 0.
func sweepWords(state crew.State, s *sweep.Grid, left float64) string {
	runs := runsWords(s)
	switch state {
	case crew.Running:
		if left < 0 {
			return "Running, " + runs + "."
		}
		return fmt.Sprintf("Running, %s, about %s left.", runs, figure.Seconds(left/1000))
	case crew.Paused:
		return "Paused at " + runs + "."
	case crew.Cancelled:
		return "Cancelled at " + runs + ". What is known is kept."
	case crew.Ended:
		if s.Known() < s.Runs() {
			return "Ended with " + runs + "; the others could not be measured."
		}
		return fmt.Sprintf("Finished: %s runs. %s", whole(s.Runs()), s.Finding())
	}
	return runs + " are known."
}

// sizeWords says how long a sweep is.
func sizeWords(s *sweep.Grid) string {
	text := whole(s.Runs()) + " runs"
	if n := s.Slices(); n > 1 {
		text += fmt.Sprintf(" in %d diagrams", n)
	}
	if s.Seeds > 1 {
		text += fmt.Sprintf(", %d in each cell", s.Seeds)
	}
	if text += "."; s.Every > 0 {
		text += fmt.Sprintf(" The file has a row for every %d steps of a run; the diagram shows its end.", s.Every)
	}
	return text
}

// readsWords says what a value of a sweep is. Help is the definition of the fact,
// or "".
func readsWords(s *sweep.Grid, fact, help string) string {
	when := "at the end of"
	if at := s.Base.At; at.Number() > 0 {
		when = "after " + or(s.Base.Frame().Unit, "step") + " " + at.Text() + " of"
	}
	text := "A value is “" + fact + "” " + when + " one run."
	if s.Seeds > 1 {
		text = fmt.Sprintf("A value is “%s” %s the run, the mean of %d seeds.", fact, when, s.Seeds)
	}
	if help != "" {
		text += " " + help
	}
	if s.Y.Knob == nil {
		return text + " Select a point to open its run."
	}
	return text + " Select a cell to open its run."
}

// playWords is what the main button of a sweep does.
func playWords(state crew.State, s *sweep.Grid) string {
	switch {
	case state == crew.Running:
		return "Pause"
	case state == crew.Paused:
		return "Resume"
	case s.Known() == s.Runs():
		return "Run again"
	case s.Known() > 0:
		return "Go on"
	}
	return "Run sweep"
}

// fixedWords names what all runs of a sweep share.
func fixedWords(s *sweep.Grid) string {
	var words []string
	for _, p := range fixedBy(s.Base) {
		words = append(words, p.Key+" = "+sim.Quote(p.Value))
	}
	if len(words) == 0 {
		return "All other knobs have their defaults."
	}
	return "All runs share " + strings.Join(words, ", ") + ". The other knobs have their defaults."
}

// together keeps what is assigned on one line.
func together(text string) string { return strings.ReplaceAll(text, " = ", "\u00a0=\u00a0") }

// valuesWords lists the values of a range, shortened in the middle.
func valuesWords(r sweep.Range) string {
	const most = 7
	var words []string
	for i := range r.Values {
		if len(r.Values) > most && i == most-2 {
			words = append(words, "…")
		}
		if len(r.Values) <= most || i < most-2 || i == len(r.Values)-1 {
			words = append(words, r.Written(i))
		}
	}
	return strings.Join(words, ", ")
}

// cellWords is the text of a cell of the table: "" while nothing is known, and a
// dash if no run has the fact.
func cellWords(c sweep.Cell) string {
	switch {
	case c.Known == 0:
		return ""
	case c.N == 0:
		return "–"
	}
	return figure.Number(c.Mean)
}

// tipWords says what is known of the cell of a run.
func tipWords(s *sweep.Grid, run int) string {
	col, row := run%len(s.X.Values), 0
	text := s.X.Knob.Key + " = " + s.X.Written(col)
	if s.Y.Knob != nil {
		row = run / len(s.X.Values) % len(s.Y.Values)
		text += ", " + s.Y.Knob.Key + " = " + s.Y.Written(row)
	}
	c := s.Cell(col, row)
	switch {
	case c.Known == 0:
		text += ": not known yet"
	case c.N == 0:
		text += ": not defined"
	case c.N == 1:
		text += ": " + figure.Number(c.Mean)
	default:
		text += fmt.Sprintf(": %s, from %s to %s in %d seeds", figure.Number(c.Mean), figure.Number(c.Lo), figure.Number(c.Hi), c.N)
	}
	return text + "."
}
