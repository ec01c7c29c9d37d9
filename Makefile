# Needs make and a Python from 3.11 to 3.13 with the venv module; `make` lists the targets.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNS := $(VENV)/.runs
READY := $(VENV)/.ready
MODEL := models/en_qualifying
SAMPLE := corpus/sample
JOBS ?= 2

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup run test test-all check model bench bench-learning bench-sabotage docs wheel compiled clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(READY) ## create .venv with the locked versions, polesitter itself and the tools

# What running takes, in the locked versions; the tools of the developers are half as much again.
$(RUNS): requirements/lock.txt pyproject.toml
	@echo "Preparing $(VENV) (a minute or two the first time)"
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
		|| { echo "$(PYTHON) is not Python 3.11 to 3.13; choose one with PYTHON=..."; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --constraint requirements/lock.txt hatchling
	@$(BIN)/python -m pip install --quiet --constraint requirements/lock.txt --no-build-isolation \
		--editable '.[all]'
	@touch $@

$(READY): $(RUNS)
	@echo "Adding the tools that check and test"
	@$(BIN)/python -m pip install --quiet --requirement requirements/lock.txt
	@touch $@

$(MODEL)/meta.json: | $(RUNS)
	@$(MAKE) --no-print-directory model

run: $(RUNS) $(MODEL)/meta.json ## read the sample reports and show their grids
	@echo "Reading $(SAMPLE)"
	@$(BIN)/polesitter extract $(SAMPLE) -o out/sample --force
	@$(BIN)/polesitter show out/sample

test: $(READY) $(MODEL)/meta.json ## run the tests
	@echo "Testing"
	@$(BIN)/python -m pytest -q

test-all: $(READY) $(MODEL)/meta.json ## run the tests, the long ones too
	@echo "Testing, long tests included"
	@$(BIN)/python -m pytest -q -m ""

check: $(READY) ## lint, formatting, types and layers
	@echo "Linting"
	@$(BIN)/ruff check --quiet
	@echo "Checking the formatting"
	@$(BIN)/ruff format --check --quiet
	@echo "Checking the types"
	@$(BIN)/mypy --no-error-summary
	@MYPYPATH=tests:benchmarks $(BIN)/mypy --no-error-summary benchmarks
	@MYPYPATH=benchmarks $(BIN)/mypy --no-error-summary tests
	@echo "Checking the layers"
	@$(BIN)/lint-imports --no-logo

model: $(RUNS) ## build models/en_qualifying from config, patterns and corpus
	@echo "Building $(MODEL)"
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m polesitter.learn.build --config models/config.cfg --patterns patterns \
		--corpus corpus --out $(MODEL)

bench: $(READY) $(MODEL)/meta.json ## measure speed and draw it; hours: SIZE="--reports 2000 --growth 500 4000" is less
	@echo "Measuring pipelines"
	@$(BIN)/python benchmarks/run.py
	@echo "Measuring start-up"
	@$(BIN)/python benchmarks/startup.py
	@echo "Measuring whole runs"
	@$(BIN)/python benchmarks/batch.py $(SIZE)
	@$(BIN)/python benchmarks/plots.py

bench-learning: $(READY) ## measure how each group of series is learned anew (hours)
	@echo "Learning each group of series from nothing"
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python benchmarks/learning.py --jobs $(JOBS)

bench-sabotage: $(READY) ## retrain on spoilt reports, which must do no harm (hours)
	@echo "Retraining on spoilt reports"
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python benchmarks/sabotage.py --jobs $(JOBS)

docs: $(READY) ## build the documentation as a site in out/docs
	@echo "Building out/docs"
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

wheel: $(READY) $(MODEL)/meta.json ## build dist/*.whl and dist/*.tar.gz, model and patterns inside
	@echo "Building dist/"
	@$(BIN)/python -m build -qq --no-isolation --outdir dist .
	@ls dist

compiled: $(READY) $(MODEL)/meta.json ## build a wheel for this machine, faster by compiled code; needs a C compiler
	@echo "Compiling (a few minutes)"
	@POLESITTER_COMPILE=1 $(BIN)/python -m hatchling build --target wheel --directory dist
	@echo "Install it where polesitter is to run: pip install dist/polesitter-*-cp*.whl"

clean: ## remove what the other targets made, but keep .venv and the model
	@rm -rf out dist build .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find . -path ./$(VENV) -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
