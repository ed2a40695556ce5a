package diffusion

import (
	"math"
	"math/rand/v2"

	"example.org/rote/sim/exact"
	"example.org/rote/sim/nn"
)

// Settings of the network and its training.
const (
	noiseFrom, noiseTo = 5.0, 0.05 // σ of training and of sampling
	dataSD             = 1.58      // of gauss4, per coordinate
	inputs             = 19
	batch              = 128
	slicesOfBatch      = 4
	learningRate       = 2e-3
)

// A noise is one level σ, and how the denoiser is put together there from its
// input and the output of the network.
type noise struct {
	sigma, log    float64 // σ, ln σ
	skip, out, in float64 // factors of the input, of the output, and of what the network sees
}

// noiseAt returns the noise of ln σ. The factors keep what the network sees and
// what it is asked for at variance 1.
func noiseAt(log float64) noise {
	sigma := exact.Exp(log)
	square := float64(sigma*sigma) + dataSD*dataSD
	root := math.Sqrt(square)
	return noise{sigma: sigma, log: log, skip: dataSD * dataSD / square, out: sigma * dataSD / root, in: 1 / root}
}

// see writes what the network sees of (x, y) at the noise to f: 19 numbers, the
// waves of which let it resolve the training points.
func (v noise) see(f []float32, x, y float64) {
	f = f[:inputs]
	x, y = v.in*x, v.in*y
	f[0], f[1], f[2] = float32(x), float32(y), float32(v.log/2)
	sinX, cosX := exact.SinCos(x)
	sinY, cosY := exact.SinCos(y)
	for i := 3; i < inputs; i += 4 { // of 1, 2, 4 and 8 times x and y
		f[i], f[i+1], f[i+2], f[i+3] = float32(sinX), float32(sinY), float32(cosX), float32(cosY)
		sinX, cosX = 2*sinX*cosX, 1-float64(2*sinX*sinX)
		sinY, cosY = 2*sinY*cosY, 1-float64(2*sinY*sinY)
	}
}

// A denoiser is the network, D(x) = skip·x + out·F, in training and at work.
type denoiser struct {
	*nn.Trainer
	look *nn.Pass  // of lookRows rows
	seen []float32 // lookRows×inputs
}

// lookRows is how many rows are denoised in a slice of work.
const lookRows = 50

// newDenoiser returns the untrained network.
func newDenoiser(width int, rng *rand.Rand) denoiser {
	net := nn.MLP(nn.SiLU, inputs, width, width, 2)
	d := denoiser{Trainer: nn.NewTrainer(net, nn.NewAdam(net.Size(), learningRate), batch/slicesOfBatch),
		look: nn.NewPass(net, lookRows), seen: make([]float32, lookRows*inputs)}
	net.Init(d.W, nn.FanIn, func() float64 { return exact.Normal(rng) })
	last := net.Layers[2].Weights(d.W)
	for i := range last {
		last[i] /= 10
	}
	return d
}

// at writes D of the rows of x, at most lookRows×2, to m.
func (d *denoiser) at(m, x []float64, v noise) {
	for i := range len(x) / 2 {
		v.see(d.seen[i*inputs:], x[2*i], x[2*i+1])
	}
	for i, f := range d.look.Forward(d.W, d.seen[:len(x)/2*inputs]) {
		m[i] = float64(v.skip*x[i]) + float64(v.out*float64(f))
	}
}

// truePull writes D*(x)-x of gauss4 to d: a coordinate of one is a mixture of
// two Gaussians, as the four clusters are a product.
func truePull(d []float64, x, y float64, v noise) {
	d[0], d[1] = truePull1(x, v), truePull1(y, v)
}

// truePull1 is E[x₀|x]-x, where x₀ is ±1.5 with standard deviation 0.5, and x has
// the noise too.
func truePull1(x float64, v noise) float64 {
	total := float64(v.sigma*v.sigma) + clusterSD*clusterSD
	// The posterior mean of the cluster is 1.5 tanh(1.5 x/(s²+σ²)).
	e := exact.Exp(-2 * clusterAt * math.Abs(x) / total)
	cluster := math.Copysign(clusterAt*(1-e)/(1+e), x)
	return float64(v.sigma*v.sigma) / total * (cluster - x)
}
