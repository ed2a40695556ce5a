package catalog_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/catalog"
	"example.org/rote/sim/simtest"
)

// A belief is what a page for teachers says that a run refutes: the condition at its end,
// and what is seen there, with its numbers.
type belief struct {
	run, observe, shows string
	reads               []string // expressions over facts and knobs
}

// beliefs returns those of a lab; a lab without a page for teachers has none. Heavy runs
// are slow tests.
func beliefs(t *testing.T, info sim.Info) []belief {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "assets", "lessons", "teach", info.Name+".md"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	list := readBeliefs(string(text))
	if len(list) == 0 {
		t.Errorf("the page for teachers of %s refutes nothing", info.Name)
	}
	return slices.DeleteFunc(list, func(b belief) bool { return isHeavy(info, b.run) && !simtest.Slow })
}

func readBeliefs(text string) (list []belief) {
	for _, block := range strings.Split(text, "```belief\n")[1:] {
		parts := map[string]string{}
		block, _, _ = strings.Cut(block, "\n```")
		for line := range strings.SplitSeq(block, "\n") {
			key, value, _ := strings.Cut(line, ":")
			parts[key] = strings.TrimSpace(value)
		}
		b := belief{run: parts["run"], observe: parts["observe"], shows: parts["shows"]}
		if parts["reads"] != "" {
			b.reads = strings.Split(parts["reads"], " | ")
		}
		list = append(list, b)
	}
	return list
}

// holds checks the condition and the numbers at the end of the run.
func (b belief) holds(r *sim.Run) error {
	ok, err := simtest.Holds(b.observe, r.Frame())
	if err == nil && !ok {
		err = errors.New(b.observe + " does not hold")
	}
	return errors.Join(err, simtest.Numbers(r, b.shows, b.reads...))
}

func TestBeliefHolds(t *testing.T) {
	text := "Words.\n```belief\nsays: x\nrun: ntk?m=16&d=4\nobserve: weights >= 16\nshows: It has 16 labels.\nreads: m\n```\n```belief\nrun: ntk\nshows: Two.\n```\n"
	list := readBeliefs(text)
	if len(list) != 2 || list[0].run != "ntk?m=16&d=4" || list[1].reads != nil {
		t.Fatalf("got %+v", list)
	}
	r, _, err := sim.Open(catalog.Labs(), list[0].run)
	if err != nil {
		t.Fatal(err)
	}
	if err := list[0].holds(r); err != nil {
		t.Error(err)
	}
	for _, wrong := range []belief{
		{observe: "weights < 16", shows: "It has 16 labels.", reads: []string{"m"}},
		{observe: "weights >= 16", shows: "It has 9 labels.", reads: []string{"m"}},
		{observe: "weights >= 16", shows: "It has 16 labels."},
		{shows: "It has labels."},
	} {
		if wrong.holds(r) == nil {
			t.Errorf("%+v holds", wrong)
		}
	}
}
