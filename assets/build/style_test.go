package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// sheet returns the rules of the style sheet without comments: what stands before each
// brace, and what within it.
func sheet(t *testing.T) [][2]string {
	t.Helper()
	css, err := os.ReadFile("../web/style.css")
	if err != nil {
		t.Fatal(err)
	}
	plain := regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(string(css), "")
	var rules [][2]string
	for _, m := range regexp.MustCompile(`([^{}]*)\{([^{}]*)`).FindAllStringSubmatch(plain, -1) {
		rules = append(rules, [2]string{strings.TrimSpace(m[1]), strings.TrimSpace(m[2])})
	}
	if len(rules) < 100 {
		t.Fatalf("the style sheet has %d rules", len(rules))
	}
	return rules
}

// A browser of 2023 sees colours, borders and the ring of the focus: a value that it
// does not know has a plain one before it.
func TestPlainValuesFirst(t *testing.T) {
	for _, rule := range sheet(t) {
		known := map[string]bool{}
		for declaration := range strings.SplitSeq(rule[1], ";") {
			name, value, _ := strings.Cut(declaration, ":")
			name = strings.TrimSpace(name)
			if isNew(value) && !known[name] {
				t.Errorf("%s has no plain %s before%s", rule[0], name, value)
			}
			known[name] = known[name] || !isNew(value)
		}
	}
}

var newWords = regexp.MustCompile(`light-dark\(|color-mix\(|oklch\(|oklab\(|\d(dvh|dvw|svh|lvh)\b|contrast-color\(|\bsibling-`)

func isNew(value string) bool { return newWords.MatchString(value) }

// A selector that a browser does not know takes its whole rule away: no selector of
// another element hangs on :has, and nothing takes the ring of the focus away where
// :has is to give one in its place.
func TestUnknownSelectors(t *testing.T) {
	supported := false
	for _, rule := range sheet(t) {
		selectors := topLevel(rule[0])
		supported = strings.HasPrefix(rule[0], "@supports") || supported && rule[1] != "" && !strings.HasPrefix(rule[0], "@")
		if len(selectors) > 1 && strings.Contains(rule[0], ":has(") && !strings.HasPrefix(rule[0], "@") {
			t.Errorf("with :has unknown, all of this is lost: %s", rule[0])
		}
		if strings.Contains(rule[1], "outline: none") && !supported {
			t.Errorf("%s takes the ring of the focus away", rule[0])
		}
	}
}

// topLevel takes a list of selectors apart, and not what :is has in brackets.
func topLevel(list string) (selectors []string) {
	depth, start := 0, 0
	for i, r := range list {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == ',' && depth == 0:
			selectors, start = append(selectors, list[start:i]), i+1
		}
	}
	return append(selectors, list[start:])
}
