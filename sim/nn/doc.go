// Package nn trains small networks on the float32 loops of package kernel.
//
// There is no graph of operations. A network is a chain of dense layers whose
// parameters are ranges of one flat vector, and everything else is built from
// four pieces:
//
//   - A [Net] says where each [Layer] lies in the parameter vector. Two nets may
//     share a vector, one behind the other: an encoder and a decoder, or a model
//     and its projector.
//   - A [Pass] runs rows through a net forward, and keeps what the way back
//     needs. Its Backward takes the derivative of a loss by the outputs, adds the
//     derivative by the parameters to a gradient vector, and returns the
//     derivative by the inputs, so that passes can be joined by hand.
//   - A loss writes the derivative by the outputs: [Square], [Logistic], [Hinge],
//     [SoftmaxCross], [SmoothCross], or a few lines of a lab's own.
//   - An [Optimizer] turns a gradient into a change of the parameters.
//
// A [Trainer] holds one of each, for the common case.
//
// An auto-encoder draws z = μ + ε·exp(s/2) between the pass of its encoder, whose
// outputs are μ and s, and that of its decoder; on the way back it turns the
// derivative by z, which the decoder's Backward returns, into those by μ and s.
// An encoder that compares two views of a picture runs both through one pass as
// one batch, and writes the derivative of its own loss into Dout. A Transformer uses
// its parts one by one on packed rows: [Embedding], [Norm], [Layer.Forward] and
// [Layer.Backward], [Dropout], and between them the [Attention] of each [Span].
//
// # Invariants
//
// Equal parameters and inputs give equal bits on every platform. Backward adds to
// the gradient row by row, in order: a batch that is cut into slices of rows
// gives the same gradient as a whole one, bit for bit, if the derivatives by the
// outputs are the same. So a lab may cut a batch wherever its time is over. Sums
// of losses are rounded once a slice, and may differ in the last bits.
//
// Passes, losses, updates, and saving and loading of states allocate nothing
// once their memory is made.
//
// A [Reference] is the same network in float64, with plain loops: for tests, and
// for labs that need float64 or a gradient for each example.
package nn
