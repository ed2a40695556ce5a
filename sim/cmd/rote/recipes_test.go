//go:build recipes

package main

import (
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// recipe is a sweep with an absent fact, and a fact for each number that is read.
const recipe = "diffusion?p=20&steps=10&c=1e-6..0.01*4&n=5,10&fact=copied,gap,*"

// duck lets DuckDB, a package of npm in the folder DUCKDB, run a file of SQL.
const duck = `const { DuckDBInstance } = require(process.argv[2] + '/node_modules/@duckdb/node-api')
const run = async () => {
	const db = await (await DuckDBInstance.create()).connect()
	const sql = require('fs').readFileSync(process.argv[3], 'utf8').replace(/^--.*$/gm, '')
	for (const line of sql.split(';')) if (line.trim()) await db.run(line)
}
run().catch(error => { console.error(error); process.exit(1) })
`

// example runs a file of the examples with a program, which make recipes installs.
func example(t *testing.T, dir, program string, args ...string) string {
	t.Helper()
	self, err := filepath.Abs(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "ROTE_MAIN=1", "ROTE="+self)
	out, err := cmd.Output()
	if exit, ok := err.(*exec.ExitError); ok {
		t.Fatalf("%s %q: %v\n%s%s", program, args, err, out, exit.Stderr)
	}
	if err != nil {
		t.Fatalf("%v; make recipes installs it where it can", err)
	}
	return string(out)
}

// body returns the rows of a file without its comments.
func body(text string) (rows [][]string) {
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(strings.TrimSpace(line), ","))
		}
	}
	return rows
}

// compare compares the numbers that a program has read and written with those of the
// file. Within is the relative error that its own reading has.
func compare(t *testing.T, got, want string, within float64) {
	t.Helper()
	a, b := body(got), body(want)
	if len(a) != len(b) || strings.Join(a[0], ",") != strings.Join(b[0], ",") {
		t.Fatalf("it has\n%s\nwant\n%s", got, want)
	}
	for i := range b[1:] {
		for k, text := range b[i+1] {
			x, errX := strconv.ParseFloat(a[i+1][k], 64)
			y, errY := strconv.ParseFloat(text, 64)
			if (errX == nil) != (errY == nil) || errX == nil && math.Abs(x-y) > within*math.Abs(y) {
				t.Errorf("row %d: %s is %s, want %s", i, b[0][k], a[i+1][k], text)
			}
		}
	}
}

func TestRecipes(t *testing.T) {
	examples, err := filepath.Abs("examples")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	t.Chdir(dir)
	file := func(name string) string { return filepath.Join(examples, name) }
	for _, name := range []string{"sweep.csv", "sweep.jsonl"} {
		if code, _, stderr := call("sweep", "-o", name, recipe); code != 0 {
			t.Fatal(stderr)
		}
	}
	data, _ := os.ReadFile("sweep.csv")
	want := string(data)
	t.Run("pandas", func(t *testing.T) {
		compare(t, example(t, dir, "/usr/bin/python3", file("read.py"), "sweep.csv"), want, 0)
		compare(t, example(t, dir, "/usr/bin/python3", file("read.py"), "sweep.csv", "sweep.jsonl"), want, 1e-15)
	})
	t.Run("R", func(t *testing.T) { compare(t, example(t, dir, "Rscript", file("read.R"), "sweep.csv"), want, 1e-15) })
	t.Run("DuckDB", func(t *testing.T) {
		os.WriteFile("duck.cjs", []byte(duck), 0o644)
		example(t, dir, "node", "duck.cjs", os.Getenv("DUCKDB"), file("read.sql"))
		got, _ := os.ReadFile("again.csv")
		compare(t, string(got), want, 0)
	})
	for _, with := range []string{"xargs", "parallel"} {
		t.Run(with, func(t *testing.T) {
			example(t, dir, "bash", file("sweep.sh"), recipe, with+".csv", with)
			if got, _ := os.ReadFile(with + ".csv"); string(got) != want {
				t.Errorf("it makes\n%s\nwant\n%s", got, want)
			}
		})
	}
	t.Run("snakemake", func(t *testing.T) {
		where := t.TempDir()
		example(t, where, "snakemake", "-q", "-j", "2", "-s", file("Snakefile"), "--config", "sweep="+recipe)
		if got, _ := os.ReadFile(filepath.Join(where, "sweep.csv")); string(got) != want {
			t.Errorf("it makes\n%s\nwant\n%s", got, want)
		}
	})
}
