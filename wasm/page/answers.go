package page

import (
	"fmt"
	"strconv"
	"strings"

	"example.org/rote/sim/figure"
)

// An answer is what was said to a question before its run, and what the run gave.
type answer struct {
	said      string // in words; "" is a run without a prediction
	predicted float64
	is        float64
	law       float64 // of theory, or NaN
}

// lawful reports whether there is a law to compare with.
func (a answer) lawful() bool { return a.law-a.law == 0 }

// made returns how many of the runs have a prediction; a run without one does not count.
func made(runs []string, answers map[string]answer) (n int) {
	for _, run := range runs {
		if answers[run].said != "" {
			n++
		}
	}
	return n
}

// An asked is a question of a lesson, with its answer if it has one.
type asked struct {
	question string
	link     string // opens it
	answer
	known bool
}

// plain escapes what Markdown would take for marks.
var plain = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "<", `\<`, "[", `\[`, "`", "\\`")

// sheet writes the questions of a lesson as Markdown, each with what was said, the
// result, and the link that opens it.
func sheet(title string, list []asked) string {
	var text strings.Builder
	fmt.Fprintf(&text, "# %s\n", plain.Replace(title))
	for i, a := range list {
		said := "Not answered yet."
		if a.known {
			said = plain.Replace(verdict(a.answer))
		}
		fmt.Fprintf(&text, "\n%d. %s\n   %s\n   <%s>\n", i+1, plain.Replace(a.question), said, a.link)
	}
	return text.String()
}

// verdict compares a prediction with its result, in words.
func verdict(a answer) string {
	is := "It is " + figure.Number(a.is) + "."
	if a.said == "" {
		return is
	}
	return "You said “" + a.said + "”. " + is
}

// formatAnswers writes answers by their runs, one a line.
func formatAnswers(runs []string, answers map[string]answer) string {
	var text strings.Builder
	for _, run := range runs {
		if a, ok := answers[run]; ok {
			text.WriteString(strings.Join([]string{run, a.said, formatPlain(a.predicted), formatPlain(a.is), formatPlain(a.law)}, "\t") + "\n")
		}
	}
	return text.String()
}

func formatPlain(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// readAnswers reads them; lines that are none are left out.
func readAnswers(text string) map[string]answer {
	answers := map[string]answer{}
	for line := range strings.SplitSeq(text, "\n") {
		parts := strings.Split(line, "\t")
		if len(parts) != 5 {
			continue
		}
		predicted, wrong := strconv.ParseFloat(parts[2], 64)
		is, wrongToo := strconv.ParseFloat(parts[3], 64)
		law, wrongLaw := strconv.ParseFloat(parts[4], 64)
		if wrong == nil && wrongToo == nil && wrongLaw == nil && predicted-predicted == 0 && is-is == 0 {
			answers[parts[0]] = answer{parts[1], predicted, is, law}
		}
	}
	return answers
}
