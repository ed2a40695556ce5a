package e2e

import (
	"os"
	"regexp"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

var pdfPage = regexp.MustCompile(`/Type\s*/Page\b`)

// A lab prints as a sheet of two pages, light in a dark room, too: the picture as
// SVG, the sentence, the readings, and the lesson with its answers.
func TestPaper(t *testing.T) {
	t.Parallel()
	for _, lab := range labs {
		t.Run(lab, func(t *testing.T) { printed(t, lab) })
	}
}

func printed(t *testing.T, lab string) {
	t.Helper()
	p := open(t, "/"+lab+"/#at=5", view{w: 800, h: 600, dark: true})
	p.ready()
	p.run(`addEventListener('beforeprint', () => { const paper = {};
		for (const e of ['#still svg', '#says', '#facts', '.answer p', '#intro p']) paper[e] = document.querySelector(e)?.getClientRects().length > 0 && !!document.querySelector(e).closest('[open], :not(details)');
		paper.open = [...document.querySelectorAll('.answer')].every(e => e.open); window.paper = paper })`)
	pdf, err := chromedp.Call(p.ctx, page.PrintToPDF, page.PrintToPDFParams{})
	must(t, err)
	if dir := os.Getenv("PAPER"); dir != "" {
		must(t, os.WriteFile(dir, pdf.Data, 0o644))
	}
	p.sheet("the sheet", 1)
	if !js[bool](p, `paper.open && paper['#still svg']`) {
		t.Errorf("on paper: %s", js[string](p, `JSON.stringify(paper)`))
	}
	p.await(slow, `!document.querySelector('.answer').open && document.querySelector('#still').hidden`)
}

// sheet prints the page on each paper, upright and across, on two pages or the least.
func (p *tab) sheet(what string, least int) {
	p.Helper()
	for name, size := range map[string][2]float64{"A4": {8.27, 11.69}, "Letter": {8.5, 11}} {
		for _, across := range []bool{false, true} {
			pdf, err := chromedp.Call(p.ctx, page.PrintToPDF, page.PrintToPDFParams{PaperWidth: size[0], PaperHeight: size[1], Landscape: &across})
			must(p.T, err)
			if pages := len(pdfPage.FindAll([]byte(pdf.Data), -1)); pages < least || pages > 2 {
				p.Errorf("%s on %s, across: %v, has %d pages, want %d or 2", what, name, across, pages, least)
			}
		}
	}
}

// Two runs, and a sweep, print on two pages as well, the sweep's diagram in light colours;
// so does the page before its program has come, with the still picture for a light page.
func TestPaperElsewhere(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", view{w: 800, h: 600, dark: true, still: true})
	for _, lab := range labs {
		must(t, p.visit("/"+lab+"/#b.seed=2&at=5"))
		p.ready()
		p.sheet("the two runs of "+lab, 1)
	}
	must(t, p.visit("/diffusion/#"+brisk))
	p.sweepReady()
	p.run(`addEventListener('beforeprint', () => { window.paper = document.querySelector('#sweeppicture rect').getAttribute('fill') })`)
	p.sheet("the sweep", 1)
	if got := js[string](p, `paper`); got != "#ffffff" {
		t.Errorf("on paper the diagram has the ground %s", got)
	}
	p.await(slow, `document.querySelector('#sweeppicture rect').getAttribute('fill') == '#12161c'`)
	_, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `fetch = () => new Promise(() => {})`})
	must(t, err)
	must(t, p.visit("/404.html"))
	must(t, p.visit("/diffusion/"))
	p.sheet("the page without its program", 1)
	must(t, p.visit("/"))
	p.sheet("home", 1)
	must(t, p.visit("/diffusion/"))
	_, err = chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print", Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}})
	must(t, err)
	if got := js[string](p, `[...document.querySelectorAll('#still img')].filter(e => e.getClientRects().length).map(e => e.className + ' ' + Math.round(e.getBoundingClientRect().height / 96 * 25.4)).join()`); got != "if-light 64" {
		t.Errorf("without its program the page prints %q", got)
	}
}

// A page for teachers prints on two pages, a plan and a worksheet, on each paper. It says
// what it teaches in words for programs, which the security policy lets stand.
func TestTeachPaper(t *testing.T) {
	t.Parallel()
	p := open(t, "/404.html", desktop)
	for _, lab := range labs {
		must(t, p.visit("/"+lab+"/teach/"))
		p.sheet(lab, 2)
		_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
		must(t, err)
		if got := js[string](p, `getComputedStyle(document.body).display`); got != "block" {
			t.Errorf("on paper the page is a %s, which Firefox breaks into three pages", got)
		}
		if got := js[string](p, `JSON.parse(document.querySelector('[type="application/ld+json"]').textContent)['@type']`); got != "LearningResource" {
			t.Errorf("%s: the page says it is %q", lab, got)
		}
		if !js[bool](p, `document.querySelectorAll('.worksheet .boxes').length == document.querySelectorAll('[aria-labelledby=answers] > ol > li').length`) {
			t.Errorf("%s: the worksheet has not one row of boxes for each question", lab)
		}
	}
}
