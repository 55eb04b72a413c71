# Tasks for developers. Needs only Python 3.11 or newer: everything else goes into .venv.
PYTHON := .venv/bin/python

.PHONY: help setup check lint format types layers test test-all golden judge bench torture screenshots

help:        ## Show these tasks.
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14
setup:       ## Make .venv and install the reader and all that its checks need.
	python3 -m venv .venv && $(PYTHON) -m pip install --quiet -e '.[dev]'
check:       lint types layers test-all ## Run every check but packaging; run it before you push.
lint:        ## Say what is wrong with style and format.
	$(PYTHON) -m ruff check . && $(PYTHON) -m ruff format --check .
format:      ## Mend what lint can mend by itself.
	$(PYTHON) -m ruff check --fix . && $(PYTHON) -m ruff format .
types:       ## Check all types, strictly.
	$(PYTHON) -m mypy
layers:      ## Check that imports only go down.
	.venv/bin/lint-imports --no-logo
test:        ## Run the fast tests.
	$(PYTHON) -m pytest
test-all:    ## Run every test, the slow ones too.
	$(PYTHON) -m pytest -m "slow or not slow"
golden:      ## Measure cleaning against the hand-made labels in tests/gold.
	$(PYTHON) -m pytest -m "slow or not slow" tests/quality
judge:       ## Train the judge's nets on ../shared/bench/cleaning, and print their figures.
	$(PYTHON) -m pip install --quiet -e '.[train]' && $(PYTHON) -m tools.judge.train ../shared/bench/cleaning
bench:       ## Time what a user would notice, and measure cleaning.
	@for script in benchmarks/bench_*.py; do $(PYTHON) -m benchmarks.$$(basename $$script .py) || exit; done
torture:     ## Kill, starve and damage the library, for hours; by the kit in ../shared/lab/torture.
	$(PYTHON) -m tools.torture ../shared/lab/torture && $(PYTHON) -m tools.torture.together \
	&& $(PYTHON) -m tools.torture.flips
screenshots: ## Draw the pictures of docs/screens.md again.
	$(PYTHON) -m tools.screenshots
