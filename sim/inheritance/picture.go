package inheritance

import "example.org/rote/sim"

// A picture is what the frames of a scene borrow. It changes with each tick, and when
// something else is to be shown.
type picture struct {
	names    *names
	strands  *strands
	shares   byGroup // repeated word for word
	right    byGroup // how right
	race     race
	grid     grid
	contacts contacts
	looks    looks
	half     half
	scatter  scatter
	facts    sim.Frame // of which only the facts are used
	says     string
	headline sim.Headline
	try      sim.Try
}

func newPicture(s *scene) picture {
	c := s.run.corpus
	return picture{names: newNames(c.language), strands: newStrands(c), contacts: newContacts(c)}
}

// tick brings the picture up to date after a tick.
func (p *picture) tick(s *scene) {
	if !s.lab.isLeft() {
		p.strands.tick(&s.run.record)
	}
	p.see(s)
}

// see brings the picture up to date with the live knobs.
func (p *picture) see(s *scene) {
	r := &s.run.record
	p.facts.Reset()
	s.measure(&p.facts)
	if s.lab.isLeft() {
		p.scatter.see(s)
	} else {
		p.strands.see(r)
		p.shares.see(r, func(w *watch) *[groups]float64 { return &w.repeats })
		p.right.see(r, func(w *watch) *[groups]float64 { return &w.quality })
		p.race.see(s)
		p.half.see(s)
	}
	p.grid.see(s)
	p.contacts.see(s)
	p.looks.see(s)
	p.says, p.headline, p.try = s.tell(), s.headline(), s.next()
}

// Draw implements [sim.Scene].
func (s *scene) Draw(f *sim.Frame) {
	r, v := &s.run.record, &s.view
	f.Unit, f.Of = "epoch", r.epochs
	if r.parts > 0 {
		f.Part, f.Parts = min(r.part, r.parts), r.parts
	}
	f.Says, f.Headline, f.Try = v.says, v.headline, v.try
	switch s.lab.view {
	case raceView:
		s.drawRace(f)
	case pairView:
		s.drawPair(f)
	case prefixView:
		s.drawPrefix(f)
	case mapView:
		s.drawMap(f)
	default:
		s.drawGroups(f)
	}
	f.Facts = append(f.Facts, v.facts.Facts...)
}

// leftOut is what the pictures of teacher and student say where pairs are left out.
const leftOut = "Here pairs are left out; choose the experiment of teacher and student."

// empty is what a panel says that has nothing to show yet.
func (s *scene) empty(sentence string) string {
	if s.lab.isLeft() {
		return leftOut
	}
	return sentence
}

func (s *scene) drawGroups(f *sim.Frame) {
	v := &s.view
	hero := f.Panel("Of what the teacher has by heart, what reaches the student?")
	hero.Short, hero.Empty = "What arrives", leftOut
	if !s.lab.isLeft() {
		v.strands.draw(hero)
	}
	p := f.Panel("How much of each group is repeated word for word?")
	p.Short, p.Empty = "By group", s.empty("The first answers come with the first epoch.")
	v.shares.draw(p, "share repeated")
	p = f.Panel("How right is what they say?")
	p.Short, p.Empty = "How right", s.empty("The first answers come with the first epoch.")
	v.right.draw(p, "quality")
	s.drawInvented(f.Panel("Who says the same wrong sentence again and again?"))
}
