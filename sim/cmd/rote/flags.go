package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
)

func count(list ...bool) (n int) {
	for _, is := range list {
		if is {
			n++
		}
	}
	return n
}

// words sets the flags that stand before, between and behind the other
// arguments, and returns these.
func (c command) words(flags *flag.FlagSet, args []string, allowed string) (words []string, err error) {
	flags.SetOutput(io.Discard)
	flags.VisitAll(func(f *flag.Flag) { f.Value = &once{Value: f.Value} })
	for len(args) > 0 {
		given := args
		if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
			_, err := fmt.Fprint(c.stdout, usage)
			return nil, cmp.Or(err, errHelp)
		} else if err != nil {
			return nil, badUsage("%w; allowed are %s", err, allowed)
		}
		if empty := noName(flags); empty != "" {
			return nil, badUsage("-%s names nothing; leave it out, or say what; allowed are %s", empty, allowed)
		}
		args = flags.Args()
		if read := len(given) - len(args); read > 0 && given[read-1] == "--" {
			return append(words, args...), nil
		}
		if len(args) > 0 {
			words, args = append(words, args[0]), args[1:]
		}
	}
	return words, nil
}

// A once is the value of a flag that is given once: of two files, one would not be written.
type once struct {
	flag.Value
	isGiven bool
}

func (o *once) Set(text string) error {
	if o.isGiven {
		return errors.New("it is given twice")
	}
	o.isGiven = true
	return o.Value.Set(text)
}

// IsBoolFlag reports whether the flag stands alone, as package flag asks.
func (o *once) IsBoolFlag() bool {
	b, ok := o.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

// noName returns a flag that was given an empty text, as a shell does whose variable is
// not set.
func noName(flags *flag.FlagSet) (name string) {
	flags.Visit(func(f *flag.Flag) {
		if f.Value.String() == "" {
			name = f.Name
		}
	})
	return name
}

// wholeFlag declares a flag with a whole number, of decimal digits alone: package flag
// reads 010 as 8.
func wholeFlag(flags *flag.FlagSet, n *int, name string, value int) {
	*n = value
	flags.Var((*whole)(n), name, "")
}

type whole int

func (n *whole) String() string { return strconv.Itoa(int(*n)) }

func (n *whole) Set(text string) error {
	x, err := strconv.Atoi(text)
	if err != nil {
		return errors.New("want a whole number")
	}
	*n = whole(x)
	return nil
}
