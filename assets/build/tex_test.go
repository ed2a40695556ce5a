package main

import (
	"os"
	"strings"
	"testing"
)

func testMarkdown(t *testing.T) markdown {
	t.Helper()
	temml, err := os.ReadFile("../web/vendor/temml.min.js")
	if err != nil {
		t.Fatal(err)
	}
	return newMarkdown(&typesetter{temml: temml, cache: cache{dir: t.TempDir()}})
}

// The formulas are those of lessons; the parts are what would be lost if one
// were misread.
func TestFormulas(t *testing.T) {
	m := testMarkdown(t)
	for _, c := range []struct {
		tex   string
		parts []string
	}{
		{`\frac12\beta`, []string{"<mfrac><mn>1</mn><mn>2</mn></mfrac><mi>β</mi>"}},
		{`\|x - x_n\|^2`, []string{"‖", "<msup>", "<msub>"}},
		{`\sigma \to 0`, []string{"σ", "→"}},
		{`1 - e^{-1/2} \approx 0.39`, []string{"≈", "<mn>0.39</mn>"}},
		{`\sqrt{\sigma^2 + c}`, []string{"<msqrt>"}},
		{`w_n(x) = \frac{e^{-\|x-x_n\|^2/2\sigma^2}}{\sum_{k=1}^{N} e^{-\|x-x_k\|^2/2\sigma^2}}`, []string{"<mfrac>", "∑", "<mi>N</mi>"}},
		{`\mathbb{E}\left[\left\|s_\theta(x)\right\|^2\right]`, []string{"𝔼", "stretchy=\"true\""}},
		{`p_t(x) = \frac1N\sum_{n=1}^N \mathcal{N}(x; x_n, \sigma^2 I)`, []string{"𝒩"}},
		{`\frac{dx}{d(-\ln\sigma)} = m_\sigma(x) - x`, []string{"ln", "<mfrac>"}},
		{`\text{copied} = P(\chi^2_d < t)`, []string{"copied", "χ", "&lt;"}},
		{`x \in \mathbb{R}^d`, []string{"∈", "ℝ"}},
		{`\begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}`, []string{"<mtable", "{"}},
		{`\hat\theta,\ \bar x,\ \tilde\sigma`, []string{"<mover", "θ"}},
		{`\int_0^1 f(t)\,dt`, []string{"∫"}},
		{`\operatorname*{arg\,max}_n w_n`, []string{"arg", "max"}},
	} {
		html, err := m.html("$$" + c.tex + "$$")
		if err != nil {
			t.Errorf("%s: %v", c.tex, err)
			continue
		}
		for _, part := range append(c.parts, "<div class=\"formula\"><math display=\"block\"") {
			if !strings.Contains(string(html), part) {
				t.Errorf("%s lacks %s: %s", c.tex, part, html)
			}
		}
	}
}

// Formulas that stand side by side come apart, but not inside of a group.
func TestSideBySide(t *testing.T) {
	m := testMarkdown(t)
	for tex, want := range map[string]int{`a = b,\qquad c = d`: 2, `{a \qquad b}`: 1, `\left(a \qquad b\right)`: 1, `a`: 1,
		`\begin{cases} a \qquad b \\ c \end{cases}`: 1} {
		html, err := m.html("$$" + tex + "$$")
		if got := strings.Count(string(html), "<math "); err != nil || got != want {
			t.Errorf("%s: got %d formulas, %v; want %d", tex, got, err, want)
		}
	}
}

func TestBadFormulas(t *testing.T) {
	m := testMarkdown(t)
	for _, tex := range []string{`\frac{1}{`, `\nosuchcommand x`, `x_1_2`, `\left( x`, `\begin{cases} 1`, `{x`} {
		for _, sign := range []string{"$", "$$"} {
			html, err := m.html("Words " + sign + tex + sign + " words.")
			if err == nil || !strings.Contains(err.Error(), "formula") {
				t.Errorf("%s%s%s: error %v, want one that shows the formula; made %s", sign, tex, sign, err, html)
			}
		}
	}
}

func TestMarkdown(t *testing.T) {
	m := testMarkdown(t)
	for _, c := range []struct{ text, want string }{
		{"*a* and $x^*$ and *b*", "<em>a</em> and <math><msup><mi>x</mi>"},
		{"*a* and $x^*$ and *b*", "</msup></math> and <em>b</em>"},
		{"### Head", "<h4>Head</h4>"},
		{"so $x$, (and $y$) or ($z$ or", `(and <span class="joined"><math><mi>y</mi></math>)</span> or <span class="joined">(<math><mi>z</mi></math></span>`},
		{"at $x$ and $y$.", `at <math><mi>x</mi></math> and <span class="joined"><math><mi>y</mi></math>.</span>`},
		{`\(a_b\)`, "<math><msub><mi>a</mi><mi>b</mi></msub></math>"},
	} {
		if html, err := m.html(c.text); err != nil || !strings.Contains(string(html), c.want) {
			t.Errorf("%s: got %s, %v; want %s", c.text, html, err, c.want)
		}
	}
	if _, err := m.html("a <b>c</b>"); err == nil {
		t.Error("HTML in a lesson passed")
	}
	if html, err := m.line("A $x$"); err != nil || strings.Contains(string(html), "<p>") {
		t.Errorf("line: got %s, %v", html, err)
	}
	if _, err := m.line("A\n\nB"); err == nil {
		t.Error("two paragraphs passed as a line")
	}
}
