"""The form of Annex II as typed: kept as a draft, compared with the record, read into a plan (COM(2020) 610, Art. 52).

What the form may not hold is refused at its own field, with the article; everything else on the form stays, and so does
the draft. Of what is recorded already, nothing is refused that nobody has touched.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final, TypeAlias

from desktop_app.calc import wording
from desktop_app.calc.contribution_types import SponsorshipActivity
from desktop_app.calc.entry import Refused
from desktop_app.calc.entry_plan_pressure import (
    PressureContext,
    PressureFigure,
    percentage,
    refused_cover,
    understand,
)
from desktop_app.calc.exact import decimal_text, exact_text, round_up
from desktop_app.calc.migratory_pressure import PressureReport
from desktop_app.calc.pressure_plans import WHOLE, PressurePlan, TypeShares
from desktop_app.calc.validity import MAXIMUM_PERSONS
from desktop_app.views.editors.forms.base import Outcome, Reading
from desktop_app.views.fields import countries_entry, read_countries
from desktop_app.views.fields.reading import Read, day_text, persons_entry, read_day, read_persons
from desktop_app.views.language import marked, shown, state_name, to_type, tr, typed
from desktop_app.views.plan_form.measures import MeasureForm, anew, measure_form, measure_forms, read_measures

SHARES: Final = (PressureFigure.APPLICANTS, PressureFigure.SPONSORSHIP, PressureFigure.BENEFICIARIES)
_FRACTION: Final = re.compile(r"([0-9]+)/([1-9][0-9]*)")
_DECIMAL: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_BEGUN: Final = re.compile(r"[0-9]+[.,/]")
_MOST_DIGITS: Final = 18
NO_SHARES: Final = marked(
    "The plan gives nothing yet: write the share of a type, or what measures cover (Art. 52(1), (2))."
)


@dataclass(frozen=True, slots=True)
class PressureForm:
    """The whole form as typed; see :class:`PressurePlan` for what the fields are.

    Attributes:
        reference, submitted, note: as for the other annex.
        applicants, sponsorship, beneficiaries: shares in percent.
        minors_applicants, minors_beneficiaries: persons.
        nationalities: codes.
        activities: ticked.
        covered: persons, or a part of the share such as ``50%``.
        measures: line by line, as the form lists them.
        reduction_requested: ticked.
        average_shown: applications per head.
    """

    reference: str = ""
    submitted: str = ""
    applicants: str = ""
    minors_applicants: str = ""
    sponsorship: str = ""
    nationalities: str = ""
    activities: tuple[SponsorshipActivity, ...] = ()
    beneficiaries: str = ""
    minors_beneficiaries: str = ""
    covered: str = ""
    measures: tuple[MeasureForm, ...] = ()
    reduction_requested: bool = False
    average_shown: str = ""
    note: str = ""


def pressure_form(plan: PressurePlan | None) -> PressureForm:
    """Return what the fields show of a plan; of none, an empty form."""
    if plan is None:
        return PressureForm()
    return PressureForm(
        plan.reference or "",
        day_text(plan.submitted),
        _number_entry(plan.shares.applicants),
        persons_entry(plan.minors_applicants or None),
        _number_entry(plan.shares.sponsorship),
        countries_entry(plan.nationalities),
        plan.activities,
        _number_entry(plan.shares.beneficiaries),
        persons_entry(plan.minors_beneficiaries or None),
        _number_entry(plan.covered),
        measure_forms(plan.measures),
        plan.reduction_requested,
        average_entry(plan.average_shown),
        plan.note or "",
    )


def revised(plan: PressurePlan, submitted: str) -> PressureForm:
    """Return the form of the revision after a plan: the same but for the day on which it is handed in."""
    latest = pressure_form(plan)
    return replace(latest, submitted=submitted, measures=anew(latest.measures))


def _number_entry(value: Fraction) -> str:
    return to_type(decimal_text(value)) if value else ""


def average_entry(value: Fraction | None) -> str:
    """Write an average as :func:`read_average` reads it."""
    if value is None:
        return ""
    try:
        return to_type(decimal_text(value))
    except ValueError:
        return exact_text(value)


def read_average(text: str) -> Read[Fraction]:
    """Read applications per head: ``0.00085``, ``0,00085`` or ``17/20000``."""
    plain = "".join(text.split())
    if not plain:
        return Read()
    parted = _FRACTION.fullmatch(plain)
    if not parted and not _DECIMAL.fullmatch(plain):
        problem = tr(
            "“{value}” is not a number: write applications per head, such as 0.00085 or 17/20000.", value=text.strip()
        )
        return Read(problem=problem, unfinished=bool(_BEGUN.fullmatch(plain)))
    value = Fraction(int(parted[1]), int(parted[2])) if parted else Fraction(plain.replace(",", "."))
    if len(plain) > _MOST_DIGITS or value > MAXIMUM_PERSONS:
        return Read(problem=tr("Applications per head have at most {number} digits here.", number=_MOST_DIGITS - 1))
    return Read(value, tr("{number} a million heads", number=wording.number(value * 1000000)))


@dataclass(frozen=True, slots=True)
class Beside:
    """What a form is held against.

    Attributes:
        report: on migratory pressure.
        exact_key: the state's share of the report's total, persons, exact; ``None`` while not known.
    """

    report: PressureReport
    exact_key: Fraction | None


def tentative_shares(form: PressureForm) -> TypeShares:
    """Return the shares as far as they are numbers, so that ``rest`` and ``+5`` have something to refer to."""
    found = []
    for figure in SHARES:
        entry = understand(_as_typed(form, figure), figure, PressureContext(PressurePlan("")))
        relative = getattr(form, figure.value).strip().casefold().startswith(("rest", "+"))
        found.append(Fraction(0) if isinstance(entry, Refused) or relative else entry.value)
    return TypeShares(*found)


def _as_typed(form: PressureForm, figure: PressureFigure) -> str:
    """Return what stands in a field; no share has thousands, so that a point in it is a decimal sign."""
    text: str = getattr(form, figure.value)
    return text if figure.is_share else typed(text)


def read_figure(form: PressureForm, figure: PressureFigure, beside: Beside) -> Read[Fraction]:
    """Read a share, or the part covered by measures, as in the cells of the table."""
    plan = PressurePlan("", shares=tentative_shares(form))
    entry = understand(_as_typed(form, figure), figure, PressureContext(plan, beside.exact_key))
    if isinstance(entry, Refused):
        return Read(problem=entry.reason, unfinished=entry.unfinished)
    return Read(entry.value, entry.words)


def read_pressure(
    form: PressureForm, code: str, revision: int, recorded: PressurePlan | None, beside: Beside
) -> Outcome[PressurePlan]:
    """Read the whole form; what is wrong with a measure is named ``"<number>.<field>"``, numbers from 0.

    Args:
        form: what stands in the fields.
        code: the contributing Member State.
        revision: whose form it is.
        recorded: what is recorded of this revision, or ``None``.
        beside: what the form is held against.
    """
    shown = None if recorded is None else pressure_form(recorded)
    reading = Reading(form, shown, recorded)
    figures = {each: _figure(reading, form, each, recorded, beside) for each in PressureFigure}
    plan = PressurePlan(
        code,
        reading.text("reference"),
        revision,
        reading.take("submitted", read_day),
        TypeShares(*(figures[each] for each in SHARES)),
        reading.take("minors_applicants", read_persons) or 0,
        reading.take("minors_beneficiaries", read_persons) or 0,
        reading.take("nationalities", read_countries) or (),
        form.activities,
        figures[PressureFigure.COVERED],
        read_measures(reading, form.measures, recorded),
        form.reduction_requested,
        reading.take("average_shown", read_average),
        reading.text("note"),
    )
    unreadable = frozenset(reading.problems)
    for check, names in _CHECKS:
        # What cannot be read says nothing of the others, but hides nothing of them either.
        if unreadable.isdisjoint(names):
            found = check(plan, form, reading, beside)
            reading.problems.update({name: words for name, words in found.items() if name not in unreadable})
    return reading.outcome(plan)


def _figure(
    reading: Reading, form: PressureForm, figure: PressureFigure, recorded: PressurePlan | None, beside: Beside
) -> Fraction:
    if recorded is not None and reading.is_kept(figure.value):
        kept: Fraction = getattr(recorded.shares if figure.is_share else recorded, figure.value)
        return kept
    read = read_figure(form, figure, beside)
    if read.problem:
        reading.problems[figure.value] = read.problem
    return read.value or Fraction(0)


def _is_kept(reading: Reading, *names: str) -> bool:
    return all(reading.is_kept(name) for name in names)


def _shares(plan: PressurePlan, _form: PressureForm, reading: Reading, _beside: Beside) -> dict[str, str]:
    """Refuse shares that do not total 100 % (P610-52-3b), at the last of them that stands on the form."""
    total = plan.shares.total
    if total == WHOLE or _is_kept(reading, *(each.value for each in SHARES), "covered"):
        return {}
    if not total:
        return {} if plan.covered else {"applicants": NO_SHARES}
    last = next(each for each in reversed(SHARES) if plan.shares.by_type[_TYPES[each]])
    gap = percentage(abs(WHOLE - total))
    words = (
        marked("The shares total {total}, {gap} too much: they must total 100 % exactly (Art. 52(3), Annex II).")
        if total > WHOLE
        else marked("The shares total {total}, {gap} missing: they must total 100 % exactly (Art. 52(3), Annex II).")
    )
    return {last.value: tr(words, total=percentage(total), gap=gap)}


_Check: TypeAlias = Callable[[PressurePlan, PressureForm, Reading, Beside], dict[str, str]]
_TYPES: Final = dict(zip(SHARES, TypeShares().by_type, strict=True))


def _sponsorship(plan: PressurePlan, _form: PressureForm, reading: Reading, beside: Beside) -> dict[str, str]:
    """Refuse sponsorship that does not say of whom and what, and nationalities outside the report (P610-52-3c)."""
    outside = [each for each in plan.nationalities if each not in beside.report.nationalities]
    if outside and not reading.is_kept("nationalities"):
        return {"nationalities": outside_words(outside, beside.report)}
    if not plan.shares.sponsorship or _is_kept(reading, "sponsorship", "nationalities", "activities"):
        return {}
    found = {}
    if not plan.nationalities:
        found["nationalities"] = tr(
            "Return sponsorship needs at least one nationality from the report's list (Art. 52(3), Annex II, "
            "footnote 3)."
        )
    if not plan.activities:
        found["activities"] = tr(
            "Return sponsorship consists of at least one of these activities (Art. 55(4)): tick it."
        )
    return found


def outside_words(codes: list[str], report: PressureReport) -> str:
    """Say which nationalities are not in the report's list."""
    names = ", ".join(map(shown, codes))
    if not report.nationalities:
        return tr(
            "{names}: the report names no nationalities, so none can be sponsored (Art. 52(3), Annex II, footnote 3).",
            names=names,
        )
    words = (
        marked(
            "{name} is not in the report's list, {nationalities} (Art. 52(3), Annex II, footnote 3): choose from it."
        )
        if len(codes) == 1
        else marked(
            "{name} are not in the report's list, {nationalities} (Art. 52(3), Annex II, footnote 3): choose from it."
        )
    )
    return tr(words, name=names, nationalities=", ".join(report.nationalities))


