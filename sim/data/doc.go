// Package data makes the procedural data sets that more than one lab uses:
// points on spheres with fair labels, a ring, and pictures of digits.
//
// Everything is drawn from the generator that the caller gives, and has the
// same bits on every platform.
package data
