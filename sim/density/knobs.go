package density

import "example.org/rote/sim"

// mostPlanted is how many odd points there are in the plane.
const mostPlanted = 6

// Knobs implements [sim.Lab].
func (l *Lab) Knobs(k *sim.Knobs) {
	l.knobs = k
	k.Choice(&l.view, "view", "What to look at", scoresView, neighboursView, latentView, labelsView).
		Names("Which pictures rose", "The usual test", "The model's map", "The same for labels").Live(scoresView, neighboursView, latentView).
		Help("Scores, the nearest-neighbour test, the model's own map, or labels.")
	generator := k.In(&l.view, scoresView, neighboursView, latentView)
	l.dataKnobs(k, generator)
	l.modelKnobs(generator)
	l.scoreKnobs(generator)
	labels := k.In(&l.view, labelsView)
	labels.Group("Networks")
	labels.Int(&l.models, "models", "Networks", 400, 50, 2000).Log().Main().
		Help("Each is trained on its own random 70 % of the pictures; more make steadier scores.")
	labels.Float(&l.wrong, "wrong", "Wrong labels", 0.1, 0, 0.4).Main().Help("Share of the labels that are wrong.")
	k.Group("What is shown")
	l.pickKnob = k.Int(&l.pick, "pick", "Point shown", 0, 0, 400).Live().Short("Point").
		Help("0 is none; else its number, the last if above their count.")
	generator.Group("What is shown")
	generator.Int(&l.ref, "ref", "Compare with epoch", 20, 5, 640).Live().Short("Compare with").
		Help("Growth and held-out change are counted from here, or the next checkpoint.").
		When("An exact estimate is not trained.", l.trains)
}

func (l *Lab) dataKnobs(k, generator *sim.Knobs) {
	generator.Group("The data")
	generator.Choice(&l.data, "data", "Data", "glyphs", plane, fromFile).Names("Small digits", "Points in the plane", "Pictures from a file").
		Help("Small digits, points in the plane, or pictures from a file.")
	k.Group("The data")
	k.Int(&l.n, "n", "Training points", 200, 50, 400).Main().Short("Points").Help("Points in the data set, odd ones included.")
	k.Int(&l.planted, "planted", "Odd points", 6, 0, 12).Main().Help("Negatives among the digits; loners in the plane, at most 6.")
	k.Int(&l.copies, "copies", "Copies of the first odd point", 1, 1, 8).Main(scoresView, neighboursView).Short("Copies").
		Help("How often it occurs in the data.").When("There is no odd point.", func() bool { return l.planted > 0 || l.isPlane() && len(l.pts) > 0 })
	generator.Points(&l.pts, "pts", "Your points").Help("Used in place of the built-in odd points.").
		When("Only for points in the plane.", l.isPlane)
}

func (l *Lab) modelKnobs(k *sim.Knobs) {
	trains := "An exact estimate is not trained."
	k.Group("The model")
	k.Choice(&l.model, "model", "Model", trained, kernelModel, gaussModel).
		Names("A trained autoencoder", "A kernel estimate", "One Gaussian").
		Help("A trained variational autoencoder, or an exact kernel or Gaussian estimate.").
		When("The exact estimates are for points in the plane.", l.isPlane)
	k.Int(&l.latent, "latent", "Latent coordinates", 4, 2, 8).Main(latentView).Short("Latent").
		Help("Numbers that the model squeezes a picture into; 2 in the plane.").
		When("There are 2 in the plane.", func() bool { return !l.isPlane() })
	k.Int(&l.width, "width", "Width", 48, 16, 96).Help("Units in encoder and decoder.").When(trains, l.trains)
	k.Float(&l.band, "band", "Kernel width", 0.3, 0.05, 2).Log().Live().Help("Standard deviation of the kernel.").
		When("Only a kernel estimate has one.", func() bool { return l.isPlane() && l.model == kernelModel })
	k.Group("Training")
	k.Float(&l.lr, "lr", "Learning rate", 0.003, 3e-4, 1e-2).Log().Main(scoresView).Help("Size of a training step.").When(trains, l.trains)
	k.Int(&l.epochs, "epochs", "Epochs", 160, 20, 640).Log().Main().Help("Passes over the data.").When(trains, l.trains)
	k.Int(&l.batch, "batch", "Batch size", 16, 8, 64).Log().Help("Points per update.").When(trains, l.trains)
}

func (l *Lab) scoreKnobs(k *sim.Knobs) {
	trains := "An exact estimate needs none."
	k.Group("The score")
	k.Int(&l.folds, "folds", "Folds", 10, 3, 20).Main(scoresView).
		Help("The data are cut in so many parts; each model misses one.").When(trains, l.trains)
	k.Int(&l.reps, "reps", "Repetitions", 1, 1, 5).Help("Fresh cuts and fresh models: steadier scores, and so many times the work.").When(trains, l.trains)
	k.Int(&l.samples, "samples", "Samples per estimate", 32, 8, 256).Log().Short("Samples").
		Help("Draws for one log-probability.").When(trains, l.trains)
}

func (l *Lab) trains() bool { return !l.isExact() }

// latentCount returns how many coordinates the model has.
func (l *Lab) latentCount() int {
	if l.isPlane() {
		return 2
	}
	return l.latent
}

// picked returns the index of the point that is shown, or -1.
func (l *Lab) picked(n int) int { return min(l.pick, n) - 1 }
