package page

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// withTags adds texts to the end of a WebM, by their names, so that it carries its address
// wherever it goes. Data that is no WebM comes back as it is.
func withTags(webm []byte, pairs ...string) []byte {
	const head = "\x1a\x45\xdf\xa3" // EBML
	if len(webm) < len(head) || string(webm[:len(head)]) != head {
		return webm
	}
	tag := element(0x63C0, nil) // the target: all of it
	for i := 0; i+1 < len(pairs); i += 2 {
		simple := append(element(0x45A3, []byte(pairs[i])), element(0x4487, []byte(pairs[i+1]))...)
		tag = append(tag, element(0x67C8, simple)...)
	}
	return grown(webm, element(0x1254C367, element(0x7373, tag)))
}

// grown appends to the segment, which is the last thing in a WebM: unless it is left open,
// its length, of eight bytes, tells of what is added.
func grown(webm, more []byte) []byte {
	const segment, open = "\x18\x53\x80\x67\x01", 1<<56 - 1
	out := append(slices.Clone(webm), more...)
	at := bytes.Index(webm, []byte(segment)) + len(segment) - 1
	if at < len(segment) || at+8 > len(webm) {
		return out
	}
	length := out[at : at+8]
	if n := binary.BigEndian.Uint64(length) & open; n != open {
		binary.BigEndian.PutUint64(length, 1<<56|(n+uint64(len(more))))
	}
	return out
}

// element writes an element of a Matroska file: its name, its length in four bytes, and
// what it holds.
func element(id uint32, data []byte) (out []byte) {
	name := binary.BigEndian.AppendUint32(nil, id)
	for name[0] == 0 {
		name = name[1:]
	}
	return append(binary.BigEndian.AppendUint32(name, 1<<28|uint32(len(data))), data...)
}
