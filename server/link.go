package main

import (
	"net/url"
	"path"
	"regexp"
	"strings"
	"unicode"
)

// meant returns where a request for something that is missing is to go instead,
// relative to it, so that it works below any path: to a folder whose final slash is
// missing, or to what was there before other programs rewrote the link. They write
// the slash, the # or the ? as %2F, %23 or %3F, and take the full stop or the
// bracket behind a link for its end. A query goes along, for the page to read.
func (f *Files) meant(u *url.URL) (target string, ok bool) {
	name, rest := cutLink(u.EscapedPath())
	name, ok = f.nearest(name)
	if !ok {
		return "", false
	}
	target = strings.Repeat("../", depth(u.EscapedPath())) + strings.TrimPrefix(name, "/")
	if target == "" {
		target = "./"
	}
	query, fragment, isFragment := strings.Cut(rest, "#")
	if query = strings.TrimPrefix(query, "?"); query != "" && u.RawQuery != "" {
		query += "&"
	}
	if query += u.RawQuery; query != "" {
		target += "?" + query
	}
	if isFragment {
		target += "#" + fragment
	}
	return target, true
}

// depth counts the slashes of a path but for the first.
func depth(name string) int { return max(0, strings.Count(name, "/")-1) }

// The # and the ? of a link, escaped as often as it was passed on, also those of full
// width; and an & that stands where they should.
var (
	escapedMark = regexp.MustCompile(`(?i)%(25)*(23|3F|26|EF%(25)*BC%(25)*83|EF%(25)*BC%(25)*9F)|&`)
	pairInPath  = regexp.MustCompile(`(?i).[/;][a-z0-9.:~]*(=|%(25)*3D)`) // one that has lost the sign before it
	escapedHash = regexp.MustCompile(`(?i)%(25)*(23|EF%(25)*BC%(25)*83)`)
)

// cutLink cuts an escaped path where a query or a fragment begins that was escaped
// with it. The rest begins with ? or #.
func cutLink(escaped string) (name, rest string) {
	at := escapedMark.FindStringIndex(escaped)
	if pair := pairInPath.FindStringIndex(escaped); pair != nil && (at == nil || pair[0] < at[0]) {
		at = []int{pair[0] + 1, pair[0] + 2}
	}
	if at == nil {
		return escaped, ""
	}
	name, mark, rest := escaped[:at[0]], escaped[at[0]:at[1]], escaped[at[1]:]
	if escapedHash.MatchString(mark) {
		return name, "#" + rest
	}
	if hash := escapedHash.FindStringIndex(rest); hash != nil {
		rest = rest[:hash[0]] + "#" + rest[hash[1]:]
	}
	return name, "?" + rest
}

// nearest returns the path of the folder or file that an escaped path stands for:
// in small letters, without what stands around a link in a sentence, and without
// what cannot be seen.
func (f *Files) nearest(escaped string) (name string, ok bool) {
	name, err := url.PathUnescape(escaped)
	for err == nil && strings.Contains(name, "%") {
		name, err = url.PathUnescape(name)
	}
	if err != nil {
		return "", false
	}
	name = strings.TrimLeftFunc(strings.Map(visible, name), isJunk)
	if end := strings.IndexAny(name, "<>[]|\"` "); end > 0 {
		name = name[:end]
	}
	name = path.Clean("/" + strings.TrimRightFunc(name, isJunk))
	for _, name := range []string{name, strings.ToLower(name)} {
		switch {
		case name == "/":
			return "/", true
		case f.byPath[name] != nil:
			return name, true
		case f.byPath[name+"/index.html"] != nil:
			return name + "/", true
		}
	}
	return "", false
}

// visible drops characters without width and the ends of lines, and narrows those of
// full width.
func visible(c rune) rune {
	switch {
	case unicode.Is(unicode.Cf, c), c == '\r', c == '\n':
		return -1
	case c >= '！' && c <= '～':
		return c - '！' + '!'
	}
	return c
}

// isJunk reports whether a character may stand behind a link and is no part of it.
func isJunk(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsControl(c) }
