//go:build js

package main

import (
	"github.com/hajimehoshi/ebiten/v2"
)

func main() {
	s := newStage()
	s.listen()
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	if err := ebiten.RunGameWithOptions(s, &ebiten.RunGameOptions{DisableHiDPI: true}); err != nil {
		panic(err)
	}
}
