//go:build !js

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
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

// An interrupt ends the program before its work is done, cleanly, with the way to go on; and on
// it goes.
func TestSweepInterrupted(t *testing.T) {
	const long = "diffusion?p=500&steps=160&n=100..400*40&fact=copied"
	file := filepath.Join(t.TempDir(), "x.csv")
	var stderr bytes.Buffer
	cmd := exec.Command(os.Args[0], "sweep", "-o", file, long)
	cmd.Env, cmd.Stderr = append(os.Environ(), "ROTE_MAIN=1"), &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	rows := func() int {
		data, _ := os.ReadFile(file)
		return bytes.Count(data, []byte(",copied,"))
	}
	for end := time.Now().Add(time.Minute); rows() < 2 && time.Now().Before(end); {
		time.Sleep(5 * time.Millisecond)
	}
	cmd.Process.Signal(os.Interrupt)
	err := cmd.Wait()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 130 {
		t.Fatalf("%v: %s", err, stderr.String())
	}
	known := readSweep(t, file).Known()
	if want := fmt.Sprintf("stopped after %d of 40 runs. The same command goes on from there.", known); known < 2 || known == 40 || !strings.Contains(stderr.String(), want) {
		t.Errorf("%d runs are kept; it says %q", known, stderr.String())
	}
	if n := rows(); n != known {
		t.Errorf("%d rows, %d known", n, known)
	}
}
