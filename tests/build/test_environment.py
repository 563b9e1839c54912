import importlib.util
import platform
import sys
from pathlib import Path

import pytest

from build import environment, system_packages
from build.progress import SetupError


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the environment: an interpreter, and no stamp yet."""
    folder = tmp_path / ".venv"
    python = environment.python(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    monkeypatch.setattr(environment, "VENV", folder)
    return folder


def stamped(venv: Path, kind: str) -> None:
    (venv / "stamp").write_text(environment.stamp_of(kind), encoding="utf-8")


def test_without_a_stamp_it_is_not_whole(venv: Path) -> None:
    assert not environment.is_whole(environment.RUN)


def test_the_development_environment_serves_both(venv: Path) -> None:
    stamped(venv, environment.DEVELOPMENT)
    assert environment.is_whole(environment.RUN)
    assert environment.is_whole(environment.DEVELOPMENT)


def test_the_run_time_environment_serves_only_to_run(venv: Path) -> None:
    stamped(venv, environment.RUN)
    assert environment.is_whole(environment.RUN)
    assert not environment.is_whole(environment.DEVELOPMENT)


def test_a_vanished_interpreter_shows(venv: Path) -> None:
    stamped(venv, environment.RUN)
    environment.python(venv).unlink()
    assert not environment.is_whole(environment.RUN)


def test_a_stamp_of_broken_bytes_is_none(venv: Path) -> None:
    (venv / "stamp").write_bytes(b"run \xff\xfe")
    assert not environment.is_whole(environment.RUN)


def test_another_python_or_place_makes_another_stamp(monkeypatch: pytest.MonkeyPatch) -> None:
    stamps = {environment.stamp_of(environment.RUN), environment.stamp_of(environment.DEVELOPMENT)}
    monkeypatch.setattr(platform, "python_version", lambda: "3.99.0")
    stamps.add(environment.stamp_of(environment.RUN))
    monkeypatch.setattr(environment, "ROOT", Path("/elsewhere"))
    stamps.add(environment.stamp_of(environment.RUN))
    assert len(stamps) == 4


def test_a_whole_environment_is_left_alone(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamped(venv, environment.RUN)

    def make(*_: object) -> None:
        raise AssertionError("it was made again")

    monkeypatch.setattr(environment, "_make", make)
    assert environment.ensure(environment.RUN) == environment.python(venv)


def test_a_folder_that_cannot_be_written_is_told(venv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(venv))

    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "_make", make)
    with pytest.raises(SetupError, match=r"cannot be made: .*Permission denied"):
        environment.ensure(environment.RUN)


def test_a_link_is_unlinked_and_what_it_points_to_stays(tmp_path: Path) -> None:
    treasure = tmp_path / "treasure"
    treasure.mkdir()
    link = tmp_path / ".venv"
    link.symlink_to(treasure, target_is_directory=True)
    environment._remove(link)
    assert treasure.is_dir()
    assert not link.is_symlink()


def lacking(patch: pytest.MonkeyPatch, manager: str | None, prefix: tuple[str, ...] | None) -> list[list[str]]:
    """Pretend that this Python lacks ensurepip, on a system with this manager and this right."""
    installed: list[list[str]] = []

    def install(_: str, packages: list[str], prefix: tuple[str, ...]) -> bool:
        assert prefix == ()
        installed.append(packages)
        return True

    there = ["venv"]
    patch.setattr(importlib.util, "find_spec", lambda name: name in there or (installed and prefix == ()) or None)
    patch.setattr(system_packages, "find_manager", lambda: manager)
    patch.setattr(system_packages, "privilege", lambda: prefix)
    patch.setattr(system_packages, "install", install)
    return installed


PACKAGE = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def test_debians_missing_package_is_installed_where_it_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = lacking(monkeypatch, "apt", ())
    environment._need_venv_modules()
    assert installed == [[PACKAGE]]


def test_debians_missing_package_is_named_where_it_may_not(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking(monkeypatch, "apt", None)
    with pytest.raises(SetupError, match=rf"cannot make virtual environments; first: .*apt-get install .* {PACKAGE}$"):
        environment._need_venv_modules()


@pytest.mark.parametrize("manager", ["dnf", None])
def test_elsewhere_a_python_without_the_modules_is_incomplete(
    monkeypatch: pytest.MonkeyPatch, manager: str | None
) -> None:
    lacking(monkeypatch, manager, ())
    with pytest.raises(SetupError, match="install a complete Python"):
        environment._need_venv_modules()


@pytest.mark.parametrize(
    ("output", "remedy"),
    [
        (
            ["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE"],
            "not the one that the lock names",
        ),
        (["OSError: [Errno 28] No space left on device"], "the disk is full"),
        (["ERROR: No matching distribution found for numpy==2.4.6"], "no ready-made package"),
        (
            ["Temporary failure in name resolution", "ERROR: No matching distribution found for numpy==2.4.6"],
            "is there a network",
        ),
        ([], "is there a network"),
    ],
)
def test_a_failure_of_pip_comes_with_its_remedy(output: list[str], remedy: str) -> None:
    assert remedy in environment._remedy(output)


def test_foreign_packages_are_kept_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.example")
    environ = environment.clean_environ()
    assert not {"PYTHONPATH", "PIP_USER"} & set(environ)
    assert environ["PIP_INDEX_URL"] == "https://mirror.example"
