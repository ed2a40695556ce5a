package sim_test

import (
	"bufio"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.org/rote/sim/catalog"
)

const (
	module = "example.org/rote"
	root   = ".." // of the module, seen from here
)

// infrastructure are the folders of sim/ that are not labs.
var infrastructure = []string{"exact", "linalg", "sketch", "sweep", "crew", "simtest", "catalog", "figure", "kernel",
	"nn", "data", "cmd"}

// imports is the house table: which folder may import what. It is a statement
// of policy: change the code, not the table. "std" does not hold unsafe and
// syscall/js, and LAB is any lab. Folders of the module stand without its path.
var imports = []struct{ dirs, may string }{
	{"sim/exact", "std"},
	{"sim", "std sim/exact"},
	{"sim/kernel", "std unsafe golang.org/x/sys/cpu"},
	{"sim/kernel/gen", "std"},
	{"sim/nn sim/data sim/linalg", "std sim/exact sim/kernel gonum.org/v1/gonum"},
	{"sim/sketch sim/sweep sim/figure", "std sim sim/exact"},
	{"sim/LAB", "sim sim/exact sim/sketch sim/nn sim/data sim/linalg sim/kernel gonum.org/v1/gonum bytes cmp errors fmt iter maps" +
		" math math/bits math/cmplx math/rand/v2 slices sort strconv strings"},
	{"sim/simtest", "std sim sim/sweep pgregory.net/rapid"},
	{"sim/catalog", "sim sim/LAB"},
	{"sim/crew", "std sim sim/sweep"},
	{"sim/cmd/rote", "std sim sim/sweep sim/crew sim/catalog sim/figure golang.org/x/image golang.org/x/sys/windows"},
	// golang.org/x/image holds the font faces that Ebitengine's text takes.
	{"wasm/stage", "std syscall/js sim sim/figure github.com/hajimehoshi/ebiten/v2 golang.org/x/image"},
	{"wasm wasm/worker wasm/dom", "std syscall/js sim sim/sweep sim/crew sim/catalog sim/figure wasm/page wasm/worker wasm/dom"},
	{"wasm/page", "std syscall/js sim sim/sweep sim/crew sim/catalog sim/figure wasm/page wasm/worker wasm/dom rsc.io/qr"},
	{"wasm/bench", "std sim/kernel sim/nn gonum.org/v1/gonum"},
	{"assets", "embed io/fs"},
	{"assets/build", "std sim sim/sweep sim/catalog sim/figure github.com/yuin/goldmark" +
		" github.com/gohugoio/hugo-goldmark-extensions/passthrough github.com/dop251/goja github.com/andybalholm/brotli"},
	{"server", "std assets"},
}

// heavy are packages that would swell lab.wasm: text/template alone makes the
// linker keep every exported method.
var heavy = []string{"encoding/json", "text/template", "html/template", "net/http", "reflect"}

// outside are the folders that are not linked into lab.wasm.
var outside = []string{"sim/simtest", "sim/kernel/gen", "sim/cmd/rote", "wasm/stage", "wasm/bench", "assets", "assets/build", "server"}

func TestImports(t *testing.T) {
	seen := 0
	eachImport(t, func(dir, file, imported string) {
		seen++
		may, ok := allowed(dir)
		switch {
		case !ok:
			t.Errorf("%s: %s is not in the import table", file, dir)
		case !isAllowed(imported, may):
			t.Errorf("%s imports %s; %s may import %s", file, imported, dir, strings.Join(may, " "))
		case slices.Contains(heavy, imported) && !slices.Contains(outside, dir):
			t.Errorf("%s imports %s, which does not belong into lab.wasm", file, imported)
		}
	})
	if seen < 50 {
		t.Errorf("found %d imports only: is this the module's root?", seen)
	}
}

func allowed(dir string) (may []string, ok bool) {
	if isLab(dir) {
		dir = "sim/LAB"
	}
	for _, row := range imports {
		if slices.Contains(strings.Fields(row.dirs), dir) {
			return strings.Fields(row.may), true
		}
	}
	return nil, false
}

