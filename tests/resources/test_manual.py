"""The pages of the manual that people write: the same in every language, and true of the menus."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

import pytest

from desktop_app.documents.sentences import ENGLISH, catalogue, spoken
from desktop_app.paths import resource

_ENGLISH = resource("help", ENGLISH)
_PAGES = sorted(path.name for path in _ENGLISH.glob("*.md"))
_OTHERS = [language for language in spoken() if language != ENGLISH]
_PATH = re.compile(r"\*([^*\n]*▸[^*]*)\*")


def _text(language: str, name: str) -> str:
    return resource("help", language, name).read_text("utf-8")


def _paths(text: str) -> list[tuple[str, ...]]:
    """Return the paths through the menus that a page names."""
    return [tuple(_plain(part) for part in path.split("▸")) for path in _PATH.findall(text)]


def _plain(words: str) -> str:
    return " ".join(words.replace("&", "").split()).rstrip("…")


def _names(language: str) -> dict[str, set[str]]:
    """Return what each text of the program is called in a language, without marks of keys."""
    names = defaultdict(set)
    for english, text in catalogue(language).items():
        names[_plain(english)].add(_plain(text))
    return names


def _code(text: str) -> set[str]:
    """Return what is typed at a command line: the program's own name, and options."""
    return {each for each in re.findall(r"`([^`]+)`", text) if each.startswith(("forum-desk", "--"))}


def test_every_language_has_every_page() -> None:
    for language in _OTHERS:
        assert sorted(path.name for path in resource("help", language).glob("*.md")) == _PAGES


@pytest.mark.parametrize("name", _PAGES)
@pytest.mark.parametrize("language", _OTHERS)
def test_a_page_has_the_shape_of_the_english_one(language: str, name: str) -> None:
    english, text = _text(ENGLISH, name), _text(language, name)
    shapes = [[line.split(" ")[0] for line in each.splitlines() if line.startswith("#")] for each in (english, text)]
    assert shapes[0] == shapes[1]
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert len(set(headings)) == len(headings)
    assert _code(text) == _code(english)


@pytest.mark.parametrize("language", _OTHERS)
def test_menus_are_named_as_the_window_names_them(language: str) -> None:
    names = _names(language)
    wrong = []
    for page in _PAGES:
        expected: Iterable[tuple[str, ...]] = _paths(_text(ENGLISH, page))
        assert all(part in names for path in expected for part in path), page
        found = _paths(_text(language, page))
        for path, count in Counter(found).items():
            fits = [each for each in expected if _fits(path, each, names)]
            if len(fits) < count:
                wrong.append((page, path, count))
        assert len(found) == len(list(expected)), page
    assert wrong == []


def _fits(path: tuple[str, ...], english: tuple[str, ...], names: dict[str, set[str]]) -> bool:
    return len(path) == len(english) and all(part in names[each] for part, each in zip(path, english, strict=True))
