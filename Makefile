# make demo and make test each work as the first command on a machine with Python 3.11, pip and make.
PYTHON ?= python3
UV     := .uv/bin/uv
RUN    := .venv/bin
export UV_PYTHON ?= $(PYTHON)
export UV_PYTHON_DOWNLOADS := never

.PHONY: setup demo test check bench clean

setup: .venv/.ready

$(UV):
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target .uv "uv>=0.8"

.venv/.ready: $(UV) pyproject.toml uv.lock build_messages.py $(wildcard src/repatria/locale/*/LC_MESSAGES/*.po)
	$(UV) sync --frozen --quiet
	@touch $@

demo: setup
	$(RUN)/repatria demo --no-serve

test: setup
	$(RUN)/pytest -n auto

check: setup
	$(RUN)/ruff check
	$(RUN)/ruff format --check
	$(RUN)/mypy
	$(RUN)/lint-imports

bench: setup
	$(UV) sync --frozen --quiet --inexact --group bench
	$(RUN)/python -m benchmarks

clean:
	rm -rf .venv .uv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