_TOO_MANY_APPLICANTS: Final = (
    marked("More than the {persons} applicants that they are part of (Annex II): lower it."),
    marked("More than the applicants, of whom there are none, that they are part of (Annex II): lower it."),
)
_TOO_MANY_BENEFICIARIES: Final = (
    marked("More than the {persons} beneficiaries that they are part of (Annex II): lower it."),
    marked("More than the beneficiaries, of whom there are none, that they are part of (Annex II): lower it."),
)


def _minors(plan: PressurePlan, _form: PressureForm, reading: Reading, beside: Beside) -> dict[str, str]:
    """Refuse more unaccompanied minors than persons of their line."""
    lines = (
        ("minors_applicants", plan.minors_applicants, plan.shares.applicants, _TOO_MANY_APPLICANTS),
        ("minors_beneficiaries", plan.minors_beneficiaries, plan.shares.beneficiaries, _TOO_MANY_BENEFICIARIES),
    )
    found = {}
    for name, minors, share, (words, where_none) in lines:
        most = persons_of_line(share, plan.covered, beside.exact_key)
        kept = _is_kept(reading, name, *(each.value for each in SHARES), "covered")
        if not kept and most is not None and minors > most:
            found[name] = tr(words, persons=wording.persons(most)) if most else tr(where_none)
    return found


