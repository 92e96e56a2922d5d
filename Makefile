# make demo and make test are all the set-up there is; see README.md
EXAMPLE := examples/moscow-damascus
DEMO := build/demo.db
PAGES := build/demo-pages
RUN := .venv/bin
SOURCES := src tests bench scripts

.PHONY: help demo env env-dev test lint types unit bench quality speed lock clean

help:
	@echo "make demo   set up, read the example reports, print the digest and the address of the pages"
	@echo "make test   set up, lint, type-check, run every test"
	@echo "make bench  measure quality (where ../shared/bench is there) and speed"
	@echo "make env    set up .venv/ alone"

env: .venv/ready
env-dev: .venv/ready-dev

.venv/ready: requirements.txt pyproject.toml scripts/env.sh
	@scripts/env.sh requirements.txt
	@touch $@

.venv/ready-dev: requirements.txt requirements-dev.txt pyproject.toml scripts/env.sh
	@scripts/env.sh requirements-dev.txt
	@touch .venv/ready $@

demo: env
	@rm -rf $(DEMO) $(DEMO)-wal $(DEMO)-shm $(PAGES)
	$(RUN)/dateline build $(EXAMPLE)/reports --record $(DEMO) --as-of 2026-01-15
	$(RUN)/dateline tell $(DEMO)
	@$(RUN)/dateline site $(DEMO) $(PAGES) >/dev/null
	@echo
	@echo "Open the pages:   file://$(CURDIR)/$(PAGES)/index.html"
	@echo "Serve them, with search, check and judgements, at http://127.0.0.1:8765/ :"
	@echo "                  .venv/bin/dateline serve $(DEMO)"
	@echo "Hand it on:       .venv/bin/dateline export $(DEMO) --to jsonl record.jsonl"

test: env-dev lint types unit

lint: env-dev
	$(RUN)/ruff check $(SOURCES)
	$(RUN)/ruff format --check $(SOURCES)

types: env-dev
	$(RUN)/mypy

unit: env-dev
	$(RUN)/python -m pytest -n 2 --dist loadfile tests

bench: quality speed

quality: env-dev
	$(RUN)/python bench/seeds.py --verbose
	$(RUN)/python bench/quality.py

speed: env-dev
	$(RUN)/python bench/speed.py

lock: env-dev
	build/boot/bin/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.12 pyproject.toml hatch.in -o requirements.txt
	build/boot/bin/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.12 pyproject.toml hatch.in --group dev -o requirements-dev.txt

clean:
	rm -rf .venv build .mypy_cache .ruff_cache
