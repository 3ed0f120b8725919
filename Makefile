# `make lab` and `make test` set up what they need; a second start installs nothing.
PYTHON ?= python3
VENV ?= .venv
PACK ?= data
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
LESSONS := $(wildcard notebooks/*.ipynb) $(wildcard examples/*.ipynb)
SOLUTIONS := $(wildcard exercises/solutions/*.ipynb)
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# make lab PACK=folder opens the lessons on another article.
ifneq ($(patsubst %/,%,$(PACK)),data)
export CROSSROADS_PACK := $(PACK)
endif

.PHONY: lab test test-lowest test-newest soak site zip lite refresh exercises collect reset-notebooks check-data check-mine quiz hub-link new-pack dictionary bench bench-hub look lint clean

lab: $(VENV)/installed ## open the module in JupyterLab; options in ARGS="..."
	$(BIN)/python -m crossroads.publish.lab $(ARGS)

test: $(VENV)/installed-tests ## every test; the browser tests where there is a Chromium
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/python -m crossroads.publish.check_data data
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder --doctest-modules \
		--nbval --nbval-cell-timeout 120 --nbval-sanitize-with tests/sanitize.cfg \
		tests crossroads $(LESSONS) $(SOLUTIONS) $(ARGS)

test-lowest test-newest: $(VENV)/installed-tests ## install the lowest or newest allowed version of each requirement elsewhere, and run some tests
	$(BIN)/python -m tests.bounds $(subst test-,,$@)

soak: $(VENV)/installed-tests ## half an hour of faults made on purpose: thirty rounds of a kernel that dies, a long fuzz; every lesson in JupyterLab and in a browser's kernel, every page by keyboard in Firefox
	CROSSROADS_SOAK=30 $(BIN)/python -m pytest -n 0 tests/test_kernel_gone.py $(ARGS)
	CROSSROADS_LESSONS=all $(BIN)/python -m pytest -n 0 tests/test_browser.py $(ARGS)
	CROSSROADS_SOAK=30 $(BIN)/python -m pytest -n 0 tests/test_firefox.py $(ARGS)
	CROSSROADS_LITE=all $(BIN)/python -m pytest -n 0 tests/test_lite.py $(ARGS)
	CROSSROADS_FUZZ=2000 $(BIN)/python -m pytest -n 2 --dist load tests/test_fuzz.py $(ARGS)

site: $(VENV)/installed ## pages that need no kernel and no network, in site/; of another pack: PACK=folder
	$(BIN)/python -m crossroads.publish.site site

zip: site ## the same pages as one file, crossroads-site.zip
	$(BIN)/python -c "import shutil; shutil.make_archive('crossroads-site', 'zip', '.', 'site')"

lite: $(VENV)/installed ## pages, and beside them lessons that run in the browser, for a static host: in online/
	PYODIDE="$(PYODIDE)" $(BIN)/python -m crossroads.publish.lite online

refresh: $(VENV)/installed-tests ## execute the notebooks in place
	$(BIN)/python -m crossroads.publish.notebooks $(LESSONS) $(SOLUTIONS)
	$(BIN)/python -m crossroads.publish.exercises exercises

exercises: $(VENV)/installed-tests ## make the students' copies from exercises/solutions
	$(BIN)/python -m crossroads.publish.exercises exercises

collect: $(VENV)/installed ## many learners' receipts in one table and one picture: make collect FROM=folder
	@$(BIN)/python -m crossroads.classroom.collect "$(FROM)"

reset-notebooks: $(VENV)/installed ## lessons and exercises as they came; answers stay, changed notebooks are kept aside
	@$(BIN)/python -m crossroads.publish.reset

check-data: $(VENV)/installed ## check a pack: make check-data PACK=folder
	@$(BIN)/python -m crossroads.publish.check_data "$(PACK)"

check-mine: $(VENV)/installed ## whatever you adapted: data, calls in notebooks, values in paragraphs: make check-mine PACK=folder
	@$(BIN)/python -m crossroads.publish.check_mine "$(PACK)"

quiz: $(VENV)/installed ## the closed questions of a pack for a learning platform, in quiz/
	@$(BIN)/python -m crossroads.publish.quiz "$(PACK)" quiz

hub-link: $(VENV)/installed ## the link for learners on a hub: make hub-link HUB=https://...
	@$(BIN)/python -m crossroads.publish.hub_link "$(HUB)" "$(REPO)"

new-pack: $(VENV)/installed ## begin a pack for another article: make new-pack DIR=folder
	@$(BIN)/python -m crossroads.pack.new_pack "$(DIR)"

dictionary: $(VENV)/installed ## write the README.md of a pack from its datapackage.json
	$(BIN)/python -m crossroads.pack.dictionary "$(PACK)"

bench: $(VENV)/installed-tests ## measure speed and weight beside interact and FigureWidget
	$(BIN)/python -m tests.bench

bench-hub: $(VENV)/installed-tests ## a class on a real JupyterHub on this machine (needs npm): make bench-hub LEARNERS=60
	$(BIN)/python -m tests.bench_hub $(LEARNERS)

look: $(VENV)/installed-tests ## draw every view of every chart, at three widths, measure its labels, and write contact sheets to build/look
	CROSSROADS_LOOK=1 $(BIN)/python -m pytest -q -n 2 tests/test_labels.py

lint: $(VENV)/installed-tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV)

$(VENV)/installed: requirements.txt constraints.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --progress-bar on -r requirements.txt -c constraints.txt
	touch $@

$(VENV)/installed-tests: $(VENV)/installed tests/requirements.txt
	$(BIN)/python -m pip install --progress-bar on -r tests/requirements.txt -c constraints.txt
	touch $@
