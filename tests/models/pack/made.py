"""A small document as plain rows, with everything that a row can hold."""

from fractions import Fraction
from typing import Final

from desktop_app.calc.plain_sheets import Book, Cell, Kind, Line, Number, Sheet

MARK: Final = "2ae1c792ee64"
BAD: Final = '=HYPERLINK("x");=1+1'

THIRD: Final = Number(Fraction(1000, 3), 2, "EUR", unit_first=True)
SHARE: Final = Number(Fraction(25, 2), 4, "%")
LARGE: Final = Number(Fraction(896694736, 100), 2, "EUR")
TOTAL: Final = Number(Fraction(7), 0, mark="\u202f(¹)")


def book(*, status: str = "draft", bad: str = BAD) -> Book:
    """A document of three sections, of which two have the same long name."""
    rows = (
        Line(Kind.HEADING, (Cell("1. Pledges [of/the]: Member States, very long"),)),
        Line(Kind.HEAD, (Cell(""), Cell("Pledge", span=2)), 1),
        Line(Kind.HEAD, (Cell("State"), Cell("Money"), Cell("Share")), 1),
        Line(Kind.BODY, (Cell(bad), Cell("EUR\u00a0333.33", THIRD), Cell("12.5000\u00a0%", SHARE)), 1),
        Line(Kind.BODY, (Cell("+1", unreviewed=True), Cell("8\u202f966\u202f947.36\u00a0EUR", LARGE), Cell("none")), 1),
        Line(Kind.TOTAL, (Cell("Total", span=2), Cell("7\u202f(¹)", TOTAL)), 1),
        Line(Kind.NOTE, (Cell("(¹) A note."),)),
    )
    pool = (
        Line(Kind.HEADING, (Cell("1. Pledges [of/the]: Member States, very long"),)),
        Line(Kind.BODY, (Cell("Coverage"), Cell("12.5000\u00a0%", SHARE)), 1),
        Line(Kind.BODY, (Cell("Empty"), Cell("")), 1),
        Line(Kind.BODY, (Cell("Money"), Cell("EUR\u00a0333.33", THIRD)), 2),
    )
    return Book(
        title="Annex",
        author="Secretariat",
        subject="Article 57",
        language="mt",
        banner=("LIMITE", "DRAFT", f"Fingerprint {MARK}"),
        marking="LIMITE",
        stamp=f"Fingerprint {MARK} & day",
        status=status,
        fingerprint=MARK,
        exact="exact value",
        sheets=(
            Sheet("", (Line(Kind.TITLE, (Cell("ANNEX"),)), Line(Kind.TEXT, (Cell("Text"),)))),
            Sheet("1. Pledges [of/the]: Member States, very long", rows, (60.0, 1000.0, 10.0)),
            Sheet("1. Pledges [of/the]: Member States, very long", pool, (60.0, 80.0)),
        ),
    )
