"""The words by which limits are typed, in English, Dutch, French and German: small letters, without accents.

What the window says of a limit in a language is understood when it is typed in it.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from desktop_app.calc.gap.limits import Kind, LimitKind

FIXED: Final = frozenset(
    (
        *("fixed", "fix", "not asked", "as it is"),
        *("vast", "niet gevraagd", "zoals het is", "ongewijzigd"),
        *("fixe", "non sollicite", "tel quel", "inchange"),
        *("fest", "nicht ersucht", "wie es ist", "wie sie ist", "unverandert"),
    )
)
FREE: Final = frozenset(
    (
        *("may be asked", "may", "free"),
        *("mag worden gevraagd", "mag gevraagd worden", "vrij"),
        *("peut etre sollicite", "libre"),
        *("darf ersucht werden", "frei"),
    )
)
ONLY: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                *("only money", "money only"),
                *("alleen geld", "uitsluitend geld"),
                *("uniquement argent", "uniquement de l'argent", "argent uniquement", "argent seulement"),
                *("nur geld", "ausschliesslich geld"),
            ),
            Kind.MONEY,
        ),
        **dict.fromkeys(
            (
                *("only relocations", "relocations only"),
                *("alleen herplaatsingen", "uitsluitend herplaatsingen"),
                *("uniquement relocalisations", "uniquement des relocalisations", "relocalisations uniquement"),
                "relocalisations seulement",
                *("nur ubernahmen", "ausschliesslich ubernahmen"),
            ),
            Kind.RELOCATIONS,
        ),
    }
)
_BOUNDS: Final[Mapping[LimitKind, tuple[str, ...]]] = MappingProxyType(
    {
        LimitKind.AT_MOST: (
            *("at most", "max", "maximum", "maximal", "<=", "≤", "<"),
            *("ten hoogste", "hoogstens", "maximaal"),
            *("au plus", "au maximum", "tout au plus"),
            *("hochstens", "hoechstens"),
        ),
        LimitKind.AT_LEAST: (
            *("at least", "min", "minimum", "minimal", ">=", "≥", ">"),
            *("ten minste", "minstens", "minimaal"),
            *("au moins", "au minimum"),
            *("mindestens",),
        ),
        LimitKind.UP_TO: (
            *("up to", "willing up to", "willing to add up to", "+"),
            *("tot", "bereid tot", "bereid toe te voegen tot"),
            *("jusqu'a", "dispose jusqu'a", "dispose a ajouter jusqu'a"),
            *("bis", "bis zu", "bereit bis zu", "bereit, bis zu"),
        ),
    }
)
BOUNDS: Final = tuple(
    sorted(((word, kind) for kind, words in _BOUNDS.items() for word in words), key=lambda each: -len(each[0]))
)
"""Word and kind, a word before those that it begins with."""
WORDS: Final = (*FIXED, *FREE, *ONLY, *(word for word, _kind in BOUNDS))
FAIR_SHARE: Final = frozenset(
    (
        *("fair share", "its fair share"),
        *("billijk aandeel", "zijn billijk aandeel", "het billijk aandeel"),
        *("part equitable", "sa part equitable", "la part equitable"),
        *("gerechter anteil", "gerechten anteil", "seinen gerechten anteil", "zum gerechten anteil"),
    )
)
_RELOCATIONS: Final = r"relocations?|herplaatsing(?:en)?|relocalisations?|ubernahmen?"
RELOCATED: Final = re.compile(rf".*(?:{_RELOCATIONS})")
PERSONS: Final = re.compile(
    rf"(.*?)\s*(?:persons?(?:-equivalent)?|personen|persoon|personnes?|personenaquivalente?|{_RELOCATIONS})"
)
PARTS: Final = re.compile(r"\s*;\s*|\s*,\s+(?!bis zu)|\s+(?:and|en|et|und)\s+")
"""What stands between two limits."""


def unaccented(text: str) -> str:
    """Return small letters without accents, and with the plain apostrophe: what these words are written in."""
    parts = unicodedata.normalize("NFD", text.replace("’", "'"))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def begins_one_of(words: Iterable[str], text: str) -> bool:
    """Tell whether a text can become one of the words by typing on."""
    return any(word.startswith(text) for word in words)
