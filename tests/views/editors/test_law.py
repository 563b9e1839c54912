"""What the panel says of the law: which basis is open, what a status allows, when an assessment falls due."""

from datetime import date

import pytest

from desktop_app.calc.forum import Deduction, DeductionStage, Flag, Forum, Holiday
from desktop_app.calc.forum import DeductionBasis as Basis
from desktop_app.views.editors.law import basis_words, due_words, status_words

PRESSURE, RISK, SITUATION = Flag.UNDER_PRESSURE, Flag.AT_RISK, Flag.SIGNIFICANT_SITUATION


@pytest.mark.parametrize(
    ("basis", "flags", "declared", "benefitting", "allowed"),
    [
        (Basis.ARTICLE_61, (PRESSURE,), False, False, True),
        (Basis.ARTICLE_61, (RISK, SITUATION), False, False, False),
        (Basis.ARTICLE_61, (), True, False, True),
        (Basis.ARTICLE_61, (PRESSURE,), False, True, False),
        (Basis.ARTICLE_61, (), True, True, False),
        (Basis.ARTICLE_62, (SITUATION,), False, False, True),
        (Basis.ARTICLE_62, (RISK,), False, False, False),
        (Basis.ARTICLE_62, (), True, True, True),
    ],
)
def test_a_basis_is_open_by_flag_or_by_what_the_state_considers(
    basis: Basis, flags: tuple[Flag, ...], declared: bool, benefitting: bool, allowed: bool
) -> None:
    words, said = basis_words(basis, flags, self_declared=declared, benefitting=benefitting)
    assert said is allowed
    assert words.startswith(f"Art. {basis.value} ")
    assert ("is open:" in words) is allowed


def test_a_status_says_what_it_allows() -> None:
    assert status_words(()).startswith("Not classified")
    lines = status_words((PRESSURE, RISK, SITUATION)).split("\n")
    assert [line.partition(":")[0] for line in lines] == [
        "Under migratory pressure",
        "At risk of migratory pressure",
        "Significant migratory situation",
    ]


def said(deduction: Deduction, as_of: date | None = None, *holidays: Holiday) -> tuple[str, str]:
    words, tone = due_words(deduction, Forum(as_of=as_of, holidays=holidays))
    return words.replace("\xa0", " "), tone


def requested(day: date, assessed: date | None = None, stage: DeductionStage = DeductionStage.REQUESTED) -> Deduction:
    return Deduction(Basis.ARTICLE_61, stage, requested=day, assessed=assessed)


def test_without_a_request_nothing_falls_due() -> None:
    words, tone = said(Deduction(Basis.ARTICLE_62, DeductionStage.ANNOUNCED))
    assert words == "The assessment falls due four weeks after the Commission received the request (Art. 62(4))."
    assert tone == "muted"


def test_four_weeks_from_the_request() -> None:
    # Tuesday 1 December 2026 and four weeks: Tuesday 29 December.
    words, tone = said(requested(date(2026, 12, 1)), date(2026, 12, 20))
    assert words == (
        "Assessment due by Tuesday 29 December 2026 (Art. 61(3)): four weeks. "
        "On 20 December 2026, the day of this check: 9 days left."
    )
    assert tone == "muted"


def test_holidays_that_move_the_end_are_named() -> None:
    # Friday 27 November 2026 and four weeks: Friday 25 December, then a weekend, then a holiday of the list.
    holiday = Holiday(date(2026, 12, 28), "Institutions closed")
    words, _tone = said(requested(date(2026, 11, 27)), None, holiday)
    assert words.startswith(
        "Assessment due by Tuesday 29 December 2026 (Art. 61(3)): four weeks end on 25 December 2026, "
    )
    for part in (
        "25 December 2026 (official holiday)",
        "26 December 2026 (Saturday)",
        "28 December 2026 (Institutions closed)",
    ):
        assert part in words
    assert "(Art. 75(d))" in words


@pytest.mark.parametrize(
    ("deduction", "as_of", "end", "tone"),
    [
        (requested(date(2026, 12, 1), date(2026, 12, 29)), None, "It came in time.", "muted"),
        (requested(date(2026, 12, 1), date(2026, 12, 30)), None, "It came late.", "warn"),
        (requested(date(2026, 12, 1)), date(2026, 12, 30), "Late on 30 December 2026, the day of this check.", "warn"),
        (requested(date(2026, 12, 1)), date(2026, 12, 29), "today is the last day.", "muted"),
        (requested(date(2026, 12, 1)), date(2026, 12, 28), "1 day left.", "muted"),
        (requested(date(2026, 12, 1), stage=DeductionStage.REFUSED), date(2027, 1, 5), "four weeks.", "muted"),
    ],
)
def test_how_it_stands_on_the_day_of_the_check(deduction: Deduction, as_of: date | None, end: str, tone: str) -> None:
    words, said_tone = said(deduction, as_of)
    assert words.endswith(end)
    assert said_tone == tone
