"""What a change of an annual pool would do: the pool and each Member State, line by line."""

from fractions import Fraction
from typing import Any, Final

from desktop_app.calc import shifts
from desktop_app.calc.assessment import Assessment, Row, Totals
from desktop_app.calc.consequences import AnnualPoolConsequences, RowConsequence, Verdict
from desktop_app.calc.exact import CENTS
from desktop_app.calc.forum import SharesStatus
from desktop_app.calc.shifts import Shift
from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.calc.wording import persons
from desktop_app.views.consequences.line import ANNUAL_POOL, Kind, Line
from desktop_app.views.language import marked, state_name, tr

_OFFSETS: Final = {
    "no": marked("not open"),
    "a": marked("open by the pool"),
    "b": marked("open by its pledge"),
    "ab": marked("open by both"),
}


def is_estimate(after: Assessment) -> bool:
    """Tell whether shares are an estimate, which accuses nobody."""
    return after.forum.shares_status is SharesStatus.ESTIMATE


def pool_lines(result: AnnualPoolConsequences) -> list[Line]:
    """Return the pool's totals."""
    now, then = result.totals_before, result.totals_after
    figures = (
        (tr("EUR per relocation"), shifts.money(now.rate_eur, then.rate_eur)),
        (tr("Fair shares together"), shifts.count(now.fair_share_relocations, then.fair_share_relocations)),
        (tr("Pledged, in relocations"), shifts.count(now.pledged_equivalents, then.pledged_equivalents)),
        (tr("Coverage"), shifts.ratio(now.coverage, then.coverage)),
        (tr("Gap"), shifts.count(now.gap_relocations, then.gap_relocations)),
        (tr("Gap, EUR"), shifts.money(now.gap_eur, then.gap_eur)),
        (tr("Net pledges"), shifts.count(now.net_equivalents, then.net_equivalents)),
        (
            tr("Net gap, without benefitting"),
            shifts.count(now.effective_gap_relocations, then.effective_gap_relocations),
        ),
        (tr("Open Member States"), shifts.count(len(now.unknown_states), len(then.unknown_states))),
        (tr("30 % indicator of 2020"), _indicator(now, then)),
    )
    return [Line(Kind.FIGURE, name, (shift,), is_changed=shift.is_changed, weight=2) for name, shift in figures]


def _indicator(now: Totals, then: Totals) -> Shift:
    shift = shifts.words(*(_indicator_words(totals) for totals in (now, then)))
    return shift if shift.is_changed or now.shortfall == then.shortfall else shifts.ratio(now.shortfall, then.shortfall)


def _indicator_words(totals: Totals) -> str:
    if totals.shortfall is None:
        return shifts.NOT_KNOWN
    words = tr(percent_words(totals.shortfall))
    return tr("{words} triggered", words=words) if totals.shortfall_triggered else words


def state_lines(row: RowConsequence, *, is_estimate: bool) -> list[Line]:
    """Return a Member State's line of figures and, below it, other figures of it that change."""
    name = state_name(row.code)
    held = _figures(row, is_estimate=is_estimate)
    about = "\n".join(
        f"{tr(title)}: {tr(shift.exact)}" for title, shift in zip(ANNUAL_POOL.titles, held, strict=True) if shift.exact
    )
    changed = any(shift.is_changed for shift in held)
    lines = [Line(Kind.STATE, name, held, is_changed=changed, about=about, code=row.code, weight=3)]
    others = _other_figures(row.before, row.after) if row.is_changed else []
    told = [f"{tr(what)} {tr(shift.words)}" for what, shift in others if shift.is_changed]
    if told:
        # Below the line of figures, or in its place where that is filtered away.
        beside = "" if changed else name
        lines.append(Line(Kind.WORDS, beside, words="; ".join(told), tone="muted", code=row.code, weight=3))
    return lines


