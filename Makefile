# make run     start the workshop app               make test    every test, real browser included
# make demo    see it all with invented participants
# make check   style, types, imports                make fix     let ruff mend what it can
# make guides  read every guide, list its problems  make bench   load and size measurements
# make film    rehearse the mirror guide and take pictures of every step
# make dev     like run, restarting on every change
# make doctor  is the database set up to forget?        make backup  a copy without open ballots

.SUFFIXES:
.PHONY: run demo film dev test check fix bench guides doctor backup
.DEFAULT_GOAL := run

BIN := .venv/bin
PIP = $(BIN)/pip install --quiet --disable-pip-version-check --no-input --no-compile
# By uv in a third of pip's time, and by pip where that fails: uv knows nothing of pip's settings.
# Compiled by all cores, and not the tests that packages bring along: a quarter less time.
INSTALL = { { $(PIP) uv==0.13.9 && $(BIN)/uv pip install --quiet --python $(BIN)/python -r $(1); } 2>/dev/null || \
  $(PIP) -r $(1); } && $(BIN)/python -W ignore -m compileall -qq -j 0 -x /tests/ .venv/lib
# How many processes share the tests, for two cores: browsers wait a third of their time.
# `make test JOBS=0` runs them in one, in order.
JOBS ?= 3

run: .venv/runtime
	@exec $(BIN)/python workshop_app.py

demo: .venv/runtime
	@exec $(BIN)/python -m modules.demo

# The whole process restarts: reloading single modules would leave pages and phones two live hubs.
dev: .venv/runtime
	@exec $(BIN)/python -m watchdog.watchmedo auto-restart --quiet --recursive \
	  --directory modules --directory pages --directory facilitator_guides \
	  --patterns '**/*.py;**/*.html;**/*.css;**/*.js;**/*.json;**/*.md' \
	  --debounce-interval 0.5 --no-restart-on-command-exit -- $(BIN)/python workshop_app.py

# The tests start the app some forty times: who wants no compiled modules beside the sources would
# have them compiled forty times, a sixth of every start.
test: export PYTHONDONTWRITEBYTECODE =
test: .venv/development
	@$(BIN)/python -m tests.journeys.chromium
	@$(BIN)/pytest -q -n $(JOBS) --dist loadfile --no-loadscope-reorder $(ARGS)

film: .venv/development
	@$(BIN)/python -m tests.journeys.chromium
	@$(BIN)/python -m tests.journeys.film

# Two, where mypy's helpers do not come up in time, which a very busy machine does: alone it goes on.
check: .venv/development
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --num-workers 2 --no-error-summary || { test $$? -eq 2 && $(BIN)/mypy; }

fix: .venv/development
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

guides: .venv/runtime
	@$(BIN)/python -m modules.guides.lint facilitator_guides

doctor: .venv/runtime
	@$(BIN)/python -m modules.doctor

backup: .venv/runtime
	@$(BIN)/python -m modules.doctor backup $(or $(TO),backup.db)

bench: .venv/development
	@$(BIN)/python -m tests.journeys.chromium
	@set -e; for script in benchmarks/[a-z]*.py; do \
	  $(BIN)/python -m benchmarks.$$(basename "$$script" .py); \
	done

# The two stamps below make every later run quick and quiet: nothing is installed unless a
# requirements file is newer than its stamp.
.venv/runtime: requirements.txt | .venv/bin/pip
	@echo "Installing what the app needs. The first time takes a minute."
	@$(call INSTALL,requirements.txt)
	@touch $@

.venv/development: requirements.txt requirements-dev.txt | .venv/bin/pip
	@$(call INSTALL,requirements-dev.txt)
	@touch $@ .venv/runtime

# Where Python's own venv is not installed, it leaves a Python without pip: then it is asked again.
.venv/bin/pip:
	@for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    exec $$python -m venv .venv; \
	  fi; \
	done; \
	echo "Python 3.11 or newer is needed, and none was found: https://www.python.org/downloads/"; \
	exit 1
