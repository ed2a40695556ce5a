package simtest

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"example.org/rote/sim"
)

const (
	longestSentence = 110 // characters of Says
	longestShort    = 18  // of a title in the strip
)

// A saying ties words of a sentence to what the facts of the same frame must
// say: where the pattern matches, the condition holds, as [Holds] judges it.
type saying struct {
	lab     string
	pattern *regexp.Regexp
	must    string
}

func say(lab, pattern, must string) saying { return saying{lab, regexp.MustCompile(pattern), must} }

// sayings is the table of strong words: all, none, every, missed.
var sayings = [...]saying{
	say("diffusion", `^None is new`, "copied == 1"),
	say("diffusion", `\b[Aa]ll \d+ samples return the x\b`, "nearest == 1"),
	say("diffusion", `\b(no|none) of the \d+ samples (is a copy|are copies)`, "copied == 0"),
	say("ntk", `\ball of them at epoch`, "has(first)"),
	say("ntk", `\b(no better|most at once)\b`, "best <= 1 && memorized <= best"),
	say("capacity", `\b(meet|hold|give) all\b`, "wrong == 0"),
	say("capacity", `\bare missed\b`, "wrong > 0 || fit > 0"),
	say("capacity", `^\d+ weights remember all`, "memorized == 1"),
	say("capacity", `\bdid not come back\b`, "perp_kept > 0.9"),
	say("decoding", `\bevery wrong label by heart\b`, "memorized == 1 && fitted_wrong == 1"),
	say("decoding", `\bstill reads\b`, "lead > 0"),
	say("decoding", `\breads only\b`, "lead < 0"),
	say("density", `\bstill gain\b`, "v_rise >= 0 && v_best - unseen <= 0.1"),
	say("density", `\blost\b.*\brose on\b`, "v_rise < 0"),
	say("density", `\bthe wrong way\b`, "auc_close < 0.4"),
	say("density", `\bbelow log 2\b`, "twin < 0.6932"),
	say("dejavu", `\bno difference beyond chance\b`, "score <= 2*score_se"),
	say("dejavu", `\bby construction\b`, "score == 0 && score_se == 0"),
	say("dejavu", `\bpictures remembered\b`, "score > 2*score_se"),
	say("dejavu", `\bthe same embedding\b`, "collapsed == 1"),
	say("dejavu", `\bB knows nothing\b`, "repaint_b >= 0.945 && repaint_a < 0.955"),
	say("dejavu", `^Nothing is memorized\b`, "memorized == 0"),
	say("inheritance", `\bnone reaches the student\b`, "kept_noisy == 0"),
	say("inheritance", `\bexceptions are known by heart\b`, "cm_exceptions > cm_clean + 0.1"),
	say("inheritance", `\bthen the mistakes\b`, "qn_t < qn_peak - 0.04"),
	say("inheritance", `\bstops at its teacher\b`, "d_rep < 0 && rep_s > rep_t - 0.031"),
}

// saysErrors returns what is wrong with the words of a frame: with its sentence,
// its number, its next experiment and the titles of its panels.
func saysErrors(info sim.Info, f *sim.Frame) error {
	errs := []error{sentenceErrors(f.Says), headlineErrors(f), tryErrors(info, f)}
	if f.Unit == "" {
		errs = append(errs, errors.New("a tick has no unit"))
	}
	if f.Part < 0 || f.Part > f.Parts {
		errs = append(errs, fmt.Errorf("part %d of %d", f.Part, f.Parts))
	}
	for i := range f.Panels[:min(len(f.Panels), 5)] { // the hero and its strip
		if p := &f.Panels[i]; utf8.RuneCountInString(thumbTitle(p)) > longestShort && len(f.Panels) > 1 {
			errs = append(errs, fmt.Errorf("panel %q: the short title %q has no place in the strip", p.Title, p.Short))
		}
	}
	for _, s := range sayings {
		if s.lab == info.Name && s.pattern.MatchString(f.Says) {
			if ok, err := Holds(s.must, f); err != nil || !ok {
				errs = append(errs, fmt.Errorf("%q: %s does not hold, %v; the facts are %v", f.Says, s.must, err, f.Facts))
			}
		}
	}
	return errors.Join(errs...)
}

// thumbTitle is the title of a panel in the strip.
func thumbTitle(p *sim.Panel) string {
	if p.Short == "" {
		return p.Title
	}
	return p.Short
}

// plural finds one of something in the plural.
var plural = regexp.MustCompile(`(^|[^\d.,⁻−])1 ([a-z-]+ )?(points|samples|labels|labelings|numbers|neurons|pairs|weights|epochs|steps|trials|draws|` +
	`directions|blocks|units|pieces|bends|ramps|zig-zags|readers|heaps|places|flips|networks|pictures|copies|classes|levels|walkers)\b`)

// sentenceErrors returns what is wrong with a sentence as such.
func sentenceErrors(s string) error {
	switch {
	case !isSentence(s):
		return fmt.Errorf("text %q is not a sentence", s)
	case utf8.RuneCountInString(s) > longestSentence:
		return fmt.Errorf("%q has %d characters, want at most %d", s, utf8.RuneCountInString(s), longestSentence)
	case plural.MatchString(s):
		return fmt.Errorf("%q has one of something in the plural", s)
	case strings.Contains(s, "%!"):
		return fmt.Errorf("%q was made with the wrong format", s)
	}
	return nil
}

func headlineErrors(f *sim.Frame) error {
	h := f.Headline
	if h.Fact == "" || h.Words == "" || h.Of < 0 {
		return fmt.Errorf("headline %+v has no fact or no words", h)
	}
	return nil
}

// tryErrors checks that the next experiment opens without repairs, and is another.
func tryErrors(info sim.Info, f *sim.Frame) error {
	if f.Try == (sim.Try{}) {
		return nil
	}
	a, repairs := sim.ParseAddress(f.Try.Address)
	if a.Lab != info.Name { // that of another lab is opened by the page
		return nil
	}
	_, more, err := sim.Idle([]sim.Info{info}, f.Try.Address) // to open it may take long, and this is asked of every frame
	if repairs = append(repairs, more...); err != nil || len(repairs) > 0 || f.Try.Words == "" {
		return fmt.Errorf("try %+v: %v, %q", f.Try, err, repairs)
	}
	return nil
}
