package main

import (
	"bytes"
	"errors"
	"io"
	"net"
	"os"
	"time"
)

// How long a client may take no byte, until it is given up: patience, tries times
// in a row. A try moves what has room by then, though a line that is slow enough
// wakes no writer.
const (
	patience = time.Minute
	tries    = 10
)

// A listener gives the connections of another their patience.
type listener struct {
	net.Listener
	patience time.Duration
}

func (l listener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if tcp, ok := c.(*net.TCPConn); ok {
		return conn{tcp, l.patience}, err
	}
	return c, err
}

// A conn is never cut while bytes move, however slowly, and has the headers of the
// site also on what net/http answers itself, such as 400 and 431.
type conn struct {
	*net.TCPConn
	patience time.Duration
}

func (c conn) Write(data []byte) (n int, err error) {
	whole, isOwn := withHeaders(data)
	n, err = c.push(whole)
	if isOwn {
		n = min(n, len(data))
	}
	return n, err
}

// ReadFrom writes what r holds. That of a TCPConn would know no patience.
func (c conn) ReadFrom(r io.Reader) (int64, error) {
	return io.Copy(struct{ io.Writer }{c}, r)
}

// push writes all of data.
func (c conn) push(data []byte) (n int, err error) {
	for silent := 0; ; {
		if err := c.SetWriteDeadline(time.Now().Add(c.patience)); err != nil {
			return n, err
		}
		moved, err := c.TCPConn.Write(data[n:])
		n += moved
		if silent++; moved > 0 {
			silent = 0
		}
		if !errors.Is(err, os.ErrDeadlineExceeded) || silent == tries {
			return n, err
		}
	}
}

// withHeaders adds the headers to a response that lacks them, and returns any other
// data as they are.
func withHeaders(data []byte) (whole []byte, added bool) {
	if !bytes.HasPrefix(data, []byte("HTTP/1.1 4")) && !bytes.HasPrefix(data, []byte("HTTP/1.1 5")) {
		return data, false
	}
	head, body, complete := bytes.Cut(data, []byte("\r\n\r\n"))
	if !complete || bytes.Contains(head, []byte("\r\n"+headers[0][0]+": ")) {
		return data, false
	}
	whole = bytes.Clone(head)
	for _, h := range headers {
		whole = append(whole, "\r\n"+h[0]+": "+h[1]...)
	}
	return append(append(whole, "\r\n\r\n"...), body...), true
}
