"""Figures of the whole search and rescue procedure: total, sums, coverage (COM(2020) 610, Art. 47, 48)."""

from collections.abc import Callable
from typing import Final

from desktop_app.calc.derivation import Exact, Input, Unit
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain import proposal_unknown as unknowns
from desktop_app.calc.explain import response_inputs as given
from desktop_app.calc.explain import unknown
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.inputs import COMPUTED
from desktop_app.calc.explain.proposal_subject import STATUS
from desktop_app.calc.explain.proposal_totals import asked_figures, claimed_figure, sum_of
from desktop_app.calc.explain.proposal_unknown import NO_NUMBER
from desktop_app.calc.explain.response_subject import Response
from desktop_app.calc.member_states import name_of
from desktop_app.calc.readings import COVER, KEY_ROUNDING, SHORTFALL
from desktop_app.calc.response_assessment import ResponseRow
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import number, percent, persons, relocations

_REPORT: Final = "COM(2020) 610, Art. 6(4), 47(2)"
_ASKED: Final = "COM(2020) 610, Art. 47(3)"
_PLANS: Final = "COM(2020) 610, Art. 47(4), 47(5)"
_ACT: Final = "COM(2020) 610, Art. 48(1), 48(2)"
_ROUNDING: Final = (KEY_ROUNDING.name,)
_TOUCHED: Final = (KEY_ROUNDING.name, SHORTFALL.name, COVER.name)


def _total(whole: Response) -> Answer:
    top_up = whole.forum.search_and_rescue.top_up
    needed = persons(whole.report_total)
    if top_up is None or not whole.frame.is_topped_up:
        return Answer(
            "sum(needs)", (given.needs(whole),), say("The report gives {needed} relocations in all.", needed=needed)
        )
    words = say(
        "The report gives {needed} relocations; the amended act raises those from {state} to "
        "{persons}, which makes {persons_2}.",
        needed=needed,
        state=name_of(top_up.benefitting),
        persons=persons(top_up.relocations),
        persons_2=persons(whole.totals.relocations or 0),
    )
    used = (given.needs(whole), given.former(whole), given.raised_to(whole))
    return Answer("sum(needs) - former_number + new_number", used, words)


def _sum(
    name: str, title: str, figure: Callable[[ResponseRow], Exact | None], told: Callable[[Response], str]
) -> Callable[[Response], Answer]:
    return sum_of(name, title, lambda whole: whole.contributing, figure, told)


def _not_asked(whole: Response) -> Answer:
    benefitting = [row for row in whole.assessment.rows if row.benefitting]
    listed = shared.of_rows(
        "key_numbers", say("number by the key of each benefitting state"), benefitting, _report_number
    )
    words = say(
        "The key contains the states of disembarkation; nobody is asked for their {persons} persons.",
        persons=persons(whole.totals.not_asked or 0),
    )
    return Answer("sum(key_numbers)", (listed,), words)


def _report_number(row: ResponseRow) -> int | None:
    return row.report_number


def _pledged(whole: Response) -> Input:
    value = whole.totals.pledged
    return Input("pledged", say("relocations pledged by all states"), value, Unit.PERSONS, COMPUTED, "", "pledged")


def _coverage(whole: Response) -> Answer:
    words = say(
        "{relocations} pledged are {percent} of the {persons} of the report.",
        relocations=relocations(whole.totals.pledged),
        percent=percent(whole.totals.coverage or 0),
        persons=persons(whole.report_total),
    )
    return Answer("100 * pledged / report_total", (_pledged(whole), given.report_total(whole)), words)


def _coverage_of_asked(whole: Response) -> Answer:
    asked = shared.of_rows(
        "all_shares", say("number by the key before rounding of each state asked"), whole.contributing, _exact_key
    )
    total = number(whole.totals.asked_exact or 0)
    words = say(
        "{relocations} pledged are {percent} of the {total} that the key asks of the contributing states.",
        relocations=relocations(whole.totals.pledged),
        percent=percent(whole.totals.coverage_of_asked or 0),
        total=total,
    )
    return Answer("100 * pledged / sum(all_shares)", (_pledged(whole), asked), words)


def _exact_key(row: ResponseRow) -> Exact | None:
    return row.exact_key


def _asked_words(whole: Response) -> str:
    return say(
        "The contributing states together are asked for {persons} persons.", persons=persons(whole.totals.asked or 0)
    )


