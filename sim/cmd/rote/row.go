package main

import (
	"io"
	"slices"
	"strconv"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// parseRow reads what is said of the facts as a table. The address, too, may say after
// how many ticks there is a row, as those of a list do.
func (o *order) parseRow(format string, every bool) (err error) {
	a, repairs := sim.ParseAddress(o.address)
	if text := a.Get("every"); text != "" {
		o.repairs = repairs
		plain := (&sim.Knob{Kind: sim.IntKind}).Plain(text)
		n, err := strconv.Atoi(plain)
		if err != nil || n < 1 {
			return badUsage("every = %s is no count of ticks; allowed is 1 or more", sim.Quote(text))
		}
		if plain != text {
			o.repairs = append(o.repairs, "every = "+sim.Quote(text)+" is read as "+plain+".")
		}
		if !every {
			o.every = n
		}
		a.Pairs = slices.DeleteFunc(a.Pairs, func(p sim.Pair) bool { return p.Key == "every" })
		o.address, every = a.String(), true
	}
	switch {
	case every && o.every < 1:
		return badUsage("-every %d is below 1; allowed is 1 or more", o.every)
	case every && format == "auto":
		format = string(sweep.CSV)
	case format == "auto":
		return nil
	}
	o.format, err = parseFormat(format, "")
	return err
}

// printRow measures a run and prints its facts as a table: a row of its end, or one for
// every so many ticks. All of it is written at once, so that several programs may write
// into one file.
func (c command) printRow(run *sim.Run, repairs []string, o order) error {
	ctx, stop := untilSignal()
	defer stop()
	m := sweep.Meter{Run: run, Every: o.every}
	enough := func() bool { return ctx.Err() != nil }
	for !m.Work(enough) && !enough() {
	}
	if err := interrupted(ctx); err != nil {
		c.say("stopped; nothing is written.")
		return err
	}
	stop() // whoever reads may keep it waiting
	if _, err := io.WriteString(c.stdout, sweep.RunFile(o.format, &m, sim.Maker(revision()))); err != nil {
		return err
	}
	if o.svg != "" || o.csv != "" || o.preview != "" {
		return c.report(run, repairs, o)
	}
	return nil
}
