package sim_test

import (
	"net/url"
	"strings"
	"testing"

	"example.org/rote/sim"
)

// What other software does to a link is undone, and told.
func TestMangledLinks(t *testing.T) {
	for text, want := range map[string]string{
		"walk/#n=3&amp;c=0.5":             "walk?n=3&c=0.5",
		"walk/#n=3&amp;amp;c=0.5":         "walk?n=3&c=0.5",
		"walk/#n=3&#038;c=0.5":            "walk?n=3&c=0.5",
		"walk/#n=3;c=0.5":                 "walk?n=3&c=0.5",
		"walk/#n%3D3%26c%3D0.5":           "walk?n=3&c=0.5",
		"walk/#n%253D3%2526c%253D0.5":     "walk?n=3&c=0.5",
		"walk/#n=3%26c=0.5":               "walk?n=3&c=0.5",
		"walk/#n=3%26amp%3Bc=0.5":         "walk?n=3&c=0.5",
		"walk/#?n=3":                      "walk?n=3",
		"walk/##n=3":                      "walk?n=3",
		"walk/#n=3.":                      "walk?n=3",
		"walk/#n=3)":                      "walk?n=3",
		"(walk/#n=3).":                    "walk?n=3",
		"<https://host/walk/#n=3>":        "walk?n=3",
		"walk/#n=3**":                     "walk?n=3",
		"walk/#**n=3**&c=*0.5*":           "walk?n=3&c=0.5",
		"walk/#n=_3_&c=~~0.5~~":           "walk?n=3&c=0.5",
		"walk/#n=3=":                      "walk?n=3",
		"walk/#n=3=%0D%0A&c=0.5":          "walk?n=3&c=0.5",
		"walk/#walk?n=3&c=0.5":            "walk?n=3&c=0.5",
		"walk/#https://host/walk/#n=3":    "walk?n=3",
		"walk/?n=3&#38;c=0.5":             "walk?n=3&c=0.5",
		"walk/#n=1_024":                   "walk?n=1024",
		"walk/#n=3&view=count,":           "walk?view=count&n=3",
		"walk/#n=3\u201d":                 "walk?n=3",
		"walk/#n=\u201c3\u201d":           "walk?n=3",
		"walk/#n=3%E2%80%9D":              "walk?n=3",
		"walk/#n=3\u200b":                 "walk?n=3",
		"walk/#n=\u200b3&\ufeffc=0.5":     "walk?n=3&c=0.5",
		"walk/#n=３&c=０．５":                 "walk?n=3&c=0.5",
		"walk/#n=%EF%BC%93":               "walk?n=3",
		"walk/#n=٣":                       "walk?n=3",
		"walk/#c=1e–3":                    "walk?c=0.001",
		"walk/#c=1e—3":                    "walk?c=0.001",
		"walk/#N=3":                       "walk?n=3",
		"Walk?n=3":                        "walk?n=3",
		"walk/#view=Count":                "walk?view=count",
		"walk/#both=OFF":                  "walk?both=off",
		"walk/#n = 3":                     "walk?n=3",
		"walk/#n%20=%203":                 "walk?n=3",
		"walk/#n\\=3\\&c=0.5":             "walk?n=3&c=0.5",
		"walk/#n=3D3&c=3D0.5":             "walk?n=3&c=0.5",
		"https://host/walk/%23n=3":        "walk?n=3",
		"https://host/walk/%3Fn=3&c=0.5":  "walk?n=3&c=0.5",
		"walk/#c=0,5":                     "walk?c=0.5",
		"walk/#n=1,024":                   "walk?n=1024",
		"walk/#n=1\u2009024":              "walk?n=1024",
		"walk/#n=1%C2%A0024":              "walk?n=1024",
		"walk/#n=3&)":                     "walk?n=3",
		"walk/#n=3&AMP;c=0.5":             "walk?n=3&c=0.5",
		"walk/#n&#x3D;3&amp;c&equals;.5":  "walk?n=3&c=0.5",
		`walk/#n=3\u0026c=0.5`:            "walk?n=3&c=0.5",
		"walk/#n=3&lt;/a&gt;":             "walk?n=3",
		"walk/#n=3</a>":                   "walk?n=3",
		"walk/#n=3&quot;&gt;":             "walk?n=3",
		"walk/#n=3,c=0.5":                 "walk?n=3&c=0.5",
		"walk/#n=3+c=0.5":                 "walk?n=3&c=0.5",
		"walk/#n=3 c = 0.5":               "walk?n=3&c=0.5",
		"walk/#n=3,c=50%20%25":            "walk?n=3&c=0.5",
		"walk/#n=3%20c=0.5":               "walk?n=3&c=0.5",
		"walk/#n=3%7Cc=0.5":               "walk?n=3&c=0.5",
		"walk/#n%EF%BC%9D3%EF%BC%86c=0.5": "walk?n=3&c=0.5",
		"walk/#n=3%5Cu0026c=0.5":          "walk?n=3&c=0.5",
		"walk/?n%ef%bc%9d3":               "walk?n=3",
		"walk/#n=3&c=50%25":               "walk?n=3&c=0.5",
		"walk/#n=3|c=0.5":                 "walk?n=3&c=0.5",
		"walk/#n=3&+c=0.5":                "walk?n=3&c=0.5",
		"walk/#n==3&c=0.5/":               "walk?n=3&c=0.5",
		"walk/#n=3?c=0.5":                 "walk?n=3&c=0.5",
		"walk/?n=3?c=0.5":                 "walk?n=3&c=0.5",
		"walk/#n=3#c=0.5":                 "walk?n=3&c=0.5",
		"walk/?n=3#c=0.5":                 "walk?n=3&c=0.5",
		"walk&n=3&c=0.5":                  "walk?n=3&c=0.5",
		"walk/#n=3#:~:text=a,b":           "walk?n=3",
		"<https://host/walk/#n=3|a lab>":  "walk?n=3",
		"[a lab](https://host/walk/)":     "walk",
		"[a](https://host/walk/#n=3)":     "walk?n=3",
		"https://host/walk/#n=3](https://host/walk/#n=3)": "walk?n=3",
		`\href{https://host/walk/\#n=3\&c=0.5}{a lab}`:    "walk?n=3&c=0.5",
		`https://host/walk/{\#}n=3`:                       "walk?n=3",
		"https://host/walk%2F%23n=3":                      "walk?n=3",
		"https://host/walk/%2523n%3D3":                    "walk?n=3",
		"https://host/walk/index.html#n=3":                "walk?n=3",
		"https://host/walk/.?n=3":                         "walk?n=3",
		"https://host/walk%20/#n=3":                       "walk?n=3",
		"https://host/walk/＃n＝3＆c=0.5":                    "walk?n=3&c=0.5",
		"https：//host/walk/？n＝3":                          "walk?n=3",
		"walk/#view=co\nunt&\nn=3":                        "walk?view=count&n=3",
		"walk/#n=3%0A&c=0.5":                              "walk?n=3&c=0.5",
		"walk/#n=3】":                                      "walk?n=3",
		"walk/#n=3،":                                      "walk?n=3",
		"walk/#n=3؟":                                      "walk?n=3",
		"walk/#n=3।":                                      "walk?n=3",
		"walk/#n=३":                                       "walk?n=3",
		"walk/#n=৩&c=٠٫٥":                                 "walk?n=3&c=0.5",
		"see https://host/walk/#n=3&c=0.5 for details":    "walk?n=3&c=0.5",
		"https://host/walk/#n=3&c=0.5 – great":            "walk?n=3&c=0.5",
		"https://host/walk/#n=3&c=0.5, which shows":       "walk?n=3&c=0.5",
		"https://host/walk/#n=3&c=0.5 (see)":              "walk?n=3&c=0.5",
		"https://host/walk/#n=3&c=0.5 and walk/#n=4":      "walk?n=3&c=0.5",
		"https://host/walk/?n=3&c=0.5+for+you":            "walk?n=3&c=0.5",
		"https://host/walk/#view=count%20is%20best":       "walk?view=count",
		"walk/#n=3 px&c=0.5 für":                          "walk?n=3&c=0.5",
		"walk/#n=3😀&c=0.5👍🏽":                              "walk?n=3&c=0.5",
		"👉walk/#👉n=3️⃣&view=count➡️":                      "walk?view=count&n=3",
		"walk/#n=3\ufffd&c=0.5%EF%BF%BC":                  "walk?n=3&c=0.5",
		"walk/#pts=1,2;3,4":                               "walk?pts=1,2,3,4",
		"walk/#pts=1, 2; 3, 4;n=3":                        "walk?n=3&pts=1,2,3,4",
		"walk/#n=3%0Ac=0.5":                               "walk?n=3&c=0.5",
		"walk/#n=3%09c=0.5":                               "walk?n=3&c=0.5",
		"walk/#c=50%&n=3":                                 "walk?n=3&c=0.5",
		"walk/#n=3&c=50%":                                 "walk?n=3&c=0.5",
		"https://host/walk/n=3&c=0.5":                     "walk?n=3&c=0.5",
		"https://host/walk/n=3/c=0.5":                     "walk?n=3&c=0.5",
		"https://host/walk;n=3;c=0.5":                     "walk?n=3&c=0.5",
		"https://host/walk/n%3D3%26c%3D0.5":               "walk?n=3&c=0.5",
		"https://host/walk/n=3?c=0.5":                     "walk?n=3&c=0.5",
		"walk/#n=3&msclkid=1&mibextid=2&pk_campaign=x":    "walk?n=3",
		"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fhost%2Fwalk%2F%23n%3D3%26c%3D0.5&data=05%7C01&reserved=0": "walk?n=3&c=0.5",
		"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fhost%2Fwalk%2F&data=05#n=3":                               "walk?n=3",
	} {
		r, repairs, err := sim.Open(labs, text)
		if err != nil || r.Address() != want {
			t.Errorf("%q opens %v with %q, %v; want %q", text, r, repairs, err, want)
			continue
		}
		for _, repair := range repairs {
			if !strings.HasSuffix(repair, ".") || strings.Contains(repair, "not a ") {
				t.Errorf("%q: repair %q", text, repair)
			}
		}
	}
}

