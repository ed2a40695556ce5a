package e2e

import (
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// withoutStage lets the program that paints be on its way for ever in the pages that
// follow. They show the SVG picture meanwhile, and all else works: a test of
// something else takes less time so.
func (p *tab) withoutStage() {
	p.Helper()
	p.still = true
	_, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `{
			const get = fetch;
			fetch = (url, ...more) => /\/stage-[^/]*\.wasm$/.test(url) ? new Promise(() => {}) : get(url, ...more);
		}`})
	must(p.T, err)
}
