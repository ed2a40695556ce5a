//go:build !amd64 && !(js && wasm)

package kernel

// simd is false where the operations run as Go.
const simd = false

func gemmNN(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	gemmNNGo(c, a, b, bias, add, m, n, k, ldc, lda, ldb)
}

func gemmNT(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	gemmNTGo(c, a, b, bias, add, m, n, k, ldc, lda, ldb)
}

func gemmTN(c, a, b, bias []float32, add bool, m, n, k, ldc, lda, ldb int) {
	gemmTNGo(c, a, b, bias, add, m, n, k, ldc, lda, ldb)
}

func transpose(dst, src []float32, m, n int)           { transposeGo(dst, src, m, n) }
func colSums(out, x []float32, add bool, m, n int)     { colSumsGo(out, x, add, m, n) }
func relu(y, x []float32)                              { reluGo(y, x) }
func reluBack(dx, dy, y []float32)                     { reluBackGo(dx, dy, y) }
func tanh(y, x []float32)                              { tanhGo(y, x) }
func tanhBack(dx, dy, y []float32)                     { tanhBackGo(dx, dy, y) }
func silu(y, x []float32)                              { siluGo(y, x) }
func siluBack(dx, dy, x []float32)                     { siluBackGo(dx, dy, x) }
func softplus(y, x []float32)                          { softplusGo(y, x) }
func softplusBack(dx, dy, x []float32)                 { softplusBackGo(dx, dy, x) }
func exp(y, x []float32)                               { expGo(y, x) }
func mse(dz, z, t []float32, scale float32) float32    { return mseGo(dz, z, t, scale) }
func sgd(w, g, v []float32, rate, momentum float32)    { sgdGo(w, g, v, rate, momentum) }
func adam(w, g, m, v []float32, k adamConstants)       { adamGo(w, g, m, v, k) }
func gmm2(out, q, c []float32, m, n int, bits float32) { gmm2Go(out, q, c, m, n, bits) }

func softmaxXent(dz, z []float32, labels []int32, m, n int, scale float32) float32 {
	return softmaxXentGo(dz, z, labels, m, n, scale)
}

func gmmd(out, q, c, room []float32, m, n, d int, bits float32) {
	gmmdGo(out, q, c, room, m, n, d, bits)
}

func backprop(c *Chain, x, t []float32, labels []int32, m int, scale float32) float32 {
	return backpropGo(c, x, t, labels, m, scale)
}
