package dejavu

import (
	"math"

	"example.org/rote/sim"
)

// Touch implements [sim.Toucher]: a press on a picture of A shows it, one on the bar of a
// layer attacks that.
func (s *scene) Touch(t sim.Touch) {
	if t.Kind != sim.Press {
		return
	}
	sheet := map[string]int{attackView: 1, repaintView: 4, mapView: 2}
	panel, has := sheet[s.lab.view]
	switch {
	case has && t.Panel == panel && t.Pick.Layer == sim.TileLayer && t.Pick.Item < s.view.sheet.n:
		s.lab.pickKnob.SetNumber(float64(t.Pick.Item + 1))
	case s.lab.view == layersView && t.Panel == 0 && t.X > -0.5 && t.X < layerCount-0.5:
		s.lab.layerKnob.Set(layerNames[int(math.Round(t.X))])
	}
}
