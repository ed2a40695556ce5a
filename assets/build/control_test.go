package main

import (
	"fmt"
	"strings"
	"testing"

	"example.org/rote/sim"
)

func toyRun(t *testing.T, address string) *sim.Run {
	t.Helper()
	run, repairs, err := sim.Open([]sim.Info{toyInfo}, address)
	if err != nil || len(repairs) > 0 {
		t.Fatal(err, repairs)
	}
	return run
}

// html renders the controls of an address as the page of a lab holds them.
func controlsHTML(t *testing.T, address string) map[string]string {
	t.Helper()
	w := workshop{root: "../.."}
	html, err := w.render("lab.html", labPage{card: card{Info: toyInfo, Lesson: &lessonView{}}, Controls: controls(toyRun(t, address))})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, part := range strings.Split(string(html), `<div class="knob" data-knob="`)[1:] {
		key, _, _ := strings.Cut(part, `"`)
		out[key], _, _ = strings.Cut(part, "</div>")
	}
	return out
}

func TestControls(t *testing.T) {
	html := controlsHTML(t, "toy?tol=0.02")
	n := toyRun(t, "toy").Find("n")
	for _, c := range []struct{ key, want string }{
		{"n", `data-kind="int"`}, {"n", fmt.Sprintf(`max="%d" step="any" value="%v"`, n.Stops(), n.PositionOf(20))}, {"n", `value="20" size`}, {"n", "(log)"},
		{"n", "More points fill the gaps. Allowed: 1 to 2 048."}, {"n", `aria-describedby="k-n-note k-n-help k-n-restarts"`},
		{"c", `data-kind="float" hidden`}, {"c", `aria-valuetext="0, off"`},
		{"tol", `value="0.02" size`}, {"view", `<option value="flow" selected>flow</option><option value="curve">curve</option>`},
		{"snake", `type="checkbox" id="k-snake" checked`}, {"snake", "Alternate &lt;order&gt;"},
		{"pts", `aria-disabled="true"`}, {"pts", `id="k-pts-note">Only with data = yours.`}, {"pts", `<tbody id="k-pts-rows">`},
		{"seed", `id="newseed"`}, {"seed", `<input type="text" inputmode="decimal" id="k-seed" value="1"`},
	} {
		if !strings.Contains(html[c.key], c.want) {
			t.Errorf("%s lacks %s:\n%s", c.key, c.want, html[c.key])
		}
	}
	for _, c := range []struct{ key, unwanted string }{{"tol", "restarts"}, {"seed", "range"}, {"n", "hidden>\n"}, {"snake", "text"}} {
		if strings.Contains(strings.Replace(html[c.key], `note" hidden></p>`, "", 1), c.unwanted) {
			t.Errorf("%s has %s:\n%s", c.key, c.unwanted, html[c.key])
		}
	}
	if shown := controlsHTML(t, "toy?view=curve&data=yours"); strings.Contains(shown["c"], `data-kind="float" hidden`) || strings.Contains(shown["pts"], "aria-disabled") {
		t.Error("c or pts is not shown active where it belongs")
	}
}
