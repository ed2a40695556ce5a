package main

import "example.org/rote/sim"

// pairs returns links to the proposed comparisons.
func (w *workshop) pairs(info sim.Info) (links []link, err error) {
	for _, p := range info.Pairs {
		if err := w.opens(info, p.Address); err != nil {
			return nil, err
		}
		links = append(links, link{p.Words, fragment(p.Address)})
	}
	return links, nil
}
