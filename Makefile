# Rote needs Go, make and npm; the tests also want browsers and fetch them if they may.
# BUILDFLAGS and SERVERFLAGS go to their commands, as in "make build BUILDFLAGS=-release".
# TAGS goes to the native tests: with "make test TAGS=slow" those that take minutes are among them.

GO ?= go
BUILDFLAGS ?=
SERVERFLAGS ?=
FUZZTIME ?= 20000x
TAGS ?=

# Runs a program for js/wasm in Node, with the kernel.
NODE = node --stack-size=8192 '$(CURDIR)/wasm/exec.js'

.DEFAULT_GOAL := help
.PHONY: run build zip release test test-go race test-wasm test-chromium test-browsers monkey slow slurm recipes kube quiet lint fuzz bench bench-peers test-arm64 golden clean help chromium browsers

run: build ## Build, and serve the labs on http://localhost:8080
	$(GO) run ./server $(SERVERFLAGS)

build: ## Build the site into assets/site (BUILDFLAGS=-release compresses best)
	$(GO) run ./assets/build $(BUILDFLAGS)

test: test-go test-wasm test-chromium test-browsers ## Run all tests: native, in Node, in three browsers

test-go: build
	$(GO) vet ./...
	GOOS=js GOARCH=wasm $(GO) vet ./wasm/...
	GOOS=windows $(GO) vet ./sim/cmd/rote ./server
	$(GO) test -tags '$(TAGS)' -timeout 60m ./...
	GODEBUG=cpu.avx2=off $(GO) test ./sim/kernel
	cd sim/kernel/asm && $(GO) vet ./... && $(GO) test ./...

zip: ## Pack the site into rote-site.zip, for any host, and each lab as a SCORM 1.2 package
	$(GO) run ./assets/build -release -zip rote-site.zip -scorm . $(BUILDFLAGS)

RELEASES = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64

