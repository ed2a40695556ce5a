package inheritance

import (
	"testing"

	"example.org/rote/sim/simtest"
)

func TestContract(t *testing.T) { simtest.Test(t, Info()) }
