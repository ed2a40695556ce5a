package figure

import "example.org/rote/sim"

// Table returns the marks of a panel as a table for people: the head and rows
// of cells, each row as long as the head.
func Table(p *sim.Panel) (head []string, rows [][]string) { return nil, nil }

// CSV returns the marks of one panel as tidy records of RFC 4180, with a head
// and in full precision: run, seed, step, series, x, y, value, lo, hi. The last
// three are empty where a mark has none. It returns nil if f has no such panel.
func CSV(address, seed string, step int, f *sim.Frame, panel int) []byte { return nil }
