"""Lessons whose kernel is the browser: ``python -m crossroads.publish.lite [FOLDER]``.

Writes the pages, and beside them JupyterLite with lessons, exercises, tables and every
package that they import. The folder goes onto any static host; it asks no other one for
anything. What is fetched to build it is pinned by version and hash in ``pins/``.
"""

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from datetime import datetime
from pathlib import Path

from jupyter_server.services.contents.filemanager import FileContentsManager

from crossroads.pack import command
from crossroads.publish import site
from crossroads.publish.site import LIVE, OWN_PACK, ROOT

PINS = Path(__file__).parent / "pins"
WORK = ROOT / "build" / "lite"
PYODIDE_VARIABLE = "PYODIDE"
# Where JupyterLite's settings keep those of its kernel, whose start asks for these names.
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
OF_THE_KERNEL = ("ipykernel", "piplite", "pyodide_kernel", "widgetsnbextension-4")
# The kernel's start loads them; nothing here uses them, and no registry serves them.
LEFT_OUT = ("sqlite3", "ssl")
SHOWN = (
    "README.md",
    "notebooks/*.ipynb",
    "exercises/*.ipynb",
    "data/*",
    "examples/*.ipynb",
    "examples/reykjavik/*",
)
BACK = """
<a id="pages" href="../../index.html" style="position: fixed; top: 4px; right: 12px; z-index: 1000;
font: 14px sans-serif">Read as a page</a>
<script>{
const here = new URLSearchParams(location.search).get("path") || "";
const lesson = here.match(/^notebooks\\/(\\w+)\\.ipynb$/);
if (lesson) document.getElementById("pages").href = `../../${lesson[1]}.html`;
}</script>
"""


class WrongHash(command.Stopped):
    """A file that was fetched is not the one that was pinned."""


def digest(content):
    return hashlib.sha256(content).hexdigest()


def run(*command):
    subprocess.run([str(part) for part in command], check=True, cwd=WORK)


def fetch(folder, pins, *pip):
    """Fill a new folder with what a list of pins names, once; pip checks each hash."""
    wanted, done = (PINS / pins).read_text("utf-8"), folder / "fetched.txt"
    if done.is_file() and done.read_text("utf-8") == wanted:
        return
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder) if "--python" in pip else folder.mkdir(parents=True)
    run(sys.executable, "-m", "pip", *pip, "--no-deps", "--require-hashes", "-r", PINS / pins)
    done.write_text(wanted, "utf-8")


def python_of(folder):
    """Make an environment with what builds JupyterLite."""
    place = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    fetch(folder, "lite-build.txt", "--python", place, "install", "--quiet")
    return place


def fetch_wheels(folder):
    """Fetch what the browser's kernel imports."""
    platforms = ("--platform", "pyemscripten_2024_0_wasm32", "--platform", "any")
    kind = ("--only-binary=:all:", "--python-version", "3.12", *platforms)
    fetch(folder, "lite-browser.txt", "download", "--quiet", *kind, "--dest", folder)
    return sorted(folder.glob("*.whl"))


def pinned_files(read):
    """Give the files of Pyodide by name, as `read` finds them, if each is the pinned one."""
    files = {}
    for line in (PINS / "lite-pyodide.txt").read_text("utf-8").splitlines():
        wanted, name = line.split()
        files[name] = read(name)
        if digest(files[name]) != wanted:
            raise WrongHash(f"{name} is not the file that lite-pyodide.txt names; nothing is built")
    return files


def pyodide_files(wheels):
    """Take Pyodide and numpy out of the wheel that carries them, or a release of Pyodide."""
    if folder := os.environ.get(PYODIDE_VARIABLE):
        return pinned_files(lambda name: (Path(folder) / name).read_bytes())
    carrier = next(path for path in wheels if path.name.startswith("open_webui-"))
    with zipfile.ZipFile(carrier) as archive:
        return pinned_files(lambda name: archive.read(f"open_webui/frontend/pyodide/{name}"))


