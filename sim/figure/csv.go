package figure

import (
	"math"
	"strconv"
	"strings"

	"example.org/rote/sim"
)

// CSV returns the marks of one panel as tidy records of RFC 4180, with a head
// and in full precision: run, seed, step, series, x, y, value, lo, hi, maker. A cell is
// empty where a mark has no such number. Maker says which Rote it is, as [sim.Maker]
// does. It returns nil if f has no such panel.
func CSV(address, seed, maker string, step int, f *sim.Frame, panel int) []byte {
	if panel < 0 || panel >= len(f.Panels) {
		return nil
	}
	out := []byte("run,seed,step,series,x,y,value,lo,hi,maker\r\n")
	start := quote(address) + "," + quote(seed) + "," + strconv.Itoa(step) + ","
	each(&f.Panels[panel], true, func(r record) {
		out = append(append(out, start...), quote(r.series)...)
		for _, v := range r.numbers {
			out = append(out, ',')
			if !math.IsNaN(v) {
				out = strconv.AppendFloat(out, v, 'g', -1, 64)
			}
		}
		out = append(append(append(out, ','), quote(maker)...), "\r\n"...)
	})
	return out
}

// quote puts a field into quotation marks if it needs them.
func quote(s string) string {
	if !strings.ContainsAny(s, ",\"\r\n") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}
