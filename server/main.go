// Command server serves the labs. The site is embedded, so that the binary is
// all that a room without a network needs:
//
//	make build
//	go build -o rote-server ./server
//	./rote-server -open
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
	"time"

	"example.org/rote/assets"
)

func main() { os.Exit(start(os.Args[1:], assets.Site())) }

// start serves site until a signal comes, and returns the exit code: 0 also after a
// stop, 2 for bad usage, 1 for anything else.
func start(args []string, site fs.FS) int {
	err := run(untilSignal(), args, site, os.Stdout, os.Stderr)
	switch {
	case err == nil || errors.Is(err, flag.ErrHelp):
		return 0
	case errors.Is(err, errUsage):
		return 2
	}
	fmt.Fprintln(os.Stderr, "server:", err)
	return 1
}

// untilSignal returns a context that the first signal to stop cancels. A second one ends
// the program, with the code that shells give it. What is to outlive its terminal hears
// no hangup, and a log that nobody reads any more ends nothing.
func untilSignal() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 2)
	signal.Ignore(syscall.SIGPIPE)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	if !signal.Ignored(syscall.SIGHUP) {
		signal.Notify(signals, syscall.SIGHUP)
	}
	go func() {
		<-signals
		cancel()
		second := (<-signals).(syscall.Signal) // as all signals are
		os.Exit(128 + int(second))
	}()
	return ctx
}

// errUsage is bad usage, which has been printed.
var errUsage = errors.New("bad usage")

// run serves site until ctx ends. It prints the address it listens on to stdout
// and logs to stderr.
func run(ctx context.Context, args []string, site fs.FS, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("server", flag.ContinueOnError)
	flags.SetOutput(stderr)
	addr := flags.String("addr", "localhost:8080", "address to listen on; port 0 takes a free one")
	open := flags.Bool("open", false, "open the labs in the browser")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return err
	case err != nil:
		return errUsage
	case flags.NArg() > 0:
		fmt.Fprintf(stderr, "server: unexpected argument %q; allowed are -addr and -open\n", flags.Arg(0))
		return errUsage
	case !isAddress(*addr):
		fmt.Fprintf(stderr, "server: -addr %q is no address; allowed are host:port and :port, such as localhost:8080 and :8080\n", *addr)
		return errUsage
	}
	files, err := load(site)
	if err != nil {
		return err
	}
	l, err := listen(*addr)
	if err != nil {
		return err
	}
	urls := addresses(*addr, l)
	fmt.Fprintln(stdout, "Rote is at", urls[0])
	for _, url := range urls[1:] {
		fmt.Fprintln(stdout, "  and for others in the same network at", url)
	}
	if *open {
		openBrowser(urls[0], stderr)
	}
	return serve(ctx, listener{l, patience}, files, slog.New(slog.NewTextHandler(stderr, nil)))
}

func listen(addr string) (net.Listener, error) {
	quiet := net.ListenConfig{KeepAlive: -1} // a connection ends by its timeouts; probes would cost four calls each
	listener, err := quiet.Listen(context.Background(), "tcp", addr)
	if host, _, _ := net.SplitHostPort(addr); err == nil && strings.EqualFold(host, "localhost") {
		err = tryOther(listener)
	}
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%s is in use by another program; choose another port, such as -addr localhost:8081", addr)
	case err != nil:
		return nil, fmt.Errorf("%w; choose another address, such as -addr localhost:8081", err)
	}
	return listener, nil
}

// tryOther returns an error, and closes a listener of localhost, if another program has its
// port at the other address of localhost: browsers may ask either.
func tryOther(l net.Listener) error {
	host, port, _ := net.SplitHostPort(l.Addr().String())
	other := "::1"
	if host == other {
		other = "127.0.0.1"
	}
	probe, err := net.Listen("tcp", net.JoinHostPort(other, port))
	switch {
	case err == nil:
		return probe.Close()
	case errors.Is(err, syscall.EADDRINUSE):
		return errors.Join(err, l.Close())
	}
	return nil // there is no other
}

// serve answers until ctx ends, and then until what is on its way has arrived. How
// long that may take, the connections know.
func serve(ctx context.Context, listener net.Listener, handler http.Handler, log *slog.Logger) error {
	server := &http.Server{
		Handler:                      handler,
		ConnContext:                  withConn,
		DisableGeneralOptionsHandler: true,
		ReadHeaderTimeout:            5 * time.Second,
		ReadTimeout:                  10 * time.Second,
		IdleTimeout:                  2 * time.Minute,
		MaxHeaderBytes:               16 << 10,
		ErrorLog:                     slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	log.Info("serving", "addr", listener.Addr().String())
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	log.Info("stopping when all downloads have ended; a second signal stops at once")
	return server.Shutdown(context.Background())
}

func openBrowser(url string, stderr io.Writer) {
	command := map[string][]string{"darwin": {"open"}, "windows": {"rundll32", "url.dll,FileProtocolHandler"}}[runtime.GOOS]
	if command == nil {
		command = []string{"xdg-open"}
	}
	if err := exec.Command(command[0], append(command[1:], url)...).Start(); err != nil {
		fmt.Fprintf(stderr, "no browser could be opened (%v); go to %s\n", err, url)
	}
}
