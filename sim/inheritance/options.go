package inheritance

// Options are the knobs that a run depends on. What is live is not among them.
type options struct {
	experiment string // distil or counterfactual
	adapt      string // off, quality, agreement or random

	n       int     // pairs of the corpus, from 200
	noise   float64 // share of noisy pairs, up to 0.5
	heads   int     // set phrases
	copies  int     // of each, from 2
	correct float64 // share of them that are exceptions
	synonym float64 // how often a word gets its second translation
	poison  int     // number of the set phrase that has doses copies, all false; 0 is none
	doses   int     // 0 to 20

	tepochs, sepochs, repairs int // epochs of teacher, of student and baseline, of the repair
	twidth, swidth            int // divisible by 4
	drop                      float64
	smooth                    float64
	good                      float64 // quality above which a pair repairs the teacher
}

// The values of the knobs that the run asks for by name.
const (
	distil         = "distil"
	counterfactual = "counterfactual"
	off            = "off"
	byQuality      = "quality"
	byAgreement    = "agreement"
	byChance       = "random"
)
