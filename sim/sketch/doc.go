// Package sketch holds what labs draw and write alike: curves that grow, counts in
// bins, ends of axes, and numbers in sentences.
//
// A scene fills a [Trace] or a [Histogram] in Step and lends it in Draw:
//
//	s.share.To(float64(epoch), share)                                    // in Step
//	p.Line(s.share.Line(sim.Line{Name: "remembered", Role: sim.Copied})) // in Draw
package sketch
