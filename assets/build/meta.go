package main

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html/template"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"example.org/rote/sim"
)

// A meta is what a page says of itself to programs: to those that search, that show a
// link to it, and that keep a list of lessons.
type meta struct {
	Title, Says string
	URL         string // of the page, "" where the site does not know its host
	Image       preview
	Embed       string // address of its oEmbed, or ""
	Learning    *learning
}

// meta returns what all pages say; path leads from the top of the site to the page.
func (w *workshop) meta(path, title, says string) meta {
	return meta{Title: title, Says: says, URL: w.url(path)}
}

// url returns the whole address of a path from the top of the site, or "" where the
// site does not know its host.
func (w *workshop) url(path string) string {
	if w.origin == "" {
		return ""
	}
	return w.origin + w.base + path
}

// locate takes the address of the site, or only its path on the host, apart.
func (w *workshop) locate(address string) error {
	u, err := url.Parse(address)
	if err != nil || !strings.HasPrefix(u.Path, "/") || !strings.HasSuffix(u.Path, "/") || u.RawQuery != "" || u.Fragment != "" || (u.Scheme == "") != (u.Host == "") {
		return fmt.Errorf("-base %q is neither like https://example.org/rote/ nor like /rote/", address)
	}
	w.base = u.EscapedPath()
	if u.Host != "" {
		w.origin = u.Scheme + "://" + u.Host
	}
	return nil
}

// labMeta returns what the page of a lab says; goals is a list in Markdown.
func (w *workshop) labMeta(c card, goals string) (m meta, err error) {
	m = w.meta(c.Info.Name+"/", wordOf(c.Info)+" - Rote", c.Info.Question)
	if m.Image, err = w.preview(c.Info.Name, c.Info.Name, c.Still.Ticks, ""); err != nil {
		return m, err
	}
	m.Learning = m.learning("active", c.Lesson.Minutes, "simulation", "lesson")
	m.Learning.Level, m.Learning.Teaches, m.Learning.BasedOn = c.Lesson.Level, goalList(goals), paper(c.Info)
	m.Embed, err = w.addEmbed(c.Info, m.Image)
	return m, err
}

// homeMeta returns what the first page says, with the lab to begin with.
func (w *workshop) homeMeta(cards []card) (m meta, err error) {
	m = w.meta("", "Rote: what does it mean to memorize?", "Small, honest simulations that show when a model learns and when it only remembers. They run in this browser.")
	if c := first(cards); c != nil {
		m.Image, err = w.preview("rote", c.Info.Name, c.Still.Ticks, "What does it mean to memorize?")
	}
	return m, err
}

// addListing adds what tells programs which pages there are.
func (w *workshop) addListing() error {
	if w.origin == "" {
		return nil
	}
	type place struct {
		Loc string `xml:"loc"`
	}
	list := struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		Places  []place  `xml:"url"`
	}{}
	for _, name := range slices.Sorted(maps.Keys(w.site)) {
		if at, ok := strings.CutSuffix(name, "index.html"); ok {
			list.Places = append(list.Places, place{w.url(at)})
		}
	}
	text, err := xml.Marshal(list)
	if err != nil {
		return err
	}
	w.site["sitemap.xml"] = append([]byte(xml.Header), text...)
	if w.base == "/" { // nobody looks for it elsewhere
		w.site["robots.txt"] = []byte("User-agent: *\nAllow: /\nSitemap: " + w.url("sitemap.xml") + "\n")
	}
	return nil
}

// addEmbed adds what oEmbed wants to know of a lab, and returns its address. Without a
// host there is none.
func (w *workshop) addEmbed(info sim.Info, image preview) (string, error) {
	if w.origin == "" {
		return "", nil
	}
	const width, height = 800, 500
	frame := fmt.Sprintf(`<iframe src="%s#mode=embed" title="%s" width="%d" height="%d" style="border:0;max-width:100%%" loading="lazy" allow="fullscreen; clipboard-write"></iframe>`,
		template.HTMLEscapeString(w.url(info.Name+"/")), template.HTMLEscapeString(info.Question), width, height)
	text, err := json.Marshal(struct {
		Version         string `json:"version"`
		Type            string `json:"type"`
		Title           string `json:"title"`
		ProviderName    string `json:"provider_name"`
		ProviderURL     string `json:"provider_url"`
		HTML            string `json:"html"`
		Width           int    `json:"width"`
		Height          int    `json:"height"`
		Thumbnail       string `json:"thumbnail_url"`
		ThumbnailWidth  int    `json:"thumbnail_width"`
		ThumbnailHeight int    `json:"thumbnail_height"`
	}{"1.0", "rich", info.Question, "Rote", w.url(""), frame, width, height, image.URL, image.Width, image.Height})
	name := info.Name + "/oembed.json"
	w.site[name] = text
	return w.url(name), err
}

// isForPrograms reports whether a file is for programs elsewhere, and of no use to a
// reader without a network.
func isForPrograms(name string) bool {
	return name == "404.html" || path.Ext(name) == ".txt" || path.Ext(name) == ".xml" ||
		path.Base(name) == "oembed.json" || strings.HasPrefix(name, previews+"/")
}
