package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/rote/sim"
)

func TestData(t *testing.T) {
	var rows strings.Builder
	for i := range 100 {
		for j := range 64 {
			rows.WriteString(map[bool]string{true: "1", false: "0"}[(i*j+i/7)%3 == 0])
			rows.WriteString(map[bool]string{true: ",", false: "\n"}[j < 63])
		}
	}
	dir := t.TempDir()
	name := func(n string) string { return filepath.Join(dir, n) }
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte(rows.String()))
	z.Close()
	for n, file := range map[string]string{"a.csv": rows.String(), "a.csv.gz": packed.String(), "b.csv": "1,2,3\n", "c.gz": packed.String()[:40]} {
		if err := os.WriteFile(name(n), []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	sum := sim.Checksum([]byte(rows.String()))
	const address = "density?n=50&planted=2&latent=2&width=16&epochs=20&batch=64&folds=3&samples=8"
	_, plain, _ := call("run", "-json", "-data", name("a.csv"), address)
	_, zipped, _ := call("run", "-json", "-data", name("a.csv.gz"), address+"&data=file&file="+sum)
	if plain != zipped || !strings.Contains(plain, "data=file") || !strings.Contains(plain, "file="+sum) || !strings.Contains(plain, `"growth"`) {
		t.Errorf("the run of the file is %.300s, and packed %.300s", plain, zipped)
	}
	for _, c := range []struct{ file, address, says string }{
		{"", address + "&data=file", "-data FILE"},
		{"none", address, "none"},
		{"b.csv", address, "3 numbers; allowed is"},
		{"c.gz", address, "unexpected EOF"},
		{"a.csv", address + "&data=file&file=00000000", "asks for 00000000"},
		{"a.csv", "diffusion?n=4", "takes no file"},
	} {
		args := []string{"run", "-steps", "0", c.address}
		if c.file != "" {
			args = append(args, "-data", name(c.file))
		}
		if code, out, stderr := call(args...); code == 0 || out != "" || !strings.Contains(stderr, c.says) {
			t.Errorf("%v = %d, want %q: %s%s", args, code, c.says, out, stderr)
		}
	}
}
