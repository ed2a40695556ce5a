// Package page is the program of a lab's page, on the browser's main thread.
//
// The HTML is complete without it; the program brings the controls to life. It
// keeps a run of its own only for its knobs, lets a worker do the steps, keeps
// the frames that come back, shows their numbers as HTML and passes them on to
// the stage. One file holds one thing of the page. What needs no browser is free
// of syscall/js and tested natively: opened.go, history.go, link.go, slider.go,
// live.go, credit.go, watch.go, words.go, png.go, shortcuts.go; of the sweeps
// draft.go and sweepwords.go.
//
// page.go is the root and wire.go the one place where parts are connected: a part
// has functions for what it needs of others, and no way back to the page.
package page
