"""What a spreadsheet says about its cells in the HTML on the clipboard: which number each holds, and of which kind.

LibreOffice says it in ``sdval`` (the number) and ``sdnum`` (its format), Excel in ``x:num``, ``x:bool`` and
``x:err``, and in a style with ``mso-number-format``. Nothing here runs longer than the markup is long.
"""

import html
import re
from dataclasses import dataclass
from typing import Final

from desktop_app.models.table_reading.grid import Kind

MOST_MARKUP: Final = 4_000_000
"""Characters of HTML that are looked at: 10 000 cells of a spreadsheet take about 2 million."""

_LONGEST_TAG: Final = 2_000
_TAG: Final = re.compile(r"<(tr|td|th)(?=[\s>])", re.IGNORECASE)
_INSIDE: Final = re.compile(r"""(?:[^<>"']|"[^"]*+"|'[^']*+')*+>""")
_ATTRIBUTE: Final = re.compile(r"""([a-z_][a-z0-9_:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""", re.IGNORECASE)
_CLASS: Final = re.compile(r"\.([a-z0-9_-]{1,64})\s{0,9}\{([^{}]{0,2000})\}", re.IGNORECASE)
_FORMAT: Final = re.compile(r"""mso-number-format:\s{0,9}("(?:[^"\\]|\\.)*"|[^;}]+)""", re.IGNORECASE)
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?")

_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_ELAPSED: Final = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_NO_DATE: Final = re.compile(r"e[+-]|am/pm|a/p", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")
_NAMED: Final = {
    "percent": Kind.PERCENT,
    **dict.fromkeys(("yes/no", "true/false", "on/off", "boolean"), Kind.BOOLEAN),
    **{f"{length} {what}": Kind.DATE for length in ("general", "short", "medium", "long") for what in ("date", "time")},
}


@dataclass(frozen=True, slots=True)
class Held:
    """What a cell holds.

    Attributes:
        number: digits of the number; empty where the markup does not say.
        kind: percentage, date, logical value or error; ``None`` for a plain number, or where it does not say.
    """

    number: str = ""
    kind: Kind | None = None


_NOTHING: Final = Held()


def held_in(markup: str, most_cells: int) -> list[list[Held]]:
    """Return what the cells of a table hold, row by row; nothing where it is no plain block of so many cells.

    Args:
        markup: HTML.
        most_cells: where there are more, the rest is not looked at.
    """
    rows: list[list[Held]] = []
    if len(markup) > MOST_MARKUP:
        return rows
    first = _TAG.search(markup)
    formats = _formats(markup[: first.start()]) if first else {}
    count = 0
    for tag in _TAG.finditer(markup):
        if tag[1].lower() == "tr":
            rows.append([])
            if len(rows) > most_cells:
                return []
            continue
        attributes = _attributes(markup, tag.end())
        span = _span(attributes.get("colspan"))
        count += span
        # A cell over several rows leaves them shorter than they are in the text.
        if not rows or count > most_cells or _span(attributes.get("rowspan")) > 1:
            return []
        rows[-1] += [_held(attributes, formats), *[_NOTHING] * (span - 1)]
    return rows


def _attributes(markup: str, start: int) -> dict[str, str]:
    inside = _INSIDE.match(markup, start, start + _LONGEST_TAG)
    if inside is None:
        return {}
    return {found[1].lower(): html.unescape((found[2] or "").strip("\"'")) for found in _ATTRIBUTE.finditer(inside[0])}


def _span(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 4 else 1


def _formats(head: str) -> dict[str, str]:
    """Return the format of numbers by class, as Excel writes it above the table."""
    return {found[1]: _style_format(found[2]) for found in _CLASS.finditer(head)}


def _style_format(style: str) -> str:
    found = _FORMAT.search(style.replace("\\0022", '"'))
    return re.sub(r"\\(.)", r"\1", found[1].strip().strip('"')) if found else ""


def _held(attributes: dict[str, str], formats: dict[str, str]) -> Held:
    if "x:err" in attributes:
        return Held(kind=Kind.ERROR)
    if "x:bool" in attributes:
        return Held(kind=Kind.BOOLEAN)
    exact = attributes.get("sdval") or attributes.get("x:num") or ""
    # Language, language of the format, format: "1033;0;YYYY-MM-DD"; without the last, it is the usual one.
    code = ";".join(attributes.get("sdnum", "").split(";")[2:])
    code = code or _style_format(attributes.get("style", "")) or formats.get(attributes.get("class", ""), "")
    return Held(exact if _NUMBER.fullmatch(exact) else "", kind_of_format(code))


def kind_of_format(code: str) -> Kind | None:
    """Tell what a number format makes of a number; ``None`` where that is a plain number, or text.

    Codes for days and times are runs of one letter in any language: ``YYYY-MM-DD``, ``TT.MM.JJJJ``.
    """
    named = _NAMED.get(code.strip().lower())
    if named is not None:
        return named
    bare = _NO_DATE.sub(" ", _LITERAL.sub(" ", code))
    if "%" in bare:
        return Kind.PERCENT
    runs = [run.lower() for run in _WORD.findall(bare)]
    are_codes = bool(runs) and all(len(set(run)) == 1 or set(run) <= set("ymdhs") for run in runs)
    # With digits beside them they are a unit, unless they are the hours and seconds of "hh:mm:ss.00".
    has_digits = any(sign in bare for sign in "0#?")
    if _ELAPSED.search(code) or (are_codes and (not has_digits or bool(set("".join(runs)) & set("hs")))):
        return Kind.DATE
    return None
