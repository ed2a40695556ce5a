package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// longestLine is what a line of a file may have, in bytes: an address, and what a
// spreadsheet adds to it.
const longestLine = 64 << 10

// mark is what some programs put at the start of a text.
const mark = "\ufeff"

// lines are those of a file, with their ends: a line feed, a carriage return or both. What
// is not a text costs no more memory than a line.
type lines struct {
	*bufio.Scanner
	n      int
	isJSON bool
	isWide bool // the file is UTF-16, which is read as UTF-8
}

func newLines(file io.Reader) *lines {
	in := bufio.NewReader(file)
	var order binary.ByteOrder
	switch start, _ := in.Peek(2); string(start) {
	case "\xff\xfe":
		order = binary.LittleEndian
	case "\xfe\xff":
		order = binary.BigEndian
	}
	if order != nil {
		in = bufio.NewReader(&wideReader{in: in, order: order})
	}
	start, _ := in.Peek(len(mark) + 1)
	l := &lines{Scanner: bufio.NewScanner(in), isJSON: strings.HasPrefix(strings.TrimPrefix(string(start), mark), "{"), isWide: order != nil}
	l.Buffer(nil, longestLine)
	l.Split(splitLine)
	return l
}

// next returns the next line, or else what stands behind the last one that has its end,
// and [io.EOF].
func (l *lines) next() (line string, err error) {
	l.n++
	switch {
	case l.Scan():
		if line = l.Text(); strings.HasSuffix(line, "\n") || strings.HasSuffix(line, "\r") {
			return line, nil
		}
		return line, cmp.Or(l.Err(), io.EOF)
	case errors.Is(l.Err(), bufio.ErrTooLong):
		return "", fmt.Errorf("line %d is longer than %d bytes: it is not a file of results", l.n, longestLine)
	case l.Err() != nil:
		return "", l.Err()
	}
	return "", io.EOF
}

// splitLine is a [bufio.SplitFunc].
func splitLine(data []byte, isEnd bool) (n int, line []byte, err error) {
	n = bytes.IndexAny(data, "\r\n") + 1
	isReturn := n > 0 && data[n-1] == '\r'
	switch {
	case n == 0 && !isEnd, isReturn && n == len(data) && !isEnd:
		return 0, nil, nil // a line feed may follow
	case n == 0:
		n = len(data)
	case isReturn && n < len(data) && data[n] == '\n':
		n++
	}
	return n, data[:n], nil
}

// A wideReader reads UTF-16 as UTF-8.
type wideReader struct {
	in    *bufio.Reader
	order binary.ByteOrder
	err   error // once there was one
}

// Read wants room for a character.
func (r *wideReader) Read(p []byte) (n int, err error) {
	for n+utf8.UTFMax <= len(p) {
		c := r.unit()
		if utf16.IsSurrogate(c) {
			if c = utf16.DecodeRune(c, r.unit()); r.err == io.EOF {
				r.err = errCut
			}
		}
		if r.err != nil {
			return n, r.err
		}
		n += utf8.EncodeRune(p[n:], c)
	}
	return n, nil
}

var errCut = errors.New("it ends within a character: it was cut")

// unit reads a half of a character, or all of it.
func (r *wideReader) unit() rune {
	var b [2]byte
	if r.err == nil {
		_, r.err = io.ReadFull(r.in, b[:])
	}
	if r.err == io.ErrUnexpectedEOF {
		r.err = errCut
	}
	return rune(r.order.Uint16(b[:]))
}
