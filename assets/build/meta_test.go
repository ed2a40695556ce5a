package main

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/rote/sim"
)

func TestLocate(t *testing.T) {
	for _, c := range []struct{ address, origin, base string }{
		{"/", "", "/"}, {"/below/", "", "/below/"}, {"https://example.org/", "https://example.org", "/"}, {"http://localhost:80/a/b/", "http://localhost:80", "/a/b/"},
	} {
		w := workshop{}
		if err := w.locate(c.address); err != nil || w.origin != c.origin || w.base != c.base {
			t.Errorf("%s: got %q, %q, %v", c.address, w.origin, w.base, err)
		}
	}
	for _, address := range []string{"", "below", "/below", "https://example.org", "example.org/", "https://example.org/a", "/?a/", "/#/", "https:///", "//example.org/", "%/"} {
		if err := new(workshop).locate(address); err == nil {
			t.Errorf("%q is taken", address)
		}
	}
}

// ground builds the toy's site for an address.
func ground(t *testing.T, address string) *workshop {
	t.Helper()
	root := checkout(t)
	os.MkdirAll(filepath.Join(root, "assets", "lessons", "teach"), 0o755)
	for _, name := range []string{"assets/lessons/teach/toy.md", "assets/teach.md"} {
		os.WriteFile(filepath.Join(root, name), []byte(toyTeach), 0o644)
	}
	w := &workshop{root: root, out: filepath.Join(root, "out"), labs: []sim.Info{toyInfo}}
	if err := w.locate(address); err != nil {
		t.Fatal(err)
	}
	if err := w.build(io.Discard); err != nil {
		t.Fatal(err)
	}
	return w
}

// A site that knows its host says where each page is, and gives its links pictures.
func TestHost(t *testing.T) {
	w := ground(t, "https://example.org/below/")
	page := string(w.site["toy/index.html"])
	for _, part := range []string{`<link rel="canonical" href="https://example.org/below/toy/">`, `<meta property="og:url" content="https://example.org/below/toy/">`,
		`<meta property="og:title" content="Toy - Rote">`, `<meta property="og:description" content="What is a toy?">`, `<meta name="twitter:card" content="summary_large_image">`,
		`type="application/json+oembed" href="https://example.org/below/toy/oembed.json"`} {
		if !strings.Contains(page, part) {
			t.Errorf("the page of the toy lacks %s", part)
		}
	}
	for _, name := range []string{"toy/index.html", "index.html"} {
		image := regexp.MustCompile(`<meta property="og:image" content="https://example.org/below/(preview/[^"]+\.png)">`).FindSubmatch(w.site[name])
		if image == nil || string(w.site[string(image[1])]) != "picture" {
			t.Errorf("the picture of %s is %q", name, image)
		}
	}
	var list struct {
		Places []string `xml:"url>loc"`
	}
	if err := xml.Unmarshal(w.site["sitemap.xml"], &list); err != nil {
		t.Fatal(err)
	}
	want := []string{"", "map/", "teach/", "toy/about/", "toy/", "toy/teach/"}
	for i := range want {
		want[i] = "https://example.org/below/" + want[i]
	}
	if !slices.Equal(list.Places, want) {
		t.Errorf("the site map has %q, want %q", list.Places, want)
	}
	var embed struct {
		Version, Type, HTML string
		Width, Height       int
		Thumbnail           string `json:"thumbnail_url"`
	}
	if err := json.Unmarshal(w.site["toy/oembed.json"], &embed); err != nil || embed.Version != "1.0" || embed.Type != "rich" || embed.Width < 640 ||
		!strings.HasPrefix(embed.HTML, `<iframe src="https://example.org/below/toy/#mode=embed" title="What is a toy?"`) || !strings.HasSuffix(embed.Thumbnail, ".png") {
		t.Errorf("oEmbed: %v: %+v", err, embed)
	}
	if kept := string(w.site["sw.js"]); strings.Contains(kept, "oembed") || strings.Contains(kept, "preview/") || strings.Contains(kept, "sitemap") {
		t.Error("the service worker keeps what only programs elsewhere want")
	}
	if w.site["robots.txt"] != nil {
		t.Error("there is a robots.txt where nobody looks for it")
	}
}

// A site for any host names none, and still says what its lessons are.
func TestAnyHost(t *testing.T) {
	w := ground(t, "/")
	for name, data := range w.site {
		if strings.HasSuffix(name, ".html") && regexp.MustCompile(`canonical|og:url|og:image|oembed`).Match(data) {
			t.Errorf("%s says where it is", name)
		}
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".png") || strings.HasSuffix(name, "oembed.json") {
			t.Errorf("there is %s", name)
		}
	}
	for page, want := range map[string]learning{
		"toy/index.html":       {Name: "Toy", Kind: []string{"simulation", "lesson"}, Interactivity: "active", Time: "PT7M", Level: "anybody"},
		"toy/teach/index.html": {Name: "Teach Toy", Kind: []string{"lesson plan", "worksheet"}, Interactivity: "expositive", Time: "PT45M", Level: "anybody"},
	} {
		text := regexp.MustCompile(`<script type="application/ld\+json">(.*?)</script>`).FindSubmatch(w.site[page])
		if text == nil {
			t.Fatalf("%s does not say what it teaches", page)
		}
		var got learning
		if err := json.Unmarshal(text[1], &got); err != nil {
			t.Fatalf("%s: %v", page, err)
		}
		if got.Name != want.Name || !slices.Equal(got.Kind, want.Kind) || got.Interactivity != want.Interactivity || got.Time != want.Time || got.Level != want.Level ||
			got.License != textLicense || got.BasedOn.Name != toyInfo.Cite || !slices.Equal(got.Teaches, []string{"count dots"}) || got.URL != "" {
			t.Errorf("%s says %+v", page, got)
		}
	}
}

func TestPaper(t *testing.T) {
	if got := paper(sim.Info{Cite: "A. B (2025). C. ACL 2025, arXiv 2502.01491."}).URL; got != "https://arxiv.org/abs/2502.01491" {
		t.Errorf("the paper is at %q", got)
	}
}
