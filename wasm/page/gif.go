//go:build js

package page

import (
	"strconv"
	"syscall/js"

	"example.org/rote/sim/figure"
	"example.org/rote/wasm/dom"
)

// A gifWork is a GIF in the making: the page draws a picture, a worker of its own packs
// it and asks for the next.
type gifWork struct {
	*studio
	cut     int // index into cuts
	film    film
	easel   *easel
	thread  *thread
	samples []int // still to be shown, for the colours
	done    int   // frames
	first   int   // bytes of the first
}

// gif makes a GIF of the run.
func (s *studio) gif() { (&gifWork{studio: s}).start() }

// start begins, or begins again with a smaller cut.
func (g *gifWork) start() {
	c := cuts[g.cut]
	g.film, g.done = newFilm(g.steps(), c.frames), 0
	g.samples = g.film.samples()
	failed := func() { g.end("This browser could not make the GIF.") }
	g.easel = newEasel(c.width, c.height, failed)
	g.thread = newThread(pageData("gif"), g.hear, failed)
	g.stop = g.thread.stop
	g.thread.send("begin", "width", c.width, "height", c.height, "comment", g.source+"\n"+maker(), "theme", themeList(isDark()))
	g.next()
}

// next draws what comes next, and sends it.
func (g *gifWork) next() {
	switch {
	case len(g.samples) > 0:
		g.send(g.samples[0], "sample", 0)
	case g.done < len(g.film.frames):
		g.send(g.film.frames[g.done], "frame", int(g.film.times[g.done]/10+.5))
	default:
		g.thread.send("end")
	}
}

func (g *gifWork) send(scene int, kind string, time int) {
	thread := g.thread
	g.draw(g.easel, scene, func() {
		if g.stop != nil && g.thread == thread {
			pixels := g.easel.pixels()
			thread.post(dom.Object("kind", kind, "time", time, "pixels", pixels), pixels)
		}
	})
}

// hear takes the answer of the worker.
func (g *gifWork) hear(m js.Value) {
	if m.Get("kind").String() == "file" {
		data := make([]byte, m.Get("file").Get("length").Int())
		js.CopyBytesToGo(data, m.Get("file"))
		g.save("GIF", "gif", "image/gif", data, g.done, g.easel)
		return
	}
	if len(g.samples) > 0 {
		g.samples = g.samples[1:]
	} else {
		g.took(m.Get("bytes").Int())
	}
	if g.stop != nil {
		g.next()
	}
}

// took follows a frame that is packed. What becomes too large is begun again, with a
// smaller cut.
func (g *gifWork) took(bytes int) {
	if g.done++; g.done == 1 {
		g.first = bytes
	}
	g.progress(g.done, len(g.film.frames))
	if !tooLarge(g.first, bytes, g.done, len(g.film.frames)) {
		return
	}
	g.thread.stop()
	if g.cut++; g.cut < len(cuts) {
		g.start()
		return
	}
	g.stop = nil
	g.end("A GIF of this run would be larger than 8 MB; nothing was saved.")
}

// themeList returns the colours of a theme, for the worker.
func themeList(dark bool) string {
	t := figure.ThemeOf(dark)
	out := []byte("[")
	for i, c := range t.Colours() {
		if i > 0 {
			out = append(out, ',')
		}
		for j, v := range [...]uint8{c.R, c.G, c.B} {
			out = strconv.AppendUint(append(out, "[,,"[j]), uint64(v), 10)
		}
		out = append(out, ']')
	}
	return string(append(out, ']'))
}
