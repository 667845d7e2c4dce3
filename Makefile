# Everything a person or a machine does here. `make help` lists it.
# Paths are relative on purpose: the folder's own name may hold spaces and Czech letters.

PYTHON ?= python3
RUN := .venv/bin/python
ARCHIVE := $(RUN) scripts/command.py
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help site serve check stamp episode ledger derive lint test test-all bench look clean

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12
	@echo
	@echo "All others: .venv/bin/archive --help"

site: .venv/site.stamp ## build the whole site and both feeds into site/
	@$(ARCHIVE) site

serve: .venv/site.stamp ## show the site at http://127.0.0.1:8000 and rebuild on every change
	$(RUN) -m mkdocs serve

check: .venv/dev.stamp ## tell everything that is wrong with the content; what a pull request is judged by
	@$(ARCHIVE) check $(if $(ANNOTATE),--github)

stamp: .venv/site.stamp ## note that the translations agree with the Czech texts as they are now
	@$(ARCHIVE) stamp

episode: .venv/site.stamp ## make a new episode's folder from its recording: FILE=dil.mp3 (ARGS="--place klatovy")
	@$(ARCHIVE) episode "$(FILE)" $(ARGS)

ledger: .venv/site.stamp ## enter what has come out: NAME=feeds, files, addresses or changes (ARGS="--since COMMIT")
	@$(ARCHIVE) ledger $(or $(NAME),feeds) $(ARGS)

derive: .venv/site.stamp ## rewrite what derives from the schema: the field tables and the JSON Schema
	@$(ARCHIVE) derive

lint: .venv/dev.stamp ## style, types and the workflows
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	@$(ARCHIVE) untyped
	@$(ARCHIVE) derive --check
	.venv/bin/python -c "import sys, subprocess; sys.exit(subprocess.call([sys.prefix + '/bin/zizmor', '--offline', '--persona=pedantic', '--quiet', '.github']))"
	.venv/bin/python -c "import sys, glob, subprocess; sys.exit(subprocess.call([sys.prefix + '/bin/actionlint', *glob.glob('.github/workflows/*.yml')]))"

test: .venv/dev.stamp ## run the tests, the browser included
	$(RUN) -m pytest -n 2 --dist loadfile

test-all: .venv/dev.stamp ## run also what takes long: every page in every scheme, ten thousand records; as every night
	$(RUN) -m pytest -n 2 --dist loadfile -m ""

bench: .venv/dev.stamp ## measure the build and the pages, as ratios to stock Material and to Zensical
	@$(ARCHIVE) bench

look: .venv/dev.stamp ## take anew the pictures that test_look.py compares with, where the site looks otherwise
	@PYTHONPATH=hooks:scripts $(RUN) tests/looking.py

clean: ## remove what was built and the environment
	rm -rf .venv build offline offline.new archive-offline.zip site site.lock site.new-* site.old site-properdocs .pytest_cache .mypy_cache .ruff_cache

.venv/bin/python:
	$(PYTHON) -m venv .venv

# A second `make site` finds the stamp newer than the lock and installs nothing.
.venv/site.stamp: requirements/site.txt pyproject.toml scripts/link_core.py | .venv/bin/python
	$(RUN) -m pip install --quiet --require-hashes -r requirements/site.txt
	@$(RUN) scripts/link_core.py
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/site.stamp
	$(RUN) -m pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@
