# The only two set-up commands are `make demo` and `make test`; the rest is for those who work on Gonghui.
.PHONY: env dev demo test bench scale

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
	@tools/system_packages.sh bench
	@$(PY) benchmarks/run.py $(NAME)

# The same figures on Spark too: PySpark, Java and the comparison of all engines.
scale: dev
	@tools/env.sh scale
	@tools/system_packages.sh java
	@GONGHUI_TEST_ENGINES=duckdb,spark $(PY) tools/test.py --only sqlite tests/kernel/test_engines.py tests/rehearsal/test_federation.py::test_the_demonstration
