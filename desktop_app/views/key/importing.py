"""What an import would change, before it is taken: a line a value."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desktop_app.calc import wording
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.models.key_sources import Datum, KeyKind, KeySource, Series
from desktop_app.views.fields import Read, read_persons
from desktop_app.views.key.columns import flags_entry, gdp_text, read_gdp, read_share, share_text
from desktop_app.views.language import shown, tr

Now = Callable[[KeyKind, str, int | None], tuple[str, str]]
"""Returns the value and the flags that stand in an editor for a kind, a Member State and a year, as typed."""

_READERS: Final[Mapping[KeyKind, Callable[[str], Read[Any]]]] = {
    KeyKind.POPULATION: read_persons,
    KeyKind.GDP: read_gdp,
    KeyKind.APPLICATIONS: read_persons,
    KeyKind.SHARES: read_share,
}
_SHOWN: Final[Mapping[KeyKind, Callable[..., str]]] = {
    KeyKind.POPULATION: wording.persons,
    KeyKind.GDP: gdp_text,
    KeyKind.APPLICATIONS: wording.persons,
    KeyKind.SHARES: share_text,
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What is taken out of a file.

    Attributes:
        kind: what it is.
        year: the year, the last one of several; ``None`` where the file names none.
        values: by code and year.
        source: dataset and release, as it is to stand beside the figures.
        extracted: day on which the file was taken from its source.
    """

    kind: KeyKind
    year: int | None
    values: Mapping[tuple[str, int | None], Datum]
    source: str
    extracted: date | None


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One value of the preview.

    Attributes:
        code: Union code.
        year: its year.
        before: what stands in the editor.
        after: what the file has.
        note: why it stays, or what the source says of it.
        is_changed: whether taking the file changes it.
    """

    code: str
    year: int | None
    before: str
    after: str
    note: str
    is_changed: bool


def years_taken(last: int | None, count: int) -> tuple[int | None, ...]:
    """Return the years that are taken: one, or several that end with the last one."""
    if last is None or count == 1:
        return (last,)
    return tuple(range(last - count + 1, last + 1))


def lines(kind: KeyKind, series: Series, years: Sequence[int | None], now: Now) -> list[ImportLine]:
    """Return the preview, in protocol order and by year."""
    return [_line(kind, code, year, series, now) for code in PROTOCOL_ORDER for year in years]


def _line(kind: KeyKind, code: str, year: int | None, series: Series, now: Now) -> ImportLine:
    typed, flags = now(kind, code, year)
    recorded = _READERS[kind](typed).value
    before = tr("nothing") if not typed else typed if recorded is None else _SHOWN[kind](recorded)
    before += f" {shown(flags)}" if flags else ""
    datum = series.values.get((code, year))
    if datum is None:
        return ImportLine(code, year, before, "", tr("no value in the file: stays as it is"), is_changed=False)
    others = wording.listed(datum.other_flags)
    if datum.amount is None:
        said = tr("not available in the source: stays as it is")
        if others:
            said = tr("not available in the source ({flags}): stays as it is", flags=others)
        return ImportLine(code, year, before, "", said, is_changed=False)
    letters = "" if kind in (KeyKind.SHARES, KeyKind.APPLICATIONS) else flags_entry(datum.flags)
    after = _SHOWN[kind](datum.amount) + (f" {letters}" if letters else "")
    words = wording.listed([*(flag.value for flag in datum.flags), *datum.other_flags])
    return ImportLine(code, year, before, after, words, is_changed=before != after)


def summary(found: Sequence[ImportLine]) -> str:
    """Say how many values change, how many are the same, and how many the file does not have."""
    changed = sum(line.is_changed for line in found)
    missing = sum(not line.after for line in found)
    same = len(found) - changed - missing
    parts = [
        tr("1 value would change")
        if changed == 1
        else tr("{count} values would change", count=wording.persons(changed)),
        tr("{same} the same", same=same),
    ]
    if missing:
        parts.append(
            tr("1 without a value in the file: it stays as it is")
            if missing == 1
            else tr("{missing} without a value in the file: they stay as they are", missing=missing)
        )
    return ", ".join(map(shown, parts))


def proposed_source(source: KeySource, series: Series) -> str:
    """Return what is proposed as the name of the source."""
    parts = [source.dataset or tr("File {file}", file=source.file)]
    if series.name:
        parts.append(series.title)
    if source.updated is not None:
        parts.append(tr("release of {day}", day=wording.day(source.updated)))
    return ", ".join(map(shown, parts))


def left_out(source: KeySource) -> str:
    """Say what is understood and not wanted, with counts."""
    if not source.skipped:
        return tr("Nothing in the file was left out.")
    return tr(
        "Left out: {join}.",
        join="; ".join((f"{shown(reason)} ({shown(wording.persons(count))})" for reason, count in source.skipped)),
    )
