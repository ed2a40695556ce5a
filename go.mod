module example.org/rote

go 1.26

require (
	github.com/andybalholm/brotli v1.2.8
	github.com/gohugoio/hugo-goldmark-extensions/passthrough v0.5.0
	github.com/hajimehoshi/ebiten/v2 v2.9.9
	github.com/yuin/goldmark v1.8.7
	gonum.org/v1/gonum v0.17.0
	pgregory.net/rapid v1.3.0
)

require (
	github.com/dlclark/regexp2/v2 v2.5.2 // indirect
	github.com/dop251/goja v0.0.0-20260917113740-793a2a65c13b // indirect
	github.com/go-sourcemap/sourcemap v2.1.3+incompatible // indirect
	github.com/google/pprof v0.0.0-20230207041349-798e818bf904 // indirect
	golang.org/x/text v0.29.0 // indirect
)
