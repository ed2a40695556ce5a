package figure

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"example.org/rote/sim"
)

// linear undoes the gamma of sRGB.
func linear(c color.NRGBA) [3]float64 {
	var out [3]float64
	for i, v := range [...]uint8{c.R, c.G, c.B} {
		x := float64(v) / 255
		if x <= 0.04045 {
			out[i] = x / 12.92
		} else {
			out[i] = math.Pow((x+0.055)/1.055, 2.4)
		}
	}
	return out
}

// contrast is the ratio of WCAG 2.
func contrast(a, b color.NRGBA) float64 {
	luminance := func(c color.NRGBA) float64 {
		l := linear(c)
		return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// lab converts linear RGB to CIELAB under D65.
func lab(l [3]float64) [3]float64 {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*l[0] + 0.3575761*l[1] + 0.1804375*l[2]) / 0.95047)
	y := f(0.2126729*l[0] + 0.7151522*l[1] + 0.0721750*l[2])
	z := f((0.0193339*l[0] + 0.1191920*l[1] + 0.9503041*l[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// ciede2000 is the colour difference of G. Sharma, W. Wu, E. N. Dalal, The
// CIEDE2000 color-difference formula (2005), with all weights 1.
func ciede2000(p, q [3]float64) float64 {
	radians := math.Pi / 180
	mean := (math.Hypot(p[1], p[2]) + math.Hypot(q[1], q[2])) / 2
	g := 0.5 * (1 - math.Sqrt(math.Pow(mean, 7)/(math.Pow(mean, 7)+math.Pow(25, 7))))
	polar := func(c [3]float64) (chroma, hue float64) {
		a := (1 + g) * c[1]
		hue = math.Atan2(c[2], a) / radians
		if hue < 0 {
			hue += 360
		}
		return math.Hypot(a, c[2]), hue
	}
	c1, h1 := polar(p)
	c2, h2 := polar(q)
	turn, h := h2-h1, h1+h2
	switch {
	case c1*c2 == 0:
		turn = 0
	case math.Abs(turn) <= 180:
		h /= 2
	case h < 360:
		h = (h + 360) / 2
	default:
		h = (h - 360) / 2
	}
	if turn > 180 {
		turn -= 360
	} else if turn < -180 {
		turn += 360
	}
	l, c := (p[0]+q[0])/2, (c1+c2)/2
	weight := 1 - 0.17*math.Cos((h-30)*radians) + 0.24*math.Cos(2*h*radians) +
		0.32*math.Cos((3*h+6)*radians) - 0.20*math.Cos((4*h-63)*radians)
	sl := 1 + 0.015*(l-50)*(l-50)/math.Sqrt(20+(l-50)*(l-50))
	sc, sh := 1+0.045*c, 1+0.015*c*weight
	rotation := -math.Sin(60*math.Exp(-math.Pow((h-275)/25, 2))*radians) *
		2 * math.Sqrt(math.Pow(c, 7)/(math.Pow(c, 7)+math.Pow(25, 7)))
	dl, dc := (q[0]-p[0])/sl, (c2-c1)/sc
	dh := 2 * math.Sqrt(c1*c2) * math.Sin(turn/2*radians) / sh
	return math.Sqrt(dl*dl + dc*dc + dh*dh + rotation*dc*dh)
}

// Pairs from the table of test data of Sharma, Wu and Dalal (2005).
func TestCIEDE2000(t *testing.T) {
	for _, row := range []struct {
		p, q [3]float64
		want float64
	}{
		{[3]float64{50, 2.6772, -79.7751}, [3]float64{50, 0, -82.7485}, 2.0425},
		{[3]float64{50, 3.1571, -77.2803}, [3]float64{50, 0, -82.7485}, 2.8615},
		{[3]float64{50, -1.3802, -84.2814}, [3]float64{50, 0, -82.7485}, 1.0000},
		{[3]float64{50, 0, 0}, [3]float64{50, -1, 2}, 2.3669},
		{[3]float64{50, 2.49, -0.001}, [3]float64{50, -2.49, 0.0009}, 7.1792},
		{[3]float64{50, 2.49, -0.001}, [3]float64{50, -2.49, 0.0011}, 7.2195},
		{[3]float64{50, 2.5, 0}, [3]float64{73, 25, -18}, 27.1492},
		{[3]float64{50, 2.5, 0}, [3]float64{58, 24, 15}, 19.4535},
		{[3]float64{60.2574, -34.0099, 36.2677}, [3]float64{60.4626, -34.1751, 39.4387}, 1.2644},
		{[3]float64{22.7233, 20.0904, -46.6940}, [3]float64{23.0331, 14.9730, -42.5619}, 2.0373},
		{[3]float64{2.0776, 0.0795, -1.1350}, [3]float64{0.9033, -0.0636, -0.5514}, 0.9082},
	} {
		if got := ciede2000(row.p, row.q); math.Abs(got-row.want) > 1e-4 {
			t.Errorf("ciede2000(%v, %v) = %.4f, want %.4f", row.p, row.q, got, row.want)
		}
	}
}

// Colour vision as simulated by Machado, Oliveira and Fernandes (2009) at
// severity 1: matrices on linear RGB.
var visions = map[string][9]float64{
	"normal": {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protan": {.152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998},
	"deutan": {.367322, .860646, -.227968, .280085, .672501, .047413, -.011820, .042940, .968881},
	"tritan": {1.255528, -.076749, -.178779, -.078411, .930809, .147602, .004733, .691367, .303900},
}

func seen(c color.NRGBA, m [9]float64) [3]float64 {
	l := linear(c)
	var out [3]float64
	for i := range out {
		out[i] = min(1, max(0, m[3*i]*l[0]+m[3*i+1]*l[1]+m[3*i+2]*l[2]))
	}
	return lab(out)
}

func bothThemes(t *testing.T, test func(*testing.T, Theme)) {
	t.Run("light", func(t *testing.T) { test(t, ThemeOf(false)) })
	t.Run("dark", func(t *testing.T) { test(t, ThemeOf(true)) })
}

func TestContrast(t *testing.T) {
	bothThemes(t, func(t *testing.T, th Theme) {
		ask := func(what string, i int, c color.NRGBA, least float64) {
			if got := min(contrast(c, th.Page), contrast(c, th.Panel)); got < least {
				t.Errorf("%s %d: contrast %.2f, want %.1f", what, i, got, least)
			}
		}
		ask("ink", 0, th.Ink, 4.5)
		ask("second", 0, th.Second, 4.5)
		for i, s := range th.Roles {
			ask("mark of role", i, s.Mark, 3)
			ask("text of role", i, s.Text, 4.5)
		}
		for i, s := range th.Classes {
			ask("mark of class", i+1, s.Mark, 3)
			ask("text of class", i+1, s.Text, 4.5)
		}
	})
}

// The five roles with a meaning are told apart by everybody, and so is Plain;
// ten classes are told apart with normal vision, and have a number or a shape.
func TestColoursDiffer(t *testing.T) {
	bothThemes(t, func(t *testing.T, th Theme) {
		for name, m := range visions {
			for i := range th.Roles {
				for j := range i {
					if d := ciede2000(seen(th.Roles[i].Mark, m), seen(th.Roles[j].Mark, m)); d < 12 {
						t.Errorf("%s: %v and %v differ by %.1f, want 12", name, sim.Role(i), sim.Role(j), d)
					}
				}
			}
		}
		for i := range th.Classes {
			for j := range i {
				if d := ciede2000(seen(th.Classes[i].Mark, visions["normal"]), seen(th.Classes[j].Mark, visions["normal"])); d < 12 {
					t.Errorf("classes %d and %d differ by %.1f, want 12", j+1, i+1, d)
				}
			}
		}
	})
}

func TestColourIsNotTheOnlySign(t *testing.T) {
	th := ThemeOf(false)
	for i := range th.Roles {
		for j := range i {
			if th.Roles[i].Shape == th.Roles[j].Shape {
				t.Errorf("%v and %v have one shape", sim.Role(i), sim.Role(j))
			}
		}
	}
}

// Points and arrows are seen on every colour of a backdrop: a part of each mark has
// a contrast of 3.
func TestMarksOnBackdrops(t *testing.T) {
	bothThemes(t, func(t *testing.T, th Theme) {
		th.strengthen()
		c := &chart{painter: &painter{em: 1}, theme: th}
		for name, ground := range backdrops(&th) {
			for role, style := range th.Roles {
				m := c.marker(style)
				if got := max(contrast(over(m.Fill, ground), ground), contrast(m.Stroke, ground)); got < 3 {
					t.Errorf("points of role %v on %s: contrast %.2f", sim.Role(role), name, got)
				}
				if got := contrast(style.Mark, ground); got < 3 {
					t.Errorf("arrows of role %v on %s: contrast %.2f", sim.Role(role), name, got)
				}
			}
		}
	})
}

// backdrops are all colours that lie behind marks, by name.
func backdrops(th *Theme) map[string]color.NRGBA {
	out := map[string]color.NRGBA{"page": th.Page, "panel": th.Panel}
	for _, diverging := range []bool{false, true} {
		for i, ground := range th.ramp(diverging, true) {
			out[fmt.Sprintf("%d of the ramp, diverging %v", i, diverging)] = ground
		}
	}
	for i := range th.Classes {
		out[fmt.Sprintf("class %d", i+1)] = th.pale(i + 1)
	}
	return out
}

// over is a colour on a ground.
func over(c, ground color.NRGBA) color.NRGBA {
	solid := c
	solid.A = 255
	return mix(ground, solid, float64(c.A)/255)
}
