"""On any laptop: folders that are moved or oddly named, what is interrupted, Windows' letters."""

import re
import shutil
import socket

import pytest

from crossroads.publish.lab import taken
from tests.conftest import ROOT, python, run

ODD = "it's a “course”; 한국어 & $HOME 100%"


@pytest.fixture
def moved(tmp_path):
    """The module in a folder of another name than the one that it was installed from."""
    folder = tmp_path / ODD
    ignore = shutil.ignore_patterns("__pycache__", "raw", "my_answers*")
    for name in ("crossroads", "data"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    (folder / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "00_start_here.ipynb", folder / "notebooks")
    return folder


def test_a_kernel_imports_the_copy_that_started_it_wherever_that_was_moved(moved, tmp_path):
    start = "from crossroads.publish.lab import prepare_kernels as p; print(p({!r})['IPYTHONDIR'])"
    ipython = str(tmp_path / "ipython")
    assert not python("-c", start.format(ipython), cwd=moved, PYTHONPATH="").returncode
    cell = (
        "import crossroads; print(crossroads.__file__); pack = crossroads.load_pack(); "
        "print(len(pack.events) > 50); "
        "from crossroads.learn import answers; print(answers.answers_file())"
    )
    kernel = ("-m", "IPython", "--colors=NoColor", "-c", cell)
    empty = {"IPYTHONDIR": ipython, "PYTHONPATH": "", "CROSSROADS_ANSWERS": ""}
    done = python(*kernel, cwd=moved / "notebooks", **empty)
    shown = done.stdout + done.stderr
    assert done.returncode == 0, shown
    assert f"{ODD}/crossroads/__init__.py" in shown.replace("\\", "/"), shown
    assert "True" in shown and f"{ODD}/notebooks/my_answers.txt" in shown.replace("\\", "/")


FAKE = """#!/bin/sh
echo "$@" >> "$LOG"
case "$2" in
  venv) mkdir -p "$3/bin"; cp "$0" "$3/bin/python";;
  pip) [ -e once ] || { touch once; exit 1; };;
esac
"""


@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_an_installation_that_was_interrupted_goes_on_and_a_whole_one_is_not_repeated(tmp_path):
    folder = tmp_path / ODD
    folder.mkdir()
    for name in ("Makefile", "requirements.txt", "constraints.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    (folder / "python").write_text(FAKE)
    (folder / "python").chmod(0o755)
    log = folder / "log"
    tells = {"LOG": str(log), "MAKEFLAGS": "", "VENV": ".venv"}
    for whole in (False, True, True):
        done = run("make", "lab", "PYTHON=./python", cwd=folder, **tells)
        assert (done.returncode == 0) == (folder / ".venv" / "installed").exists() == whole
    steps = [line.split()[1] for line in log.read_text().splitlines()]
    assert steps == ["venv", "pip"] * 2 + ["crossroads.publish.lab"] * 2


def test_a_taken_port_is_seen():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        port = server.getsockname()[1]
        assert not taken(port)
        server.listen()
        assert taken(port)


# The commands that people without make run, and how each ends.
COMMANDS = {
    "crossroads.publish.check_mine data": "data: nothing to mend in ",
    "crossroads.publish.quiz data {folder}": "quiz-qti.zip",
    "crossroads.pack.new_pack {folder}/new": "",
    "crossroads.classroom.collect {folder}": "",
}


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_without_make_on_a_screen_that_knows_few_letters(command, tmp_path):
    """As on Windows, where a program writes in one byte for each letter."""
    narrow = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "PYTHONPATH": str(ROOT)}
    words = command.format(folder=tmp_path).split()
    done = python("-m", *words, encoding="cp1252", **narrow)
    shown = done.stdout + done.stderr
    assert "Traceback" not in shown and "UnicodeEncodeError" not in shown, shown
    assert COMMANDS[command] in shown


def test_learners_install_nothing_that_only_tests_or_authors_import():
    learners = (ROOT / "requirements.txt").read_text("utf-8")
    others = (ROOT / "tests" / "requirements.txt").read_text("utf-8")
    for name in ("frictionless", "kaleido", "playwright", "ruff"):
        assert not re.search(rf"^{name}\b", learners, re.MULTILINE)
        assert re.search(rf"^{name}\b", others, re.MULTILINE)
