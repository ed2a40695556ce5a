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
	signals := make(chan os.Signal, 1)
	for _, s := range []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGQUIT, hangup} {
		if isNode := runtime.GOOS == "js"; isNode || !signal.Ignored(s) { // which panics there
			signal.Notify(signals, s)
		}
	}
	go func() {
		select {
		case s := <-signals:
			signal.Stop(signals)
			cancel(interruption{s.(syscall.Signal)})
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		cancel(nil)
	}
}

// interrupted returns the signal that has ended a context, or nil.
func interrupted(ctx context.Context) error {
	if cause := (interruption{}); errors.As(context.Cause(ctx), &cause) {
		return cause
	}
	return nil
}
