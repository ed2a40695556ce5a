package main

import (
	"archive/zip"
	"encoding/xml"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The package of a lab lists what it holds, and holds what its pages name.
func TestScorm(t *testing.T) {
	w := ground(t, "/")
	dir := t.TempDir()
	if err := w.packScorm(dir); err != nil {
		t.Fatal(err)
	}
	z, err := zip.OpenReader(filepath.Join(dir, "rote-toy-scorm.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	pack, err := w.scorm(toyInfo)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range z.File {
		if file.Name != "imsmanifest.xml" {
			names = append(names, file.Name)
		}
		if pack[file.Name] == nil {
			t.Errorf("the package holds %s", file.Name)
		}
	}
	var m struct {
		Version   string        `xml:"metadata>schemaversion"`
		Default   organizations `xml:"organizations"`
		Resources []struct {
			ID    string `xml:"identifier,attr"`
			Kind  string `xml:"http://www.adlnet.org/xsd/adlcp_rootv1p2 scormtype,attr"`
			Href  string `xml:"href,attr"`
			Files []struct {
				Href string `xml:"href,attr"`
			} `xml:"file"`
		} `xml:"resources>resource"`
	}
	if err := xml.Unmarshal(pack["imsmanifest.xml"], &m); err != nil {
		t.Fatal(err)
	}
	if m.Version != "1.2" || len(m.Resources) != 1 || m.Default.Default != m.Default.One.ID || m.Default.One.Item.Ref != m.Resources[0].ID ||
		m.Default.One.Item.Title != toyInfo.Question || m.Resources[0].Kind != "sco" || m.Resources[0].Href != "index.html" {
		t.Errorf("the manifest says %+v", m)
	}
	var listed []string
	for _, file := range m.Resources[0].Files {
		listed = append(listed, file.Href)
	}
	slices.Sort(listed)
	if !slices.Equal(listed, names) {
		t.Errorf("the manifest lists %q, the package holds %q", listed, names)
	}
	checkPack(t, pack)
}

type organizations struct {
	Default string `xml:"default,attr"`
	One     struct {
		ID   string `xml:"identifier,attr"`
		Item struct {
			Ref   string `xml:"identifierref,attr"`
			Title string `xml:"title"`
		} `xml:"item"`
	} `xml:"organization"`
}

// checkPack looks up what the pages of a package name, and what nobody names.
func checkPack(t *testing.T, pack site) {
	t.Helper()
	named := map[string]bool{"imsmanifest.xml": true, "index.html": true, "rote/fonts/OFL.txt": true}
	names := regexp.MustCompile(`(?:href|src)="([^"#]+)|"(\.\./[^"#]+)"|url=([^"]+)|url\("?([^")]+)`)
	for page, data := range pack {
		if ext := path.Ext(page); ext != ".html" && ext != ".css" {
			continue
		}
		for _, match := range names.FindAllStringSubmatch(string(data), -1) {
			target := strings.Join(match[1:], "")
			if strings.Contains(target, ":") {
				continue
			}
			at := path.Join(path.Dir(page), target)
			if pack[at] == nil {
				t.Errorf("%s names %s, which is not there", page, target)
			}
			named[at] = true
		}
	}
	for name := range pack {
		if !named[name] {
			t.Errorf("the package holds %s, which no page names", name)
		}
	}
}
