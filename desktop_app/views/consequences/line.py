"""One line of what a change would do, and the columns under which its figures stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from desktop_app.calc.shifts import Shift
from desktop_app.views.language import marked, shown, tr


@dataclass(frozen=True, slots=True)
class Columns:
    """The figures of a Member State that have a column of their own; the last one is words with a sign.

    Attributes:
        titles: what stands above them, in the order of a line's shifts.
        spoken: what they are called in a sentence.
        folded: places that give way where the room is narrow, the first one first.
    """

    titles: tuple[str, ...]
    spoken: tuple[str, ...]
    folded: tuple[int, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings of the table, the names' first."""
        return (tr("Member State"), *map(tr, self.titles))

    @property
    def verdict(self) -> int:
        """Place of the words among the figures."""
        return len(self.titles) - 1


ANNUAL_POOL: Final = Columns(
    (marked("Share, %"), marked("Fair share"), marked("Fair share, EUR"), marked("Coverage"), marked("Verdict")),
    (marked("share in %"), marked("fair share"), marked("fair share in EUR"), marked("coverage"), marked("verdict")),
    (2, 0, 3),
)
"""The figures of a Member State in an annual pool."""
RESPONSE: Final = Columns(
    (
        marked("Key number"),
        marked("Pledged"),
        marked("Relocations"),
        marked("Sponsorship"),
        marked("Measures"),
        marked("Plan"),
    ),
    (
        marked("key number"),
        marked("pledged"),
        marked("relocations"),
        marked("sponsorship"),
        marked("measures"),
        marked("plan"),
    ),
    (1, 0, 3),
)
"""The figures of a Member State in search and rescue: asked, pledged, fixed by the act."""
PRESSURE: Final = Columns(
    (
        marked("Key number"),
        marked("Applicants"),
        marked("Sponsorship"),
        marked("Beneficiaries"),
        marked("Measures"),
        marked("Plan"),
    ),
    (
        marked("key number"),
        marked("applicants"),
        marked("sponsorship"),
        marked("beneficiaries"),
        marked("measures"),
        marked("plan"),
    ),
    (0, 3, 4),
)
"""The figures of a Member State under migratory pressure: asked, fixed by the act."""
VOLUNTARY: Final = Columns(
    (marked("Relocations"), marked("Kept"), marked("Pledged, EUR"), marked("Paid, EUR"), marked("Signatory")),
    (
        marked("relocations"),
        marked("relocations kept"),
        marked("pledged in EUR"),
        marked("paid in EUR"),
        marked("signatory"),
    ),
    (3, 1),
)
"""The figures of a signatory of the voluntary mechanism: pledged and kept."""


class Kind(Enum):
    """What a line is."""

    HEADING = auto()
    STATE = auto()
    FIGURE = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what a change would do.

    Attributes:
        kind: see :class:`Kind`.
        name: the Member State, the figure, or what happens to a finding.
        shifts: one for each of the columns, or the one of a figure, else none.
        words: the rest of a line without figures.
        is_changed: whether something on it changes; a heading counts as its lines do.
        icon: stands before the name; may be empty.
        tone: colour token of name and words; never the only sign.
        about: tooltip; may be empty.
        code: Member State concerned, or ``None``.
        weight: how soon the short form tells it, 0 first.
        columns: under which a Member State's figures stand.
    """

    kind: Kind
    name: str
    shifts: tuple[Shift, ...] = ()
    words: str = ""
    is_changed: bool = True
    icon: str = ""
    tone: str = "text"
    about: str = ""
    code: str | None = None
    weight: int = 0
    columns: Columns = ANNUAL_POOL

    def __post_init__(self) -> None:
        """Tell the figures in the language that is spoken: they are drawn, measured, read aloud and copied."""
        object.__setattr__(self, "shifts", tuple(map(_told, self.shifts)))

    @property
    def sentence(self) -> str:
        """The line in words, for screen readers and the short form: only what changes."""
        if self.kind is Kind.STATE:
            said = [
                f"{tr(name)} {tr(shift.words)}" for name, shift in zip(self.columns.spoken, self.shifts, strict=True)
            ]
            told = [each for each, shift in zip(said, self.shifts, strict=True) if shift.is_changed]
            return f"{self.name}: {'; '.join(told)}" if told else tr("{name}: no change", name=self.name)
        return ": ".join(part for part in (self.name, self._run, *(tr(each.words) for each in self.shifts)) if part)

    @property
    def copied(self) -> str:
        """The line for the clipboard: cells with tabs between them."""
        if self.kind is not Kind.STATE:
            return "\t".join([self.name, *([self._run] if self.words else []), *_cells(self.shifts)])
        return "\t".join([self.name, *_cells(self.shifts)])

    @property
    def _run(self) -> str:
        """The words on one line, where a list or the clipboard has one line for each."""
        return self.words.replace("\n", " ")


def _told(shift: Shift) -> Shift:
    before, after, difference, exact = map(shown, (shift.before, shift.after, shift.difference, shift.exact))
    return replace(shift, before=before, after=after, difference=difference, exact=exact)


def _cells(given: Sequence[Shift]) -> list[str]:
    """Return before, after and difference of each shift."""
    return [cell for shift in given for cell in (shift.before, shift.after, shift.difference)]
