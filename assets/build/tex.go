package main

import (
	"fmt"
	"strings"

	"github.com/dop251/goja"
)

// A typesetter turns TeX into MathML. It runs Temml, a JavaScript program, which
// it starts for the first formula that the cache does not hold.
type typesetter struct {
	temml []byte // source of Temml
	cache cache
	run   goja.Callable
	vm    *goja.Runtime
}

// mathML returns the MathML of a formula: in the line, or displayed on its own.
// TeX that Temml does not understand is an error.
func (t *typesetter) mathML(tex string, display bool) (string, error) {
	tex = strings.TrimSpace(tex)
	out, err := t.cache.get(func() ([]byte, error) { return t.typeset(tex, display) },
		t.temml, fmt.Append(nil, "mathml 3 ", display), []byte(tex))
	if err != nil {
		return "", fmt.Errorf("formula %q: %w", tex, err)
	}
	return string(out), nil
}

func (t *typesetter) typeset(tex string, display bool) ([]byte, error) {
	if t.run == nil {
		if err := t.start(); err != nil {
			return nil, fmt.Errorf("start Temml: %w", err)
		}
	}
	// Formulas in a line break where TeX would, if they are wider than the text.
	options := map[string]any{"displayMode": display, "throwOnError": true, "strict": true, "wrap": "tex"}
	v, err := t.run(goja.Undefined(), t.vm.ToValue(tex), t.vm.ToValue(options))
	if err != nil {
		return nil, err
	}
	return []byte(v.String()), nil
}

func (t *typesetter) start() error {
	t.vm = goja.New()
	if _, err := t.vm.RunScript("temml.min.js", string(t.temml)); err != nil {
		return err
	}
	run, ok := goja.AssertFunction(t.vm.Get("temml").ToObject(t.vm).Get("renderToString"))
	if !ok {
		return fmt.Errorf("renderToString is no function")
	}
	t.run = run
	return nil
}
