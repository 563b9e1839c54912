"""What a change of the voluntary mechanism would do: totals, each signatory, each benefitting state."""

from fractions import Fraction
from typing import Final

from desktop_app.calc import shifts
from desktop_app.calc.consequences import Pair, VoluntaryConsequences, VoluntaryRowConsequence
from desktop_app.calc.exact import CENTS
from desktop_app.calc.shifts import Shift
from desktop_app.calc.voluntary_assessment import Held, NeedFigures, VoluntaryRow
from desktop_app.calc.wording import day
from desktop_app.views.consequences.line import VOLUNTARY, Line
from desktop_app.views.consequences.rows import both, figure_line, state_and_rest
from desktop_app.views.language import marked, state_name, tr

TAKES_PART: Final = marked("takes part")
"""What stands for a signatory that has not withdrawn."""
NOT_SIGNED: Final = marked("does not take part")
"""What stands for one that has withdrawn, or pledges without having signed."""
_SIGNS: Final = {TAKES_PART: ("ok", "ok"), NOT_SIGNED: ("warn", "warn"), shifts.ABSENT: ("", "muted")}


def standing_words(row: VoluntaryRow | None) -> str:
    """Return whether a state takes part, in a few words."""
    if row is None:
        return shifts.ABSENT
    return TAKES_PART if row.takes_part else NOT_SIGNED


def total_lines(result: VoluntaryConsequences) -> list[Line]:
    """Return the figures of the whole mechanism."""
    now, then = result.totals_before, result.totals_after
    figures = (
        (tr("Relocations needed"), shifts.count(now.relocations.against, then.relocations.against)),
        (tr("Relocations pledged"), shifts.count(now.relocations.given, then.relocations.given)),
        (tr("of them for nobody in particular"), shifts.count(now.open_relocations, then.open_relocations)),
        (tr("Relocations kept"), shifts.count(now.kept_relocations.given, then.kept_relocations.given)),
        (tr("EUR needed"), _cents(now.financial.against, then.financial.against)),
        (tr("EUR pledged against needs"), _cents(now.financial.given, then.financial.given)),
        (tr("of it for nobody in particular"), _cents(now.open_cents, then.open_cents)),
        (tr("EUR pledged for projects in partner countries"), _cents(now.project_cents, then.project_cents)),
        (tr("EUR still open"), _cents(now.unmet_cents, then.unmet_cents)),
        (tr("EUR paid"), _cents(now.kept_financial.given, then.kept_financial.given)),
        (tr("Persons of support plans"), shifts.count(now.supported, then.supported)),
        (tr("of them delivered"), shifts.count(now.delivered, then.delivered)),
        (tr("Signatories that take part"), shifts.count(now.signatories, then.signatories)),
        (
            tr("The mechanism ends"),
            shifts.words(*(shifts.NOT_KNOWN if t.ends is None else day(t.ends) for t in (now, then))),
        ),
    )
    return [figure_line(name, shift, VOLUNTARY) for name, shift in figures]


def need_lines(result: VoluntaryConsequences) -> list[Line]:
    """Return what is needed, pledged and kept for each benefitting state."""
    return [
        figure_line(f"{state_name(need.code)}: {what}", shift, VOLUNTARY)
        for need in result.needs
        for what, shift in _need(need)
    ]


def _need(need: Pair[NeedFigures]) -> tuple[tuple[str, Shift], ...]:
    persons, money = both(need, "relocations"), both(need, "financial")
    return (
        (tr("relocations needed"), shifts.count(*map(_against, persons))),
        (tr("pledged"), shifts.count(*map(_given, persons))),
        (tr("kept"), shifts.count(*both(need, "kept_relocations"))),
        (tr("EUR needed"), _cents(*map(_against, money))),
        (tr("EUR pledged"), _cents(*map(_given, money))),
        (tr("EUR paid"), _cents(*both(need, "kept_cents"))),
    )


def state_lines(row: VoluntaryRowConsequence) -> list[Line]:
    """Return a signatory's line of figures and, below it, other figures of it that change."""
    before, after = standing_words(row.before), standing_words(row.after)
    icon, tone = _SIGNS[after]
    held = (
        shifts.count(*both(row, "relocations")),
        shifts.count(*map(_given, both(row, "kept_relocations"))),
        _whole(*both(row, "financial_cents")),
        _whole(*map(_given, both(row, "kept_financial"))),
        Shift(before, after, is_changed=before != after, icon=icon, tone=tone),
    )
    others = [
        (tr("for projects in partner countries"), _cents(*both(row, "project_cents"))),
        (tr("unaccompanied minors"), shifts.count(*both(row, "minors"))),
        (tr("persons of support plans"), shifts.count(*both(row, "supported"))),
        (tr("of them delivered"), shifts.count(*both(row, "delivered"))),
    ]
    return state_and_rest(row.code, state_name(row.code), held, others, VOLUNTARY)


def _against(held: Held | None) -> int | None:
    return None if held is None else held.against


def _given(held: Held | None) -> int | None:
    return None if held is None else held.given


def _cents(before: int | None, after: int | None) -> Shift:
    return shifts.money(_eur(before), _eur(after))


def _whole(before: int | None, after: int | None) -> Shift:
    return shifts.whole_money(_eur(before), _eur(after))


def _eur(cents: int | None) -> Fraction | None:
    return None if cents is None else Fraction(cents, CENTS)
