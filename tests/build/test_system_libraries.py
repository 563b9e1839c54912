import importlib.util
import sys
from pathlib import Path

import pytest

from build import system_libraries, system_packages
from tests.build.elf import needed_libraries

#: Part of every Linux that runs Python.
ALWAYS_THERE = ("ld-linux", "libc.so", "libdl.so", "libgcc_s.so", "libm.so", "libpthread.so", "librt.so")

HEADLESS: dict[str, str] = {}
ON_X11 = {"DISPLAY": ":0"}
ON_WAYLAND = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}


def test_without_a_display_only_drawing_is_needed() -> None:
    assert system_libraries.needed(HEADLESS) == list(system_libraries.DRAWING)
    assert system_libraries.needed({**ON_X11, "QT_QPA_PLATFORM": "offscreen"}) == list(system_libraries.DRAWING)


def test_a_display_asks_for_its_own_libraries() -> None:
    both = [*system_libraries.DRAWING, *system_libraries.X11]
    assert system_libraries.needed(ON_X11) == both
    assert system_libraries.needed({**ON_WAYLAND, "QT_QPA_PLATFORM": "xcb:options"}) == both
    assert system_libraries.needed(ON_WAYLAND) == [*both, *system_libraries.WAYLAND]


def test_the_loader_is_asked() -> None:
    assert not system_libraries.is_there("libforumdesk-none.so.9")
    if sys.platform.startswith("linux"):
        assert system_libraries.is_there("libc.so.6")


def test_missing_keeps_the_order() -> None:
    assert system_libraries.missing(["a", "b", "c"], look=lambda name: name == "b") == ["a", "c"]


ABSENT = ["libglib-2.0.so.0", "libgthread-2.0.so.0", "libEGL.so.1", "libxcb-icccm.so.4"]


@pytest.mark.parametrize(
    ("manager", "packages"),
    [
        ("apt", ["libglib2.0-0", "libegl1", "libxcb-icccm4"]),
        ("pacman", ["glib2", "libglvnd", "xcb-util-wm"]),
        (
            "dnf",
            [
                "libglib-2.0.so.0()(64bit)",
                "libgthread-2.0.so.0()(64bit)",
                "libEGL.so.1()(64bit)",
                "libxcb-icccm.so.4()(64bit)",
            ],
        ),
        (
            "zypper",
            [
                "libglib-2.0.so.0()(64bit)",
                "libgthread-2.0.so.0()(64bit)",
                "libEGL.so.1()(64bit)",
                "libxcb-icccm.so.4()(64bit)",
            ],
        ),
    ],
)
def test_packages_in_each_managers_names_each_once(manager: str, packages: list[str]) -> None:
    assert system_libraries.packages_for(manager, ABSENT) == packages


class Machine:
    """A machine on which some libraries are missing and an installation does what the test says."""

    def __init__(self, patch: pytest.MonkeyPatch, absent: list[str]) -> None:
        self.absent = absent
        self.installed: list[list[str]] = []
        self.works = True
        self.prefix: tuple[str, ...] | None = ()
        patch.setattr(sys, "platform", "linux")
        patch.setattr(system_libraries, "missing", lambda names: [name for name in names if name in self.absent])
        patch.setattr(system_packages, "find_manager", lambda: "apt")
        patch.setattr(system_packages, "privilege", lambda: self.prefix)
        patch.setattr(system_packages, "install", self.install)
        patch.setattr(system_packages, "advice", lambda _, packages: f"sudo apt-get install -y {' '.join(packages)}")

    def install(self, name: str, packages: list[str], prefix: tuple[str, ...]) -> bool:
        assert (name, prefix) == ("apt", self.prefix)
        self.installed.append(packages)
        if self.works:
            self.absent.clear()
        return self.works


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(monkeypatch, ["libEGL.so.1", "libGL.so.1"])


