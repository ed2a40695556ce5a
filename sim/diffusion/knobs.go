package diffusion

import "example.org/rote/sim"

// The values of the start and data knobs that the lab asks for by name.
const (
	square = "square"
	yours  = "yours"
	gauss4 = "gauss4"
	paper  = "paper"
)

// Knobs implements [sim.Lab].
func (l *Lab) Knobs(k *sim.Knobs) {
	l.knobs = k
	k.Choice(&l.view, "view", "What to look at", "flow", "ucurve", "times", "conditional", "network").
		Help("One mechanism, five views.")
	l.dataKnobs(k)
	l.runKnobs(k)
	l.strengthKnobs(k)
	l.liveKnobs(k)
	l.viewKnobs(k)
}

func (l *Lab) dataKnobs(k *sim.Knobs) {
	k.Choice(&l.data, "data", "Data", paper, "two", "cross", "ring", gauss4, yours).In(&l.view, "flow").
		Help("paper: the first n of the authors' 20 points, then more from N(0,I). gauss4: four Gaussian clusters.")
	k.Int(&l.n, "n", "Training points", 20, 1, 2048).Log().Help("More points fill the gaps.").
		When("This data set has its own number of points.", func() bool {
			return l.view != "flow" || l.data == paper || l.data == "ring" || l.data == gauss4
		})
	k.Points(&l.pts, "pts", "Your points").In(&l.view, "flow").Help("Click to place training points.").
		When("Choose the data set yours to place points.", func() bool { return l.data == yours })
}

func (l *Lab) runKnobs(k *sim.Knobs) {
	k.Choice(&l.process, "process", "Noise process", "VE", "VP").In(&l.view, "flow").
		Help("VP starts too narrow here: watch the shares. It is drawn divided by its signal.")
	k.Choice(&l.start, "start", "Where samples start", "prior", "exact", square).In(&l.view, "flow").
		Help("exact: a noised training point. square: the border of a square of half-side 2.1, 80 samples.")
	k.Int(&l.p, "p", "Samples", 200, 1, 1000).Log().In(&l.view, "flow").Help("How many samples are drawn.").
		When("The square start has its own 80 samples.", func() bool { return l.start != square })
	k.Choice(&l.sampler, "sampler", "Integrator", kernels[:]...).In(&l.view, "flow").
		Help("The last two add noise on the way.")
	k.Int(&l.steps, "steps", "Steps", 160, 8, 400).Log().In(&l.view, "flow").Help("24 are enough for rk4.")
	k.Float(&l.smin, "smin", "Final noise σ", 1e-3, 1e-6, 1).Log().In(&l.view, "flow").
		Help("Stop early: a blurred copy.")
}

func (l *Lab) strengthKnobs(k *sim.Knobs) {
	k.Float(&l.c, "c", "Tikhonov strength c", 0, 0, 10).LogZero(1e-6).In(&l.view, "flow", "conditional", "network").
		Help("Keeps the score finite at σ = 0.")
	k.Float(&l.tau, "tau", "Damping threshold τ", 0, 0, 30).LogZero(0.01).In(&l.view, "flow").
		Help("Damping where no data are near: it switches the pull off there. It is the paper's second regularizer, " +
			"called empirical Bayes in the authors' code.")
	k.Float(&l.hs, "hs", "Smoothing radius", 0, 0, 1.5).LogZero(0.01).In(&l.view, "flow").
		Help("Smoothed barycentre: averages the pull over neighbours.")
	k.Bool(&l.measure, "measure", "Measure the distance to the truth", false).In(&l.view, "flow").
		Help("Adds the KL divergence after the run.").
		When("The truth is known for the data set gauss4 only.", func() bool { return l.data == gauss4 })
}

func (l *Lab) liveKnobs(k *sim.Knobs) {
	k.Float(&l.tol, "tol", "Copy tolerance", 0.01, 1e-4, 0.5).Log().Live().In(&l.view, "flow").
		Help("A sample this near a training point counts as copied.")
	k.Float(&l.kappa, "kappa", "Gap ratio", 0.333, 0.05, 0.5).Live().In(&l.view, "flow", "network").
		Help("Nearest much nearer than second nearest.")
	k.Choice(&l.field, "field", "Background", "density", "cells", "basins").Live().In(&l.view, "flow").
		Help("Log-density, nearest training point, or where a start at each place ends.")
	k.Float(&l.look, "look", "Look at noise σ", 0, 0, 5).LogZero(1e-3).Live().In(&l.view, "flow").
		Help("0 follows the run; else the background, the arrows and the settled share are those at this σ.")
	k.Int(&l.track, "track", "Watched sample", 0, 0, 999).Live().In(&l.view, "flow").
		Help("Its weights are drawn.")
	k.Int(&l.shown, "shown", "Strength shown", 0, 0, 10).Live().In(&l.view, "ucurve").
		Help("0 = the best so far; else its number in the list.")
}

func (l *Lab) viewKnobs(k *sim.Knobs) {
	k.Choice(&l.sweep, "sweep", "Strength to sweep", "c", "stop", "tau").In(&l.view, "ucurve").
		Help("Which regularizer is varied.")
	k.Int(&l.d, "d", "Dimension", 16, 2, 64).Log().In(&l.view, "times").
		Help("Copying sets in sooner in high dimension.")
	k.Float(&l.mu, "mu", "Half distance of clusters", 4, 1.5, 16).Log().In(&l.view, "times").
		Help("Two classes at ±μ.")
	k.Float(&l.y, "y", "Condition y", 0.5, -2, 2).In(&l.view, "conditional").Help("What we ask for.")
	k.Float(&l.hy, "hy", "Bandwidth in y", 0.2, 1e-3, 10).Log().In(&l.view, "conditional").
		Help("How near a condition must be to count.")
	k.Int(&l.width, "width", "Network width", 64, 2, 128).Log().In(&l.view, "network").
		Help("4: cannot copy; 128: copies fast.")
	k.Int(&l.train, "train", "Training steps", 800, 25, 3200).Log().In(&l.view, "network").
		Help("Stop early or late.")
}
