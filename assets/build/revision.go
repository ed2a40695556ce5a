package main

import (
	"os/exec"
	"strings"
)

// revision returns that of the checkout in a folder: 12 digits, and a word if something
// in it is not as it was committed. It is "" where there is no git, or where git knows
// nothing of the folder, such as one that was unpacked from an archive.
func revision(root string) string {
	git := func(args ...string) (out string, ok bool) {
		cmd := exec.Command("git", args...)
		cmd.Dir = root
		text, err := cmd.Output()
		return strings.TrimSpace(string(text)), err == nil
	}
	if _, ok := git("ls-files", "--error-unmatch", "go.mod"); !ok {
		return "" // another repository may lie around the folder
	}
	head, ok := git("rev-parse", "--short=12", "HEAD")
	if changes, known := git("status", "--porcelain"); ok && known && changes != "" {
		head += " (modified)"
	}
	return head
}
