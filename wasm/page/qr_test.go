package page

import (
	"encoding/xml"
	"strings"
	"testing"
)

// A short link has 25 modules or more and a margin; one that is too long has no code.
func TestQRCode(t *testing.T) {
	svg := qrCode("https://rote.example/diffusion/#c=0.01&at=40")
	var root struct {
		ViewBox string `xml:"viewBox,attr"`
	}
	if err := xml.Unmarshal([]byte(svg), &root); err != nil || root.ViewBox != "0 0 37 37" {
		t.Errorf("a short link is %v, %v", root, err)
	}
	for _, corner := range []string{"M4 4h1", "M32 4h1", "M4 32h1"} { // of the three marks that readers look for
		if !strings.Contains(svg, corner) {
			t.Errorf("no module at %s", corner)
		}
	}
	if svg := qrCode(strings.Repeat("x", 4000)); svg != "" {
		t.Error("4,000 letters have a code")
	}
}
