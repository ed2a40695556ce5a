package e2e

import (
	"context"
	"flag"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// engines names the browsers of the tour and of the monkey: chromium, firefox and
// webkit, set apart by commas.
var engines = flag.String("engines", "chromium", "browsers of the tour and of the monkey")

// An engine is a browser with one page.
type engine interface {
	// visit opens a path of the site.
	visit(path string) error
	// evaluate returns the value of an expression, or what its promise gives, as
	// JSON.
	evaluate(expression string) (json string, err error)
	// screenshot returns a PNG of what is to be seen.
	screenshot() ([]byte, error)
}

// each runs a test in every engine that is asked for, in a browser of its own.
func each(t *testing.T, test func(p *tab, name string)) {
	for _, name := range strings.Split(*engines, ",") {
		t.Run(name, func(t *testing.T) { test(openEngine(t, name), name) })
	}
}

func openEngine(t *testing.T, name string) *tab {
	t.Helper()
	switch name {
	case "chromium":
		ctx, cancel, err := start(filepath.Join(t.TempDir(), "profile"))
		must(t, err)
		t.Cleanup(cancel)
		return openIn(t, ctx, "/", desktop)
	case "firefox":
		p := &tab{T: t}
		t.Cleanup(p.check)
		p.engine = startFirefox(t, display(t), p.problem)
		return p
	case "webkit":
		p := &tab{T: t}
		t.Cleanup(p.check)
		p.engine = startWebKit(t, display(t), p.problem)
		return p
	}
	t.Fatalf("%q is no engine; allowed are chromium, firefox and webkit", name)
	return nil
}

// chromiumPage is a tab of Chromium.
type chromiumPage struct{ ctx context.Context }

func (c chromiumPage) visit(path string) error {
	return chromedp.Do(c.ctx, chromedp.Navigate(site+path))
}

func (c chromiumPage) evaluate(expression string) (string, error) {
	return chromedp.Run(c.ctx, chromedp.Evaluate[string](asJSON(expression), chromedp.EvalAwaitPromise))
}

func (c chromiumPage) screenshot() ([]byte, error) {
	return chromedp.Run(c.ctx, chromedp.CaptureScreenshot())
}

// asJSON returns an expression for a promise of the JSON of the value of
// expression.
func asJSON(expression string) string {
	return fmt.Sprintf("(async () => JSON.stringify(await (%s)) ?? 'null')()", expression)
}

// stopLater ends a program that has been started, after the test.
func stopLater(t *testing.T, cmd *exec.Cmd) {
	t.Cleanup(func() {
		gone := make(chan error, 1)
		go func() { gone <- cmd.Wait() }()
		select {
		case <-gone:
		case <-time.After(5 * time.Second):
			cmd.Process.Kill()
			<-gone
		}
	})
}
