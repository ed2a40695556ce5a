package inheritance

import "example.org/rote/sim"

// repeatedByTeacher is what the teacher of the default corpus repeats: the mean of 24 runs.
const repeatedByTeacher = 0.78

// Theory implements [sim.Theorist]: the limits of long training, over the epochs of the
// student, where the teacher is that of the default.
func (l *Lab) Theory(x, y *sim.Knob, fact string, p *sim.Panel) {
	if x.Key != "sepochs" || y != nil || l.tepochs != 30 || l.drop != 0 || l.noise != 0.2 {
		return
	}
	switch fact {
	case "rep_s":
		p.Level(sim.Line{Name: "the default teacher's 0.78: a student that follows it ends there", Role: sim.Theory}, repeatedByTeacher, x.Min, x.Max)
	case "d_rep":
		p.Level(sim.Line{Name: "0.78 − 1: a student that follows its teacher, a baseline that knows all", Role: sim.Theory}, repeatedByTeacher-1, x.Min, x.Max)
	}
}
