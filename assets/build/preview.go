package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// A preview is the picture that stands for a link to a page.
type preview struct {
	URL           string // "" where the site does not know its host
	Width, Height int
}

// previews is the folder of their files.
const previews = "preview"

func (w *workshop) rote() string { return filepath.Join(w.cache.dir, "bin", "rote") }

// buildRote builds the command line, where it is to draw.
func (w *workshop) buildRote() error {
	if w.origin == "" {
		return nil
	}
	file, err := filepath.Abs(w.rote())
	if err != nil {
		return err
	}
	return w.goCommand(nil, "build", "-trimpath", "-buildvcs=false", "-o", file, "./sim/cmd/rote")
}

// preview has the command line draw a lab's default run after some of its ticks, with
// its question or another heading. Its program is a part of what the picture is made
// from.
func (w *workshop) preview(name, lab string, ticks int, heading string) (p preview, err error) {
	if w.origin == "" {
		return p, nil
	}
	program, err := os.ReadFile(w.rote())
	if err != nil {
		return p, err
	}
	args := []string{"run", "-preview", "-", "-steps", strconv.Itoa(ticks), lab}
	if heading != "" {
		args = append(args, "-heading", heading)
	}
	png, err := w.cache.get(func() ([]byte, error) {
		cmd := exec.Command(w.rote(), args...)
		cmd.Stderr = os.Stderr
		return cmd.Output()
	}, program, []byte(strings.Join(args, "\n")))
	if err != nil {
		return p, fmt.Errorf("rote %s: %w", strings.Join(args, " "), err)
	}
	return preview{w.url(w.site.addHashed(previews+"/"+name+".png", png)), 1200, 630}, nil
}
