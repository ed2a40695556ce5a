package catalog_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A meaning is what the page of meanings says of the end of a run, and what its numbers are.
type meaning struct {
	says  string
	reads []string // expressions over facts and knobs
}

// meanings returns what the page says of the runs of a lab, by address. Heavy runs are slow
// tests.
func meanings(t *testing.T, lab string) map[string]meaning {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "assets", "map.md"))
	if err != nil {
		t.Fatal(err)
	}
	list := map[string]meaning{}
	for _, block := range strings.Split(string(text), "```meaning")[1:] {
		parts := map[string]string{}
		for line := range strings.SplitSeq(block, "\n") {
			key, value, _ := strings.Cut(line, ":")
			parts[key] = strings.TrimSpace(value)
		}
		if parts["lab"] == lab {
			list[parts["run"]] = meaning{parts["says"], strings.Split(parts["reads"], " | ")}
		}
	}
	if len(list) == 0 {
		t.Errorf("the page of meanings has no row for %s", lab)
	}
	return list
}
