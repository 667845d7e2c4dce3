# Everything a person or a machine does here. `make help` lists it.
# Paths are relative on purpose: the folder's own name may hold spaces and Czech letters.

PYTHON ?= python3
RUN := .venv/bin/python
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help site serve check stamp ledger ledger-check addresses addresses-check changes changes-check manifest manifest-check audit bag restore-drill episode import derive lint test test-all bench lighthouse fonts lock lock-audio health standins artwork catalogue components look clean site-properdocs offline

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

site: .venv/site.stamp ## build the whole site and both feeds into site/
	@$(RUN) scripts/site.py

serve: .venv/site.stamp ## show the site at http://127.0.0.1:8000 and rebuild on every change
	$(RUN) -m mkdocs serve

check: .venv/dev.stamp ## tell everything that is wrong with the content; what a pull request is judged by
	@$(RUN) scripts/check.py $(if $(ANNOTATE),--github)

stamp: .venv/site.stamp ## note that the translations agree with the Czech texts as they are now
	$(RUN) scripts/stamp.py

ledger: .venv/site.stamp ## enter into the ledger what the feeds publish; refuses what would cost subscribers
	@$(RUN) scripts/ledger.py

episode: .venv/site.stamp ## make a new episode's folder from its recording: FILE=dil.mp3 (ARGS="--place klatovy")
	@$(RUN) scripts/new_episode.py "$(FILE)" $(ARGS)

import: .venv/site.stamp ## move an existing show in from its feed, a file or an address: FEED=https://… (ARGS="--lock")
	@$(RUN) scripts/import_feed.py "$(FEED)" $(ARGS)

ledger-check: .venv/site.stamp ## tell whether the ledger lost a line since SINCE, a commit
	@$(RUN) scripts/ledger.py --since $(SINCE)

addresses: site ## build the site and enter its addresses into addresses.txt; refuses a site that lost any
	@$(RUN) scripts/addresses.py

addresses-check: .venv/site.stamp ## tell whether the ledger of addresses lost a line since SINCE, a commit
	@$(RUN) scripts/addresses.py --since $(SINCE)

changes: .venv/site.stamp ## enter into changes.txt which pages say something new; before the site is built that is published
	@$(RUN) scripts/changes.py

changes-check: .venv/site.stamp ## tell whether the ledger of changes lost a line since SINCE, a commit
	@$(RUN) scripts/changes.py --since $(SINCE)

manifest: .venv/site.stamp ## enter the held files into manifest-sha256.txt (REASON=superseded ends lines that no longer hold)
	@$(RUN) scripts/manifest.py $(if $(REASON),--reason "$(REASON)")

manifest-check: .venv/site.stamp ## tell whether the manifest lost a line since SINCE, a commit
	@$(RUN) scripts/manifest.py --since $(SINCE)

audit: .venv/site.stamp ## compare the live site with the manifest: SITE=https://… (OUTPUT=folder RECORD=1)
	@$(RUN) scripts/audit.py "$(SITE)" $(if $(OUTPUT),--output "$(OUTPUT)") $(if $(RECORD),--record)

bag: .venv/site.stamp ## put the whole archive into a BagIt bag, bag/ (BAG=folder)
	@$(RUN) scripts/bag.py $(if $(BAG),--output "$(BAG)")

offline: .venv/site.stamp ## build the site for a USB stick into offline/ and a ZIP (OUTPUT=folder)
	@$(RUN) scripts/offline.py $(if $(OUTPUT),--output "$(OUTPUT)")

restore-drill: .venv/site.stamp ## verify a bag, build the site from it alone and compare: BAG=folder
	@$(RUN) scripts/restore.py "$(or $(BAG),bag)"

derive: .venv/site.stamp ## rewrite what derives from the schema: the field tables and the JSON Schema
	$(RUN) scripts/derive.py

lint: .venv/dev.stamp ## style, types and the workflows
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(RUN) scripts/derive.py --check
	.venv/bin/python -c "import sys, subprocess; sys.exit(subprocess.call([sys.prefix + '/bin/zizmor', '--offline', '--persona=pedantic', '--quiet', '.github']))"
	.venv/bin/python -c "import sys, glob, subprocess; sys.exit(subprocess.call([sys.prefix + '/bin/actionlint', *glob.glob('.github/workflows/*.yml')]))"

test: .venv/dev.stamp ## run the tests, the browser included
	$(RUN) -m pytest -n 2 --dist loadfile

test-all: .venv/dev.stamp ## run also what takes long: every page in every scheme, ten thousand records; as every night
	$(RUN) -m pytest -n 2 --dist loadfile -m ""

bench: .venv/dev.stamp ## measure the build and the pages, as ratios to stock Material and to Zensical
	$(RUN) scripts/bench.py

lighthouse: .venv/dev.stamp site ## let Lighthouse judge each kind of page, phone and desktop; all must score 100
	@$(RUN) scripts/lighthouse.py $(foreach page,$(PAGE),--page $(page))

fonts: .venv/dev.stamp ## cut the pages' fonts again from Literata
	.venv/bin/uv run --script scripts/artwork/fonts.py

lock: .venv/dev.stamp ## write the lock files anew from pyproject.toml
	$(RUN) scripts/lock.py

lock-audio: .venv/site.stamp ## read the recordings kept elsewhere once and lock what a build must know
	$(RUN) scripts/lock_audio.py

health: .venv/site.stamp ## tell how healthy the recordings are (loudness where there is ffmpeg)
	@$(RUN) scripts/health.py $(if $(OUTPUT),--output $(OUTPUT))

standins: .venv/dev.stamp ## make the stand-in recordings and their transcripts again (needs espeak-ng, ffmpeg)
	$(RUN) scripts/standins.py

artwork: .venv/dev.stamp ## render the artwork again from its drawings
	$(RUN) scripts/artwork.py

components: .venv/dev.stamp ## show every component in both schemes, on one page in build/components
	@PYTHONPATH=hooks:scripts $(RUN) tests/exhibition.py

look: .venv/dev.stamp ## take anew the pictures that test_look.py compares with, where the site looks otherwise
	@PYTHONPATH=hooks:scripts $(RUN) tests/looking.py

catalogue: .venv/dev.stamp ## print the catalogue of the archive as PDF in both languages: DATE=2027-11-21 for a new edition
	@$(RUN) scripts/catalogue.py $(if $(DATE),--date $(DATE))

site-properdocs: .venv/site.stamp ## build the same site with ProperDocs, the first way out of MkDocs
	$(RUN) -m pip install --quiet properdocs
	$(RUN) -m properdocs build --strict --site-dir site-properdocs

clean: ## remove what was built and the environment
	rm -rf .venv build offline offline.new archive-offline.zip site site.lock site.new-* site.old site-properdocs .pytest_cache .mypy_cache .ruff_cache

.venv/bin/python:
	$(PYTHON) -m venv .venv

# A second `make site` finds the stamp newer than the lock and installs nothing.
.venv/site.stamp: requirements/site.txt pyproject.toml | .venv/bin/python
	$(RUN) -m pip install --quiet --require-hashes -r requirements/site.txt
	@$(RUN) scripts/link_core.py
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/site.stamp
	$(RUN) -m pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@
