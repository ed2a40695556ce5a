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
