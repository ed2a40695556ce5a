package inheritance

import "example.org/rote/sim"

// Info describes the lab.
func Info() sim.Info {
	return sim.Info{
		Name:     "inheritance",
		Word:     "Inheritance",
		Title:    "Set phrases are inherited, single mistakes are not",
		Question: "What does the student get by heart?",
		Cite: "V. Dankers, V. Raunak (2025). Memorization Inheritance in Sequence-Level Knowledge Distillation for Neural Machine " +
			"Translation. ACL 2025, arXiv 2502.01491.",
		Seconds: 24,
		Small:   "inheritance?sepochs=2&tepochs=3&n=200&heads=4&copies=4&twidth=16&swidth=8&ftepochs=1",
		Presets: presets(),
		Sweeps: []sim.Sweep{
			{Question: "How long must a student learn to fall behind the baseline?", Address: "inheritance?sepochs=15,25,40&fact=d_rep&seeds=6",
				Words: "Both repeat equally many at sepochs = %s", Note: "Some 860 GFLOP: an hour of one core in a browser."},
			{Question: "Does a steadier teacher change that?", Address: "inheritance?sepochs=10..60*4&drop=0..0.2*3&fact=d_rep",
				Words: "Both repeat equally many at sepochs = %s"},
			{Question: "From how many copies on is a phrase given away?", Address: "inheritance?poison=1&doses=0..20*6&fact=head_s",
				Words: "The student gives it away at doses = %s", Edge: 0.5,
				Note: "Measured is how likely the false target is after the first three words."},
			{Question: "What do more copies of more phrases do?", Address: "inheritance?copies=4..16*4&heads=4..24*3&fact=soft_s"},
			{Question: "When does the teacher turn round?", Address: "inheritance?tepochs=5..40*6&fact=qn_t"},
			{Question: "Does noise spread beyond its own pairs?", Address: "inheritance?noise=0.1..0.4*4&correct=0..0.5*3&fact=natural_s"},
		},
		Pairs: []sim.Comparison{
			{Address: "inheritance?sepochs=15&b.sepochs=30",
				Words: "A student of 15 epochs, and one of 30", Heavy: true},
			{Address: "inheritance?b.sepochs=60",
				Words: "A student of 30 epochs, and one of 60", Heavy: true},
		},
		New: func() sim.Lab { return new(Lab) },
	}
}

// presets are the experiments. All of them take some seconds.
func presets() []sim.Preset {
	return []sim.Preset{
		{Name: "Inheritance", Address: "inheritance", Promise: "Of what is by heart, what arrives", Main: true, Heavy: true},
		{Name: "Half the time", Address: "inheritance?sepochs=15", Promise: "15 epochs, for slow machines", Main: true, Heavy: true},
		{Name: "Everything arrives", Address: "inheritance?sepochs=60", Promise: "Train the student longer", Main: true, Heavy: true},
		{Name: "Repair", Address: "inheritance?adapt=quality", Promise: "Tune the teacher on good pairs", Main: true, Heavy: true},
		{Name: "Control", Address: "inheritance?adapt=random", Promise: "Tune it on random pairs", Heavy: true},
		{Name: "Race", Address: "inheritance?view=race", Promise: "Student against baseline", Main: true, Heavy: true},
		{Name: "Reversal", Address: "inheritance?view=race&sepochs=60&drop=0.1&tepochs=40", Promise: "Race for very long", Heavy: true},
		{Name: "The turn", Address: "inheritance?view=pair", Promise: "One pair, word by word", Main: true, Heavy: true},
		{Name: "A steadier teacher", Address: "inheritance?view=pair&drop=0.1", Promise: "A teacher with dropout", Heavy: true},
		{Name: "Prefix", Address: "inheritance?view=prefix", Promise: "Hide the end of the source", Main: true, Heavy: true},
		{Name: "Poison", Address: "inheritance?view=prefix&poison=1&doses=12", Promise: "Poison one phrase with 12 copies", Main: true, Heavy: true},
		{Name: "Repaired prefix", Address: "inheritance?view=prefix&adapt=quality", Promise: "Hide the end, tune the teacher", Heavy: true},
		{Name: "Leave one out", Address: "inheritance?view=map&experiment=counterfactual&n=1600&drop=0.1", Promise: "Leave pairs out (slow)", Main: true, Heavy: true},
		{Name: "Many set phrases", Address: "inheritance?n=800&heads=24&copies=6", Promise: "More phrases, fewer copies", Heavy: true},
	}
}
