package sweep_test

import (
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/sweep"
)

// A spreadsheet changes how a file is written, and not what it says.
func TestSpreadsheets(t *testing.T) {
	g := openGrid(t, "walk?steps=2&n=2,4,8&c=1e-6,1/3,0.5&fact=share&seeds=2")
	put(g, 0, &sim.Fact{Value: 1e-6, Name: `Share, "near" 0`, Unit: "m"})
	put(g, 4, nil)
	put(g, 17, &sim.Fact{Value: -1234.5})
	want := g.File(sweep.CSV, sweep.Shard{})
	head := "# rote sweep: walk?steps=2&n=2,4,8&c=0.000001,0.3333333333333333,0.5&fact=share&seeds=2"
	for name, text := range map[string]string{
		"as it is": want,
		"with a mark, padded and rounded": "\ufeff" + head + "\r\n" + `"# name: Share, ""near"" 0",,,,,,` + "\r\n# unit: m,,,,,,\r\nn,c,seed,fact,value,,\r\n" +
			"2,1.00E-06,1,share,1.00E-06,,\r\n4,0.333333333,1,share,,,\r\n8,0.5,2,share,-1234.5,,\r\n",
		"quoted": `"` + head + `"` + "\n" + `"# name: Share, ""near"" 0"` + "\n" + `"# unit: m"` + "\n" + `"n","c","seed","fact","value"` + "\n" +
			`"2","0.000001","1","share","0.000001"` + "\n" + `"4","3.33E-01","1","share",""` + "\n" + `"8","0.50","2","share","-1.23450E3"` + "\n",
		"with semicolons": head + ";;;;\n# name: Share, \"near\" 0;;;;\n# unit: m;;;;\nn;c;seed;fact;value\n2;1,00E-06;1;share;0,000001\n4;0,333333;1;share;\n8;0,5;2;share;-1234,5\n",
		"with tabs":       head + "\n# name: Share, \"near\" 0\n# unit: m\nn\tc\tseed\tfact\tvalue\n2\t1e-06\t1\tshare\t1E-6\n4\t0.33333\t1\tshare\t\n8\t5.0e-1\t2\tshare\t−1234.5\n",
		"with empty lines, each as one cell": "\n" + `"` + head + `"` + ",,\n,,,,\n# name: Share, \"near\" 0\n# unit: m\n\n" + `"n,c,seed,fact,value"` + "\r\n" + `"2,0.000001,1,share,0.000001"` + "\r\n;;;;\r\n" +
			`"4,0.333333,1,share,",,,,` + "\r\n" + `"8,0.5,2,share,-1234.5"` + "\r\n\r\n",
		"split at commas and joined by semicolons": strings.ReplaceAll(head, ",", ";") + ";;\n# name: Share, \"near\" 0;;;;\n# unit: m;;;;\nn;c;seed;fact;value\n2;1,00E-06;1;share;0,000001\n4;0,333333;1;share;\n8;0,5;2;share;-1234,5\n",
		"split at commas and joined by tabs":       strings.ReplaceAll(head, ",", "\t") + "\n# name: Share, \"near\" 0\n# unit: m\nn\tc\tseed\tfact\tvalue\n2\t1e-06\t1\tshare\t1E-6\n4\t0.33333\t1\tshare\t\n8\t5.0e-1\t2\tshare\t−1234.5\n",
		"and continued":                            head + ";;;;\n# name: Share, \"near\" 0;;;;\n# unit: m\nn;c;seed;fact;value\n2;1,00E-06;1;share;0,000001\n4,0.3333333333333333,1,share,\n8,0.5,2,share,-1234.5\n",
	} {
		got, shard, err := sweep.Read(labs, text)
		if err != nil || got.File(sweep.CSV, shard) != want {
			t.Errorf("%s: %v:\n%s\nwant\n%s", name, err, text, want)
		}
	}
}

