"""What holds for every test: no screen, no network, no traces in the user's own folders, nothing left running."""

import os
import shutil
import socket
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from tests.measuring import Measuring, is_measured

# Before anything imports Qt. Assigned, not defaulted: a desktop session has its own value.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

#: Seconds that a thread started by a test may take to end after it; then it counts as left running.
PATIENCE: Final = 10

_PRIVATE: Final = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")

# No test is judged by the clock: this suite shares slow machines. Continuous integration draws the same examples each
# time, so that one commit has one verdict; elsewhere every run draws new ones. `--hypothesis-profile=thorough` digs.
_BASE: Final = settings(deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("default", _BASE)
settings.register_profile("ci", _BASE, derandomize=True, database=None, max_examples=40)
settings.register_profile("thorough", _BASE, max_examples=2_000)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_configure(config: pytest.Config) -> None:
    """Measure coverage only while a test runs whose coverage counts."""
    coverage = config.pluginmanager.getplugin("_cov")
    if coverage is not None and coverage.cov_controller is not None:  # neither with --no-cov
        config.pluginmanager.register(Measuring(coverage))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest: one that begins last keeps a single core busy while the others wait.

    Then those that measure: what is worked out once and kept would else be worked out unseen.
    """
    items.sort(key=lambda item: (item.get_closest_marker("long") is None, not is_measured(item)))


@pytest.fixture(autouse=True, scope="session")
def _private_folders() -> Iterator[None]:
    """Point everything that looks for the user's folders to empty ones, thrown away at the end."""
    folder = Path(tempfile.mkdtemp(prefix="forum-desk-tests-"))
    with pytest.MonkeyPatch.context() as patch:
        for name in _PRIVATE:
            place = folder / name.lower()
            place.mkdir()
            patch.setenv(name, str(place))
        yield
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Fail every attempt to reach another machine; sockets between processes of this one stay possible."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _fail(address)
        connect(self, address)  # type: ignore[arg-type]  # whatever address this kind of socket takes

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield


def _fail(address: object) -> NoReturn:
    raise AssertionError(f"a test tried to reach {address}: the program and its tests need no network")


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    """Fail a test that leaves a thread of Python's behind; its work would reach into the tests that follow."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        if not thread.daemon or thread.name.startswith("forum-desk"):
            thread.join(PATIENCE)
            assert not thread.is_alive(), f"the test left the thread {thread.name!r} running"
