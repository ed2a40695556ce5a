//go:build js

package page

import (
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// recording returns the kind of WebM that the browser can record from a canvas, or "".
func recording() string {
	recorder := dom.Window().Get("MediaRecorder")
	if !recorder.Truthy() || !dom.Make("canvas", "").Get("captureStream").Truthy() {
		return ""
	}
	for _, kind := range []string{"video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm"} {
		if recorder.Call("isTypeSupported", kind).Bool() {
			return kind
		}
	}
	return ""
}

// How a WebM is recorded.
const (
	mostRecorded = 240 // frames
	bitsRecorded = 4_000_000
)

// A record is a WebM in the making. It is recorded as it is seen, in its own time.
type record struct {
	*studio
	film     film
	easel    *easel
	recorder js.Value
	data     js.Value // all of it, as a Blob
	at       int
	due      float64 // when the next frame is
}

// webm makes a WebM of the run.
func (s *studio) webm() {
	r := &record{studio: s, film: newFilm(s.steps(), mostRecorded)}
	r.easel = newEasel(exportWidth, exportHeight, func() { r.end("This browser could not make the WebM.") })
	r.recorder = dom.Window().Get("MediaRecorder").New(r.easel.canvas.Call("captureStream", 30),
		dom.Object("mimeType", recording(), "videoBitsPerSecond", bitsRecorded))
	dom.Once(r.recorder, func(e js.Value) { r.data = e.Get("data") }, "dataavailable")
	dom.Once(r.recorder, func(js.Value) { r.finish() }, "stop")
	r.stop = func() {
		if r.recorder.Get("state").String() != "inactive" {
			r.recorder.Call("stop")
		}
	}
	r.next()
}

// next shows the next frame when it is due, and stops behind the last.
func (r *record) next() {
	switch {
	case r.stop == nil:
	case r.at == len(r.film.frames):
		r.recorder.Call("stop")
	default:
		r.draw(r.easel, r.film.frames[r.at], r.shown)
	}
}

// shown follows a frame that is on the canvas.
func (r *record) shown() {
	if r.stop == nil {
		return
	}
	if r.at == 0 {
		r.due = dom.Now()
		r.recorder.Call("start")
	}
	r.due = max(r.due+r.film.times[r.at], dom.Now())
	r.at++
	r.progress(r.at, len(r.film.frames))
	dom.After(r.due-dom.Now(), r.next)
}

// finish saves what was recorded to its end.
func (r *record) finish() {
	if r.stop == nil || r.at < len(r.film.frames) {
		return
	}
	dom.Then(r.data.Call("arrayBuffer"), func(buffer js.Value) {
		array := dom.Window().Get("Uint8Array").New(buffer)
		data := make([]byte, array.Get("length").Int())
		js.CopyBytesToGo(data, array)
		r.save("WebM", "webm", "video/webm", withTags(data, "SOURCE", r.source, "ENCODER", maker()), len(r.film.frames), r.easel)
	}, func(js.Value) { r.end("This browser could not make the WebM.") })
}
