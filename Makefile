# Everything a fresh machine needs is done here: `make audit` and `make test` set themselves up.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SEED := seeds/cessez-le-feu-ukraine-2025-03-14.fr.txt

.PHONY: audit test test-all lint format bench-quality bench-fidelity bench-speed bench-ci fuzz rule-pages screenshots clean

audit: $(VENV)/.core  ## audit the seed against the references, write reports/, print the summary
	$(BIN)/mtaudit audit $(SEED) --reference references \
	  --report html=reports/seed.html --report json=reports/seed.json

test: $(VENV)/.dev  ## the tests, but for those marked slow
	$(BIN)/python -m pytest -n auto -m "not slow"

test-all: $(VENV)/.dev  ## every test: killed runs, determinism over 20 runs, pre-commit installed for real
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.dev  ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

rule-pages: $(VENV)/.core  ## docs/rules, made from the rule files
	$(BIN)/python -m mtaudit.detector.pages docs/rules

bench-quality: $(VENV)/.dev  ## quality, precision by reading and speed; needs the development data (MTAUDIT_DEV)
	$(BIN)/python benchmarks/bench_quality.py --check --native 0 --lines 20000
	$(BIN)/python benchmarks/read_findings.py score
	$(BIN)/python benchmarks/bench_speed.py

bench-fidelity: $(VENV)/.dev  ## mining, alignment, facts, contrast and engines, each against its target
	$(BIN)/python benchmarks/bench_fidelity.py

bench-apply: $(VENV)/.dev  ## what accepting every first suggestion does to the seed
	$(BIN)/python benchmarks/bench_apply.py --check

bench-speed: $(VENV)/.dev  ## start-up, throughput, and independence of the number of rules
	$(BIN)/python benchmarks/bench_speed.py

bench-ci: $(VENV)/.dev  ## 200 articles: first run, second run, one sentence changed
	$(BIN)/python benchmarks/bench_ci.py

fuzz: $(VENV)/.dev  ## 20,000 random and mutated inputs
	$(BIN)/python benchmarks/fuzz.py 20000

# The marker files stand for "installed as pyproject.toml says".
$(VENV)/.core: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ $(VENV)/.core

screenshots: $(VENV)/.dev  ## docs/report.png and docs/images, of the seed's report; needs Chromium
	$(BIN)/python docs/screenshots.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
