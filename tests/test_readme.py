"""The map of the repository in the README: it names what is there, and all of it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAP = README.split("## Where things live", 1)[1].split("```", 2)[1]


def named() -> set[str]:
    """Return every folder that the map names, from the root."""
    found: set[str] = set()
    above = ""
    for line in MAP.strip().splitlines():
        if not line.startswith(" "):
            above = line.split()[0].removesuffix("/")
            found.add(above)
        words = re.findall(r"(?<![\w/.])((?:\w+/)+)(?!\w)", line)
        found |= {
            word.removesuffix("/") if word.startswith(above) else f"{above}/{word}".removesuffix("/") for word in words
        }
    return found


def test_every_folder_that_the_map_names_is_there() -> None:
    assert {each for each in named() if not (ROOT / each).is_dir()} == set()


def test_every_part_of_the_application_is_on_the_map() -> None:
    parts = {
        path.parent.relative_to(ROOT).as_posix()
        for path in (ROOT / "desktop_app").rglob("__init__.py")
        if path.parent.name not in {"desktop_app", "rulebooks"} and path.parent.parent.name != "editors"
    }
    assert parts - named() == set()


def test_no_line_is_too_long() -> None:
    # A row of a table cannot be broken.
    assert [line for line in README.splitlines() if len(line) > 120 and not line.startswith("|")] == []
