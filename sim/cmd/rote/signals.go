package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

// hangup comes when a terminal goes. Not all platforms have a name for it.
const hangup = syscall.Signal(1)

// untilSignal returns a context that ends when somebody wants the program to. A
// second signal ends it at once. Signals that were ignored stay so, as in nohup.
func untilSignal() (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := notify(syscall.SIGINT, syscall.SIGTERM, hangup)
	go func() {
		var s os.Signal
		select {
		case s = <-signals:
		case s = <-quits:
		case <-ctx.Done():
			return
		}
		signal.Stop(signals)
		cancel(interruption{s.(syscall.Signal)})
	}()
	return ctx, func() {
		signal.Stop(signals)
		cancel(nil)
	}
}

// notify returns a channel of signals, but for those that are ignored.
func notify(list ...os.Signal) chan os.Signal {
	signals := make(chan os.Signal, 1)
	for _, s := range list {
		if isNode := runtime.GOOS == "js"; isNode || !signal.Ignored(s) { // which panics there
			signal.Notify(signals, s)
		}
	}
	return signals
}

// quits has SIGQUIT for who waits in [untilSignal].
var quits = make(chan os.Signal)

// endAtQuit lets SIGQUIT end the program as any other signal does: by itself it prints a
// stack trace, with the code of bad usage.
func endAtQuit() {
	signals := notify(syscall.SIGQUIT)
	go func() {
		for s := range signals {
			select {
			case quits <- s:
			default:
				os.Exit(exitCode(interruption{s.(syscall.Signal)}))
			}
		}
	}()
}

// interrupted returns the signal that has ended a context, or nil.
func interrupted(ctx context.Context) error {
	if cause := (interruption{}); errors.As(context.Cause(ctx), &cause) {
		return cause
	}
	return nil
}
