# Two words do everything on a fresh machine with Python 3.11 or newer and make:
#   make demo    set up, install, assess the flagship case: judgements on screen, report.html written
#   make test    set up, install, run every check of the project

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check quick bench clean

demo: $(VENV)/.demo
	$(BIN)/detente assess japan-russia --output report.html

test: $(VENV)/.dev check
	$(BIN)/python -m pytest -q -n 2 --dist worksteal

# the loop while working: style, types, imports and the fast tests
quick: $(VENV)/.dev check
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not slow and not browser" -x

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "detente needs Python 3.11 or newer; say which with: make demo PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "no virtual environment could be made; on Debian: apt install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.demo: $(VENV)/.python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis .import_linter_cache report.html
