package sim

import "iter"

// A Script is a run written straight down, phase after phase: it calls yield
// after each slice of work with how far it came, and returns at the end or as
// soon as yield returns false.
type Script func(yield func(Pace) bool)

// A Player makes the steps of a scene out of a script. A scene embeds it, and
// [Run] stops it when the scene is over.
type Player struct {
	next func() (Pace, bool)
	stop func()
}

// Play returns a player at the start of s.
func Play(s Script) *Player {
	next, stop := iter.Pull(iter.Seq[Pace](s))
	return &Player{next, stop}
}

// Step goes on to the next yield. At the end of the script, and ever after, it
// returns Done.
func (p *Player) Step() Pace {
	if pace, more := p.next(); more {
		return pace
	}
	return Done
}

// Stop ends the script where it stands. It may be called again.
func (p *Player) Stop() { p.stop() }
