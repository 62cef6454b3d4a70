# `make` lists the targets.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command 'make lock'
SOURCES := benchmarks blog boulder_therapeutics services tests
HTML = $(shell find templates $(SOURCES) -name '*.html')
MODULES = manage.py $(shell find $(SOURCES) -name '*.py' -not -path '*/migrations/*')

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run dev test bench bench-import lint format lock

help: ## List the targets
	@sed -nE 's/^([a-z-]+):.*## /\1\t/p' $(MAKEFILE_LIST)

run: export DJANGO_SETTINGS_MODULE ?= boulder_therapeutics.settings.production
run: .venv/runtime var/secret-key ## Serve the site as in production: http://127.0.0.1:8000, or PORT=
	@SECRET_KEY=$${SECRET_KEY:-$$(cat var/secret-key)} exec $(BIN)/python manage.py serve --demo

dev: .venv/tests var/secret-key ## Serve the site for development, with automatic reload
	$(BIN)/python manage.py migrate --verbosity 0 && $(BIN)/python manage.py create_pages
	$(BIN)/python manage.py runserver $${PORT:-8000}

test: .venv/tests ## Run all tests; ARGS= is passed to pytest
	$(BIN)/pytest -n 2 $(ARGS)

bench: .venv/runtime ## Measure how fast the site is, needs wrk; ARGS= names sections, like ARGS="cold stale"
	$(BIN)/python -m benchmarks $(ARGS)

bench-import: .venv/runtime ## Measure the WordPress importer; ARGS="--scale 0.1" for a quick look
	$(BIN)/python -m benchmarks.imports $(ARGS)

lint: .venv/tests ## Check code and templates
	$(BIN)/ruff check && $(BIN)/ruff format --check
	@$(BIN)/djhtml --check --tabwidth 4 $(HTML) && $(BIN)/djade --check --target-version 5.2 $(HTML)
	@$(BIN)/django-upgrade --check --target-version 5.2 $(MODULES)

format: .venv/tests ## Format code and templates, and fix what tools can
	@$(BIN)/django-upgrade --exit-zero-even-if-changed --target-version 5.2 $(MODULES)
	$(BIN)/ruff check --fix --exit-zero && $(BIN)/ruff format
	@$(BIN)/djhtml --tabwidth 4 $(HTML); $(BIN)/djade --target-version 5.2 $(HTML)

lock: .venv/tests ## Update all pinned versions
	$(LOCK) --upgrade requirements.in -o requirements.txt
	$(LOCK) --upgrade requirements-s3.in -o requirements-s3.txt
	$(LOCK) --upgrade tests/requirements.in -o tests/requirements.txt

.venv/runtime: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(PIP) -r requirements.txt && touch $@

.venv/tests: tests/requirements.txt .venv/runtime
	$(PIP) -r tests/requirements.txt && touch $@

var/secret-key:
	@mkdir -p var && umask 077 && $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@
