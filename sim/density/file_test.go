package density

import (
	"encoding/binary"
	"math/rand/v2"
	"strings"
	"testing"

	"example.org/rote/sim"
	"example.org/rote/sim/data"
)

// glyphFile writes digits as MNIST is written.
func glyphFile(n int) []byte {
	file := []byte{0, 0, 8, 3}
	for _, v := range []int{n, side, side} {
		file = binary.BigEndian.AppendUint32(file, uint32(v))
	}
	x, _ := data.Glyphs(rand.New(rand.NewPCG(3, 4)), n, data.Classes, side, data.Full())
	for _, v := range x {
		file = append(file, byte(255*v))
	}
	return file
}

// Equal files give equal runs, also if the file comes after the address.
func TestFile(t *testing.T) {
	const knobs = "density?data=file&n=90&width=16&latent=2&epochs=20&batch=64&folds=3&samples=8"
	file := glyphFile(120)
	address := knobs + "&file=" + sim.Checksum(file)
	run, repairs, err := sim.Open([]sim.Info{Info()}, address)
	if err != nil || len(repairs) > 0 {
		t.Fatal(repairs, err)
	}
	if sum, ok := run.Needs(); !ok || sum != sim.Checksum(file) {
		t.Errorf("the run needs %q, %v", sum, ok)
	}
	run.Finish()
	if says := run.Frame().Says; !strings.Contains(says, "choose it") {
		t.Errorf("without the file it says %q", says)
	}
	if err := run.Supply(glyphFile(130)); err != nil || run.Done() != true {
		t.Errorf("another file was taken, %v", err)
	}
	if err := run.Supply(file); err != nil {
		t.Fatal(err)
	}
	run.Finish()
	f := run.Frame()
	if v, ok := f.Value("growth"); !ok || v <= 0 {
		t.Errorf("growth is %v, %v", v, ok)
	}
	if !strings.HasSuffix(run.Address(), "&file="+sim.Checksum(file)) {
		t.Errorf("the address is %s", run.Address())
	}
	again, _, _ := sim.Idle([]sim.Info{Info()}, strings.Replace(address, "data=file&", "", 1))
	if err := again.Read(file); err != nil {
		t.Fatal(err)
	}
	again.Finish()
	if string(sim.AppendFrame(nil, f)) != string(sim.AppendFrame(nil, again.Frame())) {
		t.Error("equal files give other frames")
	}
	if err := again.Read([]byte("1,2")); err == nil || again.Address() != run.Address() {
		t.Errorf("a wrong file has changed the run, or was taken: %v", err)
	}
}

// A file that is too small for n is used as far as it goes: a quarter stays unseen.
func TestSmallFile(t *testing.T) {
	l := &Lab{view: scoresView, data: fromFile, n: 400, planted: 6, copies: 2}
	if err := l.Read(glyphFile(101)); err != nil {
		t.Fatal(err)
	}
	s := newSet(l, rand.New(rand.NewPCG(1, 1)))
	if s.n != 76 || len(s.x) != 76*pixels || len(s.fresh) != freshCount*pixels || len(s.odd) != 6 {
		t.Errorf("%d points, %d odd ones, %d fresh ones", s.n, len(s.odd), len(s.fresh)/pixels)
	}
}
