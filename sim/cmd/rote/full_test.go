//go:build linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// shell runs a command line in which $ROTE is this program.
func shell(t *testing.T, line string) (code int, stderr string) {
	t.Helper()
	program, err := filepath.Abs(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	cmd := exec.Command("sh", "-c", line)
	cmd.Env, cmd.Stderr = append(os.Environ(), "ROTE_MAIN=1", "ROTE="+program), &out
	err = cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), out.String()
}

// A full disk is an error, wherever it is met, and a file that was there stays.
func TestFullDisk(t *testing.T) {
	shelf(t)
	if code, _, stderr := call("merge", "-o", "whole.csv", "0.csv", "1.csv"); code != 0 {
		t.Fatal(stderr)
	}
	before := contents(t)
	for _, line := range []string{
		"$ROTE labs > /dev/full",
		"$ROTE knobs diffusion > /dev/full",
		"$ROTE help > /dev/full",
		"$ROTE run -h > /dev/full",
		"$ROTE run '" + quick + "' > /dev/full",
		"$ROTE run -json '" + quick + "' > /dev/full",
		"$ROTE run -csv - '" + quick + "' > /dev/full",
		"$ROTE run -svg /dev/full '" + quick + "'",
		"$ROTE sweep '" + tiny + "' > /dev/full",
		"$ROTE sweep -shard 0/2 -o 0.csv '" + tiny + "' > /dev/full",
		"$ROTE merge 0.csv 1.csv > /dev/full",
		"ulimit -f 0; $ROTE sweep -o new.csv '" + tiny + "'",
		"ulimit -f 0; $ROTE merge -o whole.csv 0.csv 1.csv",
		"ulimit -f 1; $ROTE run -csv marks.csv '" + quick + "'",
	} {
		code, stderr := shell(t, line)
		if code != 1 || !strings.HasPrefix(stderr, "rote: ") || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: exit %d, %q", line, code, stderr)
		}
		os.Remove("new.csv") // in which there may be what fitted
		after := contents(t)
		for name, text := range after {
			if before[name] != text {
				t.Errorf("%s leaves %s with %.60q, was %.60q", line, name, text, before[name])
			}
		}
	}
}

// A pipe is refused at once, where it would wait for somebody at its other end.
func TestPipes(t *testing.T) {
	shelf(t)
	if err := syscall.Mkfifo("fifo", 0o600); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"$ROTE sweep -o fifo '" + tiny + "'", "$ROTE sweep -svg fifo '" + tiny + "'", "$ROTE merge -o fifo 0.csv 1.csv", "$ROTE merge -svg fifo 0.csv 1.csv",
		"$ROTE run -csv fifo '" + quick + "'", "$ROTE run -svg fifo '" + quick + "'", "$ROTE sweep -o /dev/full '" + tiny + "'", "$ROTE sweep -o /dev/tty '" + tiny + "'",
		"$ROTE sweep -o /dev/zero '" + tiny + "'", "$ROTE merge /dev/zero", "$ROTE merge -o /dev/full 0.csv 1.csv", "$ROTE run -svg /dev/stdout '" + quick + "' | cat; exit 1",
	} {
		code, stderr := shell(t, line)
		if code != 1 || !strings.HasPrefix(stderr, "rote: ") || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: exit %d, %q", line, code, stderr)
		}
	}
}

// SIGQUIT ends a program with its own code also where there is nothing to be kept, as
// while it reads.
func TestQuit(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := syscall.Mkfifo("fifo", 0o600); err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	cmd := begun(t, &stderr, func() bool { return true }, "merge", "fifo")
	writer, err := os.OpenFile("fifo", os.O_WRONLY, 0) // which waits for the reader
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	cmd.Process.Signal(syscall.SIGQUIT)
	err = cmd.Wait()
	if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() != 131 || stderr.Len() > 0 {
		t.Errorf("%v: %.300s", err, stderr.String())
	}
}

// A long file of comments in the manner of Rote costs no more memory, and no more time for
// each line, than a short one.
func TestManyComments(t *testing.T) {
	shelf(t)
	for head, args := range map[string]string{"sweep: " + tiny: "merge long", "run: " + quick + "&n=1": "merge -sweep " + tiny + " long"} {
		var text strings.Builder
		text.WriteString("# rote " + head + "\n")
		for i := range 100_000 {
			fmt.Fprintf(&text, "# made by: Rote %d\n# name of f%d: x\n", i, i)
		}
		os.WriteFile("long", []byte(text.String()), 0o644)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		code, _, stderr := call(strings.Fields(args)...)
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 256<<20 || code != 1 || strings.Count(stderr, "\n") != 1 {
			t.Errorf("rote %s: exit %d and %d bytes of memory, %.500q", args, code, used, stderr)
		}
	}
}

// A large file of anything is refused at its first long line, and costs no more
// memory than that.
func TestLargeFiles(t *testing.T) {
	shelf(t)
	for name, start := range map[string]string{"hole": "", "notes": "my notes\n", "line": "# rote sweep: " + tiny + "\nn,seed,fact,value\n1,1,copied,0.5\n# "} {
		os.WriteFile(name, []byte(start), 0o644)
		if err := os.Truncate(name, 2<<30); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range []string{
		"merge hole", "merge 0.csv notes", "merge line", "merge -o hole 0.csv 1.csv", "merge -o line 0.csv 1.csv", "merge -svg notes 0.csv 1.csv",
		"sweep -o hole " + tiny, "sweep -o notes " + tiny, "sweep -o line " + tiny, "sweep -svg hole " + tiny, "run -csv notes " + quick,
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		code, _, stderr := call(strings.Fields(args)...)
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 || code != 1 || strings.Count(stderr, "\n") != 1 || len(stderr) > 300 {
			t.Errorf("rote %s: exit %d and %d bytes of memory, %.500q", args, code, used, stderr)
		}
	}
	for _, name := range []string{"hole", "notes", "line"} {
		if info, err := os.Stat(name); err != nil || info.Size() != 2<<30 {
			t.Errorf("%s has changed", name)
		}
	}
}

// Standard output may be one of the files, too.
func TestStandardOutputClashes(t *testing.T) {
	shelf(t)
	before := contents(t)
	for _, row := range []struct{ line, says string }{
		{"$ROTE sweep -shard 0/2 -o 0.csv '" + tiny + "' >> hard.csv", "-o 0.csv and standard output are one file"},
		{"$ROTE sweep -svg plain '" + tiny + "' >> plain", "-svg plain and standard output are one file"},
		{"$ROTE merge 0.csv 1.csv >> 0.csv", "standard output and the input 0.csv are one file"},
		{"$ROTE run -csv plain '" + quick + "' >> plain", "-csv plain and standard output are one file"},
	} {
		code, stderr := shell(t, row.line)
		if code != 2 || !strings.Contains(stderr, row.says) {
			t.Errorf("%s: exit %d, %q, want %q", row.line, code, stderr, row.says)
		}
		after := contents(t)
		for name, text := range after {
			if before[name] != text {
				t.Errorf("%s leaves %s with %.60q, was %.60q", row.line, name, text, before[name])
			}
		}
	}
}
