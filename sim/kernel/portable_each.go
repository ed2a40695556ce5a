package kernel

import "math"

// The functions of this file treat every element alike.

func reluGo(y, x []float32) {
	y = y[:len(x)]
	for i, v := range x {
		if v <= 0 {
			v = 0
		}
		y[i] = v
	}
}

func reluBackGo(dx, dy, y []float32) {
	dx, dy = dx[:len(y)], dy[:len(y)]
	for i, v := range y {
		d := dy[i]
		if v <= 0 {
			d = 0
		}
		dx[i] = d
	}
}

func tanhGo(y, x []float32) {
	y = y[:len(x)]
	for i, v := range x {
		y[i] = tanhOf(v)
	}
}

func tanhBackGo(dx, dy, y []float32) {
	dx, dy = dx[:len(y)], dy[:len(y)]
	for i, v := range y {
		dx[i] = dy[i] * (1 - float32(v*v))
	}
}

func siluGo(y, x []float32) {
	y = y[:len(x)]
	for i, v := range x {
		y[i] = v * logisticOf(v)
	}
}

func siluBackGo(dx, dy, x []float32) {
	dx, dy = dx[:len(x)], dy[:len(x)]
	for i, v := range x {
		s := logisticOf(v)
		dx[i] = dy[i] * float32(s*(1+float32(v*(1-s))))
	}
}

func softplusGo(y, x []float32) {
	y = y[:len(x)]
	for i, v := range x {
		top := v
		if v <= 0 {
			top = 0
		}
		y[i] = top + log1pOf(expOf(-absOf(v)))
	}
}

func softplusBackGo(dx, dy, x []float32) {
	dx, dy = dx[:len(x)], dy[:len(x)]
	for i, v := range x {
		dx[i] = dy[i] * logisticOf(v)
	}
}

func expGo(y, x []float32) {
	y = y[:len(x)]
	for i, v := range x {
		y[i] = expOf(v)
	}
}

func sgdGo(w, g, v []float32, rate, momentum float32) {
	g = g[:len(w)]
	if v == nil {
		for i, d := range g {
			w[i] -= float32(rate * d)
		}
		return
	}
	v = v[:len(w)]
	for i, d := range g {
		u := float32(momentum*v[i]) + d
		v[i] = u
		w[i] -= float32(rate * u)
	}
}

func adamGo(w, g, m, v []float32, k adamConstants) {
	g, m, v = g[:len(w)], m[:len(w)], v[:len(w)]
	for i, d := range g {
		a := float32(k.beta1*m[i]) + float32(k.rest1*d)
		b := float32(k.beta2*v[i]) + float32(k.rest2*float32(d*d))
		m[i], v[i] = a, b
		root := float32(math.Sqrt(float64(b)))
		w[i] -= float32(k.rate*a) / (float32(root*k.root) + k.eps)
	}
}