def persons_of_line(share: Fraction, covered: Fraction, exact_key: Fraction | None) -> int | None:
    """Return how many persons a share comes to, rounded up; ``None`` while the key is not known."""
    if not share:
        return 0
    return None if exact_key is None else round_up(max(Fraction(0), exact_key - covered) * share / WHOLE)


def _measures(plan: PressurePlan, form: PressureForm, reading: Reading, beside: Beside) -> dict[str, str]:
    """Refuse measures that the report does not name (P610-52-2a), and more covered than the share."""
    named, found = beside.report.measures_named, {}
    for number, each in enumerate(form.measures):
        kept = each.recorded is not None and each == measure_form(each.recorded)
        if each.kind is not None and each.kind not in named and not kept:
            found[f"{number}.amount"] = tr(
                "The report does not name such measures (Art. 52(2), 51(3)(b)(iii)): delete this one."
            )
    context = PressureContext(plan, beside.exact_key, bool(named))
    problem = refused_cover(PressureFigure.COVERED, plan.covered, context)
    if problem and not reading.is_kept("covered"):
        found["covered"] = problem
    return found


def _reduction(plan: PressurePlan, _form: PressureForm, reading: Reading, _beside: Beside) -> dict[str, str]:
    """Refuse a reduction to who delivers no persons (Art. 52(5))."""
    if not plan.reduction_requested or plan.shares.total or _is_kept(reading, "reduction_requested"):
        return {}
    words = tr(
        "{state} proposes no relocation and no sponsorship: only who does may ask (Art. 52(5)).",
        state=state_name(plan.code),
    )
    return {"reduction_requested": words}


_OF_TYPES: Final = tuple(each.value for each in SHARES)
_CHECKS: Final[tuple[tuple[_Check, tuple[str, ...]], ...]] = (
    (_shares, (*_OF_TYPES, "covered")),
    (_sponsorship, ("sponsorship", "nationalities")),
    (_minors, (*_OF_TYPES, "covered", "minors_applicants", "minors_beneficiaries")),
    (_measures, ("covered",)),
    (_reduction, _OF_TYPES),
)
"""What is held against the law, and the fields that must be readable for it."""
