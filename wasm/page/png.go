package page

import "example.org/rote/sim/figure"

// withText adds a text to a PNG, which then carries its address wherever it
// goes. Data that is no PNG comes back as it is.
func withText(png []byte, key, text string) []byte {
	const head = 8 + 25 // signature and IHDR chunk
	if len(png) < head || string(png[1:4]) != "PNG" {
		return png
	}
	out := append([]byte(nil), png[:head]...)
	out = figure.AppendPNGChunk(out, "tEXt", []byte(key+"\x00"+text))
	return append(out, png[head:]...)
}
