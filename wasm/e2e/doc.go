// Package e2e tests the built site in real browsers, through the real server: all
// of it in Chromium, a tour of it in Firefox and in WebKitGTK.
//
// A test that asks for no time calls t.Parallel, opens one tab and visits one page
// after the other in it, and looks with view.still unless it is about the painted
// picture: starting a tab or painting takes longer than what most tests ask.
//
// It is a module of its own, so that the browser drivers stay out of the
// product. It needs the site (make build), the browsers and axe-core (npm install
// in this folder); make test sees to all of them. The variable CHROMIUM names
// another Chromium, SHOTS a folder for screenshots.
package e2e
