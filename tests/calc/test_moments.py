"""The day a check is for: what the forum says, else the latest date in it."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.calc.forum import (
    Basis,
    Deduction,
    DeductionBasis,
    DeductionStage,
    Forum,
    Key,
    Meeting,
    MeetingKind,
    SourceAct,
    StateRecord,
)
from desktop_app.calc.moments import as_of

EARLY, LATE = date(2026, 1, 1), date(2026, 12, 1)
ASKED = Deduction(DeductionBasis.ARTICLE_61, DeductionStage.REQUESTED)


def test_without_any_date_there_is_no_day() -> None:
    assert as_of(Forum(year=2026, readings=(("general-application", "2026-06-12"),))) is None


@pytest.mark.parametrize(
    "forum",
    [
        Forum(adopted=LATE),
        Forum(key=Key(population_date=LATE)),
        Forum(basis=Basis(report=SourceAct(date=LATE))),
        Forum(basis=Basis(decision=SourceAct(date=LATE))),
        Forum(basis=Basis(proposal=SourceAct(date=LATE))),
        Forum(meetings=(Meeting("m1", MeetingKind.INITIAL, LATE),)),
        Forum(states=(StateRecord("BE", benefitting_since=LATE),)),
        *(
            Forum(states=(StateRecord("BE", deductions=(replace(ASKED, **{step: LATE}),)),))  # type: ignore[arg-type]
            for step in ("announced", "requested", "assessed", "decided")
        ),
    ],
)
def test_the_latest_date_counts_wherever_it_stands(forum: Forum) -> None:
    early = StateRecord("SE", benefitting_since=EARLY)
    assert as_of(forum.with_state(early)) == LATE
    assert as_of(replace(forum, as_of=EARLY)) == EARLY
