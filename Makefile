# Leidraad. `make demo` tries the product, `make test` proves it; `make` alone lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

BIN := .venv/bin
# Twice quiet: what goes wrong is shown, warnings about the configuration of this machine are not.
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check --no-input
# Two workers: the whole run stays under fifteen minutes on two cores.
WORKERS ?= 2

.PHONY: help
help: ## List the targets.
	@sed -n 's/^\([a-z0-9]*\):.*## /\1\t/p' Makefile | while IFS=$$'\t' read -r doel uitleg; do \
	  printf '  make %-10s %s\n' "$$doel" "$$uitleg"; done

# --- the environment ---------------------------------------------------------------------------------

.venv/bin/python:
	@for python in python3 python3.13 python3.12 python3.11; do \
	  if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    exec "$$python" -m venv .venv; fi; \
	done; \
	echo 'Leidraad heeft Python 3.11 of nieuwer nodig, met venv (op Debian: apt install python3-venv).' >&2; \
	echo 'Leidraad needs Python 3.11 or newer, with venv (on Debian: apt install python3-venv).' >&2; \
	exit 1

.venv/product.stamp: requirements.txt pyproject.toml | .venv/bin/python
	@echo 'Installeren … / Installing …'
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/product.stamp
	@echo 'Testgereedschap installeren … / Installing the test tools …'
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

.PHONY: install demo
install: .venv/product.stamp ## Create .venv and install the product (seconds when nothing changed).
	@:

demo: install ## Load the demo region and serve it on 127.0.0.1:8000.
	@$(BIN)/leidraad demo

# --- the proof ---------------------------------------------------------------------------------------

.PHONY: test system lint types layers migrations unit postgres e2e
test: .venv/dev.stamp system lint types layers migrations unit postgres e2e ## Run every check and every test.
	@echo 'Alles is in orde. / All is well.'

system: # A browser and a database server; installed when we may, named when we may not.
	@ontbreekt=(); \
	command -v chromium >/dev/null || ontbreekt+=(chromium); \
	compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || ontbreekt+=(postgresql); \
	if [ $${#ontbreekt[@]} -gt 0 ]; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    export DEBIAN_FRONTEND=noninteractive; \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends "$${ontbreekt[@]}" >/dev/null; \
	  else \
	    echo "Installeer eerst: $${ontbreekt[*]} / Please install first: $${ontbreekt[*]}" >&2; exit 1; \
	  fi; \
	fi

lint: .venv/dev.stamp ## Style of Python and templates.
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/djlint --lint --quiet src

types: .venv/dev.stamp ## Types, strict.
	@$(BIN)/mypy

layers: .venv/dev.stamp ## Who may import whom.
	@$(BIN)/lint-imports --no-cache --no-logo

migrations: .venv/dev.stamp ## The migrations describe the models.
	@map=$$(mktemp -d); trap 'rm -rf "$$map"' EXIT; \
	LEIDRAAD_DATA="$$map" DJANGO_SETTINGS_MODULE=leidraad.project.settings \
	  $(BIN)/python -m django makemigrations --check --dry-run

unit: .venv/dev.stamp ## Contract, unit and view tests on SQLite.
	@env -u DATABASE_URL $(BIN)/pytest -q -n $(WORKERS) --dist loadscope

postgres: .venv/dev.stamp ## The same tests on a PostgreSQL cluster of their own.
	@$(BIN)/python -m tests.cluster $(BIN)/pytest -q -n $(WORKERS) --dist loadscope

e2e: .venv/dev.stamp ## The product in chromium, with axe.
	@env -u DATABASE_URL $(BIN)/pytest -q -m e2e

# --- upkeep ------------------------------------------------------------------------------------------

.PHONY: bench lock normen frontend clean
bench: .venv/dev.stamp ## Measure speed as ratios against a floor.
	@$(BIN)/python -m bench

UV = "$$map/bin/uv" pip compile pyproject.toml --quiet --universal --python-version 3.11 \
  --generate-hashes --no-emit-index-url --no-header --group build

lock: .venv/bin/python ## Pin the newest versions that pyproject.toml allows.
	@map=$$(mktemp -d); trap 'rm -rf "$$map"' EXIT; \
	$(BIN)/python -m venv "$$map"; \
	"$$map/bin/pip" --quiet --quiet --disable-pip-version-check install uv; \
	$(UV) --upgrade --output-file requirements.txt; \
	$(UV) --upgrade --group dev --constraint requirements.txt --output-file requirements-dev.txt

normen: .venv/dev.stamp ## Write docs/normen.md: every norm with its rule, its toets and its tests.
	@$(BIN)/python -m tests.normen

frontend: ## Build the style sheets (needs node; the result is committed).
	@cd frontend && npm ci --silent && npm run --silent build

clean: ## Remove what can be made again; never the data in var.
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage frontend/node_modules
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
