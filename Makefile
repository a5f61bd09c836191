# Needs python3 (3.10 or newer) and make; everything else is put into .venv and nowhere else.

PYTHON ?= python3
BIN := .venv/bin
ARTICLE := corpora/articles/strait-lighthouse/article
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: help compiled setup setup-browser demo test test-engines lint types score docs check dist coverage audit sbom clean

help:  ## say what there is
	@grep -hE '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

# The stamps say what is installed: make does it again only when pyproject.toml has changed.
.venv/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "mtcheck needs Python 3.10 or newer; try make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || \
	  { echo "python3 cannot make a virtual environment here; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(PIP) install --editable .
	@touch $@

.venv/developed: .venv/installed
	@$(PIP) install "pip>=25.1"
	@$(PIP) install --group dev
	@touch $@

# an editable install is not compiled by pip, and PYTHONDONTWRITEBYTECODE would leave it so for good
compiled: .venv/installed
	@$(BIN)/python -m compileall -q mtcheck
	@$(BIN)/mtcheck check $(wildcard corpora/articles/*/article.txt) >/dev/null; test $$? -le 1

setup: .venv/developed compiled  ## install mtcheck and all that its tests need into .venv

setup-browser: setup  ## what the tests of the HTML report need beside a chromium
	@$(PIP) install --group browser

demo: compiled  ## show what is repaired in a rough article, beside its source
	@$(BIN)/mtcheck fix --format text --source $(ARTICLE).fr.txt $(ARTICLE).txt

test: setup  ## run the tests
	@$(BIN)/python -m pytest -n auto

.venv/engines: .venv/developed
	@$(PIP) install --group engines
	@touch $@

test-engines: .venv/engines  ## test the Ray and Spark engines, which are large to install
	@$(BIN)/python -m pytest tests/engines

lint: setup  ## look for slips and stray formatting
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup  ## check the types
	@$(BIN)/mypy

score: setup  ## measure the rules on the gold sets; fail when they got worse
	@$(BIN)/python -m corpora.score --check

docs: setup  ## build the documentation site into site/
	@$(BIN)/mkdocs build --strict --quiet

.venv/released: .venv/developed
	@$(PIP) install --group release
	@touch $@

dist: .venv/released  ## build the wheel and the source distribution, and try them in an empty environment
	@$(BIN)/python .ci/dist.py

coverage: .venv/released  ## run the tests, say which branches they leave out; fail when those are too many
	@$(BIN)/python -m pytest -n auto --cov=mtcheck --cov-config=.ci/coverage.ini --cov-report=term \
	  --cov-report=json:.coverage.json --ignore tests/faults/test_patterns.py
	@$(BIN)/python -m benchmarks.cover .coverage.json

audit: .venv/released  ## ask the Python advisory database about every dependency (needs the network)
	@$(BIN)/python .ci/audit.py

sbom: .venv/installed .venv/released  ## write dist/mtcheck.cdx.json, what an installed mtcheck consists of
	@mkdir -p dist
	@rm -rf dist/.bare && $(PYTHON) -m venv dist/.bare && dist/.bare/bin/python -m pip --quiet --disable-pip-version-check install .
	@dist/.bare/bin/python -m pip --quiet --disable-pip-version-check uninstall --yes pip setuptools
	@$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible -o dist/mtcheck.cdx.json dist/.bare/bin/python
	@rm -rf dist/.bare

check: test lint types score  ## all of the above

clean:  ## take away what make made
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis site

	rm -rf .venv dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
