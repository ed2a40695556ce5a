//go:build !js

package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A test starts this program again with ROTE_MAIN set to become rote itself.
func TestMain(m *testing.M) {
	if os.Getenv("ROTE_MAIN") != "" {
		main()
	}
	os.Exit(m.Run())
}

// begun starts a program whose work takes minutes, and waits until is holds.
func begun(t *testing.T, stderr *bytes.Buffer, is func() bool, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env, cmd.Stderr = append(os.Environ(), "ROTE_MAIN=1"), stderr
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, syscall.SIGHUP) // else the program ignores what this test was told to ignore, as by nohup
	err := cmd.Start()
	signal.Stop(heard)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	for end := time.Now().Add(time.Minute); !is() && time.Now().Before(end); {
		time.Sleep(5 * time.Millisecond)
	}
	return cmd
}

// long is a sweep that takes minutes.
const long = "diffusion?p=500&steps=160&n=100..400*40&fact=copied"

// rows counts the results of the sweep long in a file.
func rows(file string) int {
	data, _ := os.ReadFile(file)
	return bytes.Count(data, []byte(",1,")) // their seed
}

// A signal ends the program before its work is done, with the code that shells give
// it, and with the way to go on; and on it goes.
func TestSweepInterrupted(t *testing.T) {
	for signal, code := range map[os.Signal]int{os.Interrupt: 130, syscall.SIGTERM: 143, syscall.SIGHUP: 129, syscall.SIGQUIT: 131} {
		file := filepath.Join(t.TempDir(), "x.csv")
		var stderr bytes.Buffer
		cmd := begun(t, &stderr, func() bool { return rows(file) >= 2 }, "sweep", "-o", file, long)
		cmd.Process.Signal(signal)
		err := cmd.Wait()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != code {
			t.Fatalf("%v: %v: %s", signal, err, stderr.String())
		}
		known := readSweep(t, file).Known()
		if want := fmt.Sprintf("stopped after %d of 40 runs. The same command goes on from there.", known); known < 2 || known == 40 || !strings.Contains(stderr.String(), want) {
			t.Errorf("%d runs are kept; it says %q", known, stderr.String())
		}
		if n := rows(file); n != known {
			t.Errorf("%d rows, %d known", n, known)
		}
	}
}

// A run ends by a signal, too, and leaves its files as they were.
func TestRunInterrupted(t *testing.T) {
	t.Chdir(t.TempDir())
	var stderr bytes.Buffer
	start := time.Now()
	cmd := begun(t, &stderr, func() bool { return time.Since(start) > 300*time.Millisecond }, "run", "-csv", "x.csv", "-svg", "x.svg", "diffusion?p=1000&n=2048&steps=1000")
	cmd.Process.Signal(syscall.SIGTERM)
	err := cmd.Wait()
	if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() != 143 && exit.ExitCode() != -1 {
		t.Errorf("%v: %s", err, stderr.String())
	}
	if left := contents(t); len(left) > 0 {
		t.Errorf("it leaves %q", left)
	}
}

// A signal while a file is being replaced leaves the old one or the new one, and nothing
// beside it.
func TestReplacingInterrupted(t *testing.T) {
	t.Chdir(t.TempDir())
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, syscall.SIGHUP) // which ends this test otherwise
	defer signal.Stop(heard)
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	over := make(chan struct{})
	defer close(over)
	go func() {
		for {
			select {
			case <-over:
				return
			case <-time.After(time.Millisecond):
				self.Signal(syscall.SIGHUP)
			}
		}
	}()
	interruptions, want := 0, ""
	for i := 0; i < 1000 && interruptions < 3; i++ {
		text := fmt.Sprint(i)
		switch err := newPlace("x", "x", false).replace([]byte(strings.Repeat(text, 100_000))); {
		case err == nil:
			want = text
		case errors.As(err, new(interruption)):
			interruptions++
		default:
			t.Fatal(err)
		}
		if left := contents(t); len(left) != min(1, len(want)) || want != "" && left["x"] != "----------"+strings.Repeat(want, 100_000) {
			t.Fatalf("after %d writes there are %.60q, want %q", i+1, left, want)
		}
	}
	if interruptions == 0 {
		t.Error("no signal came in time")
	}
}

