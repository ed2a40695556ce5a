//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// task runs the example for Slurm as a task of an array whose last task is given.
func task(t *testing.T, script, part, last string, args ...string) (code int, says string) {
	t.Helper()
	program, err := filepath.Abs(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("bash", append([]string{script}, args...)...)
	cmd.Env = append(os.Environ(), "ROTE_MAIN=1", "ROTE="+program)
	if part != "" {
		cmd.Env = append(cmd.Env, "SLURM_ARRAY_TASK_ID="+part, "SLURM_ARRAY_TASK_MAX="+last)
	}
	out, _ := cmd.CombinedOutput()
	return cmd.ProcessState.ExitCode(), string(out)
}

// However the array is written, a task runs its part of the parts that were named, or
// none.
func TestArrays(t *testing.T) {
	script, err := filepath.Abs(filepath.Join("examples", "sweep.sbatch"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, array := range [][]string{{"3"}, {"0", "1"}, {"2"}} {
		for _, part := range array {
			if code, says := task(t, script, part, array[len(array)-1], small, "4", "out"); code != 0 {
				t.Errorf("--array=%s: task %s: exit %d: %s", strings.Join(array, ","), part, code, says)
			}
		}
	}
	files, _ := filepath.Glob("out/*-of-4.csv")
	code, all, says := call(append([]string{"merge"}, files...)...)
	if _, want, _ := call("sweep", small); code != 0 || len(files) != 4 || !slices.Equal(sortedLines(all), sortedLines(want)) {
		t.Errorf("%q merge with exit %d: %s%s", files, code, says, all)
	}
	for _, row := range []struct {
		part, last, says string
		args             []string
	}{
		{"1", "8", "task 8 has no part: of 8 parts the last is 7; submit it with --array=0-7", []string{small, "8", "no"}},
		{"8", "8", "task 8 has no part", []string{small, "8", "no"}},
		{"0", "3", "the number of parts is 'results'", []string{small, "results"}},
		{"0", "3", "the number of parts is '0'", []string{small, "0", "no"}},
		{"0", "3", "the number of parts is '-4'", []string{small, "-4", "no"}},
		{"0", "3", "the number of parts is '4.0'", []string{small, "4.0", "no"}},
		{"0", "3", "got 1 arguments", []string{small}},
		{"0", "3", "got 4 arguments", []string{small, "4", "no", "more"}},
		{"", "", "this is no task of an array", []string{small, "4", "no"}},
	} {
		code, says := task(t, script, row.part, row.last, row.args...)
		if _, err := os.Stat("no"); code != 2 || !strings.Contains(says, row.says) || err == nil {
			t.Errorf("task %s of %s with %q: exit %d: %s", row.part, row.last, row.args[1:], code, says)
		}
	}
	if code, says := task(t, script, "0", "3", fmt.Sprint(small, "&x=1"), "4", "out"); code != 2 {
		t.Errorf("a bad sweep: exit %d: %s", code, says)
	}
}

// The example for xargs leaves the sweep, or what was measured if that cannot be made of it.
func TestShellKeepsRuns(t *testing.T) {
	script, err := filepath.Abs(filepath.Join("examples", "sweep.sh"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	os.WriteFile("foreign.csv", []byte("my notes\n"), 0o644)
	for _, row := range []struct {
		args       []string
		code, left int // files of runs
	}{
		{[]string{tiny, "x.csv"}, 0, 0}, {[]string{tiny, "x.csv"}, 0, 0}, {[]string{tiny, "foreign.csv"}, 1, 1},
		{[]string{tiny, "no/x.csv"}, 1, 0}, {[]string{"nope", "y.csv"}, 123, 0}, {[]string{tiny, "y.csv", "make"}, 2, 0},
	} {
		code, says := task(t, script, "", "", row.args...)
		left, _ := filepath.Glob("*.runs.*")
		if code != row.code || len(left) != row.left || len(left) > 0 && !strings.Contains(says, "the runs that were done are in "+left[0]) {
			t.Errorf("sweep.sh %q: exit %d, it leaves %q: %s", row.args, code, left, says)
		}
		for _, name := range left {
			if code, _, says := call("merge", "-sweep", tiny, name); code != 0 {
				t.Errorf("%s: %s", name, says)
			}
			os.Remove(name)
		}
	}
	if got := read(t, "foreign.csv"); got != "my notes\n" {
		t.Errorf("the foreign file is now %q", got)
	}
}
