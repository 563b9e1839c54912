"""The import direction and the purity of calc, proved over every syntax tree, imports inside functions included."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = "desktop_app"

#: Folder → which parts of the program it may import.
INSIDE: Final = {
    "calc": {"calc"},
    "models": {"models", "calc", "paths"},
    # places: the words that a lawyer-linguist signed off lie among the person's own files.
    "documents": {"documents", "calc", "paths", "places"},
    "solver": {"solver", "calc"},
    "views": {"views", "documents", "models", "solver", "calc", "paths", "places"},
}

#: Folder → which installed packages it may import; "" stands for the modules beside the folders.
OUTSIDE: Final = {
    "calc": set[str](),
    # docx and pypdfium2 read back what documents wrote.
    "models": {"sqlalchemy", "pandas", "numpy", "openpyxl", "platformdirs", "docx", "pypdfium2"},
    "documents": {"docx", "reportlab", "typst"},
    "solver": {"highspy", "numpy"},
    "views": {"PySide6", "shiboken6", "pypdfium2", "platformdirs"},
    "": {"PySide6", "platformdirs"},
}

#: Modules beside the folders: which parts they may import. Others, such as paths and places, stand alone.
ENTRIES: Final = {"documents", "models", "solver", "calc", "paths", "places", "views"}

#: The modules outside views that may use Qt, and of it nothing but QtCore: for a lock file that names its holder, and
#: for what each system says of its disks.
QT_CORE_ONLY: Final = {"desktop_app/models/writer_lock.py", "desktop_app/models/ground/probes.py"}

#: Standard modules kept to one folder, or to none: what unpickles runs code that came with a file.
RESERVED: Final = {"sqlite3": "models", "pickle": None, "shelve": None, "marshal": None, "dbm": None}

#: Standard modules that would let the world into calc: clock, chance, files, processes, other places' habits.
IMPURE: Final = {
    *("asyncio", "getpass", "glob", "io", "locale", "logging", "multiprocessing", "os", "pathlib", "platform"),
    *("random", "secrets", "shutil", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time"),
    *("urllib", "uuid", "http", "ssl", "ctypes", "signal", "fcntl", "importlib"),
}
IMPURE_CALLS: Final = {"float", "open", "print", "input", "eval", "exec", "compile", "globals", "__import__"}
CLOCK_METHODS: Final = {"now", "today", "utcnow"}


def sources() -> list[Path]:
    return sorted((ROOT / PACKAGE).rglob("*.py"))


def imports(tree: ast.AST, module: str) -> Iterator[tuple[str, int, bool]]:
    """Yield each imported name in full, its line, and whether it is imported when the module is."""
    waiting = [(tree, True)]
    while waiting:
        node, at_once = waiting.pop()
        for name in _names(node, module):
            yield name, getattr(node, "lineno", 0), at_once
        inside = at_once and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        waiting.extend((child, inside) for child in ast.iter_child_nodes(node))


def _names(node: ast.AST, module: str) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=source, names=names, level=level):
            package = module.split(".")[:-level] if level else []
            start = ".".join([*package, *([source] if source else [])])
            return [f"{start}.{alias.name}" for alias in names]
        case ast.Call(func=ast.Name(id="__import__" | "import_module"), args=[ast.Constant(value=str(name)), *_]):
            return [name]
        case ast.Call(func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(name)), *_]):
            return [name]
        case _:
            return []


def violations(path: str, source: str) -> list[str]:
    """Return what a module at this path (from the project's root) may not do, one line each."""
    tree = ast.parse(source, path)
    module = path.removesuffix(".py").replace("/", ".")
    parts = path.split("/")
    folder = parts[1] if len(parts) > 2 and parts[1] in INSIDE else ""
    found = [
        f"{path}:{line}: {problem}"
        for name, line, at_once in imports(tree, module)
        if (problem := _import_problem(path, folder, name, at_once=at_once))
    ]
    if folder == "calc":
        found += [f"{path}:{line}: {problem}" for line, problem in _impurities(tree)]
    return found


def _is_entry(path: str) -> bool:
    """Return whether the module is one that starts the program: `__main__` or of the command line."""
    name = path.split("/")[1].removesuffix(".py")
    return name == "__main__" or name.startswith("cli")


def _import_problem(path: str, folder: str, name: str, *, at_once: bool) -> str | None:
    top, *rest = name.split(".")
    if top == PACKAGE:
        return _inside_problem(path, folder, rest[0] if rest else "", at_once=at_once)
    if top in sys.stdlib_module_names:
        elsewhere = top in RESERVED and RESERVED[top] != folder
        return f"imports {name}" if elsewhere or (folder == "calc" and top in IMPURE) else None
    if path in QT_CORE_ONLY and top == "PySide6":
        return None if rest[:1] == ["QtCore"] else f"imports {name}"
    if top not in OUTSIDE[folder]:
        return f"imports {name}"
    return f"imports {name} outside a function" if not folder and top == "PySide6" and at_once else None


def _inside_problem(path: str, folder: str, part: str, *, at_once: bool) -> str | None:
    is_module = part in INSIDE or part == "__main__" or part.startswith("cli") or _exists(part)
    if not is_module:  # a name of the root, such as its version
        return "imports the program's root" if folder == "calc" else None
    allowed = INSIDE.get(folder, ENTRIES if _is_entry(path) else set())
    if part not in allowed and not (_is_entry(path) and part.startswith("cli")):
        return f"imports {PACKAGE}.{part}"
    return f"imports {PACKAGE}.{part} outside a function" if not folder and part == "views" and at_once else None


@cache
def _exists(part: str) -> bool:
    return bool(part) and ((ROOT / PACKAGE / f"{part}.py").is_file() or (ROOT / PACKAGE / part).is_dir())


def _impurities(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in IMPURE_CALLS:
                yield node.lineno, f"calls {name}()"
            case ast.Call(func=ast.Attribute(attr=attr, value=ast.Name(id="date" | "datetime"))) if (
                attr in CLOCK_METHODS
            ):
                yield node.lineno, f"reads the clock: {attr}()"
            case ast.Call(func=ast.Attribute(attr=attr, value=ast.Attribute(attr="date" | "datetime"))) if (
                attr in CLOCK_METHODS
            ):
                yield node.lineno, f"reads the clock: {attr}()"
            case ast.Constant(value=float() | complex()):
                yield node.lineno, f"holds the inexact number {node.value!r}"
            case _:
                pass


def test_every_module_keeps_to_its_folders_rules() -> None:
    found = [
        line
        for path in sources()
        for line in violations(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_only_the_known_folders_hold_modules() -> None:
    folders = {path.parent.relative_to(ROOT / PACKAGE).parts[0] for path in sources() if path.parent.name != PACKAGE}
    assert {folder for folder in folders if not folder.startswith("cli")} <= set(INSIDE)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("calc/a.py", "import desktop_app.models.store"),
        ("calc/a.py", "from desktop_app.paths import resource"),
        ("calc/a.py", "from ..models import store"),
        ("calc/rulebooks/a.py", "def f():\n    from ...models import store"),
        ("calc/a.py", "from desktop_app import __version__"),
        ("calc/a.py", "import numpy"),
        ("calc/a.py", "import time"),
        ("calc/a.py", "from os.path import join"),
        ("calc/a.py", "def f(p):\n    from pathlib import Path"),
        ("calc/a.py", "import datetime\nx = datetime.datetime.now()"),
        ("calc/a.py", "from datetime import date\nx = date.today()"),
        ("calc/a.py", "x = float('1')"),
        ("calc/a.py", "x = 0.5"),
        ("calc/a.py", "open('x')"),
        ("models/a.py", "def f():\n    import desktop_app.views.window"),
        ("models/a.py", "from desktop_app.documents import annex"),
        ("models/a.py", "import PySide6.QtCore"),
        ("models/a.py", "import reportlab.lib"),
        ("models/a.py", "import pickle"),
        ("models/writer_lock.py", "from PySide6.QtWidgets import QWidget"),
        ("models/writer_lock.py", "from PySide6 import QtGui"),
        ("documents/a.py", "from desktop_app import models"),
        ("documents/a.py", "from ..views import theme"),
        ("documents/a.py", "import pypdfium2"),
        ("solver/a.py", "from desktop_app.models import store"),
        ("calc/a.py", "def f():\n    import highspy"),
        ("calc/a.py", "from desktop_app.solver import highs"),
        ("documents/a.py", "from importlib import import_module\nimport_module('sqlite3')"),
        ("views/a.py", "import sqlalchemy.orm"),
        ("views/a.py", "import importlib\nimportlib.import_module('pandas')"),
        ("views/a.py", "def f():\n    import reportlab"),
        ("views/a.py", "import sqlite3"),
        ("views/a.py", "import desktop_app.__main__"),
        ("__main__.py", "from PySide6.QtWidgets import QApplication"),
        ("__main__.py", "from desktop_app.views.window import Window"),
        ("cli.py", "import sqlalchemy"),
        ("paths.py", "from desktop_app.models import store"),
        ("places.py", "from desktop_app.views.settings import Settings"),
        ("models/a.py", "from desktop_app.places import places_of_user"),
    ],
)
def test_a_breach_is_seen(path: str, source: str) -> None:
    assert len(violations(f"desktop_app/{path}", source)) == 1


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("calc/a.py", "from fractions import Fraction\nfrom .forum import Forum\nfrom desktop_app.calc import key"),
        ("calc/rulebooks/a.py", "from ..forum import Forum\nfrom datetime import date\nx = date(2026, 7, 1)"),
        ("models/a.py", "import sqlite3\nfrom sqlalchemy import text\nfrom desktop_app.calc.forum import Forum"),
        (
            "models/a.py",
            "import desktop_app\nfrom desktop_app import __version__\nfrom desktop_app.paths import resource",
        ),
        ("models/writer_lock.py", "from PySide6.QtCore import QLockFile"),
        ("documents/a.py", "def f():\n    from reportlab.lib import colors\nfrom desktop_app.calc import forum"),
        ("views/a.py", "from PySide6.QtWidgets import QWidget\nfrom desktop_app.documents import annex"),
        ("__main__.py", "def main():\n    from desktop_app.views.window import Window\nimport desktop_app.models"),
        ("cli_check.py", "from desktop_app.models import store\ndef f():\n    from PySide6.QtCore import QLockFile"),
    ],
)
def test_what_is_allowed_passes(path: str, source: str) -> None:
    assert violations(f"desktop_app/{path}", source) == []
