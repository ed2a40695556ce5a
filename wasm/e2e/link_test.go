package e2e

import (
	"strings"
	"testing"
)

// A link opens what it was copied from, at the same step.
func TestPermalink(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=16&c=0.1&seed=3&at=20", desktop)
	p.ready()
	p.await(slow, `document.querySelector('#count').textContent.includes('20 of 160')`)
	p.await(slow, `location.hash == '#n=16&c=0.1&seed=3&at=20'`)
	says := p.text("#says")
	if want := "Noise level 20"; !strings.HasPrefix(p.text("#count"), want) {
		t.Errorf("count = %q, want %q", p.text("#count"), want)
	}
	q := open(t, "/diffusion/"+js[string](p, `location.hash`), desktop)
	q.ready()
	q.await(slow, `document.querySelector('#says').textContent.trim() == %q`, says)
	if js[bool](q, `!document.querySelector('#notice').hidden`) {
		t.Errorf("a good link gives the notice %q", q.text("#notice"))
	}
}

// A bad link is explained, repaired, and the run starts.
func TestBadLinks(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#at=0", view{w: 390, h: 844})
	p.ready()
	for _, c := range []struct{ link, key, used string }{
		{"foo=1", "foo", "allowed"},
		{"n=abc", "n = abc", "20"},
		{"n=NaN", "n = NaN", "20"},
		{"n=Inf", "n = Inf", "20"},
		{"n=-3", "n = -3", "using 1"},
		{"n=4.7", "n = 4.7", "using 5"},
		{"n=1e9", "n = 1e9", "using 2048"},
		{"n=", "n = (empty)", "20"},
		{"data=nope", "data = nope", "using paper"},
		{"data=<script>alert(1)</script>", "data = ", "using paper"},
		{"n=5&n=6", "n is given more than once", "using the first, 5"},
		{"%zz", "%zz", "left out"},
		{"n=9&pts=" + strings.Repeat("1,", 2500), "4096", "before"},
		{"v=99", "v = 99", "1"},
		{"rev=99.0.0", "rev = 99.0.0", "newer than this Rote"},
		{"rev=x", "rev = x", "is left out"},
		{"rev=0.0.1", "an earlier Rote", "was made with Rote 0.0.1"},
	} {
		p.run(`location.hash = %q`, "#"+c.link)
		p.await(slow, `!document.querySelector('#notice').hidden && document.querySelector('#notice').textContent.includes(%q)`, c.key)
		if notice := p.text("#notice"); !strings.Contains(notice, c.used) {
			t.Errorf("#%.40s: notice %q does not say %q", c.link, notice, c.used)
		}
		if strings.Contains(js[string](p, `document.querySelector('#says').innerText + document.querySelector('#readings').innerText`), "NaN") {
			t.Errorf("#%.40s: the page shows NaN", c.link)
		}
		p.await(slow, `['ready', 'running', 'paused'].includes(document.body.dataset.state)`)
		p.click("#noticeclose")
		p.await(slow, `document.querySelector('#notice').hidden`)
	}
}

// An unknown lab is a page that lists the labs.
func TestUnknownLab(t *testing.T) {
	t.Parallel()
	p := openExpecting(t, "/nope/", desktop, "404")
	if text := p.text("body"); !strings.Contains(text, "Will an exact score make anything new?") {
		t.Errorf("the page for an unknown lab does not name the labs: %q", text)
	}
}
