package e2e

import (
	"os"
	"regexp"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

var pdfPage = regexp.MustCompile(`/Type\s*/Page\b`)

// A lab prints as a sheet of two pages, light in a dark room, too: the picture as
// SVG, the sentence, the readings, and the lesson with its answers.
func TestPaper(t *testing.T) {
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
	if pages := len(pdfPage.FindAll([]byte(pdf.Data), -1)); pages == 0 || pages > 2 {
		t.Errorf("the sheet has %d pages, want at most 2", pages)
	}
	if !js[bool](p, `paper.open && paper['#still svg']`) {
		t.Errorf("on paper: %s", js[string](p, `JSON.stringify(paper)`))
	}
	p.await(slow, `!document.querySelector('.answer').open && document.querySelector('#still').hidden`)
}

// A page for teachers prints on two pages, a plan and a worksheet, on both sizes of
// paper. It says what it teaches in words for programs, which the security policy lets
// stand.
func TestTeachPaper(t *testing.T) {
	p := open(t, "/404.html", desktop)
	for _, lab := range labs {
		must(t, p.visit("/"+lab+"/teach/"))
		for paper, size := range map[string][2]float64{"A4": {8.27, 11.69}, "Letter": {8.5, 11}} {
			pdf, err := chromedp.Call(p.ctx, page.PrintToPDF, page.PrintToPDFParams{PaperWidth: size[0], PaperHeight: size[1]})
			must(t, err)
			if pages := len(pdfPage.FindAll([]byte(pdf.Data), -1)); pages != 2 {
				t.Errorf("%s on %s has %d pages, want 2", lab, paper, pages)
			}
		}
		if got := js[string](p, `JSON.parse(document.querySelector('[type="application/ld+json"]').textContent)['@type']`); got != "LearningResource" {
			t.Errorf("%s: the page says it is %q", lab, got)
		}
		if !js[bool](p, `document.querySelectorAll('.worksheet .boxes').length == document.querySelectorAll('[aria-labelledby=answers] > ol > li').length`) {
			t.Errorf("%s: the worksheet has not one row of boxes for each question", lab)
		}
	}
}
