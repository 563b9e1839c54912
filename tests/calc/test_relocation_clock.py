"""The clocks of a relocation, counted by hand (COM(2020) 610, Art. 45(1)(c), 57, 65)."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.deadline_standing import Standing, standings
from desktop_app.calc.relocation_clock import Obstacle, RelocationStep, is_recent, obstacles_of, standing_of
from desktop_app.calc.solidarity_groups import RelocationGroup
from tests.views.solidarity.small import forum

SENT = date(2027, 4, 1)
"""A Thursday: the first week ends on Thursday 8 April, two on 15, three on 22 April."""
GROUP = RelocationGroup("R-1", "FR", persons=30, linked=2, refused=1, sent=SENT)
TWO, THREE = "two-weeks", "three-weeks"


@pytest.mark.parametrize(
    ("postponed", "reading", "confirm_by"),
    [
        (None, TWO, date(2027, 4, 8)),
        (date(2027, 4, 7), TWO, date(2027, 4, 15)),
        (date(2027, 4, 7), THREE, date(2027, 4, 22)),
        # On the last day of week one the notice still counts, on the next it does not; nor before the file.
        (date(2027, 4, 8), TWO, date(2027, 4, 15)),
        (date(2027, 4, 9), TWO, date(2027, 4, 8)),
        (date(2027, 4, 9), THREE, date(2027, 4, 8)),
        (SENT, TWO, date(2027, 4, 15)),
        (date(2027, 3, 31), TWO, date(2027, 4, 8)),
    ],
)
def test_a_notice_in_the_first_week_postpones_the_confirmation(
    postponed: date | None, reading: str, confirm_by: date
) -> None:
    standing = standing_of(replace(GROUP, postponed=postponed), reading, None)
    first_week = date(2027, 4, 8)
    assert (standing.confirm_by, standing.notice_by) == (confirm_by, first_week)
    assert standing.is_postponed is (confirm_by != first_week)
    assert standing.is_notice_void is (postponed is not None and confirm_by == first_week)


@pytest.mark.parametrize(
    ("group", "today", "accepted", "by_silence"),
    [
        (GROUP, None, None, False),
        (GROUP, date(2027, 4, 8), None, False),
        # Silence is yes once the last day has passed.
        (GROUP, date(2027, 4, 9), date(2027, 4, 8), True),
        (replace(GROUP, confirmed=date(2027, 4, 3)), date(2027, 4, 9), date(2027, 4, 3), False),
        (replace(GROUP, confirmed=date(2027, 4, 8)), date(2027, 4, 9), date(2027, 4, 8), False),
        # A confirmation after the last day comes to a group that silence has accepted already.
        (replace(GROUP, confirmed=date(2027, 4, 9)), None, date(2027, 4, 8), True),
        # Whoever decides or transfers has taken it to be accepted, before the week is over or after it.
        (replace(GROUP, decided=date(2027, 4, 6)), date(2027, 4, 7), date(2027, 4, 6), True),
        (replace(GROUP, decided=date(2027, 4, 12)), None, date(2027, 4, 8), True),
        (replace(GROUP, transferred=date(2027, 4, 5)), None, date(2027, 4, 5), True),
    ],
)
def test_silence_means_yes(group: RelocationGroup, today: date | None, accepted: date | None, by_silence: bool) -> None:
    standing = standing_of(group, TWO, today)
    assert (standing.accepted_on, standing.by_silence) == (accepted, by_silence)


def test_decision_and_transfer_follow_the_confirmation_or_the_appeal() -> None:
    confirmed = standing_of(replace(GROUP, confirmed=date(2027, 4, 8)), TWO, None)
    # One week, and four: 8 April + 28 days.
    assert (confirmed.decide_by, confirmed.transfer_by) == (date(2027, 4, 15), date(2027, 5, 6))
    appealed = standing_of(replace(confirmed.group, appeal_ended=date(2027, 6, 30)), TWO, None)
    assert (appealed.decide_by, appealed.transfer_by) == (date(2027, 4, 15), date(2027, 7, 28))
    # An appeal that ended before the confirmation ends nothing sooner.
    early = standing_of(replace(confirmed.group, appeal_ended=date(2027, 4, 2)), TWO, None)
    assert early.transfer_by == date(2027, 5, 6)


def test_both_readings_move_all_that_follows() -> None:
    silent = replace(GROUP, postponed=date(2027, 4, 8))
    later = date(2027, 5, 1)
    two, three = (standing_of(silent, reading, later) for reading in (TWO, THREE))
    assert [step.due for step in two.steps] == [date(2027, 4, 15), date(2027, 4, 22), date(2027, 5, 13)]
    assert [step.due for step in three.steps] == [date(2027, 4, 22), date(2027, 4, 29), date(2027, 5, 20)]


def test_each_step_is_the_next_one_in_turn() -> None:
    group, today = replace(GROUP, sent=None), date(2027, 4, 8)
    standing, found = standing_of(group, TWO, today), []
    for more in (
        {},
        {"sent": SENT},
        {"confirmed": date(2027, 4, 8)},
        {"decided": date(2027, 4, 10)},
        {"transferred": date(2027, 5, 7)},
    ):
        group = replace(group, **more)  # type: ignore[arg-type]  # days
        standing = standing_of(group, TWO, today)
        found.append((standing.step, standing.due))
    assert found == [
        (RelocationStep.FILE, None),
        (RelocationStep.CONFIRMATION, date(2027, 4, 8)),
        (RelocationStep.DECISION, date(2027, 4, 15)),
        (RelocationStep.TRANSFER, date(2027, 5, 6)),
        (RelocationStep.DONE, None),
    ]
    # Confirmed and decided in time; transferred on the day after the last one.
    assert [step.is_late for step in standing.steps] == [False, False, True]
    assert not standing.is_late


def test_a_step_is_late_on_the_day_after_its_last() -> None:
    confirmed = replace(GROUP, confirmed=date(2027, 4, 8))
    assert not standing_of(confirmed, TWO, date(2027, 4, 15)).is_late
    late = standing_of(confirmed, TWO, date(2027, 4, 16))
    assert late.is_late
    assert [step.is_late for step in late.steps] == [False, True, False]
    assert not standing_of(confirmed, TWO, None).is_late


def test_before_the_file_no_clock_runs() -> None:
    standing = standing_of(replace(GROUP, sent=None, postponed=SENT), TWO, SENT)
    assert (standing.notice_by, standing.is_notice_void) == (None, False)
    assert [(step.due, step.done, step.is_late) for step in standing.steps] == [(None, None, False)] * 3


def test_who_has_links_or_is_refused_is_not_relocated() -> None:
    # 30 - 2 - 1; never less than nobody.
    assert standing_of(GROUP, TWO, None).eligible == 27
    assert standing_of(replace(GROUP, linked=40), TWO, None).eligible == 0


@pytest.mark.parametrize(
    ("granted", "act", "recent"),
    [
        # Exactly three years before the act are not less than three years.
        (date(2024, 3, 19), date(2027, 3, 19), False),
        (date(2024, 3, 20), date(2027, 3, 19), True),
        (date(2024, 3, 18), date(2027, 3, 19), False),
        # 29 February ends its three years on 28 February.
        (date(2024, 2, 29), date(2027, 2, 27), True),
        (date(2024, 2, 29), date(2027, 2, 28), False),
        (date(2025, 2, 28), date(2028, 2, 28), False),
        (date(2025, 3, 1), date(2028, 2, 29), True),
    ],
)
def test_protection_was_granted_less_than_three_years_before_the_act(granted: date, act: date, recent: bool) -> None:
    assert is_recent(granted, act) is recent


def test_what_keeps_a_group_from_being_relocated() -> None:
    act = date(2027, 3, 19)
    checked = replace(GROUP, security_checked=SENT)
    assert obstacles_of(GROUP, act) == (Obstacle.NO_CHECK,)
    assert obstacles_of(checked, act) == ()
    protected = replace(checked, type=ContributionType.BENEFICIARIES)
    assert obstacles_of(protected, act) == (Obstacle.NO_CONSENT, Obstacle.NO_GRANT)
    early = replace(protected, consent=True, granted=date(2024, 3, 19))
    assert obstacles_of(early, act) == (Obstacle.GRANTED_EARLY,)
    # Without an act nothing was granted too early yet; a day later it was granted late enough.
    assert obstacles_of(early, None) == ()
    assert obstacles_of(replace(early, granted=date(2024, 3, 20)), act) == ()


def test_silence_is_no_late_confirmation() -> None:
    # R-2 was accepted by silence on its last day; R-1 was confirmed in time, R-3 has no file yet.
    found = {
        each.deadline.place: (each.standing, each.done)
        for each in standings(assess(forum()))
        if each.deadline.rule == "P610-57-7"
    }
    assert found == {0: (Standing.DONE, date(2027, 4, 14)), 1: (Standing.DONE, date(2027, 11, 22))}
