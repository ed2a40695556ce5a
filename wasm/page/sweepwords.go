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
func runsWords(s *sweep.Grid) string { return fmt.Sprintf("%d of %d runs", s.Known(), s.Runs()) }

// sweepWords is what stands beside the bar of a sweep. Left is the estimate of
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
		return fmt.Sprintf("Finished: %d runs.", s.Runs())
	}
	if s.Known() > 0 {
		return runs + " are known."
	}
	return fmt.Sprintf("Ready: %d runs.", s.Runs())
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

// valuesWords lists the values of a range, shortened in the middle.
func valuesWords(r sweep.Range) string {
	const most = 7
	var words []string
	for i, x := range r.Values {
		if len(r.Values) > most && i == most-2 {
			words = append(words, "…")
		}
		if len(r.Values) <= most || i < most-2 || i == len(r.Values)-1 {
			words = append(words, sim.FormatFloat(x))
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
	text := s.X.Knob.Key + " = " + sim.FormatFloat(s.X.Values[col])
	if s.Y.Knob != nil {
		row = run / len(s.X.Values) % len(s.Y.Values)
		text += ", " + s.Y.Knob.Key + " = " + sim.FormatFloat(s.Y.Values[row])
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
	return text + ". Click to open this run."
}
