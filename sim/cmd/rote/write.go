package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// write gives data to standard output, or replaces a file.
func (c command) write(o output, data []byte) error {
	if o.name == "-" {
		_, err := c.stdout.Write(data)
		return err
	}
	p := o.place()
	if err := p.check(o); err != nil {
		return err // somebody has come while the work went on
	}
	if !p.isFile() {
		return os.WriteFile(o.name, data, 0)
	}
	if err := p.replace(data); err != nil {
		return fmt.Errorf("%s: %w", p.label, reason(err))
	}
	return nil
}

// replace writes a file beside the old one, and then puts it in its place. A signal
// leaves the old one, and nothing beside it.
func (p place) replace(data []byte) error {
	ctx, stop := untilSignal()
	defer stop()
	file, err := beside(p.path, "")
	if err != nil {
		return err
	}
	if p.info != nil {
		err = keepMode(file, p.info)
	}
	if err == nil {
		_, err = file.Write(data)
	}
	if err == nil {
		err = syncFile(file)
	}
	if err = cmp.Or(err, file.Close(), interrupted(ctx)); err == nil {
		err = os.Rename(file.Name(), p.path)
	}
	if err != nil {
		_ = os.Remove(file.Name()) // what has failed already is the news
	}
	return err
}

// keepMode gives a new file the mode of an old one. Some file systems have one for all
// files, and refuse to be asked.
func keepMode(file *os.File, old os.FileInfo) error {
	if info, err := file.Stat(); err == nil && info.Mode() == old.Mode() {
		return nil
	}
	return file.Chmod(old.Mode().Perm())
}

// syncFile brings a file to the disk, where the file system can.
func syncFile(file *os.File) error {
	err := file.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}

// beside creates an empty file in the folder of another, under a name with an end that is
// given.
func beside(path, end string) (file *os.File, err error) {
	for i := range 100 {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".rote-%d-%d%s", os.Getpid(), i, end))
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
	if link := (*os.LinkError)(nil); errors.As(err, &link) {
		return link.Err
	}
	return err
}
