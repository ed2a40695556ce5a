package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/pass"
	"github.com/mmcloughlin/avo/reg"
)

// The files that are shipped are those of this program. go generate writes them.
func TestFilesAreGenerated(t *testing.T) {
	files, err := files()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s has %d bytes and is not what asm writes, %d bytes: run go generate ./sim/kernel", name, len(got), len(want))
		}
	}
}

// The functions of math.go are the same for four lanes and for eight.
func TestMathIsThatOfGen(t *testing.T) {
	ours, err := os.ReadFile("math.go")
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := os.ReadFile("../gen/math.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(ours, theirs) {
		t.Error("math.go differs from ../gen/math.go")
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		code func(c *build.Context)
		want string
	}{
		{func(c *build.Context) { c.VMULPS(reg.Y15, reg.Y1, reg.Y2) }, ""},
		{func(c *build.Context) { c.VPSRAD(operand.U8(3), reg.Y1, reg.Y2) }, ""},
		{func(c *build.Context) { c.ADDQ(reg.RAX, reg.RBX) }, ""},
		{func(c *build.Context) { c.VFMADD231PS(reg.Y0, reg.Y1, reg.Y2) }, "VFMADD231PS is FMA3"},
		{func(c *build.Context) { c.MOVSS(reg.X0, reg.X1) }, "MOVSS is SSE"},
		{func(c *build.Context) { c.VMULPS(reg.Z0, reg.Z1, reg.Z2) }, "VMULPS is AVX512F"},
		{seventeenAtOnce, "too many values"},
	} {
		ctx := build.NewContext()
		ctx.Function("f")
		ctx.SignatureExpr("func()")
		c.code(ctx)
		ctx.RET()
		file, err := ctx.Result()
		if err == nil {
			err = pass.Concat(pass.Compile, pass.InstructionPass(check)).Execute(file)
		}
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%v was refused", err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
}

func seventeenAtOnce(c *build.Context) {
	var values [17]reg.VecVirtual
	for i := range values {
		values[i] = c.YMM()
		c.VXORPS(values[i], values[i], values[i])
	}
	for _, v := range values {
		c.VADDPS(v, values[0], values[0])
	}
}
