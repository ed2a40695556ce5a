package main

import (
	"cmp"
	"net/http"
	"strconv"
	"strings"
)

// choose picks the variant that the client likes best, and among equals the
// first. Ranges are of the plain file.
func (f *file) choose(r *http.Request) variant {
	plain := f.variants[len(f.variants)-1]
	if r.Header.Get("Range") != "" {
		return plain
	}
	weights := accepted(strings.Join(r.Header.Values("Accept-Encoding"), ","))
	best, most := plain, 0.0
	for _, v := range f.variants {
		if q := weights(cmp.Or(v.encoding, "identity")); q > most {
			best, most = v, q
		}
	}
	return best
}

// accepted reads an Accept-Encoding header and returns the weight of each
// encoding. A weight of 0 forbids it, and * speaks for those that are not named.
func accepted(header string) func(encoding string) float64 {
	named := map[string]float64{"identity": 0}
	for part := range strings.SplitSeq(header, ",") {
		name, parameters, _ := strings.Cut(part, ";")
		name = strings.ToLower(strings.TrimSpace(name))
		if name == "x-gzip" {
			name = "gzip" // as of old
		}
		named[name] = weight(parameters)
	}
	return func(encoding string) float64 {
		if q, ok := named[encoding]; ok {
			return q
		}
		return named["*"]
	}
}

// weight returns the q among parameters, 1 if there is none, and 0 if it is none.
func weight(parameters string) float64 {
	for parameter := range strings.SplitSeq(parameters, ";") {
		key, value, _ := strings.Cut(parameter, "=")
		if !strings.EqualFold(strings.TrimSpace(key), "q") {
			continue
		}
		q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if err != nil || !(q > 0) {
			return 0
		}
		return q
	}
	return 1
}
