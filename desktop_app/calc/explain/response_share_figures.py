"""Share, number by the key and what is asked of one state in search and rescue (COM(2020) 610, Art. 47(3), 54)."""

from typing import Final

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain import inputs, unknown
from desktop_app.calc.explain import response_inputs as given
from desktop_app.calc.explain import response_unknown as reasons
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.response_subject import STATUS, ResponseState
from desktop_app.calc.explain.share_figures import SHARE_DECIMALS, share_of, share_percent_of
from desktop_app.calc.readings import KEY_ROUNDING
from desktop_app.calc.wording import number, percent, persons

_KEY: Final = "COM(2020) 610, Art. 54 and Annex III"
_NUMBER: Final = "COM(2020) 610, Art. 47(3), 54 and Annex III"
NO_NUMBER: Final = (reasons.no_report_total, unknown.no_share)
"""Why a number by the key may be unknown."""


def _exact_key(state: ResponseState) -> Answer:
    words = (
        f"{percent(state.share, SHARE_DECIMALS)} of the report's {persons(state.report_total)} relocations "
        f"are {number(state.exact_key)}."
    )
    return Answer("share * report_total", (inputs.share(state), given.report_total(state)), words)


def _key_number(state: ResponseState) -> Answer:
    quota = state.share * (state.totals.relocations or 0)
    whole = persons(state.row.key_number or 0)
    raised = state.frame.is_topped_up
    formula = "exact_key"
    used: tuple[Input, ...] = (given.exact_key(state),)
    of = f"The number by the key before rounding is {number(quota)}"
    if raised:
        formula, used = "share * total", (inputs.share(state), given.total(state))
        of = f"{percent(state.share, SHARE_DECIMALS)} of the raised total of "
        of += f"{persons(state.totals.relocations or 0)} are {number(quota)}"
    how = state.reading(KEY_ROUNDING.name)
    if how == "up":
        return Answer(f"up({formula})", used, f"{of}; rounded up to whole persons: {whole}.")
    if how == "nearest":
        return Answer(f"nearest({formula})", used, f"{of}; rounded to the nearest whole person, a half up: {whole}.")
    floor = quota.numerator // quota.denominator
    beyond = (state.row.key_number or 0) - floor
    title = f"{state.title}: persons handed out by remainder"
    remainder = Input("units_by_remainder", title, beyond, Unit.PERSONS, given.BY_REMAINDER)
    words = f"{of}; the total is handed out exactly"
    if quota != floor:
        words += f", so {state.name} gets the {persons(floor)} whole persons of it and, by its remainder, "
        words += f"{persons(beyond)} more: {whole}" if beyond else "nobody more"
    words += "."
    return Answer(f"down({formula}) + units_by_remainder", (*used, remainder), words)


def _asked(state: ResponseState) -> Answer:
    if state.row.benefitting:
        words = f"The key contains {state.name}, but nobody asks a state of disembarkation for its part."
        return Answer("0", (), words)
    words = f"The Commission asks {state.name} for its number by the key, {persons(state.row.asked or 0)}"
    if state.row.before is None:
        return Answer("key_number", (given.key_number(state),), f"{words}.")
    return Answer("report_number", (given.report_number(state),), f"{words}; the top-up came later.")


FIGURES: Final[tuple[Figure[ResponseState], ...]] = (
    Figure(
        "share",
        "share of the distribution key",
        Unit.RATIO,
        "exact, 1 is the whole",
        _KEY,
        lambda state: state.row.share,
        share_of,
        (unknown.no_share,),
        STATUS,
    ),
    Figure(
        "share_percent",
        "share of the distribution key in percent",
        Unit.PERCENT,
        "shown with four decimals, half up; reckoned on exactly",
        _KEY,
        lambda state: None if state.row.share is None else 100 * state.row.share,
        share_percent_of,
        (unknown.no_share,),
        STATUS,
    ),
    Figure(
        "exact_key",
        "number by the key before rounding",
        Unit.PERSONS,
        "exact; of the report's total, before any top-up",
        _NUMBER,
        lambda state: state.row.exact_key,
        _exact_key,
        NO_NUMBER,
        STATUS,
    ),
    Figure(
        "key_number",
        "number by the key",
        Unit.PERSONS,
        "whole persons; the proposal does not say how, the reading does",
        _NUMBER,
        lambda state: state.row.key_number,
        _key_number,
        NO_NUMBER,
        STATUS,
        (KEY_ROUNDING.name,),
    ),
    Figure(
        "asked",
        "persons asked for",
        Unit.PERSONS,
        "whole persons, as the number by the key",
        "COM(2020) 610, Art. 47(3)",
        lambda state: state.row.asked,
        _asked,
        NO_NUMBER,
        STATUS,
        (KEY_ROUNDING.name,),
    ),
)
