// Package worker steps a run in a web worker and posts its frames to the page.
//
// The engine knows no browser: its clock and its outlet are given to it, and it
// is tested natively. worker.go connects it to the messages of the page.
package worker
