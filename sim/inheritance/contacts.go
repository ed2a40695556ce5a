package inheritance

import (
	"fmt"
	"strings"

	"example.org/rote/sim"
)

// Contacts are pairs to choose from: some of each group, and those that share words with the
// pair on show.
type contacts struct {
	pairs  []int
	texts  []string
	roles  []sim.Role
	picked []bool

	shared      []int
	sharedTexts []string
	sharedRoles []sim.Role
}

// contactsOf is how many pairs of each group there are, and sharedMost how many that share.
const (
	contactsOf = 10
	sharedMost = 12
)

func newContacts(c *corpus) (list contacts) {
	for g := range group(groups) {
		for i := range c.pairs {
			if c.pairs[i].group == g && len(list.pairs) < contactsOf*(int(g)+1) {
				list.pairs, list.roles = append(list.pairs, i), append(list.roles, groupRoles[g])
				list.texts = append(list.texts, c.contact(i))
			}
		}
	}
	list.picked = make([]bool, len(list.pairs))
	return list
}

// contact names a pair by its number and its source.
func (c *corpus) contact(i int) string {
	return fmt.Sprintf("%d %s", i+1, strings.Join(spelled(c.pairs[i].source, spell), " "))
}

func (l *contacts) see(s *scene) {
	r := &s.run.record
	for k, i := range l.pairs {
		l.picked[k] = i == r.shown.pair
	}
	l.shared, l.sharedTexts, l.sharedRoles = l.shared[:0], l.sharedTexts[:0], l.sharedRoles[:0]
	if s.lab.view != pairView {
		return
	}
	for _, b := range r.borrowers(r.shown.pair, sharedMost) {
		l.shared = append(l.shared, b.pair)
		l.sharedTexts = append(l.sharedTexts, modelNames[b.role]+": "+r.corpus.contact(b.pair))
		l.sharedRoles = append(l.sharedRoles, groupRoles[r.corpus.pairs[b.pair].group])
	}
}

func (l *contacts) drawAll(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "Choose a pair", leftOut
	if !s.lab.isLeft() {
		p.Tile(sim.Tiles{N: len(l.pairs), Text: l.texts, Roles: l.roles, Outlined: l.picked, Cols: 4})
	}
}

func (l *contacts) drawShared(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "Who borrows it", s.empty("No model says words of this target to another source.")
	if len(l.shared) > 0 {
		p.Tile(sim.Tiles{N: len(l.shared), Text: l.sharedTexts, Roles: l.sharedRoles, Cols: 1})
	}
}

// Looks are where teacher, baseline and student look at the source of the pair on show.
type looks struct {
	values  [3][]float64 // rows from the last word of the answer up
	heights [3]int
	width   int
	columns []string
	rows    []string
}

func (l *looks) see(s *scene) {
	r := &s.run.record
	source := r.corpus.pairs[r.shown.pair].source
	l.width, l.columns, l.rows = len(source), l.columns[:0], l.rows[:0]
	most := 0
	for role := range l.values {
		l.values[role] = l.values[role][:0]
		l.heights[role] = 0
		if in := r.shown.models[role]; in != nil && in.complete && in.pair == r.shown.pair {
			l.heights[role] = len(in.said) + 1
			for row := len(in.said); row >= 0; row-- {
				l.values[role] = append(l.values[role], in.attention[row*l.width:(row+1)*l.width]...)
			}
		}
		most = max(most, l.heights[role])
		if role > 0 {
			l.columns = append(l.columns, "")
		}
		l.columns = append(l.columns, spelled(source, spell)...)
	}
	for row := range most {
		l.rows = append(l.rows, rowNames[most-1-row])
	}
	l.rows = append(l.rows, "")
}

// rowNames count the words of an answer.
var rowNames = [...]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"}

func (l *looks) draw(p *sim.Panel, s *scene) {
	p.Short, p.Empty = "Where they look", s.empty("The models look once they have begun to learn.")
	if len(l.rows) < 2 {
		return
	}
	p.Axes(sim.Axis{Name: "word of the source", Names: l.columns}, sim.Axis{Name: "word said", Names: l.rows})
	top := float64(len(l.rows)) - 1
	for role, height := range l.heights {
		left := float64(role*(l.width+1)) - 0.5
		p.Label(sim.Label{Text: modelNames[role], X: left, Y: top})
		if height > 0 {
			p.Field(sim.Field{Name: "share of the attention", W: l.width, H: height, Values: l.values[role], Hi: 1,
				X0: left, X1: left + float64(l.width), Y0: top - 0.5 - float64(height), Y1: top - 0.5})
		}
	}
}
