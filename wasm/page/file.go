//go:build js

package page

import (
	"fmt"
	"syscall/js"

	"example.org/rote/wasm/dom"
)

// mostFile is how large a visitor's file is at most, in bytes.
const mostFile = 64 << 20

// A file is what the visitor has chosen for the lab to work on. It stays in the
// browser, as long as the page does.
type file struct {
	*opened
	chosen func() // the run works on it from now on
	send   func(bytes js.Value)
	say    func(text string)

	bytes js.Value // Uint8Array, unpacked; undefined before there is one
}

func (f *file) bind() {
	input := dom.ID("file")
	if input.IsNull() {
		return
	}
	input.On("change", func(js.Value) {
		if list := input.Get("files"); list.Length() > 0 {
			f.load(list.Index(0))
		}
		input.SetVal("") // so that the same file can be chosen again
	})
}

// load reads a file, and unpacks it if it is compressed.
func (f *file) load(blob js.Value) {
	name := blob.Get("name").String()
	f.note("")
	if blob.Get("size").Float() > mostFile {
		f.refuse(name, fmt.Errorf("it is larger than %d MB, which is the most that is allowed", mostFile>>20))
		return
	}
	came := dom.Within(func() { f.note("The browser is still reading " + name + ".") })
	broken := func(js.Value) { came(); f.refuse(name, fmt.Errorf("the browser cannot read it")) }
	dom.Then(blob.Call("slice", 0, 2).Call("arrayBuffer"), func(head js.Value) {
		if h := bytesOf(head); h.Length() == 2 && h.Index(0).Int() == 0x1f && h.Index(1).Int() == 0x8b {
			if !dom.Try(func() {
				unpack := dom.Window().Get("DecompressionStream").New("gzip")
				blob = dom.Window().Get("Response").New(blob.Call("stream").Call("pipeThrough", unpack))
			}) {
				broken(js.Null())
				return
			}
		}
		dom.Then(blob.Call("arrayBuffer"), func(buffer js.Value) { came(); f.take(name, bytesOf(buffer)) }, broken)
	}, broken)
}

func bytesOf(buffer js.Value) js.Value { return dom.Window().Get("Uint8Array").New(buffer) }

// take lets the run work on a file, or says why it cannot.
func (f *file) take(name string, bytes js.Value) {
	if err := f.run.Read(goBytes(bytes)); err != nil {
		f.refuse(name, err)
		return
	}
	f.bytes = bytes
	f.note("Using " + name + ".")
	f.say("Using " + name + ".")
	f.send(bytes)
	f.chosen()
}

// supply gives the file to a run that waits for it.
func (f *file) supply() {
	if f.bytes.Truthy() {
		_ = f.run.Supply(goBytes(f.bytes)) // which has been read before
	}
}

func (f *file) refuse(name string, err error) {
	text := fmt.Sprintf("%s is not used: %v.", name, err)
	f.note(text)
	f.say(text)
}

func (f *file) note(text string) {
	dom.ID("file-note").Text(text)
	dom.ID("file-note").Hide(text == "")
}

func goBytes(a js.Value) []byte {
	b := make([]byte, min(a.Length(), mostFile))
	js.CopyBytesToGo(b, a)
	return b
}
