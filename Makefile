# make run    start the app; the first time it also makes .venv and installs what is needed
# make dev    the same, restarted whenever a file changes
# make test   run every test          make check  the checks alone
# make fix    repair what can be      make bench  measure

SHELL := /bin/sh
# The newest Python at hand that is new enough.
PYTHON ?= $(firstword $(foreach p,python3.13 python3.12 python3.11 python3 python,$(shell command -v $(p))))
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input

.PHONY: run dev
.DEFAULT_GOAL := run

run: $(VENV)/installed
	@exec $(BIN)/python workshop_app.py

# A restart of the whole process: reloading single modules would leave two live hubs.
dev: $(VENV)/installed
	@exec $(BIN)/python -m watchdog.watchmedo auto-restart --quiet --recursive \
	  --directory modules --directory pages --directory facilitator_guides \
	  --patterns '*.py;*.html;*.css;*.js;*.md;*.json' --ignore-patterns '*/__pycache__/*' \
	  -- $(BIN)/python workshop_app.py

# One file stands for "installed", so that a second `make run` starts at once.
$(VENV)/installed: requirements.txt | $(BIN)/python
	@echo "Installing what the app needs (this takes a minute)."
	@$(PIP) install -r requirements.txt
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "The app needs Python 3.11 or newer. Found: $$($(PYTHON) --version 2>&1)."; exit 1; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null \
	  || { rm -rf $(VENV); echo "Python cannot make .venv here. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
