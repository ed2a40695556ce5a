package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// An output is a file that a command writes. A file that grows gets lines at its
// end; any other takes the place of what was there, whole or not at all.
type output struct {
	flag, name string // as given; the name is "" for none, and - for standard output
	grows      bool
	begins     string // how a file begins that may be replaced
}

// How the files begin that rote writes.
const (
	pictureHead = `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="`
	marksHead   = "run,seed,step,series,"
	cardHead    = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x04\xb0\x00\x00\x02\x76" // 1200×630
)

func picture(name string) output { return output{flag: "-svg", name: name, begins: pictureHead} }

func marks(name string) output { return output{flag: "-csv", name: name, begins: marksHead} }

func card(name string) output { return output{flag: "-preview", name: name, begins: cardHead} }

// A place is a file as the command line calls it.
type place struct {
	label string
	input bool
	path  string      // absolute, without links
	info  os.FileInfo // nil if there is no such file yet
	err   error       // why nobody can say whether there is
}

func newPlace(label, name string, input bool) place {
	p := place{label: label, input: input, path: target(name)}
	info, err := os.Stat(name)
	switch {
	case err == nil:
		p.info = info
	case !errors.Is(err, fs.ErrNotExist):
		p.err = err
	}
	return p
}

func (o output) place() place { return newPlace(o.flag+" "+o.name, o.name, false) }

// target follows symbolic links, also to a file that does not exist yet.
func target(name string) string {
	const most = 40 // links, as in Linux; after that, opening the file fails
	for range most {
		if dir, err := filepath.EvalSymlinks(filepath.Dir(name)); err == nil {
			name = filepath.Join(dir, filepath.Base(name))
		}
		link, err := os.Readlink(name)
		if err != nil {
			break
		}
		if !filepath.IsAbs(link) {
			link = filepath.Dir(name) + string(filepath.Separator) + link
		}
		name = link
	}
	if path, err := filepath.Abs(name); err == nil {
		return path
	}
	return name
}

// isFile reports whether p is, or is to be, a file and not a device or a pipe.
func (p place) isFile() bool { return p.info == nil || p.info.Mode().IsRegular() }

func (p place) same(q place) bool {
	if p.info != nil && q.info != nil {
		return p.isFile() && os.SameFile(p.info, q.info)
	}
	return p.info == nil && q.info == nil && (p.path == q.path || alike(p.path, q.path))
}

// alike reports whether a folder takes the names of two files, neither of which is there,
// for one, as it may by their case or by how their letters are written. It tries it with
// these names behind one of its own.
func alike(a, b string) bool {
	infoA, errA := os.Stat(filepath.Dir(a))
	infoB, errB := os.Stat(filepath.Dir(b))
	if errA != nil || errB != nil || !os.SameFile(infoA, infoB) {
		return false
	}
	file, err := beside(a, filepath.Base(a))
	if err != nil {
		return false // and the check of each says what is wrong with it
	}
	_, err = os.Stat(strings.TrimSuffix(file.Name(), filepath.Base(a)) + filepath.Base(b))
	return cmp.Or(file.Close(), os.Remove(file.Name()), err) == nil
}

// checkFiles says what is wrong with the files of a command before it touches one:
// an output that is another or an input, and one that cannot be written.
func (c command) checkFiles(inputs []string, outputs ...output) error {
	var places []place
	var checks []output
	for _, o := range outputs {
		if o.name == "" || o.name == "-" {
			continue
		}
		places = append(places, o.place())
		checks = append(checks, o)
	}
	written := places
	if file, ok := c.stdout.(*os.File); ok {
		if info, err := file.Stat(); err == nil {
			places = append(places, place{label: "standard output", info: info})
		}
	}
	for _, name := range inputs {
		places = append(places, newPlace("the input "+name, name, true))
	}
	if err := distinct(places); err != nil {
		return err
	}
	for i, p := range written {
		if err := p.check(checks[i]); err != nil {
			return err
		}
	}
	return nil
}

func distinct(places []place) error {
	for i, q := range places {
		for _, p := range places[:i] {
			if p.same(q) && !p.input {
				return badUsage("%s and %s are one file; name another", p.label, q.label)
			}
		}
	}
	return nil
}

// check says why an output cannot be written, or is not to be.
func (p place) check(o output) error {
	switch {
	case p.err != nil:
		return fmt.Errorf("%s: %w", p.label, reason(p.err))
	case p.info != nil && p.info.IsDir(), p.info == nil && os.IsPathSeparator(o.name[len(o.name)-1]):
		return fmt.Errorf("%s is a folder; name a file", p.label)
	case !p.isFile() && o.grows:
		return fmt.Errorf("%s is no file that can be continued; - is standard output", p.label)
	case p.info != nil && p.info.Mode()&(fs.ModeNamedPipe|fs.ModeSocket) != 0:
		return fmt.Errorf("%s is a pipe, and waits for its reader; - is standard output", p.label)
	case !p.isFile():
		return nil
	}
	if p.info != nil {
		if err := p.checkOld(o); err != nil || o.grows {
			return err
		}
	}
	file, err := beside(p.path, "")
	if err != nil {
		return fmt.Errorf("%s: %w", p.label, reason(err))
	}
	return cmp.Or(file.Close(), os.Remove(file.Name()))
}

// checkOld says why a file is not to be replaced: it is protected, though that would
// not hinder it, is being written, or is no output of rote.
func (p place) checkOld(o output) error {
	file, err := os.OpenFile(p.path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("%s: %w", p.label, reason(err))
	}
	defer func() { _ = file.Close() }()
	if err := lock(file); errors.Is(err, errLocked) {
		return fmt.Errorf("%s: %w", p.label, err)
	}
	start := make([]byte, len(o.begins))
	if n, _ := io.ReadFull(file, start); n > 0 && string(start) != o.begins {
		return fmt.Errorf("%s is not such a file as is to be written there; name another, or remove it", p.label)
	}
	return nil
}
