# make demo and make test each work as the first command on a machine with Python 3.11, pip and make.
PYTHON ?= python3
UV     := .uv/bin/uv
RUN    := .venv/bin
# Where a proxy signs the network's certificates, only the system's own list of authorities knows it.
SYNC    = $(UV) sync --frozen --quiet --compile-bytecode $(if $(wildcard /etc/ssl/certs/ca-certificates.crt),--system-certs)
export UV_PYTHON ?= $(PYTHON)
export UV_PYTHON_DOWNLOADS := never

.PHONY: setup spark demo test test-slow check bench clean

setup: .venv/.ready

$(UV):
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target .uv "uv>=0.13.9"

.venv/.ready: $(UV) pyproject.toml uv.lock build_messages.py \
    $(wildcard src/repatria/locale/*/LC_MESSAGES/*.po src/repatria/web/locale/*/LC_MESSAGES/*.po)
	$(SYNC)
	@$(RUN)/python -m compileall -q src
	@touch $@

# PySpark beside the rest, for the Spark engine and its tests (Java 17 must be there).
spark: setup
	$(SYNC) --inexact --extra spark

# Serves the site at the end, until Ctrl-C; where nobody is there to press it (CI), it stops before that.
demo: setup
	$(RUN)/repatria demo $(if $(CI),--no-serve)

# The tests of the site run twice: on SQLite, and on a PostgreSQL that they start themselves, behind its second wall.
test: setup
	@tests/needs.sh
	$(RUN)/pytest -n auto
	$(RUN)/python -m tests.postgresql pytest -n auto -m "not browser" tests/web

# Kills and failing file calls at full number: some minutes.
test-slow: setup
	@tests/needs.sh
	$(RUN)/pytest -m slow

check: setup
	$(RUN)/ruff check
	$(RUN)/ruff format --check
	$(RUN)/mypy
	$(RUN)/lint-imports

bench: setup
	$(SYNC) --inexact --group bench
	$(RUN)/python -m benchmarks

clean:
	rm -rf .venv .uv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

.PHONY: messages
LANGUAGES := uk ru ar fr
# Collects the sentences of the code into the catalogues; translators fill them in.
EXTRACT := $(RUN)/pybabel --quiet extract --no-location --sort-output --omit-header
messages: setup
	$(EXTRACT) -k _ -k ngettext:1,2 --ignore-dirs "web __pycache__ .*" -o src/repatria/locale/repatria.pot src/repatria
	PYTHONPATH=. DJANGO_SETTINGS_MODULE=tests.web.settings $(EXTRACT) -F messages.cfg -k _ -k gettext -k gettext_lazy \
	    -k ngettext:1,2 -k ngettext_lazy:1,2 -k pgettext:1c,2 \
	    -k pgettext_lazy:1c,2 -o src/repatria/web/locale/django.pot src/repatria/web
	for code in $(LANGUAGES); do for catalogue in locale/repatria web/locale/django; do \
	    pot=src/repatria/$$catalogue.pot; \
	    file=$$(dirname $$pot)/$$code/LC_MESSAGES/$$(basename $$catalogue).po; \
	    mkdir -p $$(dirname $$file); \
	    test -f $$file || $(RUN)/pybabel --quiet init -i $$pot -o $$file -l $$code; \
	    $(RUN)/pybabel --quiet update --no-fuzzy-matching --ignore-pot-creation-date -w 120 -i $$pot -o $$file -l $$code; \
	done; done
