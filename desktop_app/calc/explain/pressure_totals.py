"""Figures of the whole procedure on migratory pressure: report, plans, act (COM(2020) 610, Art. 51 to 53)."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.derivation import Exact, Input, Unit
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.inputs import COMPUTED
from desktop_app.calc.explain.pressure_credits import CREDITED, CREDITS_TOUCHED
from desktop_app.calc.explain.pressure_fixed_figures import TOUCHED
from desktop_app.calc.explain.pressure_reduction_figures import SPREAD, SPREAD_TOUCHED, UNION_AVERAGE_FIGURE
from desktop_app.calc.explain.pressure_subject import Pressure
from desktop_app.calc.explain.proposal_subject import STATUS
from desktop_app.calc.explain.proposal_totals import asked_figures, claimed_figure, sum_of
from desktop_app.calc.explain.proposal_unknown import NO_NUMBER
from desktop_app.calc.explain.unknown import names
from desktop_app.calc.pressure_assessment import PressureRow, TypeMatch
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import number, persons

_REPORT: Final = "COM(2020) 610, Art. 51(3)(b)(ii)"
_ASKED: Final = "COM(2020) 610, Art. 52(1), 53(3)(c), 54"
_PLANS: Final = "COM(2020) 610, Art. 52(2), 52(3) and Annex II"
_MATCH: Final = "COM(2020) 610, Art. 52(4), 53(3)(a), 53(3)(b)"
_ACT: Final = "COM(2020) 610, Art. 53"


def _in_report(name: str, title: str, number_of: Callable[[Pressure], int | None]) -> Figure[Pressure]:
    """Return a figure that stands in the report."""

    def answer(whole: Pressure) -> Answer:
        count = number_of(whole) or 0
        used = Input("in_report", title, count, Unit.PERSONS, *shared.report_source(whole))
        return Answer(
            "in_report", (used,), say("The report gives {persons} {title}.", persons=persons(count), title=title)
        )

    def missing(_whole: Pressure) -> str:
        return say("The report's number of {title} is not recorded yet (Art. 51(3)).", title=title)

    return Figure(name, title, Unit.PERSONS, say("whole persons"), _REPORT, number_of, answer, (missing,), STATUS)


def _total(whole: Pressure) -> Answer:
    totals = whole.totals
    words = say(
        "{relocations} persons to relocate and {sponsorship} to sponsor are {report_total}: the key is applied to "
        "both together, and each state splits its number by type.",
        relocations=persons(totals.relocations or 0),
        sponsorship=persons(totals.sponsorship or 0),
        report_total=persons(whole.report_total),
    )
    return Answer("relocations + sponsorship", (_linked(whole, 0), _linked(whole, 1)), words)


def _linked(whole: Pressure, place: int) -> Input:
    """Return one total of the report, which can be asked about in turn."""
    match = whole.totals.matches[place]
    title = (say("persons to relocate"), say("persons to sponsor"))[place]
    return Input(match.name, title, match.needed or 0, Unit.PERSONS, COMPUTED, "", match.name)


def _sum(
    name: str, title: str, figure: Callable[[PressureRow], Exact | None], told: Callable[[Pressure], str]
) -> Callable[[Pressure], Answer]:
    return sum_of(name, title, lambda whole: whole.asked_rows, figure, told)


def _asked_words(whole: Pressure) -> str:
    return say(
        "The contributing states together are asked for {persons} persons.", persons=persons(whole.totals.asked or 0)
    )


def _not_asked_words(whole: Pressure) -> str:
    return say(
        "The key contains the states that benefit; nobody is asked for their {persons} persons, and "
        "nobody takes them over (Art. 52(1)).",
        persons=persons(whole.totals.not_asked or 0),
    )


def _covered_words(whole: Pressure) -> str:
    words = say(
        "In the plans that count, measures cover {number} persons of the key together.",
        number=number(whole.totals.covered),
    )
    waiting = list(whole.totals.waiting)
    return say("{words} No plan counts of {names}.", words=words, names=names(waiting)) if waiting else words


def _claimed_words(whole: Pressure) -> str:
    return say(
        "The measures in the plans that count claim to stand for {number} persons together.",
        number=number(whole.totals.claimed),
    )


def _planned(whole: Pressure) -> Answer:
    planning = [row for row in whole.asked_rows if row.plan]
    title = say("number by the key before rounding of each state that plans")
    keys = shared.of_rows("planned_keys", title, planning, lambda row: row.exact_key)
    totals, planned = whole.totals, whole.totals.planned or Fraction(0)
    covered = Input("covered", say("covered by measures"), totals.covered, Unit.PERSONS, COMPUTED, "", "covered")
    words = say(
        "The key asks the states whose plan counts for {number} persons; measures cover {covered} of "
        "them, so {planned} are left to persons.",
        number=number(planned + totals.covered),
        covered=number(totals.covered),
        planned=number(planned),
    )
    return Answer("sum(planned_keys) - covered", (keys, covered), words)


def _fixed(name: str, kind: ContributionType, value: Callable[[Pressure], int | None]) -> Figure[Pressure]:
    what = say("measures, in persons") if kind is ContributionType.MEASURES else kind.words

    def told(whole: Pressure) -> str:
        words = (
            say("By the act the contributing states together give {persons} by {what}.")
            if whole.forum.migratory_pressure.act.adopted
            else say("As things stand before the act, the contributing states together give {persons} by {what}.")
        )
        return say(
            words,
            persons=persons(value(whole) or 0),
            what=what,
        )

    title = say("{words} fixed for each state", words=kind.words)
    answer = _sum(f"{kind.value}_fixed", title, lambda row: row.fixed.by_type[kind], told)
    rounding = say("sum of whole persons")
    return Figure(
        name, say("{what} fixed", what=what), Unit.PERSONS, rounding, _ACT, value, answer, NO_NUMBER, STATUS, TOUCHED
    )


def _given_by(row: PressureRow, *, sponsorship: bool) -> Fraction:
    """Return what a state's plan gives by relocation, or by sponsorship, before the 50 % rule and all that follows."""
    by_persons = (row.exact_key or Fraction(0)) - row.covered
    sponsored = by_persons * row.types.weights.get(ContributionType.SPONSORSHIP, 0)
    return sponsored if sponsorship else by_persons - sponsored


