package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

// Screenshots of each view, for people to look at, go to the folder SHOTS, or to
// one that the test names. The test itself asks only that there is a picture.
func TestScreenshots(t *testing.T) {
	dir := os.Getenv("SHOTS")
	if dir == "" {
		dir = t.TempDir()
	}
	must(t, os.MkdirAll(dir, 0o755))
	for name, query := range map[string]string{
		"flow": "", "ucurve": "view=ucurve&n=64", "times": "view=times&d=16&n=256", "conditional": "view=conditional&n=32&hy=0.001",
		"network": "view=network&n=16&train=800",
	} {
		p := open(t, "/diffusion/#"+query, desktop)
		p.ready()
		p.finish()
		for _, v := range []view{{w: 1280, h: 800}, {w: 390, h: 844}, {w: 1280, h: 800, dark: true}, {w: 390, h: 844, dark: true}} {
			p.look(v)
			p.run(`scrollTo(0, 0)`)
			p.ready()
			png := p.photograph()
			if len(png) < 20_000 {
				t.Errorf("%s at %v: a picture of %d bytes is nearly blank", name, v, len(png))
			}
			must(t, os.WriteFile(filepath.Join(dir, name+"-"+v.String()+".png"), png, 0o644))
		}
	}
}
