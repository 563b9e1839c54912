"""Which characters a font can show: read from the file itself, which costs a moment and needs no library."""

import struct
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from desktop_app.calc.sentences import say
from desktop_app.models.ground.verdicts import Verdict, remedy, sound

FONTS: Final = say("Fonts")
_MOST_NAMED: Final = 5
_AGAIN: Final = say("Install the program again.")


def characters_of(font: bytes) -> frozenset[int]:
    """Return the code points for which a TrueType font has a glyph.

    Raises:
        ValueError: it is no such font, or cut short.
    """
    try:
        table = _table(font, b"cmap")
        (count,) = struct.unpack_from(">H", font, table + 2)
        found: set[int] = set()
        for number in range(count):
            (offset,) = struct.unpack_from(">I", font, table + 4 + 8 * number + 4)
            found |= _subtable(font, table + offset)
    except struct.error as error:
        raise ValueError("the font is cut short") from error
    return frozenset(found)


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        tag, _sum, offset, _length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == name:
            return int(offset)
    raise ValueError("this is no font")


def _subtable(font: bytes, at: int) -> set[int]:
    """Read one table of characters: format 4 holds those of two bytes, format 12 all; others hold nothing more."""
    (kind,) = struct.unpack_from(">H", font, at)
    if kind == 4:
        (twice,) = struct.unpack_from(">H", font, at + 6)
        ends = struct.unpack_from(f">{twice // 2}H", font, at + 14)
        starts = struct.unpack_from(f">{twice // 2}H", font, at + 16 + twice)
        return {code for start, end in zip(starts, ends, strict=True) for code in range(start, end + 1)} - {0xFFFF}
    if kind == 12:
        (groups,) = struct.unpack_from(">I", font, at + 12)
        found: set[int] = set()
        for number in range(groups):
            start, end, _glyph = struct.unpack_from(">III", font, at + 16 + 12 * number)
            found.update(range(start, end + 1))
        return found
    return set()


def missing(text: str, characters: frozenset[int]) -> set[str]:
    """Return the characters of a text that have an image, but none in the font."""
    wanted = set(unicodedata.normalize("NFC", text))
    return {
        each for each in wanted if ord(each) not in characters and unicodedata.category(each) not in {"Cc", "Cf", "Zl"}
    }


def judge_fonts(fonts: Mapping[str, bytes | None], words: Mapping[str, Iterable[str]]) -> Verdict:
    """Return whether every font shows every text of every language.

    Args:
        fonts: the content of each font file by its name; ``None`` where it cannot be read.
        words: the texts by language.
    """
    if not fonts or not words:
        return remedy(FONTS, say("The program's fonts or words are missing."), _AGAIN)
    texts = {language: "".join(each) for language, each in words.items()}
    for name, content in sorted(fonts.items()):
        try:
            characters = characters_of(content or b"")
        except ValueError:
            return remedy(FONTS, say("The font {name} cannot be read.", name=name), _AGAIN)
        for language, text in sorted(texts.items()):
            lacking = sorted(missing(text, characters))
            if lacking:
                named = ", ".join(f"{each} (U+{ord(each):04X})" for each in lacking[:_MOST_NAMED])
                what = say(
                    "The font {name} cannot show {named}, which the language {language} needs.",
                    name=name,
                    named=named,
                    language=language,
                )
                return remedy(FONTS, what, _AGAIN)
    languages = ", ".join(sorted(texts))
    return sound(FONTS, say("{count} fonts have every sign of {languages}.", count=len(fonts), languages=languages))