// A file that is being written is refused to a second program, by whatever name, and
// to merge; it is whole when the first has ended.
func TestSweepOfTwoPrograms(t *testing.T) {
	t.Chdir(t.TempDir())
	needLocks(t)
	var stderr bytes.Buffer
	cmd := begun(t, &stderr, func() bool { return rows("x.csv") >= 1 }, "sweep", "-o", "x.csv", "-j", "1", long)
	os.Symlink("x.csv", "soft.csv")
	os.Link("x.csv", "hard.csv")
	os.WriteFile("whole.csv", []byte("# rote sweep: "+tiny+"\nn,seed,fact,value\n1,1,copied,1\n2,1,copied,1\n"), 0o644)
	for _, args := range [][]string{
		{"sweep", "-o", "x.csv", long}, {"sweep", "-o", "soft.csv", long}, {"sweep", "-o", "./hard.csv", long}, {"sweep", "-o", "hard.csv", tiny}, {"merge", "-o", "x.csv", "whole.csv"},
	} {
		if code, _, says := call(args...); code != 1 || !strings.Contains(says, args[2]+": another call of rote is writing it") {
			t.Errorf("rote %q: exit %d: %s", args, code, says)
		}
	}
	cmd.Process.Kill()
	cmd.Wait()
	cmd = begun(t, &stderr, func() bool { return rows("x.csv") > 2 }, "sweep", "-o", "hard.csv", long) // the dead hold no lock
	cmd.Process.Signal(os.Interrupt)
	cmd.Wait()
	if known := readSweep(t, "x.csv").Known(); known != rows("x.csv") || known < 2 {
		t.Errorf("%d rows, %d known: %s", rows("x.csv"), known, stderr.String())
	}
}

// A file that goes away while it is being written, or becomes another, ends the work, and
// what took its place is left alone.
func TestSweepLosesItsFile(t *testing.T) {
	for name, do := range map[string]func() error{
		"removed":  func() error { return os.Remove("x.csv") },
		"moved":    func() error { return os.Rename("x.csv", "y.csv") },
		"replaced": func() error { return errors.Join(os.WriteFile("y", []byte("mine\n"), 0o644), os.Rename("y", "x.csv")) },
	} {
		t.Chdir(t.TempDir())
		var stderr bytes.Buffer
		cmd := begun(t, &stderr, func() bool { return rows("x.csv") >= 1 }, "sweep", "-o", "x.csv", "-j", "1", long)
		if err := do(); err != nil {
			t.Skip(err) // as where nobody may remove an open file
		}
		want := contents(t)["x.csv"]
		err := cmd.Wait()
		if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() != 1 || !strings.Contains(stderr.String(), "rote: -o x.csv: it was moved, removed or replaced") {
			t.Errorf("%s: %v: %s", name, err, stderr.String())
		}
		if got := contents(t)["x.csv"]; got != want {
			t.Errorf("%s: it leaves %q, want %q", name, got, want)
		}
	}
}

// A signal ends a program that waits for somebody to read what it prints.
func TestInterruptedWhilePrinting(t *testing.T) {
	for _, args := range [][]string{
		{"sweep", "-list", "diffusion?p=2&steps=10&n=1..64*64&c=1e-6..1*64&fact=copied"},
		{"sweep", "diffusion?p=2&steps=10&n=1..64*64&c=1e-6..1*8&fact=*"},
		{"run", "-every", "1", "-format", "jsonl", "diffusion?p=2&steps=400"},
	} {
		cmd := exec.Command(os.Args[0], args...)
		cmd.Env = append(os.Environ(), "ROTE_MAIN=1")
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		over := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
		lines := bufio.NewScanner(out)
		for lines.Scan() && (strings.HasPrefix(lines.Text(), "# rote ") || strings.HasPrefix(lines.Text(), "# made ")) {
		}
		cmd.Process.Signal(syscall.SIGTERM)
		state, err := cmd.Process.Wait()
		if !over.Stop() || err != nil || state.Success() {
			t.Errorf("rote %q: %v, %v", args, state, err)
		}
	}
}
