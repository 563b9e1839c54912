import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from build import environment, lock
from build.progress import SetupError

KINDS = (environment.RUN, environment.DEVELOPMENT)
PROJECT = tomllib.loads((environment.ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(kind: str) -> list[Requirement]:
    text = environment.lock_file(kind).read_text(encoding="utf-8")
    return [Requirement(pin) for pin in lock.requirements(text)]


@pytest.mark.parametrize("kind", KINDS)
def test_names_no_place_and_has_hashes_for_every_package(kind: str) -> None:
    lock.check(environment.lock_file(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_pins_every_package_to_one_version(kind: str) -> None:
    for pin in pins(kind):
        (specifier,) = pin.specifier
        assert specifier.operator == "=="
        assert not specifier.version.endswith("*")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("package", ["shiboken6", "pyside6-essentials", "pypdfium2", "pandas", "sqlalchemy", "pillow"])
def test_has_files_for_windows_macos_and_linux(kind: str, package: str) -> None:
    text = environment.lock_file(kind).read_text(encoding="utf-8")
    (line,) = (line for pin, line in lock.requirements(text).items() if pin.startswith(f"{package}=="))
    assert line.count("--hash=sha256:") >= 4


def test_both_locks_pin_the_same_run_time_packages() -> None:
    assert set(map(str, pins(environment.RUN))) <= set(map(str, pins(environment.DEVELOPMENT)))


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (environment.RUN, PROJECT["project"]["dependencies"]),
        (environment.DEVELOPMENT, PROJECT["dependency-groups"]["dev"]),
    ],
)
def test_the_locks_answer_the_project_file(kind: str, wanted: list[str]) -> None:
    pinned = {canonicalize_name(pin.name): pin for pin in pins(kind)}
    for requirement in map(Requirement, wanted):
        (specifier,) = pinned[canonicalize_name(requirement.name)].specifier
        assert specifier.version in requirement.specifier, f"{requirement} is pinned to {specifier}"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("python", ["3.11.2", "3.12.1", "3.13.0", "3.14.0"])
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_each_python_on_each_system_gets_each_package_once(kind: str, python: str, system: str) -> None:
    place = {"python_full_version": python, "sys_platform": system, "platform_python_implementation": "CPython"}
    names = [pin.name for pin in pins(kind) if _applies(pin.marker, place)]
    assert len(names) == len(set(names))
    assert "numpy" in names


def _applies(marker: Marker | None, place: dict[str, str]) -> bool:
    return marker is None or marker.evaluate(place)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("--index-url https://example.org/simple\na==1 --hash=sha256:00\n", "names a place"),
        ("-i https://example.org/simple\n", "names a place"),
        ("    --find-links wheels\n", "names a place"),
        ("a @ file:///tmp/a.whl --hash=sha256:00\n", "names a place"),
        ("-e .\n", "names a place"),
        ("a==1 --hash=sha256:00\nb==2\n", "has no hash for b==2"),
        ("a==1 \\\n    --hash=md5:00\n    # via b\n", "has no hash for a==1"),
    ],
)
def test_a_lock_that_is_not_closed_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "run.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SetupError, match=complaint):
        lock.check(path)


def test_requirements_are_read_across_lines_and_without_comments() -> None:
    first = "a==1 ; python_version < '3.12' \\\n    --hash=sha256:00 \\\n    --hash=sha256:11\n    # via b\n"
    text = f"{first}\nb==2 --hash=sha256:22\n"
    assert lock.requirements(text) == {
        "a==1 ; python_version < '3.12'": "a==1 ; python_version < '3.12'  --hash=sha256:00  --hash=sha256:11",
        "b==2": "b==2 --hash=sha256:22",
    }


def test_every_run_time_package_is_listed_with_its_licence() -> None:
    listed = (environment.LOCKS / "README.md").read_text(encoding="utf-8")
    for pin in pins(environment.RUN):
        assert f"| {pin.name} |" in listed
