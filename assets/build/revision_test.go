package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A checkout has a revision, one in which something was changed says so, and a copy of
// it without a history has none, even inside of another checkout.
func TestRevision(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "go.mod")
	os.WriteFile(file, []byte("module a"), 0o644)
	if got := revision(dir); got != "" {
		t.Errorf("a folder without a history has the revision %q", got)
	}
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git")
	}
	for _, args := range []string{"init -q", "add go.mod", "-c user.name=a -c user.email=a@example.org -c commit.gpgsign=false commit -q -m a"} {
		cmd := exec.Command("git", strings.Fields(args)...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v %s", args, err, out)
		}
	}
	clean := revision(dir)
	if !regexp.MustCompile(`^[0-9a-f]{12,}$`).MatchString(clean) {
		t.Errorf("the revision of a commit is %q", clean)
	}
	os.WriteFile(file, []byte("module b"), 0o644)
	if got := revision(dir); got != clean+" (modified)" {
		t.Errorf("a changed checkout has the revision %q", got)
	}
	inner := filepath.Join(dir, "unpacked")
	os.MkdirAll(inner, 0o755)
	os.WriteFile(filepath.Join(inner, "go.mod"), []byte("module c"), 0o644)
	if got := revision(inner); got != "" {
		t.Errorf("an unpacked copy has the revision %q", got)
	}
}
