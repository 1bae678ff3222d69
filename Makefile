# What a person types; what each stage does is in .ci/.

stage := .ci/stage.sh
cargo := .ci/cargo.sh
# To be followed by the checks of deny.toml that are to be made.
deny := env PATH="$(CURDIR)/target/cargo-deny/bin:$$PATH" $(cargo) deny --features server/otlp check --hide-inclusion-graph
npm := npm --prefix end2end --no-update-notifier

toolchain := target/.toolchain
build_packages := target/.packages-build
test_packages := target/.packages-test
node_modules := end2end/node_modules/.package-lock.json
python_packages := target/python/.installed
cargo_deny := target/cargo-deny/bin/cargo-deny

wasm := target/wasm32-unknown-unknown/wasm-release/frontend.wasm
# Islands are compiled for the browser alone, so their crate is named wherever it is meant.
for_browser := --package frontend --target wasm32-unknown-unknown --profile wasm-release

.NOTPARALLEL:
.PHONY: help serve dev pictures bench advisories doc test test-stages site fmt lint build test-rust test-postgres test-e2e test-clients

help:
	@echo "make serve          build, and serve http://localhost:3000 with demo data"
	@echo "make dev            the same, built for debugging, again at every change, and loads pages again"
	@echo "make pictures       pictures of the onboarding, taken by a browser, after a page changed"
	@echo "make bench          figures of a release build; needs wrk and two idle cores"
	@echo "make doc            the documentation of the crates; a link that leads nowhere is an error"
	@echo "make advisories     known weaknesses of our dependencies; needs the network"
	@echo "make test           everything below, with a summary of times"
	@echo
	@echo "make fmt            is the source formatted?"
	@echo "make site           islands and style sheets, compiled, hashed and compressed"
	@echo "make lint           clippy, while building, licences and versions of dependencies, the"
	@echo "                    types of the browser tests"
	@echo "make test-rust      unit and integration tests on SQLite"
	@echo "make test-postgres  the same on a throw-away PostgreSQL"
	@echo "make test-e2e       journeys in a real browser"
	@echo "make test-clients   clients that others wrote, our own samples, and a gateway in front"

serve: site
	@$(stage) "Server" $(cargo) build --profile serve --package server
	@exec target/serve/balcao serve --development

bench: site
	@$(stage) "Server, for release" $(cargo) build --release --package server
	@.ci/apt-install.sh wrk openssl
	@python3 -B .ci/bench

doc: $(toolchain)
	@RUSTDOCFLAGS="-D warnings" $(stage) "Documentation of the crates" \
		$(cargo) doc --no-deps --document-private-items

advisories: $(toolchain) $(cargo_deny)
	@$(stage) "Known weaknesses of dependencies" $(deny) advisories

dev: $(toolchain)
	@exec .ci/dev.sh

test:
	@.ci/summary.sh $(MAKE) --no-print-directory test-stages

test-stages: $(test_packages) fmt site lint test-rust test-postgres test-e2e test-clients

fmt: $(toolchain)
	@$(stage) "Format" $(cargo) fmt --all --check

site: $(toolchain)
	@$(stage) "Islands, for the browser, with lints" $(cargo) build $(for_browser)
	@$(stage) "Site" $(cargo) run --package bundle -- \
		$(wasm) style/main.css app/public target/site

# The compiler that builds lints as well, and takes a warning for an error.
lint: build $(node_modules) $(cargo_deny)
	@$(stage) "Licences and versions of dependencies" $(deny) licenses bans sources
	@$(stage) "Types of the browser tests" $(npm) run --silent check

# Tests of both databases and the browser journeys share what this builds.
build: site
	@$(stage) "Server and tests, with lints" $(cargo) build --all-targets

test-rust: build $(test_packages)
	@$(stage) "Tests of the bundler" $(cargo) test --quiet --package bundle
	@$(stage) "Tests on SQLite" $(cargo) test --quiet --all-targets

test-postgres: build $(test_packages)
	@$(stage) "Tests on PostgreSQL" .ci/with-postgres.sh .ci/tests-of.sh \
		server/domain server/mail server

test-e2e: build $(test_packages) $(node_modules)
	@$(stage) "Browser journeys" $(npm) run --silent test

# Takes them anew; to be looked at, and committed.
pictures: build $(test_packages) $(node_modules)
	@$(stage) "Pictures of the onboarding" $(npm) run --silent pictures

test-clients: build $(test_packages) $(node_modules) $(python_packages)
	@$(stage) "Clients of others" .ci/with-postgres.sh $(npm) run --silent clients

$(toolchain): .ci/wasm-target.sh | $(build_packages)
	@mkdir -p target
	@$(stage) "Toolchain with the wasm target" sh -c '.ci/wasm-target.sh >$@.new'
	@tail -n 1 $@.new >$@ && rm $@.new

$(build_packages): .ci/system-packages.sh
	@mkdir -p target
	@$(stage) "System packages to build with" .ci/system-packages.sh build
	@touch $@

$(test_packages): .ci/system-packages.sh
	@mkdir -p target
	@$(stage) "System packages to test with" .ci/system-packages.sh test
	@touch $@

# npm writes the file named here last of all.
$(node_modules): end2end/package.json end2end/package-lock.json | $(test_packages)
	@PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 $(stage) "Packages of the browser tests" $(npm) ci
	@touch $@

$(cargo_deny): .ci/cargo-deny.txt .ci/python-packages.sh | $(test_packages)
	@$(stage) "cargo-deny" .ci/python-packages.sh target/cargo-deny $<
	@touch $@

$(python_packages): end2end/clients/python/requirements.txt | $(test_packages)
	@$(stage) "Packages of the Python clients" .ci/python-packages.sh target/python $<
	@touch $@
