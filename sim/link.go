package sim

import "strings"

// splitAddress returns the lab that an address names, as it is written, and its
// query: what a link has behind the #, and then what it has behind the question
// mark. It reports whether other software has written the link anew.
func splitAddress(text string) (lab, query string, isChanged bool) {
	given := strings.Trim(text, " \t\n\v\f\r")
	text = plainLink(innerLink(given))
	path, rest := cutPath(text)
	for range 3 {
		decoded, err := unescape(path)
		if err != nil || decoded == path {
			break
		}
		text = plainLink(decoded + rest)
		path, rest = cutPath(text)
	}
	if search, isSearch := strings.CutPrefix(rest, "?"); isSearch {
		search, query, _ = strings.Cut(search, "#")
		query = joinQueries(query, search)
	} else {
		query = strings.TrimPrefix(rest, "#")
	}
	return labOf(path), query, text != given || strings.IndexAny(rest, "&/;") == 0
}

// cutPath cuts a link where its query or its fragment begins, or a pair that has lost
// the sign before it.
func cutPath(link string) (path, rest string) {
	end := len(link)
	if i := strings.IndexAny(link, "#?&"); i >= 0 {
		end = i
	}
	if pair := strings.IndexByte(link[:end], '='); pair >= 0 {
		if i := strings.LastIndexAny(link[:pair], "/;%"); i > 0 && link[i] != '%' {
			end = i
		}
	}
	return link[:end], link[end:]
}

func joinQueries(first, second string) string {
	if first == "" || second == "" {
		return first + second
	}
	return first + "&" + second
}

// labOf returns the last part of a path that has a name.
func labOf(path string) string {
	parts := strings.Split(path, "/")
	for len(parts) > 1 {
		last := parts[len(parts)-1]
		if name := meantKey(last); name != "" && name != "index.html" {
			return last
		}
		parts = parts[:len(parts)-1]
	}
	return parts[0]
}

// escapes are what other programs write for the signs that divide a link: those of
// JSON and of TeX.
var escapes = [...][2]string{{`\u0026`, "&"}, {`\u003d`, "="}, {`\u003D`, "="}, {`\u0023`, "#"}, {`\`, ""}, {"\r", ""}, {"\n", ""},
	{"==", "="}}

// plainLink undoes that and what HTML does, writes characters of full width narrow, and leaves out what a
// browser is told to look for.
func plainLink(text string) string {
	text, _, _ = strings.Cut(strings.Map(narrow, text), ":~:")
	for _, e := range escapes {
		text = strings.ReplaceAll(text, e[0], e[1])
	}
	return withoutEntities(text)
}

// innerLink returns the link to which a link leads that checks or counts who follows
// it, as mail programs put around the links of others.
func innerLink(text string) string {
	for range 3 {
		outer, inner, found := strings.Cut(text, "=http")
		if !found || !strings.Contains(outer, "://") || !strings.Contains(outer, "?") || strings.Contains(outer, "#") {
			return text
		}
		if target, rest, _ := strings.Cut(inner, "&"); !strings.Contains(target, "://") {
			_, fragment, isFragment := strings.Cut(rest, "#")
			if inner, _ = unescape(target); isFragment {
				inner += "#" + fragment
			}
		}
		text = "http" + inner
	}
	return text
}

// IsTracker reports whether a key is one that mail programs and social networks add to
// links to see who follows them. Addresses never have it.
func IsTracker(key string) bool {
	key = strings.ToLower(key)
	for _, prefix := range [...]string{"_", "utm_", "mc_", "gad_", "mkt_", "pk_", "mtm_", "hsa_", "igsh", "mibextid"} {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	return strings.HasSuffix(key, "clid") || strings.HasSuffix(key, "clkid") || strings.HasSuffix(key, "braid")
}
