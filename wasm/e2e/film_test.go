package e2e

import (
	"bytes"
	"encoding/base64"
	"image/gif"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	permissions "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// checkFilms saves the run, which has eleven frames, as a GIF and as a WebM. Both play,
// and carry their link.
func (p *tab) checkFilms(dir, source, made string) {
	p.Helper()
	data := p.saved(dir, "#downloadgif", "gif")
	film, err := gif.DecodeAll(bytes.NewReader(data))
	must(p.T, err)
	if len(film.Image) != 11 || len(data) > 8<<20 || film.Config.Width != 900 {
		p.Errorf("the GIF has %d frames of %d pixels, %d bytes", len(film.Image), film.Config.Width, len(data))
	}
	if !bytes.Contains(data, []byte(source+"\n"+made)) {
		p.Error("the GIF does not carry its link")
	}
	if says := p.text("#filmsays"); !strings.HasPrefix(says, "Saved a GIF: 11 frames, 900 × 600 pixels") {
		p.Errorf("of the GIF it says %q", says)
	}
	video := p.saved(dir, "#downloadwebm", "webm")
	if !bytes.HasPrefix(video, []byte("\x1a\x45\xdf\xa3")) || !bytes.Contains(video, []byte(source)) || !bytes.Contains(video, []byte(made)) {
		p.Error("the WebM is none, or does not carry its link")
	}
	if frames, ms, tags := readWebM(video); frames < 11 || ms < 2000 || ms > 60_000 || tags != 1 {
		p.Errorf("the WebM has %d frames in %d ms, and %d elements of tags", frames, ms, tags)
	}
}

// readWebM counts the frames of a film, and the lists of tags, and returns when the last
// frame begins. Elements that hold others are entered, all others passed over.
func readWebM(data []byte) (frames, ms, tags int) {
	cluster := 0
	for len(data) > 0 {
		id, n := vint(data, false)
		size, m := vint(data[n:], true)
		data = data[n+m:]
		switch id {
		case 0x18538067, 0x1F43B675, 0xA0: // segment, cluster, group of blocks
			continue
		case 0x1254C367:
			tags++
		case 0xE7: // the time of a cluster
			cluster = 0
			for _, b := range data[:size] {
				cluster = cluster<<8 | int(b)
			}
		case 0xA3, 0xA1: // a block: behind the number of its track its time in the cluster
			frames++
			ms = max(ms, cluster+int(int16(data[1])<<8|int16(data[2])))
		}
		data = data[min(size, len(data)):]
	}
	return frames, ms, tags
}

// vint reads a number whose first byte says how many there are, with or without the bit
// that does.
func vint(data []byte, plain bool) (value, n int) {
	for n = 1; n < 8 && data[0]>>(8-n) == 0; n++ {
	}
	value = int(data[0])
	if plain {
		value &= 1<<(8-n) - 1
	}
	for _, b := range data[1:n] {
		value = value<<8 | int(b)
	}
	return value, n
}

// checkClipboard copies the picture, and reads it back.
func (p *tab) checkClipboard() {
	p.Helper()
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		_, err := chromedp.Call(p.ctx, permissions.SetPermission, permissions.SetPermissionParams{Origin: site,
			Permission: &permissions.PermissionDescriptor{Name: name}, Setting: permissions.PermissionSettingGranted})
		must(p.T, err)
	}
	p.click("#copypng")
	p.await(slow, `document.querySelector('#copypng').textContent == 'Copied'`)
	picture, err := png.Decode(strings.NewReader(p.clipboard("image/png")))
	must(p.T, err)
	if size := picture.Bounds().Size(); size.X != 2400 || size.Y != 1600 {
		p.Errorf("the copied PNG has %v pixels", size)
	}
}

// clipboard returns what the clipboard holds of a kind.
func (p *tab) clipboard(kind string) string {
	p.Helper()
	text := js[string](p, `(async () => {
		const [item] = await navigator.clipboard.read();
		return new Promise(async done => {
			const reader = new FileReader();
			reader.onload = () => done(reader.result);
			reader.readAsDataURL(await item.getType(%q));
		});
	})()`, kind)
	_, text, _ = strings.Cut(text, ",")
	data, err := base64.StdEncoding.DecodeString(text)
	must(p.T, err)
	return string(data)
}

// What makes no film is said in words, and so is a work that is cancelled; where pictures
// may not be copied, they are saved.
func TestFilmWords(t *testing.T) {
	t.Parallel()
	p := open(t, "/diffusion/#n=7&steps=40", view{w: 390, h: 844, dark: true})
	p.ready()
	dir := p.downloads()
	p.click("#tab-numbers")
	p.click("#downloadgif")
	p.await(slow, `document.querySelector('#filmsays').textContent.includes('one frame so far')`)
	p.finish()
	p.run(`window.Worker = class extends Worker { postMessage(m, ...more) { if (m.kind != 'frame') super.postMessage(m, ...more) } }`)
	p.click("#downloadgif")
	p.await(slow, `!document.querySelector('#filmwork').hidden`)
	p.run(`document.querySelector('#filmcancel').focus()`)
	p.click("#filmcancel")
	p.await(slow, `document.querySelector('#filmwork').hidden && document.activeElement.id == 'downloadgif' &&
		document.querySelector('#filmsays').textContent.startsWith('Cancelled')`)
	p.run(`delete window.ClipboardItem`)
	if svg := p.saved(dir, "#copysvg", "svg"); !bytes.Contains(svg, []byte("<svg")) {
		t.Error("a picture that may not be copied is not saved")
	}
	p.await(slow, `document.querySelector('#copysvg').textContent == 'Saved as a file'`)
	if files, _ := filepath.Glob(filepath.Join(dir, "*.gif")); len(files) > 0 {
		t.Error("the cancelled GIF was saved")
	}
}

// What was drawn for a file is forgotten, with its 1,000 points and its canvas. The last
// picture, of 5 MB, may still be held.
func TestPicturesLeaveNothing(t *testing.T) {
	t.Parallel()
	p := open(t, "/capacity/#n=1000&d=8&at=4", view{w: 620, h: 500, still: true})
	p.ready()
	dir := p.downloads()
	var after [3]float64
	for round := range after {
		for range 6 {
			p.saved(dir, "#downloadpng", "png")
			files, _ := filepath.Glob(filepath.Join(dir, "*.png"))
			must(t, os.Remove(files[0]))
		}
		after[round] = p.weigh().script
	}
	if after[2] > after[1]+12 {
		t.Errorf("6 pictures take the page from %.1f to %.1f MB", after[1], after[2])
	}
}
