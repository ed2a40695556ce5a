package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"

	"example.org/rote/sim"
)

func TestHashedNames(t *testing.T) {
	s := site{}
	a, b, c := s.addHashed("lab.wasm", []byte("one")), s.addHashed("lab.wasm", []byte("two")), s.addHashed("fonts/x.woff2", []byte("one"))
	if a == b || s.addHashed("lab.wasm", []byte("one")) != a {
		t.Errorf("names %s and %s: want one per content", a, b)
	}
	for _, name := range []string{a, b, c} {
		if !regexp.MustCompile(`^[a-z/]+-[0-9a-f]{10}\.[a-z0-9]+$`).MatchString(name) {
			t.Errorf("name %s", name)
		}
	}
}

func TestWriteRemovesOnlyItsOwn(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "mine.txt")
	os.WriteFile(mine, []byte("keep"), 0o644)
	if err := (site{"a.txt": []byte("a"), "sub/b.txt": []byte("b")}).write(dir); err != nil {
		t.Fatal(err)
	}
	before, _ := os.Stat(filepath.Join(dir, "a.txt"))
	if err := (site{"a.txt": []byte("a")}).write(dir); err != nil {
		t.Fatal(err)
	}
	after, _ := os.Stat(filepath.Join(dir, "a.txt"))
	if !before.ModTime().Equal(after.ModTime()) {
		t.Error("an equal file was written again")
	}
	if _, err := os.Stat(filepath.Join(dir, "sub", "b.txt")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file of the build before is still there: %v", err)
	}
	if _, err := os.Stat(mine); err != nil {
		t.Errorf("a file of somebody else is gone: %v", err)
	}
}