// A file of three columns has as many commas as separators where numbers have a decimal
// comma.
func TestDecimalCommas(t *testing.T) {
	const head = "# rote sweep: walk?c=0.25,0.5&fact=share\n"
	want := head + "# made by: Rote 1, x\nc,seed,share\n0.25,1,0.75\n0.5,1,1.125\n"
	for _, text := range []string{
		head + "# made by: Rote 1\t x\nc;seed;share\n0,25;1;0,75\n0,5;1;1,125\n", "sep=;\r\n" + head + "# made by: Rote 1; x;;\nc;seed;share\n0,5;1;1,125\n0,25;1;0,75\n\"\";\"\";\"\"\n",
		head + "# made by: Rote 1, x\nc\tseed\tshare\n0.25\t1\t0.75\n0.5\t1\t1.125\n", head + "# made by: Rote 1, x\nc;seed;share\n0,25;1;7,5E-01\n0.5,1,1.125\n",
	} {
		got, shard, err := sweep.Read(labs, text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
		} else if file := got.File(sweep.CSV, shard); file != want {
			t.Errorf("%q is read as\n%s\nwant\n%s", text, file, want)
		}
	}
}

// A point or a comma before three digits may set thousands apart, unless other numbers
// tell.
func TestThousands(t *testing.T) {
	const head = "# rote sweep: walk?n=2,4,8&fact=share\nn;seed;share\n"
	for rows, says := range map[string]string{
		"2;1;1.234\n4;1;5\n": "line 3: share: value 1.234 may have decimals or thousands set apart", "2;1;-12,345\n": "line 3: share: value -12,345 may have",
		"2;1;0,5\n4;1;1.234\n": "line 4: share: value 1.234 is not a number, where those before have decimals behind \",\"", "2;1;1.234\n4;1;0,5\n": "line 4: share: value 0,5 is not a number",
		"2;1;1,234\n4;1;0.5\n": "line 4: share: value 0.5 is not a number", "2;1;1.234,5\n": "line 3: share: value 1.234,5 is not a number", "2;1;1.234.567\n": "line 3: share: value 1.234.567 is not a number",
		"2,0;1;1.234\n": "line 3: share: value 1.234 is not a number",
	} {
		if g, _, err := sweep.Read(labs, head+rows); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q is read with %v, want %q: %v", rows, err, says, g)
		}
	}
	for rows, want := range map[string]float64{"2;1;1.234\n4;1;0.5\n": 1.234, "2;1;1,234\n4;1;0,5\n": 1.234, "2;1;1,2345\n": 1.2345, "2;1;1,234E2\n": 123.4, "2;1;1234\n": 1234, "2,1,1.234\n": 1.234, "2;1;0,234\n": .234} {
		g, _, err := sweep.Read(labs, head+rows)
		if err != nil {
			t.Errorf("%q: %v", rows, err)
		} else if got, _ := g.Get(0); got != want {
			t.Errorf("%q is read as %v, want %v", rows, got, want)
		}
	}
}

// The steps of readings, too, may be written in another way.
func TestSpreadsheetsOfReadings(t *testing.T) {
	want := measured(t, "walk?n=2,3&fact=share&every=4", 1).File(sweep.CSV, sweep.Shard{})
	text := strings.ReplaceAll(strings.ReplaceAll(want, ",1,4,6,", ",1,4.00E+00,6.0,"), ",1,0,6,", ",1,0.0,6.00E+00,")
	if g, _, err := sweep.Read(labs, text); err != nil || g.File(sweep.CSV, sweep.Shard{}) != want {
		t.Errorf("%v:\n%s", err, text)
	}
	for _, steps := range []string{",1,4.5,6,", ",1,-4,6,", ",1,4,1e99,", ",1,,6,", ",1,4,6e400,", ",1,1e-3,6,"} {
		if _, _, err := sweep.Read(labs, strings.Replace(want, ",1,4,6,", steps, 1)); err == nil {
			t.Errorf("%s is read", steps)
		}
	}
}

