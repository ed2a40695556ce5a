package sim

import (
	"fmt"
	"hash/crc32"
	"strconv"
)

// A visitor's file is no part of an address. The address has its checksum, so
// that equal addresses still have equal frames.

const (
	dataKey  = "data" // the choice of a [Reader]
	fileKey  = "file"
	fromFile = "file" // its value
)

// Checksum returns the checksum of a file in an address: its CRC-32 (IEEE) in 8
// hexadecimal digits.
func Checksum(file []byte) string { return fmt.Sprintf("%08x", crc32.ChecksumIEEE(file)) }

// CanRead reports whether the lab takes a visitor's file.
func (r *Run) CanRead() bool { _, ok := r.lab.(Reader); return ok }

// Read gives the lab a visitor's file, and restarts the run with it. After an
// error, which says what is allowed, nothing has changed.
func (r *Run) Read(file []byte) error {
	reader, ok := r.lab.(Reader)
	if !ok {
		return fmt.Errorf("lab %s takes no file", r.Info.Name)
	}
	if err := reader.Read(file); err != nil {
		return err
	}
	if !r.takesFile() {
		r.Knobs.Find(dataKey).Set(fromFile)
	}
	r.file = Checksum(file)
	r.hasFile = true
	r.Reset()
	return nil
}

// Needs reports whether the run waits for a file, and returns the checksum of it
// if the address has one.
func (r *Run) Needs() (checksum string, ok bool) {
	if !r.takesFile() || r.hasFile {
		return "", false
	}
	return r.file, true
}

// Supply reads the file if the run waits for it, or for any.
func (r *Run) Supply(file []byte) error {
	if sum, ok := r.Needs(); !ok || sum != "" && sum != Checksum(file) {
		return nil
	}
	return r.Read(file)
}

// takesFile reports whether the data come from a file.
func (r *Run) takesFile() bool {
	return r.CanRead() && (r.isFrom(dataKey) || r.Compares() && r.isFrom(OfB+dataKey))
}

func (r *Run) isFrom(key string) bool { return r.Knobs.Find(key).Text() == fromFile }

// openFile applies the checksum in an address.
func (r *Run) openFile(text string) (repair string) {
	if _, err := strconv.ParseUint(text, 16, 32); err != nil || len(text) != 8 || !r.CanRead() {
		return fmt.Sprintf("file = %s is left out; allowed are the 8 hexadecimal digits of a file's checksum, in a lab that takes files.", Quote(text))
	}
	r.file = text
	return ""
}
