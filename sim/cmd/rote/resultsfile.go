package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// Why a file is not to be written.
var (
	errLocked = errors.New("another call of rote is writing it; wait for its end, or name another")
	errNoLock = errors.New("it cannot be locked")
	errMoved  = errors.New("it was moved, removed or replaced while it was being written; the same command goes on from what is there now")
)

// A resultsFile is where a sweep writes what it knows: a file that it goes on with,
// and that is its own until it is closed.
type resultsFile struct {
	*os.File
	journal *sweep.Journal
	foreign bool // somebody else has written in it, too
	remarks bool // and has said something of its own
	grown   bool // results were added
}

// Close closes the file when all of it is on the disk.
func (f *resultsFile) Close() error { return cmp.Or(syncFile(f.File), f.File.Close()) }

// add writes a result.
func (f *resultsFile) add(run int) error {
	f.grown = true
	_, err := io.WriteString(f, f.journal.Rows(run))
	return cmp.Or(err, f.inPlace())
}

// inPlace returns an error if the file is no longer the one of its name, as after an editor
// has saved its own: what is written would be lost.
func (f *resultsFile) inPlace() error {
	if !isNamed(f.File, f.Name()) {
		return fmt.Errorf("-o %s: %w", f.Name(), errMoved)
	}
	return nil
}

func isNamed(file *os.File, name string) bool {
	mine, errMine := file.Stat()
	there, errThere := os.Stat(name)
	return errMine == nil && errThere == nil && os.SameFile(mine, there)
}

// openResults opens the file of a sweep's results. What it holds of this sweep is
// known from then on; what belongs to something else is refused.
func (c command) openResults(g *sweep.Grid, o sweepOrder) (f *resultsFile, err error) {
	f = &resultsFile{journal: g.Journal(o.format, o.shard, sim.Maker(revision()))}
	if f.File, err = c.openLocked(o.out); err != nil {
		return nil, fmt.Errorf("-o %s: %w", o.out, reason(err))
	}
	if err := c.resume(f, g, o.shard, o.format); err != nil {
		return nil, errors.Join(fmt.Errorf("-o %s: %w", o.out, reason(err)), f.File.Close())
	}
	return f, nil
}

// tidy puts a complete file in order, with all comments at its start: it is then the
// same whenever it was interrupted, and however many cores have measured. A file with
// remarks of somebody else stays as it is, and so does one that a spreadsheet has written,
// unless rows were added, which are not written as those are. The error is an [interruption].
func (b *batch) tidy(f *resultsFile, name string) error {
	text := b.grid.File(b.format, b.shard)
	if f.remarks || f.foreign && !f.grown || f.holds(text) {
		return nil
	}
	err := newPlace(name, name, false).replace([]byte(text))
	if err != nil {
		b.say(fmt.Sprintf("%s is complete, but its rows stay in the order in which they came: %v", name, reason(err)))
	}
	if errors.As(err, new(interruption)) {
		return err
	}
	return nil
}

// holds reports whether a file is a text.
func (f *resultsFile) holds(text string) bool {
	info, err := f.Stat()
	if err != nil || info.Size() != int64(len(text)) {
		return false
	}
	old := make([]byte, len(text))
	_, err = f.ReadAt(old, 0)
	return err == nil && string(old) == text
}

// openLocked opens a file for reading, and for writing at its end.
func (c command) openLocked(name string) (*os.File, error) {
	for {
		file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o644)
		if err != nil {
			return nil, err
		}
		err = lock(file)
		if errors.Is(err, errNoLock) {
			c.say(name + " cannot be locked here; see that no other call writes it")
			return file, nil
		}
		if err != nil {
			return nil, errors.Join(err, file.Close())
		}
		// Another call may have put a file in its place between the two.
		if isNamed(file, name) {
			return file, nil
		}
		if err := file.Close(); err != nil {
			return nil, err
		}
	}
}
