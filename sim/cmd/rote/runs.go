package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"example.org/rote/sim/sweep"
)

// readRuns reads files of single runs, which must be all of a sweep. It returns nil
// without a sweep.
func (c command) readRuns(files []string, address string) (*sweep.Grid, error) {
	if address == "" {
		return nil, nil
	}
	g, err := c.openSweep(address)
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		if err := readRunFile(name, g); err != nil {
			return nil, fmt.Errorf("%s: %w", name, reason(err))
		}
	}
	for run := range g.Runs() {
		if _, known := g.Get(run); !known {
			return nil, fmt.Errorf("%d of %d runs are missing, such as %s", g.Runs()-g.Known(), g.Runs(), g.RunAddress(run))
		}
	}
	return g, nil
}

// readRunFile reads the runs of a file into a grid. Its lines may be of both formats.
func readRunFile(name string, g *sweep.Grid) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	reader := sweep.NewRunReader(g)
	objects := translator{reader: reader}
	lines := newLines(file)
	for {
		line, err := lines.next()
		switch {
		case errors.Is(err, io.EOF) && line != "":
			return fmt.Errorf("line %d has no end: it was cut", lines.n)
		case errors.Is(err, io.EOF):
			return reader.Err()
		case err != nil:
			return err
		}
		text := strings.TrimSuffix(line, "\n")
		if lines.n == 1 {
			text = strings.TrimPrefix(text, mark)
		}
		if objects.lines = lines.n - 1; strings.HasPrefix(text, "{") {
			err = objects.line(text)
		} else {
			err = reader.Lines(text)
		}
		if err != nil {
			return err
		}
	}
}
