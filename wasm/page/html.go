package page

import "strings"

// escape makes a text safe in HTML. A strings.Replacer would be 18 kB of
// program.
func escape(text string) string {
	for _, c := range [...][2]string{{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {`"`, "&quot;"}} { // & first: the others bring it in
		text = strings.ReplaceAll(text, c[0], c[1])
	}
	return text
}

// tableHTML is what stands in a table, whose caption is heard only.
func tableHTML(caption string, head []string, rows [][]string) string {
	var html strings.Builder
	html.WriteString("<caption class=unseen>" + escape(caption) + "</caption><thead>" + tableRow("th scope=col", head) + "</thead><tbody>")
	for _, row := range rows {
		html.WriteString(tableRow("td", row))
	}
	html.WriteString("</tbody>")
	return html.String()
}

// tableRow is a row of a table in HTML, whose cells are tags with these texts.
func tableRow(tag string, cells []string) string {
	end := "</" + strings.Fields(tag)[0] + ">"
	row := "<tr>"
	for _, text := range cells {
		row += "<" + tag + ">" + escape(text) + end
	}
	return row + "</tr>"
}
