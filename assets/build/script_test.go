package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// newSyntax is what a browser of early 2023 cannot parse: with one such place none of the
// script runs.
var newSyntax = regexp.MustCompile(`\(\?<[=!]|/[dgimsuy]*v[dgimsuy]*[,;)]`)

func TestScriptsParse(t *testing.T) {
	scripts, err := filepath.Glob("../web/*.js")
	if err != nil || len(scripts) < 4 {
		t.Fatalf("scripts: %v, %v", scripts, err)
	}
	for _, name := range scripts {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if found := newSyntax.Find(text); found != nil {
			t.Errorf("%s has %s", name, found)
		}
	}
}
