package e2e

import (
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// withoutStage lets the program that paints be on its way for ever in the pages that
// follow, byte by byte. They show the SVG picture meanwhile, and all else works: a test
// of something else takes less time so.
func (p *tab) withoutStage() {
	p.Helper()
	p.still = true
	_, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `{
			const get = fetch;
			const drip = new ReadableStream({start(to) { // the head of a program, and a first part that has no end
				to.enqueue(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 0, 255, 255, 255, 63, 0]));
				setInterval(() => to.enqueue(new Uint8Array(1)), 5000);
			}});
			fetch = (url, ...more) => /\/stage-[^/]*\.wasm$/.test(url) ? Promise.resolve(new Response(drip, {headers: {'Content-Type': 'application/wasm'}})) : get(url, ...more);
		}`})
	must(p.T, err)
}
