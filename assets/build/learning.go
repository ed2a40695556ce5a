package main

import (
	"fmt"
	"regexp"
	"strings"

	"example.org/rote/sim"
)

// textLicense is that of the lessons and of what else is written on the pages.
const textLicense = "https://creativecommons.org/licenses/by/4.0/"

// A learning describes a lesson in the words of schema.org, for catalogues of lessons.
type learning struct {
	Context       string       `json:"@context"`
	Type          string       `json:"@type"`
	Name          string       `json:"name"`
	Description   string       `json:"description"`
	Kind          []string     `json:"learningResourceType"`
	Interactivity string       `json:"interactivityType"`
	Language      string       `json:"inLanguage"`
	Free          bool         `json:"isAccessibleForFree"`
	License       string       `json:"license"`
	Author        organization `json:"author"`
	Publisher     organization `json:"publisher"`
	Teaches       []string     `json:"teaches,omitempty"`
	Level         string       `json:"educationalLevel,omitempty"`
	Time          string       `json:"timeRequired,omitempty"` // ISO 8601
	BasedOn       *article     `json:"isBasedOn,omitempty"`
	Features      []string     `json:"accessibilityFeature"`
	Control       []string     `json:"accessibilityControl"`
	Hazard        []string     `json:"accessibilityHazard"`
	URL           string       `json:"url,omitempty"`
	Image         string       `json:"image,omitempty"`
}

type organization struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type article struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

// learning describes a page that one learns or teaches with, for so many minutes.
func (m meta) learning(interactivity string, minutes int, kind ...string) *learning {
	rote := organization{"Organization", "Rote"}
	return &learning{Context: "https://schema.org", Type: "LearningResource", Name: strings.TrimSuffix(m.Title, " - Rote"), Description: m.Says,
		Kind: kind, Interactivity: interactivity, Language: "en", Free: true, License: textLicense, Author: rote, Publisher: rote,
		Time:     fmt.Sprintf("PT%dM", minutes),
		Features: []string{"alternativeText", "displayTransformability", "MathML", "readingOrder", "structuralNavigation"},
		Control:  []string{"fullKeyboardControl", "fullMouseControl", "fullTouchControl"},
		Hazard:   []string{"noFlashingHazard", "noSoundHazard"},
		URL:      m.URL, Image: m.Image.URL}
}

// arxiv is the number of a paper in a citation.
var arxiv = regexp.MustCompile(`arXiv (\d{4}\.\d{4,5})`)

// paper returns what a lab is based on.
func paper(info sim.Info) *article {
	a := &article{Type: "ScholarlyArticle", Name: info.Cite}
	if number := arxiv.FindStringSubmatch(info.Cite); number != nil {
		a.URL = "https://arxiv.org/abs/" + number[1]
	}
	return a
}

// goalList returns the goals of a text for teachers, one each, without marks.
func goalList(markdown string) (goals []string) {
	for line := range strings.SplitSeq(markdown, "\n") {
		if goal, ok := strings.CutPrefix(line, "- "); ok {
			goals = append(goals, strings.TrimRight(strings.NewReplacer("$", "", "*", "").Replace(goal), ";."))
		}
	}
	return goals
}
