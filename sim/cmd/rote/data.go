package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"

	"example.org/rote/sim"
)

// mostData is how large a file of data is at most, unpacked, in bytes.
const mostData = 64 << 20

// supply gives a run the visitor's file. A run that asks for one does not go without.
func supply(run *sim.Run, name string) error {
	want, needs := run.Needs()
	switch {
	case name == "" && needs:
		return badUsage("data = file needs a file; allowed is -data FILE")
	case name == "":
		return nil
	case !run.CanRead():
		return badUsage("-data %s: lab %s takes no file", name, run.Info.Name)
	}
	file, err := readData(name)
	if err != nil {
		return err
	}
	if sum := sim.Checksum(file); needs && want != "" && want != sum {
		return fmt.Errorf("-data %s has the checksum %s, and the address asks for %s", name, sum, want)
	}
	if err := run.Read(file); err != nil {
		return fmt.Errorf("-data %s: %w", name, err)
	}
	return nil
}

// readData reads a file, and unpacks it if it is compressed by gzip.
func readData(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("-data %s: %w", name, reason(err))
	}
	defer func() { _ = f.Close() }()
	file, err := readAtMost(f, name)
	if err != nil || !bytes.HasPrefix(file, []byte{0x1f, 0x8b}) {
		return file, err
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("-data %s: %w", name, err)
	}
	return readAtMost(unpacked, name)
}

func readAtMost(r io.Reader, name string) ([]byte, error) {
	file, err := io.ReadAll(io.LimitReader(r, mostData+1))
	if err != nil {
		return nil, fmt.Errorf("-data %s: %w", name, reason(err))
	}
	if len(file) > mostData {
		return nil, fmt.Errorf("-data %s is larger than %d MB, unpacked, which is the most that is allowed", name, mostData>>20)
	}
	return file, nil
}
