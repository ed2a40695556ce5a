package e2e

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// display starts an X server without a screen, on a free display, and returns the
// display's name.
func display(t *testing.T) string {
	t.Helper()
	r, w, err := os.Pipe()
	must(t, err)
	defer r.Close()
	cmd := exec.Command(program(t, "Xvfb"), "-displayfd", "3", "-screen", "0", "1600x1200x24", "+extension", "GLX", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{w}
	must(t, cmd.Start())
	w.Close()
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	number, err := bufio.NewReader(r).ReadString('\n')
	must(t, err)
	return ":" + strings.TrimSpace(number)
}

// program returns the path of a program that the test cannot do without.
func program(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatalf("%s is missing; make test-browsers installs it", names[0])
	return ""
}
