package page

import (
	"runtime"
	"testing"
)

func TestTableRow(t *testing.T) {
	if got, want := tableRow("th scope=col", []string{"a<b", `"c" & d`}), "<tr><th scope=col>a&lt;b</th><th scope=col>&quot;c&quot; &amp; d</th></tr>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// The memory of a program never shrinks, and a table may have 16,000 rows: four times
// the rows want four times the memory.
func TestTableMemory(t *testing.T) {
	var bytes [2]uint64
	for i, n := range []int{1000, 4000} {
		rows := make([][]string, n)
		for i := range rows {
			rows[i] = []string{"0.12345", "-6.78901"}
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		tableHTML("Weights", []string{"x", "y"}, rows)
		runtime.ReadMemStats(&after)
		bytes[i] = after.TotalAlloc - before.TotalAlloc
	}
	if bytes[1] > 6*bytes[0] {
		t.Errorf("1000 rows take %d bytes, 4000 rows %d", bytes[0], bytes[1])
	}
}