// A star stands for all facts, and is junk anywhere else.
func TestStar(t *testing.T) {
	for text, want := range map[string]string{
		"fact=*": "*", "fact=a,*": "a,*", "fact=a*": "a", "fact=**": "*", "fact=*,a": "*,a", "fact=a,**": "a,*", "fact=a,*.": "a,*", "fact=": "", "fact=a": "a", "c=2*": "2", "c=*": "",
	} {
		a, _ := sim.ParseAddress("lab?" + text)
		if got := a.Pairs[0].Value; got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
		if again, _ := sim.ParseAddress(a.String()); again.String() != a.String() {
			t.Errorf("%s is %s, and then %s", text, a, again)
		}
	}
}

// FuzzMangled takes a good link through programs of the kinds that spoil links: it
// opens the same run.
func FuzzMangled(f *testing.F) {
	manglers := []func(string) string{
		func(q string) string { return strings.ReplaceAll(q, "&", "&amp;") },
		url.QueryEscape,
		func(q string) string { return q + "." },
		func(q string) string { return q + ")" },
		func(q string) string { return q + "\u201d" },
		func(q string) string { return q + "%E2%80%8B" },
		func(q string) string { return q + "**" },
		func(q string) string { return "?" + q },
		func(q string) string { return strings.ReplaceAll(q, "-", "–") },
		func(q string) string { return strings.ReplaceAll(q, "=", "\\=") },
		func(q string) string { return strings.ReplaceAll(q, "n", "N") },
		func(q string) string { return strings.ReplaceAll(q, "3", "３") },
		func(q string) string { return strings.ReplaceAll(q, "=", "=\u200b") },
		func(q string) string { return strings.ReplaceAll(q, "c=", "c=\u201c") },
		func(q string) string { return q + " for details" },
		func(q string) string { return q + "👍" },
	}
	for i := range uint8(len(manglers)) {
		f.Add(i, uint8(2), 3.0, 7)
		f.Add(i, i, -1e-3, 1)
	}
	f.Fuzz(func(t *testing.T, first, second uint8, c float64, n int) {
		r, _, err := sim.Open(labs, "walk?view=count&both=off")
		if err != nil {
			t.Fatal(err)
		}
		r.Set("c", sim.FormatFloat(c))
		r.Set("n", sim.FormatFloat(float64(n)))
		mangled := sim.Query(r.Address())
		for _, i := range []uint8{first, second} {
			mangled = manglers[int(i)%len(manglers)](mangled)
		}
		again, repairs, err := sim.Open(labs, "https://host/walk/#"+mangled)
		if err != nil || again.Address() != r.Address() {
			t.Errorf("%q of %q opens %q with %q, %v", mangled, r.Address(), again.Address(), repairs, err)
		}
		checkRepairs(t, repairs)
	})
}