def test_says_nothing_where_all_is_there(machine: Machine, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    machine.absent.clear()
    assert system_libraries.ensure(HEADLESS, tmp_path / "tried", again=False)
    assert capfd.readouterr() == ("", "")


def test_installs_what_is_missing_where_it_may(
    machine: Machine, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert system_libraries.ensure(HEADLESS, tmp_path / "tried", again=False)
    assert machine.installed == [["libegl1", "libgl1"]]
    out, err = capfd.readouterr()
    assert out == ""
    assert err == "forum-desk: Qt needs 2 system libraries not found here: libEGL.so.1 libGL.so.1\n"


def test_names_the_command_and_goes_on_where_it_may_not(
    machine: Machine, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    machine.prefix = None
    assert not system_libraries.ensure(HEADLESS, tmp_path / "tried", again=True)
    assert machine.installed == []
    assert capfd.readouterr().err.splitlines()[1:] == [
        "forum-desk: going on without; this installs what is missing: sudo apt-get install -y libegl1 libgl1"
    ]


def test_a_failed_installation_is_not_repeated_at_each_start(machine: Machine, tmp_path: Path) -> None:
    machine.works = False
    tried = tmp_path / "tried"
    assert not system_libraries.ensure(HEADLESS, tried, again=False)
    assert not system_libraries.ensure(HEADLESS, tried, again=False)
    assert len(machine.installed) == 1
    assert not system_libraries.ensure(HEADLESS, tried, again=True)
    assert len(machine.installed) == 2
    machine.works = True
    assert system_libraries.ensure(HEADLESS, tried, again=True)
    assert not tried.exists()


def test_another_gap_than_last_time_is_tried(machine: Machine, tmp_path: Path) -> None:
    machine.works = False
    assert not system_libraries.ensure(HEADLESS, tmp_path / "tried", again=False)
    machine.absent.remove("libGL.so.1")
    assert not system_libraries.ensure(HEADLESS, tmp_path / "tried", again=False)
    assert machine.installed == [["libegl1", "libgl1"], ["libegl1"]]


def test_an_unknown_package_manager_gets_the_names(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_packages, "find_manager", lambda: None)
    assert not system_libraries.ensure(HEADLESS, tmp_path / "tried", again=False)
    assert "libEGL.so.1 libGL.so.1" in capfd.readouterr().err
    assert machine.installed == []


def test_other_systems_bring_what_qt_needs(machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system_libraries.ensure(ON_X11, tmp_path / "tried", again=False)
    assert machine.installed == []


def qt_needs(*patterns: str) -> set[str]:
    """Return what Qt's files matching these patterns link and Qt does not bring along; empty where Qt is no ELF."""
    package = _package("PySide6")
    files = [file for pattern in patterns for file in package.glob(pattern)]
    own = {file.name for folder in (package, _package("shiboken6")) for file in folder.rglob("lib*.so*")}
    linked = set[str]().union(*map(needed_libraries, files)) if sys.platform.startswith("linux") else set[str]()
    return {name for name in linked - own if not name.startswith(ALWAYS_THERE)}


def _package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def test_the_drawing_table_is_what_qt_links() -> None:
    modules = [f"Qt{name}.abi3.so" for name in ("Core", "Gui", "Widgets", "PrintSupport", "Svg", "Test")]
    libraries = [f"Qt/lib/libQt6{name}.so.6" for name in ("Core", "Gui", "Widgets", "DBus", "PrintSupport", "Svg")]
    plugins = ["Qt/plugins/platforms/libqoffscreen.so", "Qt/plugins/platforms/libqminimal.so"]
    found = qt_needs(*modules, *libraries, *plugins)
    assert found == set(system_libraries.DRAWING) or not sys.platform.startswith("linux")


def test_the_display_tables_are_what_qts_plugins_link_besides() -> None:
    if sys.platform.startswith("linux"):
        drawing = set(system_libraries.DRAWING)
        x11 = qt_needs("Qt/plugins/platforms/libqxcb.so", "Qt/lib/libQt6XcbQpa.so.6", "Qt/plugins/xcbgl*/*.so")
        assert x11 - drawing == set(system_libraries.X11)
        wayland = qt_needs("Qt/plugins/platforms/libqwayland.so", "Qt/lib/libQt6WaylandClient.so.6")
        wayland |= qt_needs("Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so")
        assert wayland - drawing == set(system_libraries.WAYLAND)
