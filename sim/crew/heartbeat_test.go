package crew

import (
	"fmt"
	"testing"
)

func TestHeartbeat(t *testing.T) {
	var h Heartbeat
	for range 100 {
		if h.Beat() {
			t.Fatal("an answering worker is called silent")
		}
		h.Heard()
	}
	beats := 1
	for ; !h.Beat(); beats++ {
	}
	if got := (beats - 1) * BeatEvery; got != 3000 {
		t.Errorf("silent after %d ms, want 3000", got)
	}
	if want := fmt.Sprintf("it gave no sign of life for %d seconds", mostMissed*BeatEvery/1000); TooSilent != want {
		t.Errorf("it says %q, want %q", TooSilent, want)
	}
	var s Start
	waits, slow := 0, 0
	for ; !s.Beat(); waits++ {
		if !s.Slow() {
			slow = (waits + 2) * BeatEvery
		}
	}
	if slow != 15_000 {
		t.Errorf("slow after %d ms, want 15000", slow)
	}
	if want := fmt.Sprintf("it was not ready after %d seconds", waits*BeatEvery/1000); TooLate != want {
		t.Errorf("it says %q, want %q", TooLate, want)
	}
	if want := fmt.Sprintf("it took more than %d MB of memory", MemoryBudget>>20); TooLarge != want {
		t.Errorf("it says %q, want %q", TooLarge, want)
	}
}
