// Package dom is the little of syscall/js that the page and the worker need.
package dom
