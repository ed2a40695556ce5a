package page

// The shortest time from one kept frame to the next when they are played again,
// in ms, and the number of ticks of a run whose total is not known.
const (
	briskReplay = 30
	usualTicks  = 200
)

// replayPace returns how long a kept frame is shown, in ms, before the one that
// many steps later: as long as the run itself takes for them at that speed, of
// which 0 is as fast as it can.
func replayPace(seconds float64, of, steps int, speed float64) float64 {
	if of <= 0 {
		of = usualTicks
	}
	if speed <= 0 {
		return briskReplay
	}
	return max(briskReplay, 1000*seconds/float64(of)*float64(steps)/speed)
}
