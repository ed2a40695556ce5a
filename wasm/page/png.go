package page

import (
	"encoding/binary"
	"hash/crc32"
)

// withText adds a text to a PNG, which then carries its address wherever it
// goes. Data that is no PNG comes back as it is.
func withText(png []byte, key, text string) []byte {
	const head = 8 + 25 // signature and IHDR chunk
	if len(png) < head || string(png[1:4]) != "PNG" {
		return png
	}
	out := append([]byte(nil), png[:head]...)
	out = appendChunk(out, "tEXt", key+"\x00"+text)
	return append(out, png[head:]...)
}

func appendChunk(out []byte, kind, data string) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	return binary.BigEndian.AppendUint32(append(out, kind+data...), crc32.ChecksumIEEE([]byte(kind+data)))
}