// What may be one number or another is refused.
func TestAmbiguousNumbers(t *testing.T) {
	head := "# rote sweep: walk?c=0.331,0.332,0.333&fact=share\nc,seed,fact,value\n"
	for _, row := range []string{"3.3E-01,1,share,1\n", "0.33,1,share,1\n", "0.3330,1,share,1,2\n", "33/100,1,share,1\n", "\"0,333\",1,share,1\n", "0.331,1,share,1e999\n"} {
		if g, _, err := sweep.Read(labs, head+row); err == nil {
			t.Errorf("%q is read as\n%s", row, g.File(sweep.CSV, sweep.Shard{}))
		}
	}
}

// No file makes a terminal do anything.
func TestPrintable(t *testing.T) {
	const text = "# rote sweep: walk?n=2,4&fact=share\n# name: a\x1b[31m\x07b\u009b2J\u202ec\xff\td\n# unit: \x1b]0;x\x07\nn,seed,fact,value\n2,1,share,1\n4,1,share,2\n"
	g, _, err := sweep.Read(labs, text)
	if err != nil {
		t.Fatal(err)
	}
	if got := g.Finding() + g.FactLines(g.Facts); strings.ContainsAny(got, "\x1b\x07\t\u009b\u202e") || !strings.Contains(got, "# name of share: a[31mb2Jc\ufffdd\n") {
		t.Errorf("it says %q", got)
	}
	long := strings.Replace(text, "# name: a", "# name: "+strings.Repeat("á", 5000), 1)
	if g, _, err := sweep.Read(labs, long); err != nil || len(g.FactLines(g.Facts)) > 600 {
		t.Errorf("a long name stays: %v, %d bytes", err, len(g.FactLines(g.Facts)))
	}
}

// Columns that have changed places, as those of JSON do that a program has sorted, are
// known by their names.
func TestMovedColumns(t *testing.T) {
	const head = "# rote sweep: walk?n=2,4&c=0.25,0.5&fact=share&seeds=2\n"
	const columns = "c,n,seed,share"
	got, _, err := sweep.Read(labs, head+"share,seed,n,c\n7,1,2,0.25\n8,1,4,0.25\n"+columns+"\n0.5,2,2,9\n")
	if err != nil || got.Known() != 3 {
		t.Fatal(err)
	}
	plain, _, err := sweep.Read(labs, head+columns+"\n0.25,2,1,7\n0.25,4,1,8\n0.5,2,2,9\n")
	if err != nil || got.File(sweep.CSV, sweep.Shard{}) != plain.File(sweep.CSV, sweep.Shard{}) {
		t.Errorf("%v:\n%s\nwant\n%s", err, got.File(sweep.CSV, sweep.Shard{}), plain.File(sweep.CSV, sweep.Shard{}))
	}
	for _, names := range []string{"share,n,c", "share,seed,n,c,c", "share,seed,n,c,share", "share,seed,n,c,farthest", "seed,n,c", "c,n,seed"} {
		if _, _, err := sweep.Read(labs, head+names+"\n"); err == nil || !strings.Contains(err.Error(), "line 2: the columns are") {
			t.Errorf("%s: %v", names, err)
		}
	}
	for _, address := range wide {
		want := measured(t, address, 1).File(sweep.CSV, sweep.Shard{})
		text := ""
		for line := range strings.Lines(want) {
			if !strings.HasPrefix(line, "#") {
				cells := strings.Split(strings.TrimSuffix(line, "\n"), ",")
				line = strings.Join(append(cells[1:], cells[0]), ",") + "\n"
			}
			text += line
		}
		if got, _, err := sweep.Read(labs, text); err != nil || got.File(sweep.CSV, sweep.Shard{}) != want {
			t.Errorf("%v:\n%s\nis not\n%s", err, text, want)
		}
	}
}
