# The only two set-up commands are `make demo` and `make test`; the rest is for those who work on Gonghui.
.PHONY: env dev demo test bench

PY := .venv/bin/python

env:
	@tools/env.sh base

dev:
	@tools/env.sh base dev
	@tools/system_packages.sh

demo: env
	@.venv/bin/gonghui demo $(if $(FRESH),--fresh)

test: dev
	@$(PY) tools/test.py $(ARGS)

bench: dev
	@$(PY) benchmarks/run.py $(NAME)
