package dejavu

import "example.org/rote/sim"

// Info describes the lab.
func Info() sim.Info {
	return sim.Info{
		Name:     "dejavu",
		Word:     "Déjà vu",
		Title:    "The strip of sky knows the swan",
		Question: "What does a crop without the object tell?",
		Cite: "C. Meehan, F. Bordes, P. Vincent, K. Chaudhuri, C. Guo (2023). Do SSL Models Have Déjà Vu? " +
			"A Case of Unintended Memorization in Self-supervised Learning. NeurIPS 2023, arXiv 2304.13850.",
		Seconds: 10,
		Small:   "dejavu?n=24&epochs=10&classes=4&m=200&width=16",
		Presets: presets(),
		Sweeps: []sim.Sweep{
			{Question: "What does correlation do to both networks?", Address: "dejavu?rho=0..0.8*5&fact=reference&seeds=5"},
			{Question: "Does correlation make memory?", Address: "dejavu?epochs=25..400*3&rho=0..0.6*3&fact=score&seeds=5",
				Note: "Rows rise with training, columns are level: habitats lift both networks."},
			{Question: "Do fewer pictures leave more memory?", Address: "dejavu?n=48..192*3&epochs=100..400*2&fact=score&seeds=5"},
			{Question: "How hard should crops be pulled together?", Address: "dejavu?lambda=5,25,100&epochs=100..400*2&fact=score&seeds=5",
				Note: "Five runs a cell, as single runs differ by as much as the cells."},
			{Question: "Does width help to remember?", Address: "dejavu?width=32,64,128&fact=score&seeds=5"},
		},
		Pairs: []sim.Comparison{
			{Address: "dejavu?n=48&epochs=100&b.epochs=100",
				Words: "48 pictures for each network, and 96", Heavy: true},
			{Address: "dejavu?view=curves&epochs=100&b.view=curves&b.rho=0.6&b.epochs=100",
				Words: "Habitats as usual, and twice as strict", Heavy: true},
		},
		New: func() sim.Lab { return new(Lab) },
	}
}

// presets are the experiments.
func presets() []sim.Preset {
	return []sim.Preset{
		{Name: "Déjà vu", Address: "dejavu", Promise: "A crop, and two networks", Main: true, Heavy: true},
		{Name: "Habitat", Address: "dejavu?rho=0.6", Promise: "Every class on its own colour", Heavy: true},
		{Name: "Curves", Address: "dejavu?view=curves", Promise: "Both networks as they train", Main: true, Heavy: true},
		{Name: "Quick", Address: "dejavu?view=curves&epochs=100", Promise: "100 epochs, for slow machines", Main: true},
		{Name: "Noise", Address: "dejavu?view=curves&epochs=1", Promise: "One epoch only"},
		{Name: "Habitat, curves", Address: "dejavu?view=curves&rho=0.6", Promise: "Classes on their own colours", Main: true, Heavy: true},
		{Name: "No habitat", Address: "dejavu?view=curves&rho=0", Promise: "No colour belongs to a class", Heavy: true},
		{Name: "Same network twice", Address: "dejavu?view=curves&second=copy", Promise: "Network B is A itself", Main: true, Heavy: true},
		{Name: "Few pictures", Address: "dejavu?view=curves&n=48", Promise: "Half of the pictures", Heavy: true},
		{Name: "Many pictures", Address: "dejavu?view=curves&n=384", Promise: "Four times the pictures", Heavy: true},
		{Name: "Another rule, SimCLR", Address: "dejavu?view=curves&loss=SimCLR", Promise: "Trained by SimCLR", Heavy: true},
		{Name: "Another rule, Barlow", Address: "dejavu?view=curves&loss=Barlow", Promise: "Trained by Barlow twins", Heavy: true},
		{Name: "Long training", Address: "dejavu?view=layers&epochs=800", Promise: "Every layer, trained twice as long", Main: true, Heavy: true},
		{Name: "Wide", Address: "dejavu?view=layers&width=128", Promise: "Layers of twice the width", Heavy: true},
		{Name: "Repaint", Address: "dejavu?view=repaint&epochs=800", Promise: "Draw what was hidden", Main: true, Heavy: true},
		{Name: "Repaint, inner layer", Address: "dejavu?view=repaint&epochs=800&layer=backbone", Promise: "Draw it from an inner layer", Heavy: true},
		{Name: "Map", Address: "dejavu?view=map", Promise: "Where a crop lies in both", Main: true, Heavy: true},
		{Name: "Collapse", Address: "dejavu?view=map&mu=0&nu=0", Promise: "Reward sameness alone", Heavy: true},
	}
}
