package capacity

// placesOf returns 4⌊d1/4⌋⌊d2/(4·dy)⌋: how many labels two hidden layers of d1
// and d2 ReLU with dy outputs hold by this construction.
func placesOf(d1, d2, dy int) int { return pairs(d1, 1) * pairs(d2, dy) }

// What counting says of networks on the line. A zig-zag of N alternating labels
// needs N-1 pieces that rise or fall, and more labels than these functions
// return cannot all be met.

// lineLimit is the limit of one hidden layer of w ReLU.
func lineLimit(w int) int { return w + 2 }

// pieceLimit is the most linear pieces of two hidden layers: a line crosses at
// most d1 kinks of the first, and each of the d2 units of the second adds at
// most d1+1. Counting bound of this lab.
func pieceLimit(d1, d2 int) int { return d1*d2 + d1 + d2 + 1 }

// zigzagLimit is the limit of two hidden layers by that count.
func zigzagLimit(d1, d2 int) int { return pieceLimit(d1, d2) + 1 }

// yunLimit is the limit of two hidden layers in Yun, Sra and Jadbabaie (2019).
func yunLimit(d1, d2 int) int { return 2*d1*d2 + d2 + 2 }
