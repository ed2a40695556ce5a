package density

import "example.org/rote/sim"

// Info describes the lab.
func Info() sim.Info {
	return sim.Info{
		Name:     "density",
		Word:     "Density",
		Title:    "Likelier because it was seen",
		Question: "Which points did the generator keep?",
		Cite: "G. van den Burg, C. Williams (2021). On Memorization in Probabilistic Deep Generative Models. " +
			"NeurIPS 2021, arXiv 2106.03216.",
		Seconds: 24,
		Small:   "density?n=50&planted=2&latent=2&width=16&epochs=20&batch=64&folds=3&reps=1&samples=8&models=50",
		Presets: presets(),
		Sweeps: []sim.Sweep{
			{Question: "How does the score grow with time and rate?", Address: "density?n=100&folds=5&epochs=20..160*4&lr=3e-4..3e-3*3&fact=mean"},
			{Question: "How likely are unseen pictures?", Address: "density?n=100&folds=5&epochs=20..160*4&lr=3e-4..3e-3*3&fact=unseen",
				Note: "Compare rates at equal height of this diagram, not at equal time."},
			{Question: "Do more pictures or fewer coordinates help?", Address: "density?epochs=40&folds=5&n=50..200*3&latent=2..8*3&fact=mean"},
			{Question: "What do copies do to the score of an odd picture?", Address: "density?epochs=40&folds=5&copies=1..8*4&planted=1..6*3&fact=twin"},
			{Question: "Does a wider model keep more?", Address: "density?epochs=40&folds=5&n=50..200*3&width=16..64*3&fact=q95"},
			{Question: "What can a twin score at most?", Address: "density?data=plane&model=kde&n=120&copies=2&band=0.05..2*9&fact=twin",
				Note: "Below the dotted log 2 a twin stays at any kernel width."},
			{Question: "How does the Gaussian's score fall with the points?", Address: "density?data=plane&model=gauss&planted=0&n=50..400*6&fact=mean"},
		},
		Pairs: []sim.Comparison{
			{Address: "density?folds=5&b.lr=0.0003&b.folds=5",
				Words: "The usual learning rate, and a tenth of it"},
			{Address: "density?planted=1&epochs=100&folds=5&b.planted=1&b.copies=8&b.epochs=100&b.folds=5",
				Words: "One odd picture, and eight copies of it"},
		},
		New: func() sim.Lab { return new(Lab) },
	}
}

// presets are the experiments.
func presets() []sim.Preset {
	return []sim.Preset{
		{Name: "Default", Address: "density", Promise: "200 digits, six in negative", Main: true, Heavy: true},
		{Name: "Quick", Address: "density?folds=5", Promise: "Five models, for slow machines", Main: true},
		{Name: "Steadier (class)", Address: "density?reps=3", Promise: "Three times the models", Heavy: true},
		{Name: "Small rate", Address: "density?lr=0.0003", Promise: "A tenth of the learning rate", Main: true, Heavy: true},
		{Name: "Past the turn", Address: "density?epochs=640&ref=160", Promise: "Train four times longer", Main: true, Heavy: true},
		{Name: "One odd picture", Address: "density?planted=1&epochs=100", Promise: "One picture in negative", Main: true, Heavy: true},
		{Name: "Eight copies", Address: "density?planted=1&copies=8&epochs=100", Promise: "Eight copies of it", Main: true, Heavy: true},
		{Name: "Less data", Address: "density?n=100&epochs=200", Promise: "Half of the pictures", Heavy: true},
		{Name: "More data", Address: "density?n=400&epochs=50", Promise: "Twice the pictures", Heavy: true},
		{Name: "Plane", Address: "density?data=plane&n=120&width=32&lr=0.01&epochs=300", Promise: "Points in the plane"},
		{Name: "Exact, kernel", Address: "density?data=plane&model=kde&n=120", Promise: "A kernel estimate, no training"},
		{Name: "Exact, twins", Address: "density?data=plane&model=kde&copies=2", Promise: "A kernel estimate with a twin"},
		{Name: "Exact, Gaussian", Address: "density?data=plane&model=gauss&n=120", Promise: "One Gaussian, no training"},
		{Name: "Neighbour test", Address: "density?view=neighbours", Promise: "Look for the closest sample", Main: true, Heavy: true},
		{Name: "Two latent coordinates", Address: "density?view=latent&latent=2&epochs=100", Promise: "Two numbers for a picture", Main: true, Heavy: true},
		{Name: "Labels", Address: "density?view=labels", Promise: "The same question for labels", Main: true, Heavy: true},
	}
}
