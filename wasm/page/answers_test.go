package page

import "testing"

func TestAnswers(t *testing.T) {
	answers := map[string]answer{"ntk": {"About half", 128, 256, 250}, "ntk?ratio=0.5": {"", 0, 233, 230}}
	text := formatAnswers([]string{"ntk", "ntk?ratio=0.5", "ntk?m=1024"}, answers)
	back := readAnswers(text + "damaged\nntk?x\ta\tNaN\t1\t2\n")
	if len(back) != 2 || back["ntk"] != answers["ntk"] || back["ntk?ratio=0.5"] != answers["ntk?ratio=0.5"] {
		t.Errorf("%q comes back as %v", text, back)
	}
}

func TestSheet(t *testing.T) {
	got := sheet("Two*", []asked{{"How_many?", "http://x/ntk/#m=7&show=lesson", answer{said: "About <half>", is: 256}, true}, {question: "And now?", link: "http://x/ntk/#show=lesson"}})
	want := "# Two\\*\n\n1. How\\_many?\n   You said “About \\<half>”. It is 256.\n   <http://x/ntk/#m=7&show=lesson>\n" +
		"\n2. And now?\n   Not answered yet.\n   <http://x/ntk/#show=lesson>\n"
	if got != want {
		t.Errorf("the answers are\n%s, want\n%s", got, want)
	}
}

func TestMade(t *testing.T) {
	answers := map[string]answer{"ntk": {said: "About half"}, "ntk?ratio=0.5": {}, "ntk?m=7": {said: "of an older lesson"}}
	if n := made([]string{"ntk", "ntk?ratio=0.5", "ntk?m=1024"}, answers); n != 1 {
		t.Errorf("%d predictions, want 1", n)
	}
}
