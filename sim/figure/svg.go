package figure

// SVG writes a picture as a self-contained image with a title and a description
// for those who cannot see it. Equal pictures give equal bytes.
func SVG(p *Picture, title, description string) []byte { return nil }
