package kernel

func squaredDistances(out, x, y []float32, m, n, d int) {
	switch {
	case !simd:
		squaredDistancesGo(out, x, y, m, n, d)
	case d == 0:
		clear(out[:m*n])
	default:
		distances(out, x, y, m, n, d)
	}
}

// distances is multiplyTurned with another kernel.
func distances(out, x, y []float32, m, n, d int) {
	var room [panel]float32
	for j := 0; j < n; j += panelColumns {
		columns, add := min(panelColumns, n-j), false
		for h := 0; h < d; h += panelRows {
			depth := min(panelRows, d-h)
			transposeRows(room[:], y[j*d+h:], columns, depth, panelColumns, d)
			distancesPanel(out[j:], x[h:], room[:], add, m, columns, depth, n, d)
			add = true
		}
	}
}

// distancesPanel is multiplyPanel with another kernel.
func distancesPanel(out, x, y []float32, add bool, m, n, d, ldo, ldx int) {
	var zeros [panelColumns]float32
	start, lds := &zeros[0], 0
	if add {
		start, lds = &out[0], ldo
	}
	avx2Distances(&out[0], &x[0], &y[0], start, m, n, d, 4*ldo, 4*ldx, 4, 4*panelColumns, 4*lds)
}

func squareSums(out, x []float32, m, n, ld int) {
	if simd {
		avx2SquareSums(&out[0], first(x), m, n, ld)
	} else {
		squareSumsGo(out, x, m, n, ld)
	}
}

func expand(out, x []float32, m, n, d int) {
	if simd {
		avx2Expand(&out[0], first(x), m, n, d)
	} else {
		expandGo(out, x, m, n, d)
	}
}
