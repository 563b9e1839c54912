"""The catalogues of sentences: what the program says in English, in another language.

A language that the program speaks has a folder of files in ``resources/sentences``, one for each part of the program:
objects of English templates and their translations. A file is named by its part so that a reader finds it; the names
mean nothing here.
"""

import functools
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from desktop_app.paths import resource

ENGLISH: Final = "en"
"""The language in which every sentence is written where it is said."""


def spoken() -> tuple[str, ...]:
    """Return the languages that the program speaks: English, and those that have a catalogue."""
    return tuple(sorted({ENGLISH, *(path.name for path in resource("sentences").iterdir() if path.is_dir())}))


@functools.cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return every translated sentence of a language by its English template; nothing for English itself."""
    if language not in spoken() or language == ENGLISH:
        return MappingProxyType({})
    found: dict[str, str] = {}
    for path in sorted(resource("sentences", language).glob("*.json")):
        found |= json.loads(path.read_text(encoding="utf-8"))
    return MappingProxyType(found)
