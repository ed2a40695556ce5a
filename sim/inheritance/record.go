package inheritance

// The models of a run, in the order in which they are shown.
const (
	teacher  = iota
	baseline // of the student's size, on the corpus
	student  // on what the teacher says
	repaired // the teacher, tuned on good pairs
	heir     // a student of that

	roles = 5
)

// The phases of a run. Counterfactual runs know the first and the third only, for teachers
// and for students.
const (
	teaching  = 1 + iota // the teacher learns
	speaking             // it translates the corpus, and is examined
	racing               // baseline and student learn
	examining            // they are examined
	repairing            // the teacher is repaired, and has another student
)

// A record is all that a view reads of a run. Who reads it changes nothing.
type record struct {
	options
	corpus *corpus
	models [roles]*model // nil if the run has no such model

	phase       int
	epoch       int // ticks so far
	epochs      int // ticks of the whole run
	part, parts int // jobs of the tick that are done, and all of them; 0 of 0 if not known
	over        bool

	selected      int      // pairs that repair the teacher; 0 before they are chosen
	selectedNoisy int      // of them in the group noisy
	scarce        bool     // fewer than 20 were good enough, and the best third was taken
	held          *heldOut // of a counterfactual run, else nil
	shown         shown
}

// A model is what one network has been found to say.
type model struct {
	role   int
	width  int
	begun  bool    // it is being trained, or has been
	epochs int     // it is to be trained
	epoch  int     // trained so far
	loss   float64 // mean cross-entropy of a token in the last epoch, in nats; NaN before the first
	broken int     // epoch in which its loss was no number and its training ended; or 0

	curve []watch // every two epochs from 0 on, and at the end

	// What it says to each source of the corpus, and whether that is the corpus's target, as of
	// the last watch. A pair that is not watched, and so has said[i] == nil, is asked at the end
	// only. An empty answer is not nil.
	said    []sentence
	repeats []bool

	exam *exam // nil before it is done

	network *network // with room for its width, of many models
	w       []float32
}

// A watch is what a model says of the watched pairs after an epoch. They are all noisy,
// boilerplate and exception pairs, and the first 180 clean ones.
type watch struct {
	epoch   int
	repeats [groups]float64 // share that is repeated word for word; NaN in a group without pairs
	quality [groups]float64 // mean; NaN likewise
	all     float64         // share of the corpus that is repeated, as far as it can be told
}

// watchedClean is how many clean pairs are watched.
const watchedClean = 180

// An exam is what is found at the end of a model. Rates are from 0 to 1, and NaN where
// they are undefined.
type exam struct {
	said       []sentence // by pair, not cut
	repeats    []bool     // by pair: said is the corpus's target
	quality    []float64  // by pair
	confidence []float64  // by pair: geometric mean probability of its own words
	soft       []float64  // by pair: that of the corpus's target after three quarters of the source
	ratio      []float64  // by pair: shortest part of the source that yields the target; 1 if none, or not eligible
	eligible   []bool     // by pair: for extraction
	second     []float64  // by pair: ratio with the teacher's sentence for the target; nil for teachers
	secondly   []bool     // eligible likewise

	prefixes []([]sentence) // by pair: what is said to its first 1, 2, ... L-1 words

	groups    [groups]reading
	all       reading
	natural   float64 // rate of sentences that five sources share and that are wrong
	osc       float64 // rate of oscillations
	detached  float64 // rate of wrong sentences to perturbed sources
	test      float64 // mean quality on the test sentences
	follows   float64 // share of pairs where it says what its teacher says; NaN for teachers and baseline
	isNatural []bool  // by pair
	phrases   []given // by set phrase
}

// A reading is what is found in a group.
type reading struct {
	pairs      int
	repeated   int
	quality    float64
	confidence float64
	soft       float64
}

// A given is what a model says to the three words of a set phrase alone.
type given struct {
	said        sentence
	away        bool    // it is the false target
	probability float64 // geometric mean, of the false target
}

// A heldOut is how likely each target is to models that saw it, and to others: by pair, for
// teachers in [0] and students in [1], means over the models that are trained.
type heldOut struct {
	with, without [2][]float64          // NaN before there are models on either side
	memory        [2][groups]float64    // mean of with-without; NaN without pairs
	spread        [2][groups]float64    // standard deviation
	models, done  [2]int                // all, and trained
	loss          float64               // of the model in training
	sides         [2 * halves][]bool    // by model: which pairs it was trained on
	probability   [2 * halves][]float64 // by model and pair; nil before it is trained
}

// halves is how many teachers, and how many students, a counterfactual run trains.
const halves = 6

// A shown is what the models say of the pair on show, up to date after each tick.
type shown struct {
	pair   int
	models [roles]*inside // nil if the model is not there yet
}

// An inside is what one model says of the pair on show.
type inside struct {
	pair, epoch int  // what it is of
	complete    bool // attention and probability are there

	said        sentence
	attention   []float64  // len(said)+1 × len(source): where it looks for each word and for the end, mean of heads
	prefixes    []sentence // what it says to the first 1, 2, ... L words
	probability []float64  // of the corpus's target after them
}
