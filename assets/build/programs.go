package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// addPrograms builds the two WebAssembly programs, takes the script that starts
// them from the Go installation that built them, and adds the kernel, which is
// ready in its folder.
func (w *workshop) addPrograms() error {
	lab, err := w.goBuild("./wasm", "lab.wasm", lean()...)
	if err != nil {
		return err
	}
	stage, err := w.goBuild("./wasm/stage", "stage.wasm")
	if err != nil {
		return err
	}
	script, err := w.execScript()
	if err != nil {
		return err
	}
	w.parts.Lab, w.parts.LabBytes = w.site.addHashed("lab.wasm", lab), len(lab)
	w.parts.StageWasm, w.parts.StageBytes = w.site.addHashed("stage.wasm", stage), len(stage)
	w.parts.Exec = w.site.addHashed("wasm_exec.js", script)
	w.parts.Kernel, err = w.addKernel("kernel.wasm")
	if err != nil {
		return err
	}
	w.parts.Thunk, err = w.addKernel("thunk.wasm")
	return err
}

// addKernel adds a file of sim/kernel.
func (w *workshop) addKernel(name string) (hashed string, err error) {
	data, err := os.ReadFile(filepath.Join(w.root, "sim", "kernel", name))
	return w.site.addHashed(name, data), err
}

// goBuild compiles a package for the browser. Equal sources give equal bytes
// wherever the checkout is and whatever its history: the name of the program
// holds their hash. The file stays, so that the go command links only when it
// must.
func (w *workshop) goBuild(pkg, name string, flags ...string) ([]byte, error) {
	file, err := filepath.Abs(filepath.Join(w.cache.dir, "bin", name))
	if err != nil {
		return nil, err
	}
	args := append([]string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w"}, flags...)
	if err := w.goCommand([]string{"GOOS=js", "GOARCH=wasm"}, append(args, "-o", file, pkg)...); err != nil {
		return nil, err
	}
	return os.ReadFile(file)
}

// goCommand runs the go command in the checkout, with more variables.
func (w *workshop) goCommand(env []string, args ...string) error {
	cmd := exec.Command("go", args...)
	cmd.Dir = w.root
	cmd.Env = append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, out)
	}
	return nil
}

// roomy are the packages of lab.wasm that are compiled without inlining, which
// takes a tenth off its weight. A loop of a lab that is at work for most of
// a run calls nothing small.
var roomy = [...]string{"std", "./wasm/...", "./sim/..."}

// busy are those of them that are inlined: labs call them in their loops, and
// some grow without it.
var busy = [...]string{"math/...", "./sim/data", "./sim/exact", "./sim/kernel", "./sim/linalg", "./sim/ntk"}

// lean returns the flags that make lab.wasm lighter to load. The last one that
// names a package holds.
func lean() (flags []string) {
	for _, pkg := range roomy {
		flags = append(flags, "-gcflags="+pkg+"=-l")
	}
	for _, pkg := range busy {
		flags = append(flags, "-gcflags="+pkg+"=")
	}
	return flags
}

func (w *workshop) execScript() ([]byte, error) {
	cmd := exec.Command("go", "env", "GOROOT")
	cmd.Dir = w.root
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lib", "wasm", "wasm_exec.js"))
}
