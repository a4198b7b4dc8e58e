# Two commands do everything: `make run` and `make test`. Each installs what is missing first.

TASK = . src-tauri/crates/xtask/toolchain.sh && cargo xtask

.PHONY: run test check e2e clients types bench bundle

run:
	@$(TASK) run

test:
	@$(TASK) test

check:
	@$(TASK) check

e2e:
	@$(TASK) e2e

clients:
	@$(TASK) clients

types:
	@$(TASK) types

bench:
	@$(TASK) bench

bundle:
	@$(TASK) bundle
