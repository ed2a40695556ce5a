package sweep

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"example.org/rote/sim"
)

// A decimal is the mark before the decimals of the numbers of a file, in which commas do
// not separate the cells: a point, or a comma as in much of Europe. 1.234 alone does not
// tell, as its point may set thousands apart.
type decimal struct {
	mark  string // of the numbers so far, or ""
	sure  bool   // one of them can be read in no other way
	doubt error  // what the first of them is that can
}

// takes reports whether a number is written as those before it, and learns from it how
// the next ones are.
func (d *decimal) takes(text string) (ok, sure bool) {
	i := strings.IndexAny(text, ".,")
	if i < 0 {
		return true, true
	}
	mark, whole, decimals := text[i:i+1], strings.TrimLeft(text[:i], "+-−"), text[i+1:]
	if d.mark == "" {
		d.mark = mark
	}
	isGroup := len(decimals) == 3 && strings.Trim(decimals, "0123456789") == "" && 0 < len(whole) && len(whole) <= 3 && whole[0] != '0'
	d.sure = d.sure || !isGroup
	return mark == d.mark, d.sure
}

// err returns what in the file may be one number or another.
func (d *decimal) err() error {
	if d.sure {
		return nil
	}
	return d.doubt
}

// dotted writes a number with a decimal point, where commas do not separate cells.
func (r *Reader) dotted(text string) string {
	if r.rowSep != "," {
		text = strings.Replace(text, ",", ".", 1)
	}
	return text
}

// number reads a number in a column of a row.
func (r *Reader) number(column, text string) (x float64, ok bool) {
	plain := r.dotted(text)
	if _, err := strconv.ParseFloat(plain, 64); errors.Is(err, strconv.ErrRange) || strings.Contains(plain, "/") {
		return 0, false // which no run has written; a date, rather
	}
	if x, ok = sim.ParseNumber(plain); !ok || r.rowSep == "," {
		return x, ok
	}
	ok, sure := r.decimal.takes(text)
	if !sure && r.decimal.doubt == nil {
		r.decimal.doubt = fmt.Errorf("line %d: %s: value %s may have decimals or thousands set apart, and no other number tells which", r.lines, column, sim.Quote(text))
	}
	return x, ok
}

// noNumber is the error of a cell that is none.
func (r *Reader) noNumber(column, text string) error {
	why := ""
	if d := r.decimal.mark; d != "" && r.rowSep != "," && strings.ContainsAny(text, ".,") {
		why = fmt.Sprintf(", where those before have decimals behind %q", d)
	}
	return fmt.Errorf("%s: value %s is not a number%s", column, sim.Quote(text), why)
}