_BY: Final = (say("relocation"), say("return sponsorship"))


def _match(place: int) -> Callable[[Pressure], Answer]:
    name = _BY[place]

    def answer(whole: Pressure) -> Answer:
        match = whole.totals.matches[place]
        title = say("given by {name} by the plan of each state", name=name)
        rows = [row for row in whole.asked_rows if row.has_types]
        by_type = shared.of_rows("given_by_type", title, rows, lambda row: _given_by(row, sponsorship=bool(place)))
        shares = shared.of_rows("shares", say("share of each of these states"), rows, lambda row: row.share, Unit.RATIO)
        formula = f"sum(given_by_type) - {match.name} * sum(shares)"
        return Answer(formula, (by_type, _linked(whole, place), shares), _match_words(match, name))

    return answer


def _match_words(match: TypeMatch, name: str) -> str:
    none = Fraction(0)
    given, asked, difference = match.given or none, match.asked or none, match.difference or none
    if not difference:
        words = say(
            "The plans give {given} by {name}; of the report's {needed}, the contributing states are asked for "
            "{asked}: they match."
        )
    elif difference > 0:
        words = say(
            "The plans give {given} by {name}; of the report's {needed}, the contributing states are asked for "
            "{asked}: {difference} more. Where types do not match, the forum meets (Art. 52(4))."
        )
    else:
        words = say(
            "The plans give {given} by {name}; of the report's {needed}, the contributing states are asked for "
            "{asked}: {difference} less. Where types do not match, the forum meets (Art. 52(4))."
        )
    return say(
        words,
        given=number(given),
        name=name,
        needed=persons(match.needed or 0),
        asked=number(asked),
        difference=number(abs(difference)),
    )


def _match_figure(place: int) -> Figure[Pressure]:
    name = _BY[place]
    return Figure(
        ("match_relocations", "match_sponsorship")[place],
        say("{name} given, less what is asked of it", name=name),
        Unit.PERSONS,
        say("exact; below 0 where the plans give less than is asked"),
        _MATCH,
        lambda whole: whole.totals.matches[place].difference,
        _match(place),
        NO_NUMBER,
        STATUS,
    )