release: ## Build rote-server with the site inside for Linux, macOS and Windows, with checksums, into dist
	$(GO) run ./assets/build -release
	rm -rf dist && mkdir dist
	for os in $(RELEASES); do \
		name=dist/rote-server-$$(echo $$os | tr / -); \
		[ $${os%/*} != windows ] || name=$$name.exe; \
		GOOS=$${os%/*} GOARCH=$${os#*/} CGO_ENABLED=0 $(GO) build -trimpath -ldflags=-s -o $$name ./server || exit 1; \
	done
	cd dist && sha256sum rote-server-* > SHA256SUMS

race: ## Run what several goroutines share under the race detector
	$(GO) test -race ./sim/crew ./sim/sweep ./server ./wasm/worker
	$(GO) test -race -run 'Sweep(Equals|Twice|With)' ./sim/cmd/rote

# What the words say and which sweeps are proposed is the same on every platform if the
# frames are, as are the terminal's commands: the native tests have asked for it.
NATIVE = ^TestContract$$/^(sweep_|states$$|presets$$)|^TestExample$$/^states$$

test-wasm:
	@command -v node >/dev/null || { echo "The tests need Node.js, which comes with npm: sudo apt-get install npm" >&2; exit 1; }
	GOOS=js GOARCH=wasm $(GO) test -exec="$(NODE)" -skip '$(NATIVE)' $$(GOOS=js GOARCH=wasm $(GO) list ./sim/... | grep -v /cmd/)
	NOKERNEL=1 GOOS=js GOARCH=wasm $(GO) test -exec="$(NODE)" ./sim/kernel

test-chromium: build chromium wasm/e2e/node_modules/axe-core
	cd wasm/e2e && $(GO) vet ./... && $(GO) test -timeout 30m -skip Tour ./...

test-browsers: build chromium browsers wasm/e2e/node_modules/axe-core ## Tour the site in Firefox and in WebKitGTK
	cd wasm/e2e && $(GO) test -timeout 15m -count=1 -run Tour -engines firefox,webkit ./...

monkey: build chromium browsers ## Press, type and kill at random: 10 minutes a lab in Chromium, 3 elsewhere
	cd wasm/e2e && $(GO) test -timeout 5h -count=1 -v -run Monkey -monkey 10m ./...
	cd wasm/e2e && $(GO) test -timeout 5h -count=1 -v -run 'Monkey$$/' -monkey 3m -engines firefox,webkit ./...

wasm/e2e/node_modules/axe-core: wasm/e2e/package.json
	cd wasm/e2e && npm install --no-audit --no-fund --no-package-lock
	@touch $@

# Chromium: the one in the variable CHROMIUM or on the path, else from the package manager.
chromium:
	@for name in "$$CHROMIUM" chromium chromium-browser google-chrome; do \
		[ -n "$$name" ] && command -v "$$name" >/dev/null && exit 0; \
	done; \
	as_root=; [ "$$(id -u)" = 0 ] || as_root="sudo -n"; \
	if command -v apt-get >/dev/null && $$as_root true 2>/dev/null; then \
		$$as_root apt-get update -q && $$as_root apt-get install -q -y --no-install-recommends chromium && exit 0; \
	fi; \
	echo "The tests need Chromium, and this account may not install it." >&2; \
	echo "On Debian run: sudo apt-get install chromium" >&2; \
	echo "Elsewhere install Chromium or Chrome, and name it: make test CHROMIUM=/path/to/chromium" >&2; \
	exit 1

# Firefox and WebKitGTK with its driver; both draw on an X server without a screen.
browsers:
	@if { command -v firefox-esr || command -v firefox; } >/dev/null && command -v WebKitWebDriver >/dev/null && command -v Xvfb >/dev/null; then exit 0; fi; \
	packages="firefox-esr webkit2gtk-driver xvfb libgl1-mesa-dri libegl1"; \
	as_root=; [ "$$(id -u)" = 0 ] || as_root="sudo -n"; \
	if command -v apt-get >/dev/null && $$as_root true 2>/dev/null; then \
		$$as_root apt-get update -q && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$packages && exit 0; \
	fi; \
	echo "These tests need Firefox, WebKitWebDriver and Xvfb, and this account may not install them." >&2; \
	echo "On Debian run: sudo apt-get install $$packages" >&2; \
	exit 1

slow: ## Run the tests that take minutes, too
	$(GO) test -tags slow -timeout 60m ./sim/...

quiet: build chromium ## Measure what two workers gain, on a machine with nothing else to do
	cd wasm/e2e && $(GO) test -tags quiet -timeout 30m -count=1 -v -run Speedup ./...

# A Slurm of one node, in a folder of its own; its daemons want root.
slurm: ## Run a sweep as an array job of a real Slurm, which is installed if need be
	@as_root=; [ "$$(id -u)" = 0 ] || as_root="sudo -n"; \
	if ! { command -v slurmctld && command -v slurmd && command -v munged; } >/dev/null; then \
		command -v apt-get >/dev/null && $$as_root true 2>/dev/null && \
		$$as_root apt-get update -q && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends slurm-wlm munge || \
		{ echo "This test needs Slurm and munge, and this account may not install them. On Debian run: sudo apt-get install slurm-wlm munge" >&2; exit 1; }; \
	fi; \
	$$as_root true 2>/dev/null || { echo "This test starts the daemons of Slurm, which want root." >&2; exit 1; }; \
	mkdir -p assets/.cache && $(GO) test -tags slurm -c -o assets/.cache/slurm.test ./sim/cmd/rote && \
	cd sim/cmd/rote && $$as_root env PATH="$$PATH" ../../../assets/.cache/slurm.test -test.run Slurm -test.v

# pandas, R, GNU parallel and Snakemake of Debian, and DuckDB from npm.
recipes: ## Run the examples for sweeps with the programs that they are for, which are installed if need be
	@if ! { /usr/bin/python3 -c 'import pandas' && command -v Rscript && command -v parallel && command -v snakemake; } >/dev/null 2>&1; then \
		packages="python3-pandas r-base-core parallel snakemake"; \
		as_root=; [ "$$(id -u)" = 0 ] || as_root="sudo -n"; \
		command -v apt-get >/dev/null && $$as_root true 2>/dev/null && \
		$$as_root apt-get update -q && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$packages || \
		{ echo "These tests need pandas, R, GNU parallel and Snakemake, and this account may not install them. On Debian run: sudo apt-get install $$packages" >&2; exit 1; }; \
	fi
	@mkdir -p assets/.cache/duckdb && cd assets/.cache/duckdb && { [ -d node_modules/@duckdb/node-api ] || npm install --no-audit --no-fund --silent @duckdb/node-api@1.5.6-r.1; }
	DUCKDB='$(CURDIR)/assets/.cache/duckdb' $(GO) test -tags recipes -count=1 -run Recipes ./sim/cmd/rote

kube: ## Validate the example for Kubernetes against the schemas of kubectl-validate, which are inside of it
	$(GO) tool -modfile=.ci/kube.mod kubectl-validate sim/cmd/rote/examples/sweep.job.yaml

lint: ## Run the linters, for native code and for WebAssembly
	$(GO) mod tidy -diff
	cd wasm/e2e && $(GO) mod tidy -diff
	@lint="$$($(GO) tool -modfile=.ci/lint.mod -n golangci-lint)" && \
	"$$lint" run --allow-serial-runners -c .ci/golangci.yml ./sim/... ./server ./assets/... && \
	GOOS=js GOARCH=wasm "$$lint" run --allow-serial-runners -c .ci/golangci.yml ./wasm/...
	@files="$$(gofmt -l $$(git ls-files '*.go'))"; [ -z "$$files" ] || { echo "gofmt would change: $$files" >&2; exit 1; }

fuzz: ## Fuzz the parsers, FUZZTIME each: executions (20000x), or a time (30s)
	@grep -rl --include='*_test.go' '^func Fuzz' sim wasm assets server | while read -r file; do \
		for name in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$$file"); do \
			echo "$$name in $$(dirname "$$file")"; \
			$(GO) test -run='^$$' -fuzz="^$$name\$$" -fuzztime=$(FUZZTIME) -fuzzminimizetime=50x "./$$(dirname "$$file")" || exit 1; \
		done; \
	done

bench: ## Run the benchmarks; compare two runs with benchstat
	$(GO) test -run='^$$' -bench=. -benchmem -count=6 ./sim/...

bench-peers: wasm/bench/node_modules/@tensorflow/tfjs ## Compare with other programs; prints JSON (see wasm/bench/peers.mjs)
	@node wasm/bench/peers.mjs

wasm/bench/node_modules/@tensorflow/tfjs: wasm/bench/package.json
	@cd wasm/bench && npm install --no-audit --no-fund --no-package-lock --silent >&2
	@touch $@

test-arm64: ## Run the tests of the kernel as arm64, which needs qemu-user
	GOARCH=arm64 $(GO) test -exec=qemu-aarch64 ./sim/kernel

golden: ## Rewrite the golden files; read the difference before committing
	@for dir in $$(grep -rl --include='*_test.go' -e '"update"' -e 'simtest\.' sim | xargs -n1 dirname | sort -u); do \
		$(GO) test "./$$dir" -update || exit 1; \
	done

clean: ## Remove what was built
	rm -rf assets/.cache wasm/e2e/node_modules wasm/bench/node_modules
	find assets/site -mindepth 1 ! -name .gitignore -delete

help: ## List the targets
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do printf '  %-13s %s\n' "$$name" "$$what"; done
