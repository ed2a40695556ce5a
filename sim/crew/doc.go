// Package crew lets several workers measure the runs of a sweep: who does what,
// what is tried again, who is too slow and who is dead.
//
// A [Crew] does no work and knows neither threads nor clocks: its owner hires the
// workers, hands it what they have to say, one message after the other, and lends
// it a clock. The page hires Workers of the browser; [Local] is one in this
// program.
package crew
