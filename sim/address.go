package sim

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// AddressFormat is the version of the address format. Addresses carry it as v=
// only when it is above 1.
const AddressFormat = 1

// MaxAddress is the length, in bytes, from which on an address is cut.
const MaxAddress = 4096

// An Address is a parsed address: a lab and a list of keys with values.
type Address struct {
	Lab   string
	Pairs []Pair
}

// A Pair is one key=value of an address.
type Pair struct{ Key, Value string }

// ParseAddress reads lab?key=value&key=value, or a link to a page such as
// https://host/lab/#key=value. It never fails: what other software has done to a
// link is undone, what cannot be read is left out, and repairs says so.
func ParseAddress(text string) (a Address, repairs []string) {
	if len(text) > MaxAddress {
		text = cut(text)
		repairs = append(repairs, fmt.Sprintf("The address is longer than %d bytes; using the part before that.", MaxAddress))
	}
	lab, query, isChanged := splitAddress(text)
	if a.Lab = meantKey(lab); a.Lab != lab {
		repairs = append(repairs, fmt.Sprintf("%s is read as %s.", Quote(lab), Quote(a.Lab)))
	}
	plain := meant(a.Lab, query)
	if isChanged || plain != strings.Join(strings.FieldsFunc(query, isAmpersand), "&") {
		repairs = append(repairs, fmt.Sprintf("Other software has changed the link; it is read as %s.", quote(cmp.Or(plain, a.Lab), 80)))
	}
	query = plain
	for part := range strings.SplitSeq(query, "&") {
		if part == "" {
			continue
		}
		pair, err := parsePair(part)
		if err == nil {
			var changes []string
			pair, changes = pair.meant()
			repairs = append(repairs, changes...)
		}
		switch {
		case pair == (Pair{}) && err == nil && part[0] != '=', IsTracker(pair.Key): // it was never part of the link
		case err != nil:
			repairs = append(repairs, fmt.Sprintf("%s is not valid: %% wants two hexadecimal digits; it is left out.", Quote(part)))
		case a.has(pair.Key):
			repairs = append(repairs, fmt.Sprintf("%s is given more than once; using the first, %s.", Quote(pair.Key), Quote(a.Get(pair.Key))))
		default:
			a.Pairs = append(a.Pairs, pair)
		}
	}
	return a, repairs
}

func isAmpersand(r rune) bool { return r == '&' }

// cut ends before a separator, so that no number loses its last digits.
func cut(text string) string {
	text = text[:MaxAddress]
	if i := strings.LastIndexAny(text, "&,"); i >= 0 {
		return text[:i]
	}
	return text
}

func parsePair(part string) (Pair, error) {
	key, value, _ := strings.Cut(part, "=")
	key, err := unescape(key)
	if err != nil {
		return Pair{}, err
	}
	if number, isPercent := strings.CutSuffix(value, "%"); isPercent { // as people write it
		value = number + "%25"
	}
	value, err = unescape(value)
	return Pair{key, value}, err
}

// unescape puts bytes in the place of their %XX.
func unescape(text string) (string, error) {
	plain, rest, found := strings.Cut(text, "%")
	out := []byte(plain)
	for found {
		if len(rest) < 2 {
			return "", strconv.ErrSyntax
		}
		code, err := strconv.ParseUint(rest[:2], 16, 8)
		if err != nil {
			return "", err
		}
		plain, rest, found = strings.Cut(rest[2:], "%")
		out = append(append(out, byte(code)), plain...)
	}
	return string(out), nil
}

// Get returns the value of key, or "".
func (a Address) Get(key string) string {
	for _, p := range a.Pairs {
		if p.Key == key {
			return p.Value
		}
	}
	return ""
}

func (a Address) has(key string) bool {
	for _, p := range a.Pairs {
		if p.Key == key {
			return true
		}
	}
	return false
}

// String writes the address. It is short and canonical if the pairs are.
func (a Address) String() string {
	var b strings.Builder
	b.WriteString(a.Lab)
	sep := byte('?')
	for _, p := range a.Pairs {
		b.WriteByte(sep)
		b.WriteString(escape(p.Key) + "=" + escape(p.Value))
		sep = '&'
	}
	return b.String()
}

// escape keeps what has a meaning in addresses out of keys and values. A
// strings.Replacer would be 18 kB of program.
func escape(text string) string {
	if !strings.ContainsAny(text, special) {
		return text
	}
	var b []byte
	for _, c := range []byte(text) {
		if strings.IndexByte(special, c) < 0 {
			b = append(b, c)
			continue
		}
		b = append(b, '%', hexDigits[c>>4], hexDigits[c&15])
	}
	return string(b)
}

const special, hexDigits = "%&#= \t\n\v\f\r", "0123456789ABCDEF"

// Query returns the part of an address behind the question mark.
func Query(address string) string {
	_, query, _ := splitAddress(address)
	return query
}
