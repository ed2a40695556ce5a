package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// headers go with every response. Lecturers embed labs, also in pages that want
// require-corp of all that they embed, so there are no frame-ancestors.
var headers = [...][2]string{
	{"Content-Security-Policy", "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; " +
		"img-src 'self' data: blob:; frame-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "no-referrer"},
	{"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "cross-origin"},
	{"Cross-Origin-Embedder-Policy", "require-corp"},
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

// ServeHTTP answers GET and HEAD. A folder is its index.html; a folder without
// the final slash, and what else can be meant, is redirected; anything else that
// is missing is the 404 page.
func (f *Files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, h := range headers {
		w.Header().Set(h[0], h[1])
	}
	switch r.Method {
	case http.MethodGet, http.MethodHead:
	case http.MethodOptions:
		w.Header().Set("Allow", "GET, HEAD, OPTIONS")
		w.WriteHeader(http.StatusNoContent)
		return
	default:
		w.Header().Set("Allow", "GET, HEAD, OPTIONS")
		http.Error(w, "Only GET and HEAD are allowed.", http.StatusMethodNotAllowed)
		return
	}
	if found := f.at(r.URL.Path); found != nil && depth(r.URL.EscapedPath()) == depth(r.URL.Path) {
		found.serve(w, r)
		return
	}
	target, ok := f.meant(r.URL)
	if !ok {
		f.notFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("Location", target)
	w.WriteHeader(http.StatusMovedPermanently)
}

// at returns the file with a path, or nil. A folder is its index.html.
func (f *Files) at(name string) *file {
	if strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return f.byPath[name]
}

func (f *file) serve(w http.ResponseWriter, r *http.Request) {
	tidy(r)
	v := f.choose(r)
	f.describe(w, v)
	h := w.Header()
	h.Set("ETag", v.etag)
	if f.hashed {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if !isPlain(r) {
		http.ServeContent(measured{w, len(v.data)}, r, "", time.Time{}, bytes.NewReader(v.data))
		return
	}
	h.Set("Accept-Ranges", "bytes")
	v.write(w, r, http.StatusOK)
}

// ranges are what RFC 9110 calls so; there is none of the last 0 bytes.
var ranges = regexp.MustCompile(`^bytes=(\d+-\d*|-0*[1-9]\d*)([ \t]*,[ \t]*(\d+-\d*|-0*[1-9]\d*))*$`)

// hugeNumber is one that ServeContent cannot read. It is behind the end of any file.
var hugeNumber = regexp.MustCompile(`[1-9]\d{18,}`)

// tidy makes one line of the conditions that came in several, and removes a Range that
// is to be ignored: ServeContent reads first lines, and refuses units that it does not know.
func tidy(r *http.Request) {
	for _, key := range [...]string{"If-Match", "If-None-Match", "Range"} {
		if lines := r.Header[key]; len(lines) > 1 {
			r.Header.Set(key, strings.Join(lines, ", "))
		}
	}
	span := strings.ToLower(r.Header.Get("Range"))
	r.Header.Del("Range")
	if r.Method == http.MethodGet && ranges.MatchString(span) {
		r.Header.Set("Range", hugeNumber.ReplaceAllString(span, "999999999999999999"))
	}
}

// A measured writer gives the answer that is the whole file its length, which ServeContent
// leaves out where the file is encoded, and each refusal of a range its size; and takes
// what is said of the file from the one that holds none of it, as a cache would keep that, too.
type measured struct {
	http.ResponseWriter
	size int
}

func (m measured) WriteHeader(status int) {
	switch h := m.Header(); status {
	case http.StatusOK:
		h.Set("Content-Length", strconv.Itoa(m.size))
	case http.StatusPreconditionFailed:
		h.Set("Cache-Control", "no-cache")
		h.Del("Content-Encoding")
		h.Del("Content-Type")
	case http.StatusRequestedRangeNotSatisfiable:
		h.Set("Content-Range", "bytes */"+strconv.Itoa(m.size))
	}
	m.ResponseWriter.WriteHeader(status)
}

// isPlain reports whether a request wants all of a file, whatever the client has.
// Then it is one write, where ServeContent copies piece by piece.
func isPlain(r *http.Request) bool {
	for _, key := range [...]string{"Range", "If-Match", "If-None-Match"} {
		if r.Header.Get(key) != "" {
			return false
		}
	}
	return true
}

// write sends the whole variant, if the request wants more than the headers.
func (v variant) write(w http.ResponseWriter, r *http.Request, status int) {
	w.Header().Set("Content-Length", strconv.Itoa(len(v.data)))
	w.WriteHeader(status)
	if r.Method != http.MethodGet {
		return
	}
	c, ok := r.Context().Value(connKey{}).(*conn)
	if !ok || len(v.data) < 2<<10 { // net/http joins what is as short with its headers
		_, _ = w.Write(v.data) // a client that has gone is no error of ours
		return
	}
	c.joins = true
	_, _ = w.(io.ReaderFrom).ReadFrom(bytes.NewReader(v.data)) // flushes the headers, then has the rest written
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
	v.write(w, r, http.StatusNotFound)
}
