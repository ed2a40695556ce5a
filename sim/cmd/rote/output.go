package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// An output is a file that a command writes. A file that grows gets lines at its
// end; any other takes the place of what was there, whole or not at all.
type output struct {
	flag, name string // as given; the name is "" for none, and - for standard output
	grows      bool
}

// A place is a file as the command line calls it.
type place struct {
	label string
	input bool
	path  string      // absolute, without links
	info  os.FileInfo // nil if there is no such file yet
}

func newPlace(label, name string, input bool) place {
	p := place{label: label, input: input, path: target(name)}
	if info, err := os.Stat(p.path); err == nil {
		p.info = info
	}
	return p
}

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
	return p.info == nil && q.info == nil && p.path == q.path
}

// checkFiles says what is wrong with the files of a command before it touches one:
// an output that is another or an input, and one that cannot be written.
func (c command) checkFiles(inputs []string, outputs ...output) error {
	var places []place
	for _, o := range outputs {
		if o.name == "" || o.name == "-" {
			continue
		}
		p := newPlace(o.flag+" "+o.name, o.name, false)
		if err := p.check(o.grows); err != nil {
			return err
		}
		places = append(places, p)
	}
	if file, ok := c.stdout.(*os.File); ok {
		if info, err := file.Stat(); err == nil {
			places = append(places, place{label: "standard output", info: info})
		}
	}
	for _, name := range inputs {
		places = append(places, newPlace("the input "+name, name, true))
	}
	return distinct(places)
}

func distinct(places []place) error {
	for i, q := range places {
		for _, p := range places[:i] {
			if p.same(q) && !p.input {
				return fmt.Errorf("%s and %s are one file; name another", p.label, q.label)
			}
		}
	}
	return nil
}

// check says why an output cannot be written.
func (p place) check(grows bool) error {
	switch {
	case p.info != nil && p.info.IsDir():
		return fmt.Errorf("%s is a folder; name a file", p.label)
	case !p.isFile() && grows:
		return fmt.Errorf("%s is no file that can be continued; - is standard output", p.label)
	case !p.isFile():
		return nil
	}
	if p.info != nil { // a file that is protected stays, though it could be replaced
		file, err := os.OpenFile(p.path, os.O_WRONLY, 0)
		if err != nil {
			return fmt.Errorf("%s: %w", p.label, reason(err))
		}
		if err := file.Close(); err != nil || grows {
			return err
		}
	}
	file, err := beside(p.path)
	if err != nil {
		return fmt.Errorf("%s: %w", p.label, reason(err))
	}
	return cmp.Or(file.Close(), os.Remove(file.Name()))
}

// write gives data to standard output, or replaces a file.
func (c command) write(name string, data []byte) error {
	if name == "-" {
		_, err := c.stdout.Write(data)
		return err
	}
	p := newPlace(name, name, false)
	if !p.isFile() {
		return os.WriteFile(p.path, data, 0)
	}
	if err := p.replace(data); err != nil {
		return fmt.Errorf("%s: %w", name, reason(err))
	}
	return nil
}

// replace writes a file beside the old one, and then puts it in its place.
func (p place) replace(data []byte) error {
	file, err := beside(p.path)
	if err != nil {
		return err
	}
	if p.info != nil {
		err = file.Chmod(p.info.Mode().Perm())
	}
	if err == nil {
		_, err = file.Write(data)
	}
	if err == nil {
		err = file.Sync()
	}
	if err = cmp.Or(err, file.Close()); err == nil {
		err = os.Rename(file.Name(), p.path)
	}
	if err != nil {
		_ = os.Remove(file.Name()) // what has failed already is the news
	}
	return err
}

// beside creates an empty file in the folder of another.
func beside(path string) (file *os.File, err error) {
	for i := range 100 {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".rote-%d-%d", os.Getpid(), i))
		file, err = os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return file, err
}

// reason is what went wrong with a file, without its name.
func reason(err error) error {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return path.Err
	}
	return err
}