def wheel(name, files):
    """Pack files, by the name that each gets, into a wheel."""
    content, about = io.BytesIO(), f"{name}-0.dist-info"
    described = {
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 0\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nTag: py3-none-any\n",
        f"{about}/RECORD": "",
    }
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for inner, text in {**files, **described}.items():
            # Of no day, so that the same files give the same wheel.
            archive.writestr(zipfile.ZipInfo(inner), text, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def own_files():
    """Give the files of this package by name."""
    package = ROOT / "crossroads"
    paths = (path for path in sorted(package.rglob("*")) if path.is_file())
    kept = (one for one in paths if not {"__pycache__", PINS.name}.intersection(one.parts))
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in kept}


def write_pyodide(folder, files, wheels):
    """Write Pyodide, all wheels, and the list of them by which it loads each; give their names."""
    files = files | {path.name: path.read_bytes() for path in wheels}
    own = {"crossroads": own_files()} | dict.fromkeys(LEFT_OUT, {})
    files |= {f"{name}-0-py3-none-any.whl": wheel(name, inner) for name, inner in own.items()}
    packages = {}
    for file, content in sorted(files.items()):
        if file.endswith(".whl"):
            name, version = file.split("-")[:2]
            packages[re.sub("[-_.]+", "-", name).lower()] = {
                "name": name,
                "version": version,
                "file_name": file,
                "install_dir": "site",
                "sha256": digest(content),
                "package_type": "package",
                "imports": [],
                "depends": [],
                "unvendored_tests": False,
            }
    info = {
        "abi_version": "2024_0",
        "arch": "wasm32",
        "platform": "emscripten_3_1_58",
        "python": "3.12.7",
        "version": "0.27.7",
    }
    folder.mkdir(parents=True)
    files["pyodide-lock.json"] = json.dumps({"info": info, "packages": packages}).encode()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return sorted(package["name"] for package in packages.values())


def write_contents(folder, root=ROOT):
    """Write lessons, exercises and tables, and the lists by which JupyterLite finds them."""
    files = folder / "files"
    for path in {path for one in SHOWN for path in root.glob(one) if path.is_file()}:
        copy = files / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    contents = FileContentsManager(root_dir=str(files))
    for place in (files, *filter(Path.is_dir, files.rglob("*"))):
        inner = place.relative_to(files).as_posix()
        listed = contents.get("" if inner == "." else inner)
        written = folder / "api" / "contents" / inner / "all.json"
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(json.dumps(listed, default=datetime.isoformat), "utf-8")


def build(folder):
    """Write JupyterLite with all that the lessons need."""
    wheels = fetch_wheels(WORK / "wheels")
    files = pyodide_files(wheels)
    python = python_of(WORK / "venv")
    shutil.rmtree(folder, ignore_errors=True)
    empty = WORK / "empty"
    empty.mkdir(parents=True, exist_ok=True)
    options = ("--apps", "lab", "--no-sourcemaps", "--no-unused-shared-packages", "--force")
    places = ("--lite-dir", empty, "--output-dir", folder.resolve())
    run(python, "-m", "jupyterlite_core", "build", *places, *options)
    extension = folder / "extensions" / "@jupyterlite" / "pyodide-kernel-extension"
    stubs = (extension / "static" / "pypi").glob("*.whl")
    stubs = [path for path in stubs if path.name.startswith(OF_THE_KERNEL)]
    taken = [path for path in wheels if not path.name.startswith("open_webui-")]
    names = write_pyodide(folder / "static" / "pyodide", files, [*taken, *stubs])
    write_contents(folder)

    settings_file = folder / "jupyter-lite.json"
    settings = json.loads(settings_file.read_text("utf-8"))
    data = settings["jupyter-config-data"]
    data.setdefault("litePluginSettings", {})[KERNEL] = {
        "pyodideUrl": "./static/pyodide/pyodide.js",
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"packages": names},
    }
    settings_file.write_text(json.dumps(settings, indent=1), "utf-8")
    page = folder / "lab" / "index.html"
    text = page.read_text("utf-8")
    page.write_text(text.replace("</body>", f"{BACK}</body>"), "utf-8")


def main(folder="online"):
    folder = Path(folder)
    build(folder / LIVE)
    site.main(folder, OWN_PACK)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{size / 1e6:.0f} MB in {folder}; it must be served, by any static host.")


if __name__ == "__main__":
    command.run(main)
