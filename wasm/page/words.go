package page

import (
	"fmt"
	"strings"
	"unicode"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
)

// stepWords says where a run stands: "epoch 40 of 200", or "epoch 40" where the
// total is not known.
func stepWords(unit string, step, of int) string {
	text := strings.ToLower(unit) + " " + whole(step)
	if of > 0 {
		text += " of " + whole(of)
	}
	return text
}

// unitWords is what the steps of a run are, in sentence case: "Epoch".
func unitWords(f *sim.Frame) string { return upper(or(f.Unit, "step")) }

// countWords says where a run stands, beside its unit: "64 of 200", and inside of
// a long step "64 of 200, part 3 of 5".
func countWords(f *sim.Frame) string {
	text := whole(f.Step)
	if f.Of > 0 {
		text += " of " + whole(f.Of)
	}
	if f.Parts > 0 {
		text += fmt.Sprintf(", part %d of %d", f.Part, f.Parts)
	}
	return text
}

// whole writes a number with its thousands set apart.
func whole(n int) string { return figure.Number(float64(n)) }

// or returns a text, or another where it is empty.
func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// tryWords puts the words of an experiment behind "Try": "Try: stop early". What
// begins with an abbreviation or a name in capitals stays as it is.
func tryWords(words string) string {
	if r := []rune(words); len(r) > 1 && unicode.IsUpper(r[0]) && !unicode.IsUpper(r[1]) {
		words = strings.ToLower(string(r[:1])) + string(r[1:])
	}
	return "Try: " + strings.ReplaceAll(words, " = ", "\u00a0=\u00a0")
}

// stateWords is what the live region says when the run starts, pauses, ends or
// passes a milestone.
func stateWords(state, unit string, step, of int, says string) string {
	switch state {
	case "running":
		return strings.TrimSpace("Running, " + stepWords(unit, step, of) + ". " + says)
	case "finished":
		return fmt.Sprintf("Finished at %s: %s", stepWords(unit, step, 0), says)
	case "paused":
		return strings.TrimSpace("Paused at " + stepWords(unit, step, of) + ". " + says)
	}
	return strings.TrimSpace("Ready. " + says)
}

// pastEnd is the repair of a link that asks for a step behind the end.
func pastEnd(asked, end int) string {
	return fmt.Sprintf("at = %d is behind the end of this run; using its last step, %d.", asked, end)
}

// fileName names a download after the run's address and step, so that it says
// where it comes from.
func fileName(address string, step int, part, extension string) string {
	name := "rote-" + address + fmt.Sprintf("-at=%d", step)
	if part != "" {
		name += "-" + part
	}
	return safeName(name, extension)
}

// sweepFile names a download after a sweep.
func sweepFile(address, extension string) string { return safeName("rote-"+address, extension) }

// safeName leaves out what file systems do not like.
func safeName(name, extension string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case r == '?' || r == '&' || r == ' ' || r == '/':
			return '-'
		case r == '*':
			return 'x'
		case strings.ContainsRune("-=.,+_", r), r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
			return r
		}
		return -1
	}, name)
	const most = 120
	return name[:min(most, len(name))] + "." + extension
}

// crashWords turns the last lines of a program that ended into a sentence.
func crashWords(exit int, lines []string) string {
	for _, line := range lines {
		if text, ok := strings.CutPrefix(line, "panic: "); ok {
			return "an error in its program (" + shorten(text, 160) + ")"
		}
		if strings.Contains(line, "out of memory") {
			return "it ran out of memory"
		}
	}
	return fmt.Sprintf("its program ended with code %d", exit)
}

func shorten(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// kernelWords says on which path the numbers of a network or a mixture come; caps
// is what the kernel can do.
func kernelWords(caps int) string {
	if caps > 0 {
		return "Kernel: WebAssembly SIMD."
	}
	return "Kernel: portable. Without WebAssembly SIMD the same steps take longer."
}
