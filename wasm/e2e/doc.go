// Package e2e tests the built site in a real Chromium, through the real server.
//
// It is a module of its own, so that the browser driver stays out of the
// product. It needs the site (make build), Chromium and axe-core (npm install in
// this folder); make test sees to all three. The variable CHROMIUM names another
// browser, SHOTS a folder for screenshots.
package e2e
