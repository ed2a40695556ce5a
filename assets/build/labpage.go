package main

import (
	"os"
	"path/filepath"

	"example.org/rote/sim"
	"example.org/rote/sim/figure"
)

// A labPage is what the template of a lab's page is given.
type labPage struct {
	page
	card
	Controls       controlSet
	Presets        []preset
	Others         bool // some presets are not among the main ones
	Sweeps, Pairs  []link
	Number, Counts string // the headline, at the start as all of the following
	Says           string
	Unit, Count    string
	Of             int
	Readings       []reading
	Data           dataBlock
}

// A dataBlock tells the page program where its files are. Addresses are relative
// to the page, sizes are those of the decoded files.
type dataBlock struct {
	Lab        string `json:"lab"`
	Boot       string `json:"boot"`
	Exec       string `json:"exec"`
	Wasm       string `json:"wasm"`
	WasmBytes  int    `json:"wasmBytes"`
	Kernel     string `json:"kernel"`
	Thunk      string `json:"thunk"`
	Stage      string `json:"stage"`
	StageWasm  string `json:"stageWasm"`
	StageBytes int    `json:"stageBytes"`
	GIF        string `json:"gif"`     // the script that makes one
	Changes    string `json:"changes"` // of the frames from version to version, as [sim.Changes] reads them
}

func (w *workshop) addLab(m markdown, info sim.Info) (card, error) {
	lesson, err := w.lesson(m, info)
	if err != nil {
		return card{}, err
	}
	run, _, err := sim.Open(w.labs, info.Name)
	if err != nil {
		return card{}, err
	}
	presets, others, err := w.presets(info)
	if err != nil {
		return card{}, err
	}
	sweeps, err := w.sweeps(info)
	if err != nil {
		return card{}, err
	}
	pairs, err := w.pairs(info)
	if err != nil {
		return card{}, err
	}
	set, frame := controls(run), run.Frame()
	number, counts := figure.Headline(frame)
	page := labPage{page: page{parts: w.parts, Root: "../", Word: wordOf(info)}, Controls: set, Presets: presets, Others: others, Sweeps: sweeps, Pairs: pairs,
		Number: number, Counts: counts, Says: frame.Says, Unit: unit(frame), Count: count(frame), Of: max(1, frame.Of), Readings: readings(frame)}
	if page.Data, err = w.data(info, page.Root); err != nil {
		return card{}, err
	}
	still, err := w.stills(run)
	if err != nil {
		return card{}, err
	}
	page.card = card{Info: info, Lesson: lesson, Still: still}
	return page.card, w.addLabPages(m, &page)
}

// addLabPages adds the page of a lab, that of its teachers if there is a text for it,
// and that about it.
func (w *workshop) addLabPages(m markdown, page *labPage) error {
	name := page.Info.Name
	t, err := w.teaching(teachFile(name))
	if err != nil {
		return err
	}
	goals := ""
	if t != nil {
		page.Taught, goals = true, t.goals
		if err := w.addTeach(m, *page, t); err != nil {
			return err
		}
	}
	if page.Meta, err = w.labMeta(page.card, goals); err != nil {
		return err
	}
	if err := w.addPage(name+"/index.html", "lab.html", page); err != nil {
		return err
	}
	page.Root, page.Meta = "../../", w.meta(name+"/about/", "About "+page.Info.Title+" - Rote", page.Info.Question)
	return w.addPage(name+"/about/index.html", "about.html", page)
}

func (w *workshop) data(info sim.Info, root string) (dataBlock, error) {
	changes, err := os.ReadFile(filepath.Join(w.root, "sim", info.Name, "testdata", "changes.txt"))
	return dataBlock{Lab: info.Name, Boot: root + w.parts.Boot, Exec: root + w.parts.Exec,
		Wasm: root + w.parts.Lab, WasmBytes: w.parts.LabBytes,
		Kernel: root + w.parts.Kernel, Thunk: root + w.parts.Thunk,
		Stage: root + w.parts.Stage, StageWasm: root + w.parts.StageWasm, StageBytes: w.parts.StageBytes, GIF: root + w.parts.GIF, Changes: string(changes)}, err
}
