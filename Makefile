# The commands of Rote. A fresh Debian with Go, make and npm needs no more than
# make run and make test.

SHELL := /bin/bash -e -o pipefail
NODE_EXEC = $(shell go env GOROOT)/lib/wasm/go_js_wasm_exec
E2E = wasm/e2e
LINT = go tool -modfile=.ci/lint.mod golangci-lint run -c .ci/golangci.yml ./...
FUZZTIME ?= 20s

.PHONY: help
help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: build ## build everything and serve the labs on http://localhost:8080
	go run ./server

.PHONY: build
build: ## build the site: pages, programs, compressed copies
	go run ./assets/build

.PHONY: test
test: tools build ## install what the tests need, and run them: native, wasm in Node, Chromium
	go vet ./...
	go test ./...
	GOOS=js GOARCH=wasm go test -exec="$(NODE_EXEC)" ./sim/...
	cd $(E2E) && go vet ./... && go test -count=1 -timeout 15m ./...

.PHONY: slow
slow: ## run the slow claims of the labs
	go test -tags slow -timeout 20m ./sim/...

.PHONY: lint
lint: ## check style, for native programs and for the browser
	$(LINT)
	GOOS=js GOARCH=wasm $(LINT)

.PHONY: fuzz
fuzz: ## fuzz everything that parses, FUZZTIME each
	go test -run '^$$' -fuzz '^FuzzOpen$$' -fuzztime $(FUZZTIME) ./sim
	go test -run '^$$' -fuzz '^FuzzDecodeFrame$$' -fuzztime $(FUZZTIME) ./sim
	go test -run '^$$' -fuzz '^FuzzLayout$$' -fuzztime $(FUZZTIME) ./sim/figure

.PHONY: bench
bench: ## run the benchmarks
	go test -run '^$$' -bench . ./sim/...

.PHONY: golden
golden: ## rewrite the golden files and the picture of the README; read the diff
	go test ./sim/figure ./sim/catalog -update
	go run ./sim/cmd/rote run -svg assets/diffusion.svg diffusion

.PHONY: clean
clean: ## remove what build and test made
	rm -rf assets/.cache $(E2E)/node_modules
	find assets/site -mindepth 1 ! -name .gitignore -delete

.PHONY: tools
tools: $(E2E)/node_modules/axe-core/axe.min.js
	@command -v chromium >/dev/null || { [ -n "$$CHROMIUM" ] && command -v "$$CHROMIUM" >/dev/null; } || $(MAKE) --no-print-directory chromium

$(E2E)/node_modules/axe-core/axe.min.js: $(E2E)/package.json
	cd $(E2E) && npm install --no-package-lock --no-audit --no-fund --silent
	@touch $@

.PHONY: chromium
chromium:
	@if ! command -v apt-get >/dev/null; then \
		echo "The browser tests need Chromium: install it, or set CHROMIUM to a Chromium or Chrome, then run make test again." >&2; exit 1; \
	elif [ "$$(id -u)" = 0 ]; then apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium; \
	elif sudo -n true 2>/dev/null; then sudo apt-get update -q && sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium; \
	else echo "The browser tests need Chromium. Run: sudo apt-get install chromium   then make test again." >&2; exit 1; fi
