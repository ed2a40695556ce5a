module example.org/rote/wasm/e2e

go 1.26

require (
	example.org/rote v0.0.0
	github.com/chromedp/cdproto v0.159.0
	github.com/chromedp/chromedp v0.23.0
	github.com/coder/websocket v1.8.14
)

require (
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	golang.org/x/sys v0.36.0 // indirect
)

replace example.org/rote => ../..
