package figure

import (
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
)

// appendPNG appends a raster as a PNG file that is not compressed: the servers'
// compression of the picture around it does that as well, and an encoder of
// images is a twentieth of the program that the page has to wait for. pix holds
// w×h pixels of red, green, blue and alpha, not premultiplied; w and h are 1 or
// more.
func appendPNG(out, pix []byte, w, h int) []byte {
	out = append(out, "\x89PNG\r\n\x1a\n"...)
	head := binary.BigEndian.AppendUint32(nil, uint32(w))
	head = binary.BigEndian.AppendUint32(head, uint32(h))
	out = AppendPNGChunk(out, "IHDR", append(head, 8, 6, 0, 0, 0)) // 8 bits, RGBA
	out = AppendPNGChunk(out, "IDAT", stored(scanlines(pix, w, h)))
	return AppendPNGChunk(out, "IEND", nil)
}

// AppendPNGChunk appends a chunk of a PNG file, with its length and checksum.
// kind has four letters.
func AppendPNGChunk(out []byte, kind string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	start := len(out)
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[start:]))
}

// scanlines returns the rows of a raster, each behind the number of its filter:
// 0, none.
func scanlines(pix []byte, w, h int) []byte {
	out := make([]byte, 0, h*(1+4*w))
	for row := range h {
		out = append(append(out, 0), pix[4*w*row:4*w*(row+1)]...)
	}
	return out
}

// stored wraps data as a zlib stream of blocks that are not compressed.
func stored(data []byte) []byte {
	const most = 1<<16 - 1 // bytes in a block
	out := []byte{0x78, 0x01}
	sum := adler32.Checksum(data)
	for last := false; !last; {
		n := min(most, len(data))
		last = n == len(data)
		var flag byte
		if last {
			flag = 1
		}
		out = append(out, flag, byte(n), byte(n>>8), ^byte(n), ^byte(n>>8))
		out = append(out, data[:n]...)
		data = data[n:]
	}
	return binary.BigEndian.AppendUint32(out, sum)
}
