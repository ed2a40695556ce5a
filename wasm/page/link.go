package page

import (
	"fmt"
	"slices"
	"strings"

	"example.org/rote/sim"
)

// A link is what a page's fragment says beyond the run's address: how the page
// is shown.
type link struct {
	present bool     // mode=present
	embed   bool     // mode=embed
	rev     string   // the version it is pinned to: written, and not read
	lesson  bool     // show=lesson in the usual page: its lesson is open
	show    []string // the knobs shown in present mode, at most mostShown, or the faces shown in a frame
}

// faces are what can be seen in a frame of another page, beside the picture, and
// the face of the page that each of them is.
var faces = map[string]string{"controls": "explore", "lesson": "lesson", "readings": "numbers"}

const mostShown = 3

// openLink opens what the fragment of a lab's page says, without its #. As with
// [sim.Open], everything that is wrong is repaired, and the repairs say so. The run
// has no state: that is the worker's, and would take memory here.
func openLink(labs []sim.Info, lab, fragment string) (r *sim.Run, l link, repairs []string, err error) {
	text := lab + "/#" + fragment
	if r, repairs, err = sim.Idle(labs, text); err != nil {
		return nil, link{}, repairs, err
	}
	a, _ := sim.ParseAddress(text)
	l, more := readLink(r, a)
	return r, l, append(repairs, more...), nil
}

func readLink(r *sim.Run, a sim.Address) (l link, repairs []string) {
	switch mode := a.Get("mode"); mode {
	case "":
	case "present":
		l.present = true
	case "embed":
		l.embed = true
	default:
		repairs = append(repairs, fmt.Sprintf("mode = %s is unknown; allowed are present and embed; showing the usual page.", sim.Quote(mode)))
	}
	for key := range strings.SplitSeq(a.Get("show"), ",") {
		switch {
		case key == "" || slices.Contains(l.show, key):
		case l.embed:
			if faces[key] == "" {
				repairs = append(repairs, fmt.Sprintf("show = %s is unknown in a frame and is left out; allowed are controls, lesson and readings.", sim.Quote(key)))
				continue
			}
			l.show = append(l.show, key)
		case key == "lesson" && !l.present:
			l.lesson = true
		case r.Find(key) == nil || key == "at":
			repairs = append(repairs, fmt.Sprintf("show = %s is not a knob of %s and is left out; allowed are its knobs, and lesson without mode=present.", sim.Quote(key), r.Info.Name))
		case len(l.show) == mostShown:
			repairs = append(repairs, fmt.Sprintf("show names more than %d knobs; %s is left out.", mostShown, key))
		default:
			l.show = append(l.show, key)
		}
	}
	return l, repairs
}

// format returns the shortest fragment, without #, that opens the run at a step
// and in this way of showing it.
func (l link) format(r *sim.Run, at int) string {
	var parts []string
	if query := sim.Query(r.Address()); query != "" {
		parts = append(parts, query)
	}
	if at > 0 {
		parts = append(parts, fmt.Sprintf("at=%d", at))
	}
	return strings.Join(append(parts, l.manner()...), "&")
}

// of returns the fragment, without #, that opens an address in this way of showing
// it.
func (l link) of(address string) string {
	var parts []string
	if query := sim.Query(address); query != "" {
		parts = append(parts, query)
	}
	return strings.Join(append(parts, l.manner()...), "&")
}

// manner returns the parts of a fragment that say how the page is shown.
func (l link) manner() (parts []string) {
	if l.present {
		parts = append(parts, "mode=present")
	}
	if l.embed {
		parts = append(parts, "mode=embed")
	}
	show := l.show
	if l.lesson && !l.present && !l.embed {
		show = append([]string{"lesson"}, show...)
	}
	if len(show) > 0 {
		parts = append(parts, "show="+strings.Join(show, ","))
	}
	if l.rev != "" {
		parts = append(parts, "rev="+l.rev)
	}
	return parts
}

// shows reports whether the knob is among the few of the present mode: those the
// link names, or else the first main ones that differ from their default, and then
// the first of the others. The view is not one of them.
func (l link) shows(r *sim.Run, key string) bool {
	list := l.show
	if len(list) == 0 || l.embed {
		list = fewKnobs(r)
	}
	return slices.Contains(list[:min(mostShown, len(list))], key)
}

func fewKnobs(r *sim.Run) (changed []string) {
	var others []string
	for _, k := range r.Knobs.Main() {
		switch {
		case k.Key == "view" || k.Kind == sim.PointsKind || k.Inactive() != "":
		case k.Text() != k.DefaultText():
			changed = append(changed, k.Key)
		default:
			others = append(others, k.Key)
		}
	}
	return append(changed, others...)
}
