// Package sweep turns one address into many runs: a grid of them, in which one or
// two knobs have a range.
//
// A [Grid] is opened by its address, says which run is best measured next, takes
// results one by one, and is written as a file and drawn as a diagram. It starts
// nothing itself: package crew does.
package sweep
