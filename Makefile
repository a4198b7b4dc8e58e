# Two commands do everything: `make run` and `make test`. Each installs what is missing first.

.PHONY: run test bench types e2e

run: cargo
	cargo xtask run

test: cargo
	cargo xtask test

bench: cargo
	cargo xtask bench

types: cargo
	cargo xtask types

e2e: cargo
	cargo xtask e2e

.PHONY: cargo
cargo:
	@command -v cargo >/dev/null || { echo "Rust 1.94 or later is needed: https://rustup.rs"; exit 1; }
	@command -v cc >/dev/null || { echo "installing a C compiler"; \
	  if [ "$$(id -u)" = 0 ]; then apt-get update && apt-get install -y build-essential; \
	  else sudo apt-get update && sudo apt-get install -y build-essential; fi; }
