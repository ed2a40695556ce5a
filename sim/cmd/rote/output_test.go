package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

const (
	tiny  = "diffusion?p=2&steps=10&n=1,2&fact=copied"
	quick = "diffusion?p=2&steps=10"
)

// shelf is a folder, in which the test then is, with both parts of a sweep and
// other names for the first.
func shelf(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, part := range []string{"0", "1"} {
		if code, _, stderr := call("sweep", "-shard", part+"/2", "-o", part+".csv", tiny); code != 0 {
			t.Fatal(stderr)
		}
	}
	for _, err := range []error{
		os.Link("0.csv", "hard.csv"), os.Symlink("0.csv", "soft.csv"), os.Symlink("new.csv", "dangling.csv"),
		os.Mkdir("folder", 0o755), os.Symlink("folder", "door"), os.Symlink("knot", "knot"), os.WriteFile("plain", []byte("my notes\n"), 0o600),
		os.WriteFile("other.csv", []byte("# rote sweep: diffusion?n=1,2&fact=copied\nn,seed,fact,value\n"), 0o600),
		os.WriteFile("part.csv", []byte("# rote sweep: "+tiny+"\n# shard: 0/3\nn,seed,fact,value\n"), 0o600),
		os.WriteFile("photo.png", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x04\x00\x00\x00\x02\x76\x08\x02"), 0o600),
		os.WriteFile("marks.csv", []byte("run,seed,step,series,x,y,value,lo,hi\n"), 0o600),
	} {
		if err != nil {
			t.Skip(err)
		}
	}
}

// contents are the files below the folder, with what is in them.
func contents(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			data, _ := os.ReadFile(name) // what a dangling link lacks is ""
			all[name] = d.Type().String() + string(data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Two outputs, or an output and an input, that are one file are an error that
// names both, and nothing is touched.
func TestClashes(t *testing.T) {
	shelf(t)
	before := contents(t)
	for _, row := range []struct{ args, says string }{
		{"sweep -o x.csv -svg x.csv " + tiny, "-o x.csv and -svg x.csv are one file"},
		{"sweep -o x.csv -svg folder/../x.csv " + tiny, "-o x.csv and -svg folder/../x.csv are one file"},
		{"sweep -o folder/x.csv -svg door/x.csv " + tiny, "-o folder/x.csv and -svg door/x.csv are one file"},
		{"sweep -shard 0/2 -o 0.csv -svg hard.csv " + tiny, "-o 0.csv and -svg hard.csv are one file"},
		{"sweep -shard 0/2 -o soft.csv -svg 0.csv " + tiny, "-o soft.csv and -svg 0.csv are one file"},
		{"sweep -o dangling.csv -svg new.csv " + tiny, "-o dangling.csv and -svg new.csv are one file"},
		{"merge -o all.csv -svg 0.csv 0.csv 1.csv", "-svg 0.csv and the input 0.csv are one file"},
		{"merge -o all.csv -svg hard.csv 0.csv 1.csv", "-svg hard.csv and the input 0.csv are one file"},
		{"merge -o soft.csv 0.csv 1.csv", "-o soft.csv and the input 0.csv are one file"},
		{"merge -o ./1.csv 0.csv 1.csv", "-o ./1.csv and the input 1.csv are one file"},
		{"merge -o all.csv -svg all.csv 0.csv 1.csv", "-o all.csv and -svg all.csv are one file"},
		{"merge -svg soft.csv 0.csv 1.csv", "-svg soft.csv and the input 0.csv are one file"},
		{"run -csv x -svg ./x " + quick, "-csv x and -svg ./x are one file"},
		{"run -csv hard.csv -data 0.csv density", "-csv hard.csv and the input 0.csv are one file"},
		{"run -csv hard.csv -svg soft.csv " + quick, "-csv hard.csv and -svg soft.csv are one file"},
	} {
		checkRefused(t, 2, row.args, row.says, before)
	}
}

// What cannot be written is found before the work begins, and nothing is touched.
func TestUnwritable(t *testing.T) {
	shelf(t)
	before := contents(t)
	for _, row := range []struct{ args, says string }{
		{"sweep -o new.csv -svg folder " + tiny, "-svg folder is a folder"},
		{"sweep -o folder -svg new.svg " + tiny, "-o folder is a folder"},
		{"sweep -o door -svg new.svg " + tiny, "-o door is a folder"},
		{"sweep -o new.csv -svg no/such.svg " + tiny, "-svg no/such.svg: "},
		{"sweep -o plain/such.csv -svg new.svg " + tiny, "-o plain/such.csv: "},
		{"sweep -o /dev/null " + tiny, "-o /dev/null is no file that can be continued; - is standard output"},
		{"merge -o all.csv -svg folder 0.csv 1.csv", "-svg folder is a folder"},
		{"merge -o no/such.csv -svg new.svg 0.csv 1.csv", "-o no/such.csv: "},
		{"run -csv new.csv -svg plain/x " + quick, "-svg plain/x: "},
		{"run -csv door -svg new.svg " + quick, "-csv door is a folder"},
		{"run -csv knot " + quick, "-csv knot: "},
		{"sweep -o knot " + tiny, "-o knot: "},
		{"merge -o knot 0.csv 1.csv", "-o knot: "},
		{"run -csv no/ " + quick, "-csv no/ is a folder; name a file"},
		{"sweep -o no/ " + tiny, "-o no/ is a folder; name a file"},
		{"merge -o all.csv -svg no/ 0.csv 1.csv", "-svg no/ is a folder; name a file"},
		{"run -svg 0.csv/ " + quick, "-svg 0.csv/: "},
		{"run -svg " + strings.Repeat("x", 300) + " " + quick, "-svg xxx"},
		{"sweep -o new.csv -svg " + strings.Repeat("x", 300) + " " + tiny, "-svg xxx"},
		{"run -csv plain " + quick, "-csv plain is not such a file as is to be written there"},
		{"run -svg 0.csv " + quick, "-svg 0.csv is not such a file as is to be written there"},
		{"run -preview photo.png " + quick, "-preview photo.png is not such a file as is to be written there"},
		{"run -csv hard.csv " + quick, "-csv hard.csv is not such a file as is to be written there"},
		{"sweep -o new.csv -svg soft.csv " + tiny, "-svg soft.csv is not such a file as is to be written there"},
		{"sweep -o plain " + tiny, "-o plain: line 1: the head of a sweep's file begins with"},
		{"sweep -o 0.csv " + tiny, "-o 0.csv: holds shard 0/2 and not 0/1"},
		{"merge -o plain 0.csv 1.csv", "-o plain: there is another file, and line 1: the head of a sweep's file begins with"},
		{"merge -o other.csv 0.csv 1.csv", "-o other.csv: holds the sweep diffusion?n=1,2&fact=copied and not"},
		{"merge -o part.csv 0.csv 1.csv", "-o part.csv: holds shard 0/3 and not 0/1"},
		{"merge 0.csv folder 1.csv", "folder: "},
		{"merge 0.csv 1.csv door", "door: "},
		{"merge -svg plain 0.csv 1.csv", "-svg plain is not such a file as is to be written there"},
	} {
		checkRefused(t, 1, row.args, row.says, before)
	}
}

func checkRefused(t *testing.T, want int, args, says string, before map[string]string) {
	t.Helper()
	code, stdout, stderr := call(strings.Fields(args)...)
	if code != want || stdout != "" || !strings.Contains(stderr, "rote: "+says) {
		t.Errorf("rote %s: exit %d, %q%q, want %q", args, code, stdout, stderr, says)
	}
	after := contents(t)
	for name, text := range after {
		if old, ok := before[name]; !ok || old != text {
			t.Errorf("rote %s leaves %s with %.60q, was %.60q", args, name, text, old)
		}
	}
	if len(after) < len(before) {
		t.Errorf("rote %s leaves %d of %d files", args, len(after), len(before))
	}
}

// Two names that the folder takes for one, as by their case, are one file; of those that
// it does not, each is written.
func TestNamesThatDifferInCase(t *testing.T) {
	t.Chdir(t.TempDir())
	call("run", "-csv", "probe", quick)
	_, err := os.Stat("PROBE")
	want := 0
	if err == nil {
		want = 2
	}
	for _, args := range []string{"sweep -o X.csv -svg x.csv " + tiny, "sweep -o Ä.csv -svg ä.csv " + tiny, "run -csv M -svg m " + quick} {
		code, _, stderr := call(strings.Fields(args)...)
		if code != want || code != 0 && !strings.Contains(stderr, " are one file; name another") {
			t.Errorf("rote %s: exit %d: %s", args, code, stderr)
		}
	}
	if left := contents(t); len(left) != 1+6*(2-want)/2 {
		t.Errorf("it leaves %d files", len(left))
	}
}

// An output takes the place of what was there: links lead to it, its mode stays,
// and nothing else is left behind. What is no file is written into.
func TestOutputsReplace(t *testing.T) {
	shelf(t)
	before := contents(t)
	if err := os.Symlink("marks.csv", "also"); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{"run -csv also -svg dangling.csv " + quick, "run -csv also -svg dangling.csv " + quick, "merge -o all.csv -svg all.svg 0.csv 1.csv", "merge -o all.csv -svg all.svg 0.csv 1.csv", "run -csv /dev/null -svg /dev/null " + quick,
		"run -preview card " + quick, "run -preview card " + quick} {
		if code, _, stderr := call(strings.Fields(args)...); code != 0 {
			t.Fatalf("rote %s: exit %d: %s", args, code, stderr)
		}
	}
	after := contents(t)
	if len(after) != len(before)+5 || !strings.HasPrefix(after["marks.csv"], "----------run,") || len(after["marks.csv"]) < 1000 || !strings.HasPrefix(after["new.csv"], "----------<svg") ||
		after["also"][0] != 'L' || after["dangling.csv"][0] != 'L' {
		t.Errorf("there are now %.60q", after)
	}
	if info, err := os.Stat("marks.csv"); err != nil || info.Mode() != 0o600 {
		t.Errorf("the mode has changed to %v, %v", info.Mode(), err)
	}
	if info, err := os.Stat("/dev/null"); err != nil || info.Mode().IsRegular() {
		t.Errorf("/dev/null is now %v, %v", info.Mode(), err)
	}
}

// needLocks skips a test where files cannot be locked.
func needLocks(t *testing.T) {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "lock"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if errors.Is(lock(file), errNoLock) {
		t.Skip("no locks here")
	}
}

// Of two calls of one command at a time one is refused, unless it begins when the
// other has ended, and the file is whole.
func TestSweepTwiceAtATime(t *testing.T) {
	t.Chdir(t.TempDir())
	needLocks(t)
	for range 5 {
		var both sync.WaitGroup
		var codes [2]int
		var says [2]string
		for i := range codes {
			both.Go(func() { codes[i], _, says[i] = call("sweep", "-j", "2", "-o", "x.csv", small) })
		}
		both.Wait()
		for i := range codes {
			if codes[i] != 0 && (codes[i] != 1 || codes[1-i] != 0 || !strings.Contains(says[i], "-o x.csv: another call of rote is writing it")) {
				t.Errorf("exit %v: %q", codes, says)
			}
		}
		if s := readSweep(t, "x.csv"); s.Known() != 16 {
			t.Fatalf("%d runs are known", s.Known())
		}
		if data, _ := os.ReadFile("x.csv"); strings.Count(string(data), "\n") != 16+4 {
			t.Errorf("the file is\n%s", data)
		}
		os.Remove("x.csv")
	}
}