func isLab(dir string) bool {
	name, found := strings.CutPrefix(dir, "sim/")
	return found && !strings.Contains(name, "/") && !slices.Contains(infrastructure, name)
}

func isAllowed(imported string, may []string) bool {
	own, isOwn := strings.CutPrefix(imported, module+"/")
	switch {
	case isOwn && isLab(own):
		return slices.Contains(may, "sim/LAB")
	case isOwn:
		return slices.Contains(may, own)
	case slices.Contains(may, imported):
		return true
	case imported == "unsafe" || imported == "syscall/js":
		return false
	}
	first, _, _ := strings.Cut(imported, "/")
	if !strings.Contains(first, ".") {
		return slices.Contains(may, "std")
	}
	return slices.ContainsFunc(may, func(m string) bool { return strings.HasPrefix(imported, m+"/") })
}

// eachImport visits the imports of all files that are not tests, whatever their
// build tags. Folders with a go.mod of their own are not part of the module.
func eachImport(t *testing.T, visit func(dir, file, imported string)) {
	t.Helper()
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return skip(name, d.Name())
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, name)
		rel = filepath.ToSlash(rel)
		for _, spec := range file.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			visit(path.Dir(rel), rel, imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func skip(dir, name string) error {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	ownModule := err == nil && dir != root
	if ownModule || name == "testdata" || name == "node_modules" || (len(name) > 1 && name[0] == '.' && dir != root) {
		return fs.SkipDir
	}
	return nil
}

// A lab is a folder with the test of the contract, a line in the catalogue and a
// lesson.
func TestEveryLabIsComplete(t *testing.T) {
	var listed []string
	for _, info := range catalog.Labs() {
		listed = append(listed, info.Name)
	}
	slices.Sort(listed)
	var folders []string
	for _, name := range names(t, root+"/sim", fs.FileMode.IsDir) {
		if isLab("sim/"+name) && name != "testdata" {
			folders = append(folders, name)
		}
	}
	if !slices.Equal(folders, listed) {
		t.Errorf("labs in sim/ are %q, in sim/catalog %q", folders, listed)
	}
	var lessons []string
	for _, name := range names(t, root+"/assets/lessons", fs.FileMode.IsRegular) {
		if lesson, ok := strings.CutSuffix(name, ".md"); ok {
			lessons = append(lessons, lesson)
		}
	}
	if !slices.Equal(lessons, listed) {
		t.Errorf("lessons in assets/lessons are %q, labs in sim/catalog %q", lessons, listed)
	}
	for _, name := range folders {
		if !testsContract(t, root+"/sim/"+name) {
			t.Errorf("no test of %s calls simtest.Test", name)
		}
	}
}

func testsContract(t *testing.T, dir string) bool {
	t.Helper()
	for _, name := range names(t, dir, fs.FileMode.IsRegular) {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "_test.go") && strings.Contains(string(text), "simtest.Test(") {
			return true
		}
	}
	return false
}

// The top level stays as small as it is.
func TestTopLevel(t *testing.T) {
	want := []string{"LICENSE", "Makefile", "README.md", "assets", "go.mod", "go.sum", "server", "sim", "wasm"}
	got := names(t, root, func(fs.FileMode) bool { return true })
	ignored := ignoredNames(t)
	got = slices.DeleteFunc(got, func(name string) bool { return name[0] == '.' || slices.Contains(ignored, name) })
	if !slices.Equal(got, want) {
		t.Errorf("top level is %q, want %q", got, want)
	}
}

func ignoredNames(t *testing.T) (list []string) {
	t.Helper()
	file, err := os.Open(root + "/.gitignore")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		list = append(list, strings.Trim(lines.Text(), "/"))
	}
	return list
}

// names returns the sorted names in a folder whose type is wanted.
func names(t *testing.T, dir string, want func(fs.FileMode) bool) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if want(e.Type()) {
			list = append(list, e.Name())
		}
	}
	return list
}
