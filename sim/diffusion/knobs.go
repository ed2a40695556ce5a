package diffusion

import "example.org/rote/sim"

// The values of choices that the lab asks for by name.
const (
	square = "square"
	yours  = "yours"
	gauss4 = "gauss4"
	paper  = "paper"
	plain  = "plain"
)

// Knobs implements [sim.Lab]. A part holds the knobs of one view; what several
// views share is declared where people look for it in each of them.
func (l *Lab) Knobs(k *sim.Knobs) {
	l.knobs = k
	k.Choice(&l.view, "view", "What to look at", "flow", "ucurve", "times", "conditional", "network").
		Names("Samples on their way", "The best strength", "When it is decided", "Asked for one y", "A network learns").
		Help("One mechanism, five views.")
	flow := k.In(&l.view, "flow")
	l.dataKnobs(k, flow)
	l.viewKnobs(k.In(&l.view, "ucurve"), k.In(&l.view, "times"), k.In(&l.view, "conditional"), k.In(&l.view, "network"))
	k.In(&l.view, "flow", "conditional", "network").Float(&l.c, "c", "Tikhonov strength c", 0, 0, 10).LogZero(1e-6).Main().
		Help("Keeps the score finite at σ = 0.")
	l.strengthKnobs(flow)
	l.motionKnobs(flow)
	l.countKnobs(flow, k.In(&l.view, "flow", "network"))
	l.pictureKnobs(flow)
}

func (l *Lab) dataKnobs(k, flow *sim.Knobs) {
	flow.Choice(&l.data, "data", "Data", paper, "two", "cross", "ring", gauss4, yours).Main().
		Names("The paper's 20 points", "Two points", "A cross of four", "A ring", "Four hills", "My own points").
		Help("The paper's: the first n of the authors' 20 points, then more from N(0,I). Four hills: four Gaussian clusters.")
	k.Int(&l.n, "n", "Training points", 20, 1, 2048).Log().Main().Short("Points").Help("More points fill the gaps.").
		When("This data set has its own number of points.", func() bool {
			return l.view != "flow" || l.data == paper || l.data == "ring" || l.data == gauss4
		})
	flow.Points(&l.pts, "pts", "Your points").Help("Click to place training points.").
		When("Choose My own points to place some.", func() bool { return l.data == yours })
	flow.Int(&l.p, "p", "Samples", 200, 1, 1000).Log().Main().Help("How many samples are drawn.").
		When("The square start has its own 80 samples.", func() bool { return l.start != square })
	flow.Float(&l.smin, "smin", "Final noise σ", 1e-3, 1e-6, 1).Log().Main().Help("Stop early: a blurred copy.")
}

func (l *Lab) viewKnobs(ucurve, times, conditional, network *sim.Knobs) {
	ucurve.Choice(&l.sweep, "sweep", "Strength to sweep", "c", "stop", "tau").Main().Short("Strength").
		Names("Tikhonov strength c", "Final noise σ", "Damping threshold τ").
		Help("Which regularizer is varied.")
	ucurve.Int(&l.shown, "shown", "Strength shown", 0, 0, 10).Live().Main().Short("Shown").
		Help("0 = the best so far; else its number in the list.")
	times.Int(&l.d, "d", "Dimension", 16, 2, 64).Log().Main().Help("Copying sets in sooner in high dimension.")
	times.Float(&l.mu, "mu", "Half distance of clusters", 4, 1.5, 16).Log().Main().Short("Clusters").
		Help("Two classes at ±μ.")
	conditional.Float(&l.y, "y", "Condition y", 0.5, -2, 2).Main().Help("What we ask for.")
	conditional.Float(&l.hy, "hy", "Bandwidth in y", 0.2, 1e-3, 10).Log().Main().Short("Bandwidth").
		Help("How near a condition must be to count.")
	network.Int(&l.width, "width", "Network width", 64, 2, 128).Log().Main().Short("Width").
		Help("4: cannot copy; 128: copies fast.")
	network.Int(&l.train, "train", "Training steps", 800, 25, 3200).Log().Main().Short("Steps").
		Help("Stop early or late.")
	network.Group("How it trains")
	network.Int(&l.draws, "draws", "Noise draws per point", 1, 1, 32).Log().
		Help("How many times a step looks at each of its 128 points, each time with other noise.")
}

func (l *Lab) strengthKnobs(flow *sim.Knobs) {
	flow.Group("Other ways to hold samples back")
	flow.Float(&l.tau, "tau", "Damping threshold τ", 0, 0, 30).LogZero(0.01).
		Help("Damping where no data are near: it switches the pull off there. It is the paper's second regularizer, " +
			"called empirical Bayes in the authors' code.")
	flow.Float(&l.hs, "hs", "Smoothing radius", 0, 0, 1.5).LogZero(0.01).
		Help("Smoothed barycentre: averages the pull over neighbours.")
}

func (l *Lab) motionKnobs(flow *sim.Knobs) {
	flow.Group("How samples move")
	flow.Choice(&l.process, "process", "Noise process", "VE", "VP").
		Names("Noise is added (VE)", "Noise replaces the signal (VP)").
		Help("VP starts too narrow here: watch the shares. It is drawn divided by its signal.")
	flow.Choice(&l.start, "start", "Where samples start", "prior", "exact", square).
		Names("A wide cloud", "Noised training points", "The border of a square").
		Help("The square has half-side 2.1 and 80 samples.")
	flow.Choice(&l.sampler, "sampler", "Integrator", kernels[:]...).
		Names("Precise (Runge-Kutta 4)", "Precise and cheap (2M)", "Good (Heun)", "Fair (DDIM)", "Crude (Euler)",
			"With noise on the way (ancestral)", "With noise, crude (Euler-Maruyama)").
		Help("The last two add noise on the way.")
	flow.Int(&l.steps, "steps", "Steps", 160, 8, 400).Log().Help("24 are enough for Runge-Kutta.")
}

func (l *Lab) countKnobs(flow, counted *sim.Knobs) {
	flow.Group("What is counted")
	flow.Float(&l.tol, "tol", "Copy tolerance", 0.01, 1e-4, 0.5).Log().Live().
		Help("A sample this near a training point counts as copied.")
	counted.Group("What is counted")
	counted.Float(&l.kappa, "kappa", "Gap ratio", 0.333, 0.05, 0.5).Live().Main("network").
		Help("Nearest much nearer than second nearest.")
	flow.Bool(&l.measure, "measure", "Measure the distance to the truth", false).
		Help("Adds the KL divergence after the run.").
		When("The truth is known for the four hills, without smoothing.", func() bool { return l.data == gauss4 && l.hs == 0 })
}

func (l *Lab) pictureKnobs(flow *sim.Knobs) {
	flow.Group("What is drawn")
	flow.Choice(&l.field, "field", "Background", plain, "density", "cells", "basins").Live().
		Names("Plain", "How dense", "Nearest training point", "Where a start ends").
		Help("Behind the samples: nothing, the log density, the nearest training point, or where a start at each place ends.")
	flow.Float(&l.look, "look", "Look at noise σ", 0, 0, 5).LogZero(1e-3).Live().
		Help("0 follows the run; else the background, the arrows and the settled share are those at this σ.")
	flow.Int(&l.track, "track", "Watched sample", 0, 0, 999).Live().Help("Its weights are drawn.")
}
