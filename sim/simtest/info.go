package simtest

import (
	"errors"
	"fmt"
	"runtime"
	"strings"

	"example.org/rote/sim"
)

// checkInfo checks what a lab says before it runs.
func checkInfo(info sim.Info) error {
	var errs []error
	if info.Name == "" || strings.Trim(info.Name, "abcdefghijklmnopqrstuvwxyz") != "" {
		errs = append(errs, fmt.Errorf("name %q is not one lower-case word", info.Name))
	}
	if info.Title == "" || info.Cite == "" || !strings.HasSuffix(info.Question, "?") {
		errs = append(errs, fmt.Errorf("title %q, citation %q or question %q is missing", info.Title, info.Cite, info.Question))
	}
	if !(info.Seconds > 0) {
		errs = append(errs, fmt.Errorf("the default run takes %g s", info.Seconds))
	}
	if len(info.Presets) == 0 {
		errs = append(errs, errors.New("there is no preset"))
	}
	if a, _ := sim.ParseAddress(info.Small); a.Lab != info.Name || len(a.Pairs) == 0 {
		errs = append(errs, fmt.Errorf("the address Small is %q; it names the knobs that cost time", info.Small))
	}
	for _, p := range info.Presets {
		errs = append(errs, checkName(info, p.Name, p.Address))
	}
	for _, s := range info.Sweeps {
		errs = append(errs, checkName(info, s.Question, s.Address))
	}
	return errors.Join(errs...)
}

// checkName checks that an address has a name, and is of this lab.
func checkName(info sim.Info, name, address string) error {
	if a, repairs := sim.ParseAddress(address); a.Lab != info.Name || name == "" || len(repairs) > 0 {
		return fmt.Errorf("preset %q: %s is of lab %s, with %q", name, address, a.Lab, repairs)
	}
	return nil
}

// checkPresets checks that the addresses of presets have no faults, and name only
// knobs of their view.
func checkPresets(info sim.Info) error {
	for _, p := range info.Presets {
		r, err := open(info, p.Address)
		if err != nil {
			return err
		}
		given, _ := sim.ParseAddress(p.Address)
		for _, pair := range given.Pairs {
			if knob := r.Knobs.Find(pair.Key); knob != nil && !knob.Shown() {
				return fmt.Errorf("preset %s: %s does not belong to the view", p.Address, pair.Key)
			}
		}
	}
	return nil
}

// checkKnobs checks the declarations. Their keys, ranges and defaults are
// checked by package sim when they are made.
func checkKnobs(info sim.Info) error {
	r, err := open(info, info.Name)
	if err != nil {
		return err
	}
	if r.Address() != info.Name {
		return fmt.Errorf("the default address is %s", r.Address())
	}
	var errs []error
	for _, k := range r.Knobs.All() {
		if k.Label == "" || k.HelpText != "" && !isSentence(k.HelpText) {
			errs = append(errs, fmt.Errorf("knob %s: label %q, help %q", k.Key, k.Label, k.HelpText))
		}
		if !canBeShown(r, k) {
			errs = append(errs, fmt.Errorf("knob %s is shown in no view", k.Key))
		}
	}
	return errors.Join(errs...)
}

// canBeShown tries all values of all choices.
func canBeShown(r *sim.Run, k *sim.Knob) bool {
	if k.Shown() {
		return true
	}
	for _, choice := range r.Knobs.All() {
		if choice.Kind != sim.ChoiceKind {
			continue
		}
		before := choice.Text()
		for _, value := range choice.Values {
			choice.Set(value)
			shown := k.Shown()
			choice.Set(before)
			if shown {
				return true
			}
		}
	}
	return false
}

// checkGarbage checks that the slices of the default run make little garbage.
func checkGarbage(info sim.Info) error {
	r, err := open(info, info.Name)
	if err != nil {
		return err
	}
	walk(r, 3) // scratch memory is made
	const most = 4096
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	n := walk(r, 100)
	runtime.ReadMemStats(&after)
	if bytes := (after.TotalAlloc - before.TotalAlloc) / uint64(max(1, n)); bytes > most {
		return fmt.Errorf("%s: a slice makes %d bytes of garbage, want at most %d", info.Name, bytes, most)
	}
	return nil
}
