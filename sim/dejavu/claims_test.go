package dejavu

import (
	"testing"

	"example.org/rote/sim/simtest"
)

// What holds of a run that takes no time.
func TestQuickClaims(t *testing.T) {
	simtest.Claims(t, Info(), []simtest.Claim{
		{ID: "D8", Address: little + "&epochs=10&second=copy", Fact: "score", Want: 0, Within: 0},
		{ID: "chance", Address: little + "&epochs=1", Fact: "chance", Want: 0.25, Within: 0},
		{ID: "D11", Address: little + "&epochs=1", Fact: "excluded", Want: 0, Within: 0},
	})
}
