package page

import "strings"

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape makes a text safe in HTML.
func escape(text string) string { return escaper.Replace(text) }

// tableRow is a row of a table in HTML, whose cells are tags with these texts.
func tableRow(tag string, cells []string) string {
	end := "</" + strings.Fields(tag)[0] + ">"
	row := "<tr>"
	for _, text := range cells {
		row += "<" + tag + ">" + escape(text) + end
	}
	return row + "</tr>"
}
