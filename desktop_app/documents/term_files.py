"""The file of terms of one language: each text with where it comes from, and who signed it off.

``resources/terms/<code>.json`` holds ``{"language": …, "terms": {key: {"text": …, "origin": …, …}}}``, one entry a
line in the order of the English file, so that a difference between two versions can be read.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

OFFICIAL: Final = "official text"
STYLE_GUIDE: Final = "style guide"
GLOSSARY: Final = "glossary"
TRANSLATION: Final = "own translation"
WORDING: Final = "own wording"
ORIGINS: Final = (OFFICIAL, STYLE_GUIDE, GLOSSARY, TRANSLATION, WORDING)
"""Where a text can come from; :data:`WORDING` is English, the language in which documents are drafted."""
_SOURCED: Final = frozenset({OFFICIAL, STYLE_GUIDE, GLOSSARY})
_FIELDS: Final = frozenset({"text", "origin", "source", "reviewed"})


class TermsDamaged(ValueError):
    """A file is no file of terms; the text says where and why."""


@dataclass(frozen=True, slots=True)
class Term:
    """A text of one language.

    Attributes:
        text: with names in braces where something is filled in.
        origin: one of :data:`ORIGINS`.
        source: where it can be looked up; empty for what is ours.
        reviewed: who signed it off, and when: ``"Name, 2026-12-01"``; empty while nobody has.
    """

    text: str
    origin: str
    source: str = ""
    reviewed: str = ""

    @property
    def is_unreviewed(self) -> bool:
        """Whether it is our translation and nobody has signed it off."""
        return self.origin == TRANSLATION and not self.reviewed


def read_terms(content: str, language: str) -> dict[str, Term]:
    """Read a file of terms.

    Args:
        content: of the file.
        language: that it must be of.

    Raises:
        TermsDamaged: it is not such a file, or one of another language.
    """
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise TermsDamaged(f"not JSON: {error}") from None
    if not isinstance(found, dict) or not isinstance(found.get("terms"), dict):
        raise TermsDamaged("it holds no terms")
    if found.get("language") != language:
        raise TermsDamaged(f"it is not of the language {language}")
    return {key: _term(key, fields) for key, fields in found["terms"].items()}


def _term(key: str, fields: Any) -> Term:
    if not isinstance(fields, dict) or not fields.keys() <= _FIELDS or not {"text", "origin"} <= fields.keys():
        raise TermsDamaged(f"{key}: a term has a text and an origin, and may have a source and who reviewed it")
    if not all(isinstance(value, str) and value for value in fields.values()):
        raise TermsDamaged(f"{key}: every field is a text and none is empty")
    made = Term(**fields)
    if made.origin not in ORIGINS:
        raise TermsDamaged(f"{key}: the origin is one of {', '.join(ORIGINS)}")
    if made.origin in _SOURCED and not made.source:
        raise TermsDamaged(f"{key}: a text that is not ours says where it can be looked up")
    return made


def written_terms(language: str, terms: Mapping[str, Term]) -> str:
    """Write a file of terms, one entry a line."""
    lines = ",\n".join(f"    {_json(key)}: {_json(_fields(term))}" for key, term in terms.items())
    return f'{{\n  "language": {_json(language)},\n  "terms": {{\n{lines}\n  }}\n}}\n'


def _fields(term: Term) -> dict[str, str]:
    held = {"text": term.text, "origin": term.origin, "source": term.source, "reviewed": term.reviewed}
    return {name: value for name, value in held.items() if value}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
