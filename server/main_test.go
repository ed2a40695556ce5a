package main

import (
	"bufio"
	"io"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"example.org/rote/assets"
)

// A test starts this program again with SERVER_MAIN set to become a server: of a site
// that holds a large file, or of the labs.
func TestMain(m *testing.M) {
	switch os.Getenv("SERVER_MAIN") {
	case "large":
		site := testSite()
		site["large.wasm"] = &fstest.MapFile{Data: make([]byte, 64<<20)}
		os.Exit(start(os.Args[1:], site))
	case "labs":
		os.Exit(start(os.Args[1:], assets.Site()))
	}
	os.Exit(m.Run())
}

// program starts the server of a site, large or labs, and returns its address.
func program(t *testing.T, site string) (cmd *exec.Cmd, addr string) {
	t.Helper()
	cmd = exec.Command(os.Args[0], "-addr", "127.0.0.1:0")
	cmd.Env = append(os.Environ(), "SERVER_MAIN="+site)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	log, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	log.Close()
	t.Cleanup(func() { cmd.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return cmd, strings.TrimPrefix(strings.TrimSpace(line), "Rote is at http://")
}

// A signal lets a download arrive, though nobody reads the log any more; a second one
// ends the program in its midst, also where the first would be ignored: shells start what
// stands before an & so.
func TestSignals(t *testing.T) {
	hear := make(chan os.Signal, 1)
	signal.Notify(hear, syscall.SIGHUP) // else a program started under nohup would not hear it
	defer signal.Reset(syscall.SIGHUP)
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		cmd, c := downloading(t)
		cmd.Process.Signal(sig)
		awaitRefusal(t, c.RemoteAddr().String())
		if n, err := io.Copy(io.Discard, c); n < 63<<20 || err != nil {
			t.Errorf("%v cuts a download after %d bytes, %v", sig, n, err)
		}
		if err := cmd.Wait(); err != nil {
			t.Errorf("%v ends with %v", sig, err)
		}
	}
	for _, isIgnored := range []bool{false, true} {
		if isIgnored {
			signal.Ignore(os.Interrupt)
			defer signal.Reset(os.Interrupt)
		}
		cmd, c := downloading(t)
		cmd.Process.Signal(os.Interrupt)
		awaitRefusal(t, c.RemoteAddr().String())
		cmd.Process.Signal(os.Interrupt)
		if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 130 {
			t.Errorf("a second signal ends with %v", err)
		}
	}
}

// downloading starts the server of a large file, whose log nobody reads, and a download.
func downloading(t *testing.T) (cmd *exec.Cmd, c *net.TCPConn) {
	t.Helper()
	cmd, addr := program(t, "large")
	c = dial(t, addr, wantLarge)
	if _, err := io.CopyN(io.Discard, c, 1<<20); err != nil {
		t.Fatal(err)
	}
	return cmd, c
}

// awaitRefusal waits until the server takes no more connections: the first signal
// has come by then.
func awaitRefusal(t *testing.T, addr string) {
	t.Helper()
	for range 1000 {
		c, err := net.Dial("tcp", addr)
		if err != nil {
			return
		}
		c.Close()
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("after a signal the server takes connections for 20 s")
}

// A server for all prints what others can type, and one for a name that name.
func TestAddresses(t *testing.T) {
	for addr, want := range map[string]string{
		":0": "http://localhost:", "0.0.0.0:0": "http://localhost:", "[::]:0": "http://localhost:",
		"127.0.0.1:0": "http://127.0.0.1:", "localhost:0": "http://localhost:",
	} {
		l, err := net.Listen("tcp", addr)
		if err != nil {
			t.Logf("%s: %v", addr, err) // a machine without IPv6
			continue
		}
		urls := addresses(addr, l)
		others := []string{}
		if want == "http://localhost:" && addr != "localhost:0" {
			others = reachable()
		}
		if !strings.HasPrefix(urls[0], want) || len(urls) != 1+len(others) {
			t.Errorf("-addr %s prints %q", addr, urls)
		}
		for i, url := range urls {
			host, port, _ := net.SplitHostPort(strings.TrimPrefix(url, "http://"))
			_, given, _ := net.SplitHostPort(l.Addr().String())
			if port != given || i > 0 && (host != others[i-1] || net.ParseIP(host).IsLoopback() || net.ParseIP(host).IsUnspecified()) {
				t.Errorf("-addr %s prints %q", addr, url)
			}
		}
		l.Close()
	}
}

// A browser that goes to localhost asks its address of version 6 first: a program that has
// the port there is in the way.
func TestLocalhostInUse(t *testing.T) {
	other, err := net.Listen("tcp", "[::1]:0")
	if err != nil {
		t.Skip(err) // a machine without IPv6
	}
	defer other.Close()
	_, port, _ := net.SplitHostPort(other.Addr().String())
	if l, err := listen("localhost:" + port); err == nil || !strings.Contains(err.Error(), "in use") {
		t.Errorf("beside another program on %s: %v, %v", other.Addr(), l, err)
	}
	if l, err := listen("127.0.0.1:" + port); err != nil {
		t.Errorf("beside another program on %s: %v", other.Addr(), err)
	} else {
		l.Close()
	}
}

// A class types the shortest addresses that there are, also where no router gives any.
func TestTypable(t *testing.T) {
	for given, want := range map[string]string{
		"":                        "",
		"127.0.0.1 ::1 fe80::1":   "",
		"169.254.7.8 2001:db8::5": "169.254.7.8",
		"2001:db8::5 fd00::2":     "2001:db8::5 fd00::2",
		"fe80::1 192.168.5.6 169.254.7.8 10.1.2.3 2001:db8::5": "192.168.5.6 10.1.2.3",
	} {
		var all []net.IP
		for _, ip := range strings.Fields(given) {
			all = append(all, net.ParseIP(ip))
		}
		if got := strings.Join(typable(all), " "); got != want {
			t.Errorf("of %q those to type are %q, want %q", given, got, want)
		}
	}
}
