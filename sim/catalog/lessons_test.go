package catalog_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
)

// A lesson cannot say what the simulation does not do: every run that it
// proposes is run to the end, and the condition that its text claims holds.
func TestLessons(t *testing.T) {
	for _, info := range catalog.Labs() {
		text, err := os.ReadFile(filepath.Join("..", "..", "assets", "lessons", info.Name+".md"))
		if err != nil {
			t.Errorf("lab %s has no lesson: %v", info.Name, err)
			continue
		}
		claims, err := readClaims(string(text))
		if err != nil {
			t.Errorf("lesson %s: %v", info.Name, err)
		}
		if len(claims) == 0 {
			t.Errorf("lesson %s claims nothing", info.Name)
		}
		for _, c := range claims {
			t.Run(c.preset, func(t *testing.T) { c.check(t) })
		}
	}
}

// A claim is an address of a lesson with a condition that holds at its end, or
// none.
type claim struct{ preset, observe string }

// readClaims returns the pairs of preset and observe of the ```step blocks.
func readClaims(text string) (claims []claim, err error) {
	inStep := false
	for i, line := range strings.Split(text, "\n") {
		key, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch {
		case strings.HasPrefix(line, "```"):
			inStep = strings.TrimSpace(line) == "```step"
		case !inStep:
		case key == "preset":
			claims = append(claims, claim{preset: value})
		case key == "observe":
			if len(claims) == 0 || claims[len(claims)-1].observe != "" {
				return claims, fmt.Errorf("line %d: observe without a preset of its own", i+1)
			}
			claims[len(claims)-1].observe = value
		}
	}
	return claims, nil
}

func (c claim) check(t *testing.T) {
	run, repairs, err := sim.Open(catalog.Labs(), c.preset)
	if err != nil || len(repairs) > 0 {
		t.Fatalf("%v %q", err, repairs)
	}
	run.Finish()
	if c.observe == "" {
		return
	}
	ok, err := holds(c.observe, run.Frame().Value)
	if err != nil {
		t.Fatalf("%s: %v", c.observe, err)
	}
	if !ok {
		t.Errorf("%s does not hold; the facts are %v", c.observe, values(run.Frame().Facts))
	}
}

func values(facts []sim.Fact) map[string]float64 {
	out := map[string]float64{}
	for _, f := range facts {
		out[f.Key] = f.Value
	}
	return out
}

func TestReadClaims(t *testing.T) {
	text := "observe: not in a step\n```step\npreset: a?n=1\nobserve: x > 1\npreset: b\n```\n```go\npreset: c\n```\n"
	claims, err := readClaims(text)
	if err != nil || len(claims) != 2 || claims[0] != (claim{"a?n=1", "x > 1"}) || claims[1] != (claim{preset: "b"}) {
		t.Errorf("got %q, %v", claims, err)
	}
	if _, err := readClaims("```step\nobserve: x\n```"); err == nil {
		t.Error("observe before a preset is no error")
	}
}
