package catalog_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.org/rote/sim/catalog"
)

var (
	commas    = regexp.MustCompile(`(^|[^\d,=.*])\d{1,3}(,\d{3})+($|[^\d,.*])`)
	addresses = regexp.MustCompile(`[a-z]+\?\S+|Address "[^"]*"|== \S+`)
)

// No text of a lab sets thousands apart by a comma, which half of the world reads as
// a decimal point.
func TestThousands(t *testing.T) {
	for _, info := range catalog.Labs() {
		golden, err := os.ReadFile(filepath.Join("..", info.Name, "testdata", "golden.txt"))
		if err != nil {
			t.Fatal(err)
		}
		info.Cite = ""
		for line := range strings.SplitSeq(fmt.Sprintf("%+v\n%s", info, golden), "\n") {
			if text := addresses.ReplaceAllString(line, ""); commas.MatchString(text) {
				t.Errorf("lab %s: %s", info.Name, commas.FindString(text))
			}
		}
	}
}
