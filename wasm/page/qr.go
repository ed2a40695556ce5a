package page

import (
	"fmt"
	"strings"

	"rsc.io/qr/coding"
)

// quiet is the white margin of a QR code, in modules, which readers need.
const quiet = 4

// qrCode returns a QR code of a text as SVG, black on white in any theme, or "" if
// the text is too long for one. A fifth of it may be unreadable.
func qrCode(text string) string {
	code, err := qrOf(coding.String(text), coding.L)
	if err != nil {
		return ""
	}
	var path strings.Builder
	for y := range code.Size {
		for x := range code.Size {
			if code.Black(x, y) {
				fmt.Fprintf(&path, "M%d %dh1v1h-1z", x+quiet, y+quiet)
			}
		}
	}
	side := code.Size + 2*quiet
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="QR code of the link"><path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>`,
		side, side, side, side, path.String())
}

// qrOf encodes a text in the smallest version that holds it.
func qrOf(text coding.Encoding, level coding.Level) (*coding.Code, error) {
	for v := coding.Version(coding.MinVersion); v <= coding.MaxVersion; v++ {
		if text.Bits(v) > 8*v.DataBytes(level) {
			continue
		}
		plan, err := coding.NewPlan(v, level, 0)
		if err != nil {
			return nil, err
		}
		return plan.Encode(text)
	}
	return nil, fmt.Errorf("%d bits do not fit into a QR code", text.Bits(coding.MaxVersion))
}
