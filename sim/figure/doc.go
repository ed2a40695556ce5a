// Package figure lays out a [sim.Frame] for a given size: scales, nice ticks,
// direct labels, legends and colours become a [Picture] of plain drawing
// operations, which two painters share: the SVG writer of this package and the
// Ebitengine program of wasm/stage.
package figure
