package page

import "testing"

func TestTableRow(t *testing.T) {
	if got, want := tableRow("th scope=col", []string{"a<b", `"c" & d`}), "<tr><th scope=col>a&lt;b</th><th scope=col>&quot;c&quot; &amp; d</th></tr>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