// A number is read as people, and Rote, write it.
func TestPlainNumbers(t *testing.T) {
	_, knobs := declared()
	for _, row := range []struct{ key, text, want string }{
		{"c", "0,5", "0.5"}, {"c", "0.5", "0.5"}, {"c", "1,024", "1.024"}, {"n", "1,024", "1024"}, {"n", "1 024", "1024"},
		{"n", "1\u2009024", "1024"}, {"n", "1" + sim.Thousands + "024", "1024"}, {"c", "1 024.5", "1024.5"}, {"c", "1 024,5", "1024.5"}, {"c", "1 024 048", "1024048"}, {"n", "1'024", "1024"}, {"n", "1’024", "1024"}, {"n", "1,5", "1.5"}, {"n", "0,024", "0.024"},
		{"c", "1,234.5", "1234.5"}, {"c", "1.234,5", "1234.5"}, {"c", "1,234,567", "1234567"}, {"c", "0, off", "0"},
		{"n", "1.024", "1024"}, {"n", "1.024.048", "1024048"}, {"c", "1.024.048", "1024048"}, {"c", "1.024", "1.024"}, {"n", "1.5", "1.5"}, {"n", "0.024", "0.024"},
		{"n", "1\u202f024", "1024"}, {"n", "1\u00a0024", "1024"}, {"n", "1´024", "1024"}, {"n", "1ʼ024", "1024"}, {"n", "1٬024", "1024"}, {"n", "1+024", "1024"},
		{"n", "1,00,000", "1,00,000"}, {"n", "1,2,345", "1,2,345"}, // a list, or not
		{"c", "٠٫٥", "0.5"}, {"n", "١٠٢٤", "1024"}, {"n", "१०२४", "1024"}, {"n", "১০২৪", "1024"}, {"n", "๑๐", "10"}, {"n", "１０", "10"},
		{"c", "1×10³", "1e3"}, {"c", "1·10^3", "1e3"}, {"c", "1 × 10⁻³", "1e-3"}, {"c", "2,5 · 10⁻³", "2.5e-3"}, {"c", "2.5*10^-3", "2.5e-3"}, {"c", "10⁻³", "1e-3"},
		{"c", "10^-3", "1e-3"}, {"c", "−10²", "-1e2"}, {"c", "1 x 10^3", "1e3"}, {"c", "1×10-3", "1e-3"}, {"c", "1×10−3", "1e-3"}, {"c", "10−3", "10−3"}, {"c", "1×103", "1×103"},
		{"c", "1E+3", "1E+3"}, {"c", "1e−3", "1e−3"}, {"c", "1e–3", "1e-3"}, {"c", ".5", ".5"}, {"c", "5.", "5."}, {"c", ",5", ".5"}, {"c", "+0,5", "+0.5"}, {"c", "1/2", "1/2"},
		{"c", "50 %", "0.5"}, {"c", "12,5%", "0.125"}, {"c", "50\u202f٪", "0.5"}, {"n", "50 %", "50 %"}, {"c", "%", "%"},
		{"c", "1٬024", "1024"}, {"c", "1٬024٫5", "1024.5"}, {"c", "1/1,024", "1/1024"}, {"c", "1/1 024", "1/1024"}, {"c", "0,5/2", "0.5/2"}, {"c", "1/2,5", "1/2.5"}, {"c", "30°", "30"}, {"c", "−30 °", "-30"}, {"c", "5👍", "5"}, {"n", "1️⃣6️⃣", "16"}, {"c", "0x10", "0x10"}, {"c", "Infinity", "Infinity"}, {"c", "∞", "∞"}, {"c", "–", "–"}, {"c", "5 px", "5 px"}, {"c", "½", "½"}, {"c", "10^", "10^"}, {"c", "^3", "^3"},
		{"c", "\u200e5\u200f", "5"}, {"c", "5\n", "5\n"}, {"c", "“5”", "5"}, {"n", "1\n024", "1024"},
		{"c", "−１", "-1"}, {"c", "abc", "abc"}, {"c", "1,2,3", "1,2,3"}, {"c", "", ""}, {"c", "1_0", "1_0"}, {"c", "1 2", "1 2"},
	} {
		if got := knobs.Find(row.key).Plain(row.text); got != row.want {
			t.Errorf("%s = %q is read as %q, want %q", row.key, row.text, got, row.want)
		}
	}
}
