package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"syscall"
	"unicode/utf8"
)

// A usage error is one of what was asked for, found before any work.
type usageError struct{ error }

func badUsage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// The errors whose message has been printed: bad usage, and usage that was asked
// for.
var (
	errUsage = usageError{errors.New("bad usage")}
	errHelp  = errors.New("help")
)

// An interruption ends the work because of a signal.
type interruption struct{ signal syscall.Signal }

func (i interruption) Error() string { return i.signal.String() }

// exitCode returns the code for what a command returned: 0, 1 if it failed, 2 for bad
// usage, and for a signal, as shells have it, 128 and its number.
func exitCode(err error) int {
	var signal interruption
	switch usage := (usageError{}); {
	case err == nil || errors.Is(err, errHelp):
		return 0
	case errors.As(err, &signal):
		return 128 + int(signal.signal)
	case errors.As(err, &usage):
		return 2
	}
	return 1
}

// say prints a message in one line. What came from a file or from the name of one does
// not command the terminal.
func (c command) say(message any) {
	text := strings.Map(func(r rune) rune {
		if r == '\n' {
			return ' '
		}
		if !strconv.IsPrint(r) {
			return utf8.RuneError
		}
		return r
	}, fmt.Sprint(message))
	fmt.Fprintln(c.stderr, "rote:", text)
}

func (c command) sayAll(messages []string) {
	for _, message := range messages {
		c.say(message)
	}
}
