package main

import (
	"bytes"
	"context"
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
		return &conn{TCPConn: tcp, patience: l.patience}, err
	}
	return c, err
}

// A conn is never cut while bytes move, however slowly, and has the headers of the
// site also on what net/http answers itself, such as 400 and 431.
type conn struct {
	*net.TCPConn
	patience time.Duration
	joins    bool   // the next write waits for the one after it, so that both are one
	waiting  []byte // what waits
}

type connKey struct{}

// withConn lets the handler of a request find its connection.
func withConn(ctx context.Context, c net.Conn) context.Context {
	return context.WithValue(ctx, connKey{}, c)
}

func (c *conn) Write(data []byte) (int, error) {
	if c.joins {
		c.joins, c.waiting = false, append(c.waiting, data...)
		return len(data), nil
	}
	err := c.push(net.Buffers{c.waiting, withHeaders(data)})
	c.waiting = c.waiting[:0]
	if err != nil {
		return 0, err // however much has moved: the connection is of no more use
	}
	return len(data), nil
}

// push writes all of data.
func (c *conn) push(data net.Buffers) error {
	for silent := 0; ; {
		if err := c.SetWriteDeadline(time.Now().Add(c.patience)); err != nil {
			return err
		}
		moved, err := data.WriteTo(c.TCPConn)
		if silent++; moved > 0 {
			silent = 0
		}
		if !errors.Is(err, os.ErrDeadlineExceeded) || silent == tries {
			return err
		}
	}
}

// ReadFrom is Write of all that r holds: that of a TCPConn has no patience.
func (c *conn) ReadFrom(r io.Reader) (int64, error) {
	return io.Copy(struct{ io.Writer }{c}, r)
}

// withHeaders adds the headers to a response that lacks them, and returns any other
// data as they are.
func withHeaders(data []byte) []byte {
	if !bytes.HasPrefix(data, []byte("HTTP/1.1 4")) && !bytes.HasPrefix(data, []byte("HTTP/1.1 5")) {
		return data
	}
	head, body, complete := bytes.Cut(data, []byte("\r\n\r\n"))
	if !complete || bytes.Contains(head, []byte("\r\n"+headers[0][0]+": ")) {
		return data
	}
	whole := bytes.Clone(head)
	for _, h := range headers {
		whole = append(whole, "\r\n"+h[0]+": "+h[1]...)
	}
	return append(append(whole, "\r\n\r\n"...), body...)
}