def _pledged_words(whole: Response) -> str:
    words = say("The plans that count together pledge {relocations}.", relocations=relocations(whole.totals.pledged))
    waiting = list(whole.totals.waiting)
    return say("{words} No plan counts of {names}.", words=words, names=unknown.names(waiting)) if waiting else words


def _claimed_words(whole: Response) -> str:
    return say(
        "The measures in the plans that count would together stand for {number} persons.",
        number=number(whole.totals.claimed),
    )


def _fixed_words(what: str, value: Callable[[Response], int | None]) -> Callable[[Response], str]:
    def told(whole: Response) -> str:
        basis = say("By the act") if whole.frame.path else say("As planned, before a judgement,")
        return say(
            "{basis} the contributing states together give {persons} {what}.",
            basis=basis,
            persons=persons(value(whole) or 0),
            what=what,
        )

    return told


FIGURES: Final[tuple[Figure[Response], ...]] = (
    Figure(
        "relocations",
        say("total of relocations in force"),
        Unit.PERSONS,
        say("whole persons"),
        say("{REPORT}, 48(2)", REPORT=_REPORT),
        lambda whole: whole.totals.relocations,
        _total,
        (unknowns.no_report_total,),
        STATUS,
    ),
    *asked_figures(
        _ASKED,
        _sum("key_numbers", say("number by the key of each state asked"), _report_number, _asked_words),
        _not_asked,
    ),
    Figure(
        "pledged",
        say("relocations pledged"),
        Unit.PERSONS,
        say("sum of whole persons"),
        _PLANS,
        lambda whole: whole.totals.pledged,
        _sum("pledges", say("relocations pledged by each state"), lambda row: row.pledged, _pledged_words),
        status=STATUS,
    ),
    claimed_figure(
        _PLANS, _sum("claims", say("what the measures of each state claim"), lambda row: row.claimed, _claimed_words)
    ),
    Figure(
        "coverage_percent",
        say("coverage of the report"),
        Unit.PERCENT,
        say("shown with two decimals, half up"),
        "COM(2020) 610, Art. 47(5), 48(1)",
        lambda whole: None if whole.totals.coverage is None else 100 * whole.totals.coverage,
        _coverage,
        (unknowns.no_report_total, unknowns.nothing_needed),
        STATUS,
    ),
    Figure(
        "coverage_of_asked_percent",
        say("coverage of what is asked"),
        Unit.PERCENT,
        say("shown with two decimals, half up"),
        "COM(2020) 610, Art. 47(3), 47(5)",
        lambda whole: None if whole.totals.coverage_of_asked is None else 100 * whole.totals.coverage_of_asked,
        _coverage_of_asked,
        (*NO_NUMBER, unknowns.nothing_needed, unknowns.nobody_asked),
        STATUS,
    ),
    Figure(
        "fixed_relocations",
        say("relocations fixed"),
        Unit.PERSONS,
        say("sum of whole persons"),
        _ACT,
        lambda whole: whole.totals.fixed_relocations,
        _sum(
            "relocations_fixed",
            say("relocations fixed for each state"),
            lambda row: row.relocations,
            _fixed_words(say("persons by relocation"), lambda whole: whole.totals.fixed_relocations),
        ),
        NO_NUMBER,
        STATUS,
        _TOUCHED,
    ),
    Figure(
        "fixed_sponsorship",
        say("persons sponsored for return"),
        Unit.PERSONS,
        say("sum of whole persons"),
        _ACT,
        lambda whole: whole.totals.fixed_sponsorship,
        _sum(
            "sponsorship_fixed",
            say("persons sponsored by each state"),
            lambda row: row.sponsorship,
            _fixed_words(say("persons by return sponsorship"), lambda whole: whole.totals.fixed_sponsorship),
        ),
        NO_NUMBER,
        STATUS,
        _TOUCHED,
    ),
    Figure(
        "fixed_measures",
        say("measures fixed, in persons"),
        Unit.PERSONS,
        say("sum of whole persons"),
        _ACT,
        lambda whole: whole.totals.fixed_measures,
        _sum(
            "measures_fixed",
            say("measures fixed for each state"),
            lambda row: row.measures,
            _fixed_words(say("by measures, in persons"), lambda whole: whole.totals.fixed_measures),
        ),
        NO_NUMBER,
        STATUS,
        _TOUCHED,
    ),
)
