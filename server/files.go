package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// headers go with every response. Lecturers embed labs, so there are no
// frame-ancestors.
var headers = [...][2]string{
	{"Content-Security-Policy", "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; " +
		"img-src 'self' data: blob:; frame-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "no-referrer"},
	{"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
}

// Files serves a site that is held in memory: each file plain, and compressed
// where the site has a .br or .gz beside it.
type Files struct{ byPath map[string]*file }

// A file is one resource, with a variant per encoding in order of preference;
// the last is the plain one.
type file struct {
	contentType string
	hashed      bool // the name holds the hash of the content: it never changes
	variants    []variant
}

type variant struct {
	encoding string // "" is plain
	etag     string
	data     []byte
}

// load reads a whole site. An empty one is an error that says what to do.
func load(site fs.FS) (*Files, error) {
	f := &Files{byPath: make(map[string]*file)}
	err := fs.WalkDir(site, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || isTwin(name) || strings.HasPrefix(path.Base(name), ".") {
			return err
		}
		f.byPath["/"+name], err = read(site, name)
		return err
	})
	if err != nil {
		return nil, err
	}
	if f.byPath["/index.html"] == nil {
		return nil, errors.New("the site has not been built yet; run make build, then start again")
	}
	return f, nil
}

func isTwin(name string) bool { return path.Ext(name) == ".br" || path.Ext(name) == ".gz" }

// hashedName is how the build names what may be cached for ever.
var hashedName = regexp.MustCompile(`-[0-9a-f]{10}\.[a-z0-9]+$`)

func read(site fs.FS, name string) (*file, error) {
	f := &file{contentType: contentType(name), hashed: hashedName.MatchString(name)}
	for _, twin := range []struct{ suffix, encoding string }{{".br", "br"}, {".gz", "gzip"}, {"", ""}} {
		data, err := fs.ReadFile(site, name+twin.suffix)
		if twin.suffix != "" && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(data)
		f.variants = append(f.variants, variant{twin.encoding, `"` + hex.EncodeToString(sum[:12]) + `"`, data})
	}
	return f, nil
}

func contentType(name string) string {
	switch ext := path.Ext(name); ext {
	case ".wasm":
		return "application/wasm"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".woff2":
		return "font/woff2"
	case ".txt":
		return "text/plain; charset=utf-8"
	default:
		if t := mime.TypeByExtension(ext); t != "" {
			return t
		}
		return "application/octet-stream"
	}
}

// ServeHTTP answers GET and HEAD. A folder is its index.html; a folder without
// the final slash is redirected; anything else that is missing is the 404 page.
func (f *Files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, h := range headers {
		w.Header().Set(h[0], h[1])
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "Only GET and HEAD are allowed.", http.StatusMethodNotAllowed)
		return
	}
	name := r.URL.Path
	if strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	switch found := f.byPath[name]; {
	case found != nil:
		found.serve(w, r)
	case f.byPath[name+"/index.html"] != nil:
		target := path.Base(name) + "/" // relative, so that it works below any path
		if r.URL.RawQuery != "" {
			target += "?" + r.URL.RawQuery
		}
		w.Header().Set("Location", target)
		w.WriteHeader(http.StatusMovedPermanently)
	default:
		f.notFound(w, r)
	}
}

func (f *file) serve(w http.ResponseWriter, r *http.Request) {
	v := f.choose(r)
	f.describe(w, v)
	w.Header().Set("ETag", v.etag)
	if f.hashed {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(v.data))
}

func (f *file) describe(w http.ResponseWriter, v variant) {
	h := w.Header()
	h.Set("Content-Type", f.contentType)
	h.Set("Cache-Control", "no-cache")
	if len(f.variants) > 1 {
		h.Add("Vary", "Accept-Encoding")
	}
	if v.encoding != "" {
		h.Set("Content-Encoding", v.encoding)
	}
}

func (f *Files) notFound(w http.ResponseWriter, r *http.Request) {
	page := f.byPath["/404.html"]
	if page == nil {
		http.Error(w, "There is no such page.", http.StatusNotFound)
		return
	}
	v := page.choose(r)
	page.describe(w, v)
	w.Header().Set("Content-Length", strconv.Itoa(len(v.data)))
	w.WriteHeader(http.StatusNotFound)
	if r.Method == http.MethodGet {
		_, _ = w.Write(v.data) // a client that has gone is no error of ours
	}
}

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
		named[strings.ToLower(strings.TrimSpace(name))] = weight(parameters)
	}
	return func(encoding string) float64 {
		if q, ok := named[encoding]; ok {
			return q
		}
		return named["*"]
	}
}

func weight(parameters string) float64 {
	key, value, found := strings.Cut(strings.ReplaceAll(parameters, " ", ""), "=")
	if !found || !strings.EqualFold(key, "q") {
		return 1
	}
	q, err := strconv.ParseFloat(value, 64)
	if err != nil || !(q > 0) {
		return 0
	}
	return q
}