def _reduction_words(whole: Pressure) -> str:
    if not whole.totals.reduction:
        return say("No reduction is granted, so there is nothing to spread.")
    off = number(-whole.totals.reduction)
    return say("Reductions take {off} persons off; the others take over as many, so nobody is lost.", off=off)


def _credited_words(whole: Pressure) -> str:
    if not whole.totals.credited:
        return say("No earlier contribution is taken off.")
    return say(
        "Earlier contributions take {number} persons off; nobody takes these over.",
        number=number(whole.totals.credited),
    )


def _minors_words(whole: Pressure) -> str:
    return say(
        "The plans that count name {persons} unaccompanied minors, who come first (Art. 52(1)); the text "
        "gives no least number.",
        persons=persons(whole.totals.minors),
    )


FIGURES: Final[tuple[Figure[Pressure], ...]] = (
    _in_report("relocations", say("persons to relocate"), lambda whole: whole.totals.relocations),
    _in_report("sponsorship", say("persons to sponsor for return"), lambda whole: whole.totals.sponsorship),
    Figure(
        "total",
        say("persons of the report"),
        Unit.PERSONS,
        say("whole persons"),
        _REPORT,
        lambda whole: whole.totals.total,
        _total,
        NO_NUMBER[:1],
        STATUS,
    ),
    *asked_figures(
        _ASKED,
        _sum("key_numbers", say("number by the key of each state asked"), lambda row: row.key_number, _asked_words),
        sum_of(
            "key_numbers",
            say("number by the key of each state that benefits"),
            lambda whole: [row for row in whole.assessment.rows if not row.is_asked],
            lambda row: row.key_number,
            _not_asked_words,
        ),
    ),
    Figure(
        "covered",
        say("covered by measures"),
        Unit.PERSONS,
        say("exact"),
        _PLANS,
        lambda whole: whole.totals.covered,
        _sum("covered_parts", say("covered by the measures of each state"), lambda row: row.covered, _covered_words),
        status=STATUS,
    ),
    claimed_figure(
        _PLANS, _sum("claims", say("what the measures of each state claim"), lambda row: row.claimed, _claimed_words)
    ),
    Figure(
        "planned",
        say("by persons in the plans that count"),
        Unit.PERSONS,
        say("exact; before the 50 % rule"),
        _PLANS,
        lambda whole: whole.totals.planned,
        _planned,
        NO_NUMBER,
        STATUS,
    ),
    _match_figure(0),
    _match_figure(1),
    Figure(
        "reduction",
        say("taken off by reductions"),
        Unit.PERSONS,
        say("exact; 0 or less"),
        SPREAD,
        lambda whole: whole.totals.reduction,
        _sum("reductions", say("reduction of each state"), lambda row: row.reduction, _reduction_words),
        status=STATUS,
        readings=SPREAD_TOUCHED,
    ),
    Figure(
        "credited",
        say("credited for earlier contributions"),
        Unit.PERSONS,
        say("exact"),
        CREDITED,
        lambda whole: whole.totals.credited,
        _sum("credits", say("credited to each state"), lambda row: row.credited, _credited_words),
        status=STATUS,
        readings=CREDITS_TOUCHED,
    ),
    UNION_AVERAGE_FIGURE,
    Figure(
        "minors",
        say("unaccompanied minors in the plans"),
        Unit.PERSONS,
        say("whole persons as on the forms"),
        "COM(2020) 610, Art. 52(1) and Annex II",
        lambda whole: whole.totals.minors,
        _sum("minors_of_plans", say("unaccompanied minors of each plan"), lambda row: row.minors, _minors_words),
        status=STATUS,
    ),
    _fixed("fixed_relocations", ContributionType.APPLICANTS, lambda whole: whole.totals.fixed_relocations),
    _fixed("fixed_sponsorship", ContributionType.SPONSORSHIP, lambda whole: whole.totals.fixed_sponsorship),
    _fixed("fixed_beneficiaries", ContributionType.BENEFICIARIES, lambda whole: whole.totals.fixed_beneficiaries),
    _fixed("fixed_measures", ContributionType.MEASURES, lambda whole: whole.totals.fixed_measures),
)
"""In the order of the interchange format."""
