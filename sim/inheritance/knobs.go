package inheritance

import "example.org/rote/sim"

// Knobs implements [sim.Lab].
func (l *Lab) Knobs(k *sim.Knobs) {
	l.viewKnob = k.Choice(&l.view, "view", "What to look at", groupsView, raceView, pairView, prefixView, mapView).
		Names("What arrives", "Student against baseline", "One pair", "Half a sentence", "With and without").
		Live(groupsView, raceView, pairView, prefixView).Help("Which pictures to draw; the run is the same in all but the last.")
	l.courseKnobs(k)
	l.corpusKnobs(k)
	l.poisonKnobs(k)
	l.modelKnobs(k)
	l.shownKnobs(k)
}

func (l *Lab) distils() bool { return !l.isLeft() }

// onlyDistilling is why a knob has no effect where pairs are left out.
const onlyDistilling = "Not where pairs are left out."

func (l *Lab) courseKnobs(k *sim.Knobs) {
	k.Group("The experiment")
	k.Choice(&l.experiment, "experiment", "Experiment", distil, counterfactual).Names("Teacher and student", "Leave pairs out").
		Main(mapView).Help("Teacher and student, or leaving pairs out.")
	k.Choice(&l.adapt, "adapt", "Repair the teacher", off, byQuality, byAgreement, byChance).
		Names("No", "On good pairs", "On pairs that it agrees with", "On random pairs").Main(groupsView).Short("Repair").
		Help("Short fine-tuning of the teacher before its student learns; random pairs are the control.").When(onlyDistilling, l.distils)
	k.Int(&l.sepochs, "sepochs", "Student epochs", 25, 1, 100).Log().Main(groupsView, raceView).Short("Student").
		Help("Baseline and student train equally long.")
	k.Int(&l.tepochs, "tepochs", "Teacher epochs", 30, 1, 100).Log().Main(groupsView, raceView, pairView).Short("Teacher").
		Help("How long the teacher trains.")
}

func (l *Lab) corpusKnobs(k *sim.Knobs) {
	hasHeads := func() bool { return l.heads > 0 }
	k.Group("The corpus")
	k.Int(&l.n, "n", "Corpus pairs", 900, 200, 2000).Log().Main(mapView).Short("Pairs").Help("Size of the corpus.")
	k.Float(&l.noise, "noise", "Noisy share", 0.2, 0, 0.5).Main(groupsView, pairView).Help("Pairs with a false target of their own.")
	k.Int(&l.heads, "heads", "Set phrases", 16, 0, 40).Main(groupsView).Help("Sentence openings with one fixed, false target.")
	k.Int(&l.copies, "copies", "Copies of each", 12, 2, 20).Main(groupsView, prefixView).Short("Copies").
		Help("How often a set phrase occurs, with other endings.").When("There is no set phrase.", hasHeads)
	k.Float(&l.correct, "correct", "Exceptions", 0.25, 0, 1).Main(mapView).Help("Share of the copies that are translated correctly.").
		When("There is no set phrase.", hasHeads)
	k.Float(&l.syn, "syn", "Synonyms", 0.15, 0, 0.5).Help("How often a word gets its second translation.")
}

func (l *Lab) poisonKnobs(k *sim.Knobs) {
	k.Group("Poison one set phrase")
	k.Int(&l.poison, "poison", "Poisoned phrase", 0, 0, 40).Main(prefixView).Short("Poisoned").
		Help("Number of the set phrase whose copies you choose; 0 is none.").When("There is no set phrase.", func() bool { return l.heads > 0 })
	k.Int(&l.doses, "doses", "Copies of the poisoned one", 4, 0, 20).Main(prefixView).Short("Its copies").
		Help("All with its false target, and other endings.").When("No set phrase is poisoned.", func() bool { return l.poison > 0 && l.heads > 0 })
}

func (l *Lab) modelKnobs(k *sim.Knobs) {
	k.Group("The models")
	k.Float(&l.drop, "drop", "Teacher dropout", 0, 0, 0.3).Main(raceView, pairView, mapView).Short("Dropout").
		Help("A teacher with dropout translates better and repeats fewer mistakes.")
	k.Choice(&l.twidth, "twidth", "Teacher width", "16", "24", "32", "48", "64").Default("32").Help("Numbers for each word in the teacher.")
	k.Choice(&l.swidth, "swidth", "Student width", "8", "16", "24", "32", "48").Default("24").Main(raceView).Help("The same in student and baseline.")
	k.Float(&l.smooth, "smooth", "Label smoothing", 0, 0, 0.2).Help("Share of the target that is spread over all words.")
	k.Float(&l.qmin, "qmin", "Quality threshold", 0.85, 0.5, 1).Short("Quality").Help("Pairs above this repair the teacher.").
		When("Only where good pairs repair the teacher.", func() bool { return l.distils() && l.adapt == byQuality })
	k.Int(&l.repairs, "ftepochs", "Repair epochs", 3, 1, 10).Help("How long the teacher is repaired.").
		When("The teacher is not repaired.", func() bool { return l.distils() && l.adapt != off })
}

func (l *Lab) shownKnobs(k *sim.Knobs) {
	k.Group("What is shown")
	l.pickKnob = k.Int(&l.pick, "pick", "Pair shown", 0, 0, 2000).Live().Main(pairView, prefixView).Short("Pair").
		Help("0: the lab chooses one; else its number in the corpus, the last if above.")
	k.Float(&l.prefix, "prefix", "Memorized if prefix ≤", 0.75, 0.25, 1).Live().Main(prefixView).Short("Prefix").
		Help("Share of the source that is enough to call its target memorized.").When(onlyDistilling, l.distils)
	prefix := k.In(&l.view, prefixView)
	prefix.Group("What is shown")
	l.cutKnob = prefix.Int(&l.cut, "cut", "Words shown", 4, 1, 9).Live().Main().Help("How many words of the source the models may read.")
}
