"""The sources of Art. 50(4) as entries, with the situational report that is valid now."""

from collections.abc import Iterable, Sequence
from typing import Final

from desktop_app.calc.pressure_situation import PressureSource, SituationReportKind, SourceUsed
from desktop_app.calc.wording import day
from desktop_app.views.fields import ChoiceField, DateField, Field, TextField, day_text, read_day
from desktop_app.views.forum_editors.entries import RECORDED, Raw, kept_text
from desktop_app.views.language import marked, tr

_SOURCES: Final = tuple(
    (each, marked("({point}) {source}", point=each.value, source=marked(each.words))) for each in PressureSource
)
_KINDS: Final = (
    (None, marked("not said")),
    *((kind, marked("{kind} report", kind=kind.value)) for kind in SituationReportKind),
)


def valid_kind(crisis_response: bool) -> SituationReportKind:
    """Return the situational report that is the source: ISAA while the crisis response is activated, else MISAA."""
    return SituationReportKind.ISAA if crisis_response else SituationReportKind.MISAA


def kind_words(used: Iterable[SourceUsed], crisis_response: bool) -> tuple[str, str]:
    """Say which situational report is valid, and warn where another is named; with the colour token."""
    valid = valid_kind(crisis_response)
    activated = tr("activated") if crisis_response else tr("not activated")
    wrong = sum(each.kind not in (None, valid) for each in used)
    if wrong:
        other = next(kind for kind in SituationReportKind if kind is not valid)
        return tr(
            "The crisis response is {activated}: {valid} reports are the source, and {other} is named (Art. 50(4)(g)).",
            activated=activated,
            valid=valid.value,
            other=other.value,
        ), "warn"
    return tr(
        "Point (g): while the crisis response is {activated}, {valid} reports are the source.",
        activated=activated,
        valid=valid.value,
    ), "muted"


class SourceKinds:
    """Sources that were taken into account."""

    title = marked("Sources taken into account (Art. 50(4))")
    one = marked("source")
    moves = False

    def fields(self) -> dict[str, Field]:
        """Make the fields of a source."""
        return {
            "source": ChoiceField(tr("Point of Art. 50(4)"), _SOURCES),
            "reference": TextField(tr("Reference"), tr("MISAA report no 12 of 2027")),
            "date": DateField(tr("Of the day")),
            "kind": ChoiceField(tr("Kind of report, for point (g)"), _KINDS),
            "note": TextField(tr("Remark")),
        }

    def new(self, others: Sequence[Raw]) -> Raw:
        """Return the first source that is not there yet."""
        taken = {other["source"] for other in others}
        source = next((each for each in PressureSource if each not in taken), PressureSource.MEMBER_STATE)
        return {"source": source, "reference": "", "date": "", "kind": None, "note": ""}

    def words(self, raw: Raw) -> str:
        """Return for example ``"(f) Migration Management Report: COM(2027) 1, 3 May 2027"``."""
        source: PressureSource = raw["source"]
        when = read_day(raw["date"]).value
        kind = raw["kind"].value if raw["kind"] else ""
        said = [each for each in (kind, raw["reference"].strip(), tr(day(when)) if when else "") if each]
        return f"({source.value}) {tr(source.words)}{': ' if said else ''}{', '.join(said)}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:  # noqa: ARG002 - several of one kind may be
        """Ask for a day that can be read, and for a kind of report at point (g) alone."""
        found = {"date": read_day(raw["date"]).problem}
        if raw["kind"] is not None and raw["source"] is not PressureSource.SITUATIONAL_AWARENESS:
            found["kind"] = tr(
                "ISAA and MISAA reports are sources under point (g) alone: choose “not said”, or that point."
            )
        return {name: words for name, words in found.items() if words}


def source_raw(used: SourceUsed) -> Raw:
    """Return what stands in the fields of a recorded source."""
    return {
        "source": used.source,
        "reference": used.reference or "",
        "date": day_text(used.date),
        "kind": used.kind,
        "note": used.note or "",
        RECORDED: used,
    }


def source_used(raw: Raw) -> SourceUsed:
    """Return a source as typed."""
    return SourceUsed(
        raw["source"], kept_text(raw, "reference"), read_day(raw["date"]).value, raw["kind"], kept_text(raw, "note")
    )


def in_order(used: Iterable[SourceUsed]) -> tuple[SourceUsed, ...]:
    """Put sources in the order of the points; several of one stay in theirs."""
    points = tuple(PressureSource)
    return tuple(sorted(used, key=lambda each: points.index(each.source)))
