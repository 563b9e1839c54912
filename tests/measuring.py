"""Coverage is measured only where it counts: while a test of arithmetic, record or law runs, and what it asks for.

Measuring makes every line of Python several times slower, pytest's own among them, and so a test of one line by
milliseconds: collecting, and the tests of the window, of documents and of commands, are therefore not watched.
"""

import importlib
import pkgutil
import sys
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Final, Protocol

import pytest

#: Folders whose tests measure; they must cover all of the arithmetic and the record by themselves.
WATCHED: Final = ("calc", "models", "law", "solver")
COVERED: Final = ("desktop_app.calc", "desktop_app.models")


class Controller(Protocol):
    """What is used of pytest-cov's controller."""

    def pause(self) -> None:
        """Stop measuring."""

    def resume(self) -> None:
        """Measure on."""


class Coverage(Protocol):
    """What is used of pytest-cov's plug-in; its controller is there once the session has begun."""

    cov_controller: Controller


def is_measured(item: pytest.Item) -> bool:
    """Return whether the coverage of this test counts."""
    here = Path(__file__).parent
    return item.path.is_relative_to(here) and item.path.relative_to(here).parts[0] in WATCHED


class Measuring:
    """A plug-in that lets pytest-cov measure what is loaded, the tests that count and their fixtures, nothing else."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self._counts = False
        # In a worker of pytest-xdist this one is soon replaced by another, which would start it anew at each pause.
        coverage.cov_controller.pause()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> Generator[None, object, object]:
        """Load everything that is covered while it is watched: its definitions run but once."""
        self._coverage.cov_controller.pause()
        if not session.config.pluginmanager.hasplugin("dsession"):
            self._coverage.cov_controller.resume()
            _load(COVERED)
            self._coverage.cov_controller.pause()
        collected = yield
        _forget(COVERED)
        return collected

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Note whether the test's coverage counts."""
        self._counts = is_measured(item)
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self) -> Generator[None, object, object]:
        """Watch what a fixture does for a test that counts."""
        return (yield from self._watched())

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self) -> Generator[None, object, object]:
        """Watch a test that counts."""
        return (yield from self._watched())

    def _watched(self) -> Generator[None, object, object]:
        if not self._counts:
            return (yield)
        self._coverage.cov_controller.resume()
        try:
            return (yield)
        finally:
            self._coverage.cov_controller.pause()


def _forget(packages: Iterable[str]) -> None:
    """Forget what was worked out once and kept while the tests were collected: it would stay unseen."""
    for name, module in list(sys.modules.items()):
        if name.startswith(tuple(f"{package}." for package in packages)):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def _load(packages: Iterable[str]) -> None:
    for name in packages:
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            importlib.import_module(module.name)