def _figures(row: RowConsequence, *, is_estimate: bool) -> tuple[Shift, ...]:
    now, then = row.before, row.after
    verdict = _verdict(row, is_estimate=is_estimate)
    if Verdict.OUTSIDE is row.verdict_before is row.verdict_after:
        return (*(shifts.nothing() for _figure in ANNUAL_POOL.titles[:-1]), verdict)
    return (
        shifts.share(*_both(now, then, "share")),
        shifts.count(*_both(now, then, "fair_share_relocations")),
        shifts.whole_money(*_both(now, then, "fair_share_eur")),
        shifts.ratio(*_both(now, then, "coverage")),
        verdict,
    )


def _verdict(row: RowConsequence, *, is_estimate: bool) -> Shift:
    icon, tone = _VERDICT_SIGNS[row.verdict_after]
    accused = tone == "warn"
    benefitting = row.after is not None and row.after.benefitting
    if accused and (benefitting or is_estimate):
        # An estimate, or a benefitting state, is accused of nothing.
        icon, tone = "info", "info"
    before = _verdict_words(row.verdict_before, row.before)
    then = _verdict_words(row.verdict_after, row.after)
    return Shift(before, then, "", before != then, "", icon, tone)


def _verdict_words(verdict: Verdict, row: Row | None) -> str:
    if verdict is Verdict.SHORT and row is not None and row.gap_relocations is not None:
        return tr("{persons} below", persons=persons(row.gap_relocations))
    return VERDICT_WORDS[verdict]


VERDICT_WORDS: Final = {
    Verdict.MET: marked("met"),
    Verdict.SHORT: marked("below"),
    Verdict.NO_PLEDGE: marked("no pledge"),
    Verdict.NOT_KNOWN: shifts.NOT_KNOWN,
    Verdict.OUTSIDE: shifts.ABSENT,
}
"""The verdicts in the words of the pledge table."""
_VERDICT_SIGNS: Final = {
    Verdict.MET: ("ok", "ok"),
    Verdict.SHORT: ("warn", "warn"),
    Verdict.NO_PLEDGE: ("warn", "warn"),
    Verdict.NOT_KNOWN: ("unknown", "unknown"),
    Verdict.OUTSIDE: ("", "muted"),
}


def _other_figures(now: Row | None, then: Row | None) -> list[tuple[str, Shift]]:
    """Return the figures that have no column of their own."""
    return [
        (tr("relocations"), shifts.count(*_both(now, then, "pledged_relocations"))),
        (tr("financial contribution"), _cents(now, then, "pledged_financial_cents")),
        (tr("alternative measures"), _cents(now, then, "pledged_alternative_cents")),
        (tr("pledge in relocations"), shifts.count(*_both(now, then, "equivalents"))),
        (tr("deducted"), shifts.count(*_both(now, then, "deducted_equivalents"))),
        (tr("net pledge"), shifts.count(*_both(now, then, "net_equivalents"))),
        (tr("benefitting"), shifts.words(*(_yes(value) for value in _both(now, then, "benefitting")))),
        (tr("offsets of Art. 63(2)"), shifts.words(*(_OFFSETS[option] for option in _options(now, then)))),
        (tr("50 % rule of 2020 asks"), shifts.count(*_both(now, then, "cover_relocations"))),
        (
            tr("10 % reduction of 2020"),
            shifts.words(*(_yes(value) for value in _both(now, then, "reduction_eligible"))),
        ),
    ]


def _both(now: Row | None, then: Row | None, name: str) -> tuple[Any, Any]:
    """Return a figure before and after; ``None`` where it or the row is not there."""
    return None if now is None else getattr(now, name), None if then is None else getattr(then, name)


def _options(now: Row | None, then: Row | None) -> tuple[str, str]:
    return "no" if now is None else now.offset_option, "no" if then is None else then.offset_option


def _cents(now: Row | None, then: Row | None, name: str) -> Shift:
    before, after = (None if cents is None else Fraction(cents, CENTS) for cents in _both(now, then, name))
    return shifts.money(before, after)


def _yes(value: object) -> str:
    return shifts.NOT_KNOWN if value is None else tr("yes") if value else tr("no")
