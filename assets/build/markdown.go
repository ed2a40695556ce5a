package main

import (
	"bytes"
	"errors"
	"html/template"
	"regexp"
	"slices"
	"strings"

	"github.com/gohugoio/hugo-goldmark-extensions/passthrough"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Markdown turns lesson text into HTML. Formulas stand between $ and $ or \( and
// \) in a line, and between $$ and $$ or \[ and \] on their own.
type markdown struct{ goldmark.Markdown }

func newMarkdown(t *typesetter) markdown {
	inline := []passthrough.Delimiters{{Open: "$", Close: "$"}, {Open: `\(`, Close: `\)`}}
	block := []passthrough.Delimiters{{Open: "$$", Close: "$$"}, {Open: `\[`, Close: `\]`}}
	return markdown{goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Typographer,
			passthrough.New(passthrough.Config{InlineDelimiters: inline, BlockDelimiters: block})),
		goldmark.WithParserOptions(parser.WithASTTransformers(util.Prioritized(lowerHeadings{}, 500))),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(formulas{t}, 1))),
	)}
}

// html returns the HTML of a text.
func (m markdown) html(text string) (template.HTML, error) {
	var b bytes.Buffer
	if err := m.Convert([]byte(text), &b); err != nil {
		return "", err
	}
	if strings.Contains(b.String(), "<!-- raw HTML omitted -->") {
		return "", errors.New("HTML in a lesson; allowed is Markdown")
	}
	return template.HTML(formula.ReplaceAllStringFunc(wide.Replace(b.String()), join)), nil
}

// formula matches a formula with the brackets and stops that touch it.
var formula = regexp.MustCompile(`[(“‘]?<math[ >].*?</math>[-–.,;:!?…)’”]*`)

// join keeps a formula and what touches it on one line: browsers break between them.
func join(html string) string {
	if strings.HasPrefix(html, "<math") && strings.HasSuffix(html, "</math>") {
		return html
	}
	return `<span class="joined">` + html + "</span>"
}

// wide lets a table scroll by itself where the screen is narrow, by keyboard, too.
var wide = strings.NewReplacer("<table>", `<div class="wide" role="group" aria-label="Table" tabindex="0"><table>`, "</table>", "</table></div>")

// line returns the HTML of a text that is one paragraph, without its tags.
func (m markdown) line(text string) (template.HTML, error) {
	html, err := m.html(text)
	if err != nil {
		return "", err
	}
	inner := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(string(html)), "<p>"), "</p>")
	if strings.Contains(inner, "<p>") {
		return "", errors.New("several paragraphs where one line is wanted")
	}
	return template.HTML(inner), nil
}

// lowerHeadings makes room for the headings of the page above those of the text.
type lowerHeadings struct{}

func (lowerHeadings) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if h, ok := n.(*ast.Heading); ok && entering {
			h.Level = min(6, h.Level+1)
		}
		return ast.WalkContinue, nil
	})
}

// formulas renders the two kinds of formulas as MathML.
type formulas struct{ *typesetter }

func (f formulas) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(passthrough.KindPassthroughInline, f.inline)
	r.Register(passthrough.KindPassthroughBlock, f.block)
}

func (f formulas) inline(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	node := n.(*passthrough.PassthroughInline)
	return f.write(w, node.Segment.Value(source), node.Delimiters, false)
}

func (f formulas) block(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	var tex []byte
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		tex = append(tex, line.Value(source)...)
	}
	return f.write(w, tex, n.(*passthrough.PassthroughBlock).Delimiters, true)
}

func (f formulas) write(w util.BufWriter, tex []byte, d *passthrough.Delimiters, display bool) (ast.WalkStatus, error) {
	text := strings.TrimSpace(string(tex))
	text = strings.TrimSuffix(strings.TrimPrefix(text, d.Open), d.Close)
	set := func(tex string) (string, error) { return f.mathML(tex, false) }
	if display {
		set = f.display
	}
	html, err := set(text)
	if err == nil {
		_, err = w.WriteString(html)
	}
	return ast.WalkSkipChildren, err
}

// display sets formulas that \qquad separates one by one, so that a narrow column
// can put them below each other.
func (f formulas) display(tex string) (string, error) {
	parts := strings.Split(tex, `\qquad`)
	if slices.ContainsFunc(parts, func(part string) bool { return !isWhole(part) }) {
		parts = []string{tex}
	}
	html := `<div class="formula">`
	for _, part := range parts {
		math, err := f.mathML(part, true)
		if err != nil {
			return "", err
		}
		html += math
	}
	return html + "</div>\n", nil
}

// isWhole reports whether a piece of TeX opens as many groups as it closes.
func isWhole(tex string) bool {
	for _, pair := range [][2]string{{"{", "}"}, {`\left`, `\right`}, {`\begin`, `\end`}} {
		if strings.Count(tex, pair[0]) != strings.Count(tex, pair[1]) {
			return false
		}
	}
	return true
}
