package catalog_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/simtest"
)

// lesson returns what the lesson of a lab claims. A lesson cannot say what the
// simulation does not do. Those of a lab whose default is Heavy are slow tests.
func lesson(t *testing.T, info sim.Info) []claim {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "assets", "lessons", info.Name+".md"))
	if err != nil {
		t.Fatalf("lab %s has no lesson: %v", info.Name, err)
	}
	claims, err := readClaims(string(text))
	switch {
	case err != nil:
		t.Errorf("lesson %s: %v", info.Name, err)
	case len(claims) == 0:
		t.Errorf("lesson %s claims nothing", info.Name)
	}
	if isHeavy(info, info.Name) && !simtest.Slow {
		return nil
	}
	return slices.DeleteFunc(claims, func(c claim) bool { return isHeavy(info, c.preset) && !simtest.Slow })
}

// isHeavy reports whether an address is that of a Heavy preset.
func isHeavy(info sim.Info, address string) bool {
	return slices.ContainsFunc(info.Presets, func(p sim.Preset) bool { return p.Heavy && p.Address == address })
}

// A claim is an address of a lesson with a condition that holds at its end, or
// none. The first of a step has the step's question, too.
type claim struct {
	preset, observe string
	asks            *prediction
}

// readClaims returns the presets of the ```step blocks with what is said of them.
func readClaims(text string) (claims []claim, err error) {
	inStep := false
	var asks, open *prediction
	for i, line := range strings.Split(text, "\n") {
		key, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch {
		case strings.HasPrefix(line, "```"):
			inStep = strings.TrimSpace(line) == "```step"
			asks = &prediction{}
			open = asks
		case !inStep:
		case key == "axis":
			asks.axis = value
		case key == "law":
			asks.law = value
		case key == "options":
			asks.options = strings.Split(value, " | ")
		case key == "explain":
			asks.explain = value
		case key == "preset":
			claims = append(claims, claim{preset: value, asks: open})
			open = nil
		case key == "observe":
			if len(claims) == 0 || claims[len(claims)-1].observe != "" {
				return claims, fmt.Errorf("line %d: observe without a preset of its own", i+1)
			}
			claims[len(claims)-1].observe = value
		}
	}
	return claims, nil
}

func TestReadClaims(t *testing.T) {
	text := "observe: not in a step\n```step\npreset: a?n=1\nobserve: x > 1\npreset: b\n```\n```go\npreset: c\n```\n"
	claims, err := readClaims(text)
	if err != nil || len(claims) != 2 || claims[0].asks == nil || claims[0].preset != "a?n=1" || claims[0].observe != "x > 1" || claims[1] != (claim{preset: "b"}) {
		t.Errorf("got %+v, %v", claims, err)
	}
	if _, err := readClaims("```step\nobserve: x\n```"); err == nil {
		t.Error("observe before a preset is no error")
	}
}