func TestCache(t *testing.T) {
	c := cache{dir: t.TempDir()}
	made := 0
	get := func(inputs ...string) string {
		var in [][]byte
		for _, s := range inputs {
			in = append(in, []byte(s))
		}
		out, err := c.get(func() ([]byte, error) { made++; return []byte(strings.Join(inputs, "|")), nil }, in...)
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	for _, want := range []string{"a|b", "ab|", "a|b", "ab|"} {
		if got := get(strings.Split(want, "|")...); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if made != 2 {
		t.Errorf("made %d entries, want 2", made)
	}
	if _, err := c.get(func() ([]byte, error) { return nil, errors.New("bad") }, []byte("x")); err == nil {
		t.Error("the error of making is lost")
	}
	entries, _ := os.ReadDir(c.dir)
	old := time.Now().Add(-keep - time.Hour)
	os.Chtimes(filepath.Join(c.dir, entries[0].Name()), old, old)
	c.prune()
	if left, _ := os.ReadDir(c.dir); len(left) != 1 {
		t.Errorf("%d entries after pruning, want 1", len(left))
	}
}

func TestCompress(t *testing.T) {
	w := workshop{cache: cache{dir: t.TempDir()}, site: site{"a.js": bytes.Repeat([]byte("rote "), 500), "b.woff2": []byte("font")}}
	packed, err := w.compress()
	if err != nil {
		t.Fatal(err)
	}
	if len(packed) != 4 {
		t.Errorf("%d files, want a.js three times and b.woff2 once", len(packed))
	}
	unzip, err := gzip.NewReader(bytes.NewReader(packed["a.js.gz"]))
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]io.Reader{"gzip": unzip, "brotli": brotli.NewReader(bytes.NewReader(packed["a.js.br"]))} {
		if data, err := io.ReadAll(r); err != nil || !bytes.Equal(data, w.site["a.js"]) {
			t.Errorf("%s does not give the file back: %v", name, err)
		}
	}
}

func TestBudget(t *testing.T) {
	var out bytes.Buffer
	w := workshop{site: site{}, labs: []sim.Info{toyInfo}, parts: parts{Lab: "lab", StageWasm: "stage", Style: "style"}}
	big := site{"style.gz": make([]byte, pageBudget), "toy/index.html.gz": make([]byte, 1), "stage.br": make([]byte, stageBudget+1)}
	if err := w.report(&out, big); err == nil || !strings.Contains(err.Error(), "toy: 60001 of 60000") || strings.Contains(err.Error(), "stage") {
		t.Errorf("a page over its budget: %v", err)
	}
	w.release = true
	if err := w.report(&out, big); err == nil || !strings.Contains(err.Error(), "stage.wasm") {
		t.Errorf("a program over its budget: %v", err)
	}
}

// checkout returns a small module like this one, with the toy's lesson and the
// true templates.
func checkout(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	program := "package main\n\nfunc main() {}\n"
	for name, text := range map[string]string{
		"go.mod": "module example.org/toy\n\ngo 1.26\n", "wasm/main.go": program, "wasm/stage/main.go": program,
		"sim/cmd/rote/main.go": "package main\n\nimport \"os\"\n\nfunc main() { _, _ = os.Stdout.WriteString(\"picture\") }\n", "assets/lessons/toy.md": toyLesson, "assets/map.md": toyMap, "sim/toy/testdata/changes.txt": "0.9.0 aa -\n", "sim/kernel/kernel.wasm": "kernel", "sim/kernel/thunk.wasm": "thunk",
	} {
		file := filepath.Join(root, filepath.FromSlash(name))
		os.MkdirAll(filepath.Dir(file), 0o755)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.CopyFS(filepath.Join(root, "assets", "web"), os.DirFS("../web")); err != nil {
		t.Fatal(err)
	}
	return root
}

// The whole build, twice: the second time nothing is made again, and nothing is
// written.
func TestBuild(t *testing.T) {
	root := checkout(t)
	out := filepath.Join(root, "out")
	build := func() error {
		w := workshop{root: root, out: out, base: "/below/", labs: []sim.Info{toyInfo}}
		return w.build(io.Discard)
	}
	if err := build(); err != nil {
		t.Fatal(err)
	}
	before := times(t, root)
	if err := build(); err != nil {
		t.Fatal(err)
	}
	for name, when := range times(t, root) {
		if strings.HasPrefix(name, "assets/.cache/") && before[name].IsZero() {
			t.Errorf("the second build made %s", name)
		}
		if strings.HasPrefix(name, "out/") && !when.Equal(before[name]) {
			t.Errorf("the second build wrote %s", name)
		}
	}
	checkPage(t, out)
	checkLinks(t, out)
}

func times(t *testing.T, root string) map[string]time.Time {
	t.Helper()
	out := map[string]time.Time{}
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		out[name] = info.ModTime()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func checkPage(t *testing.T, out string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(out, "toy", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	for _, part := range []string{
		`"lab":"toy","boot":"../boot-`, `"wasmBytes":`, `"changes":"0.9.0 aa -\n"`, "Three dots &amp; nothing more.", "Step 0 of 3", `data-fact="copied"`,
		"<math", `href="#n=3&amp;c=0.1"`, `href="#">Standard`, "Show answer", "Set up run 2", `href="about/"`,
		`<meta name="generator" content="` + sim.Maker("") + `">`,
	} {
		if !strings.Contains(page, part) {
			t.Errorf("the page lacks %s", part)
		}
	}
	if strings.Contains(page, "ZgotmplZ") || strings.Contains(page, "<style") {
		t.Error("the page holds something unsafe")
	}
}

// checkLinks looks up every file that a page names.
func checkLinks(t *testing.T, out string) {
	t.Helper()
	names := regexp.MustCompile(`(?:href|src|srcset)="([^"#]+)"|"(\.\./[^"]+)"`)
	for _, page := range []string{"index.html", "404.html", "map/index.html", "toy/index.html", "toy/about/index.html"} {
		data, err := os.ReadFile(filepath.Join(out, page))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range names.FindAllStringSubmatch(string(data), -1) {
			target, _, _ := strings.Cut(m[1]+m[2], "#")
			if strings.HasPrefix(target, "https:") {
				continue
			}
			target, absolute := strings.CutPrefix(target, "/below/")
			if !absolute {
				target = path.Join(path.Dir(page), target)
			}
			if _, err := os.Stat(filepath.Join(out, target)); err != nil || absolute != (page == "404.html") {
				t.Errorf("%s refers to %s, which is not there", page, m[0])
			}
		}
	}
}

func TestBuildRefuses(t *testing.T) {
	for _, c := range []struct{ old, with, want string }{
		{"toy?n=3", "toy?n=0", "below 1"},
		{"toy?n=3", "toy?m=3", "not a knob"},
		{"toy?n=3", "joy?n=3", "unknown"},
		{`\frac12\beta`, `\frac12\beta}`, "toy.md: formula"},
	} {
		root := t.TempDir()
		os.MkdirAll(filepath.Join(root, "assets", "lessons"), 0o755)
		file := filepath.Join(root, "assets", "lessons", "toy.md")
		os.WriteFile(file, []byte(strings.Replace(toyLesson, c.old, c.with, 1)), 0o644)
		w := workshop{root: root, labs: []sim.Info{toyInfo}}
		if _, err := w.lesson(testMarkdown(t), toyInfo); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.with, err, c.want)
		}
	}
}
