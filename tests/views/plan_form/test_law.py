"""What the proposal says of a plan, in words; figures of :mod:`forums`, worked out by hand."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.response_plans import Cover, ResponseMeasure
from desktop_app.calc.search_and_rescue import ActPath, DisembarkationAct, ManagementReport
from desktop_app.views.plan_form.annex import ANNEX_I
from desktop_app.views.plan_form.forms import PlanForm
from desktop_app.views.plan_form.law import half_words, split_words, vulnerable_words
from desktop_app.views.plan_form.subject import PlanSubject, stage
from desktop_app.views.plan_form.waiting import waiting_words
from desktop_app.views.plan_form.words import (
    counting_words,
    measure_words,
    nobody_asks,
    short_standing,
    standing_words,
    submitted_words,
)
from tests.views.plan_form.forums import FRANCE, GERMANY, REPORT, Kind, forum

TEAMS = ResponseMeasure(Kind.OPERATIONAL, "teams", "registration", "spring", Fraction(120))
OFFERING = replace(GERMANY, relocations=280, measures=(TEAMS,))
"""DE leaves 120 of 400 short, FR 290 of 300: 410 of 1 000 is 41 %, above 30."""
ENDED = date(2026, 11, 20)


def told(given: Forum) -> SearchAndRescueAssessment:
    return SearchAndRescueAssessment.of(assess(given))


def under(path: ActPath | None, *plans: object) -> SearchAndRescueAssessment:
    given = forum(*plans, forum_ended=ENDED)  # type: ignore[arg-type]  # plans
    recorded = replace(given.search_and_rescue, act=DisembarkationAct(path, None))
    return told(replace(given, search_and_rescue=recorded))


@pytest.mark.parametrize(
    ("day", "revision", "ended", "words", "tone"),
    [
        (date(2026, 11, 14), 0, None, "In time: due by Saturday 14 November 2026 (Art. 47(4), 65).", "ok"),
        (
            date(2026, 11, 15),
            0,
            None,
            (
                "Late: due by Saturday 14 November 2026 (Art. 47(4)). A plan that comes late counts as no plan "
                "(our reading)."
            ),
            "warn",
        ),
        (None, 0, None, "The form asks for it (Annex I): without a date the plan blocks the act.", "warn"),
        (date(2026, 11, 30), 1, None, "In time: the forum has not ended (Art. 47(5)).", "ok"),
        (ENDED, 1, ENDED, "In time: the forum ended on Friday 20 November 2026 (Art. 47(5)).", "ok"),
        (
            date(2026, 11, 21),
            1,
            ENDED,
            "Late: the forum ended on Friday 20 November 2026; this revision counts nowhere (Art. 47(5)).",
            "warn",
        ),
    ],
)
def test_a_day_of_submission_is_in_time_or_late_in_words(
    day: date | None, revision: int, ended: date | None, words: str, tone: str
) -> None:
    subject = PlanSubject("DE", revision, told(forum(GERMANY, forum_ended=ended)))
    said, shown = submitted_words(day, subject)
    assert (said.replace("\u00a0", " "), shown) == (words, tone)


def test_what_revises_a_late_plan_is_told_so() -> None:
    late = replace(GERMANY, submitted=date(2026, 11, 15))
    words, tone = submitted_words(date(2026, 11, 16), PlanSubject("DE", 1, told(forum(late))))
    assert words.startswith("The first plan came late")
    assert tone == "warn"


def test_a_revision_without_a_forum_is_told_so() -> None:
    given = forum(GERMANY)
    bare = replace(given, search_and_rescue=replace(given.search_and_rescue, rounds=()))
    words, tone = submitted_words(date(2026, 11, 16), PlanSubject("DE", 1, told(bare)))
    assert words == "No forum is recorded yet: plans are revised in the forum (Art. 47(5))."
    assert tone == "warn"


def test_without_a_report_there_is_no_time_limit() -> None:
    given = forum(GERMANY)
    bare = replace(given, search_and_rescue=replace(given.search_and_rescue, report=ManagementReport()))
    assert submitted_words(date(2026, 11, 15), PlanSubject("DE", 0, told(bare)))[0].startswith("No time limit yet")
    assert "is not recorded yet" in waiting_words(told(bare))


def test_a_revision_after_the_end_of_the_forum_does_not_count_and_says_why() -> None:
    second = replace(GERMANY, revision=1, submitted=date(2026, 11, 17))
    third = replace(GERMANY, revision=2, submitted=date(2026, 11, 25))
    now = told(forum(GERMANY, second, third, forum_ended=ENDED))
    row, recorded = now.row("DE"), now.forum.search_and_rescue
    said = [counting_words(plan, row, recorded)[0].replace("\u00a0", " ") for plan in (GERMANY, second, third)]
    assert said == [
        "does not count: (Rev) 1 takes its place (Art. 47(5))",
        "counts",
        "does not count: handed in after the end of the forum on 20 November 2026 (Art. 47(5))",
    ]


def test_why_no_revision_counts() -> None:
    late = replace(GERMANY, submitted=date(2026, 11, 15))
    offered = replace(GERMANY, code="EL")
    outside = replace(GERMANY, code="IT")
    now = told(forum(late, replace(late, revision=1), offered))
    recorded = now.forum.search_and_rescue
    assert counting_words(late, now.row("DE"), recorded) == (
        "does not count: came after the time limit, which is no plan (our reading)",
        False,
    )
    assert "the first plan came late" in counting_words(replace(late, revision=1), now.row("DE"), recorded)[0]
    assert "Art. 47(3)" in counting_words(offered, now.row("EL"), recorded)[0]
    assert "Art. 54" in counting_words(outside, None, recorded)[0]


def test_how_it_stands_with_each_plan() -> None:
    late = replace(FRANCE, submitted=date(2026, 11, 15))
    now = told(forum(GERMANY, late))

    def said(code: str) -> str:
        row = now.row(code)
        return standing_words(row, now, date(2026, 11, 17))[0].replace("\u00a0", " ")

    assert said("DE") == "Plan in time; the first plan counts."
    assert said("EL") == nobody_asks(ANNEX_I)
    assert said("FR").startswith("Late: due by Saturday 14 November 2026 (Art. 47(4)).")
    assert said("SE").startswith("Missing: due by Saturday 14 November 2026 (Art. 47(4)).")
    recorded = now.forum.search_and_rescue
    shorts = [short_standing(now.row(code), recorded).replace("\u00a0", " ") for code in ("DE", "EL", "FR", "SE")]
    assert shorts == [
        "in time: first plan counts",
        "not asked",
        *(f"{w}: due by 14 November 2026" for w in ("late", "missing")),
    ]
    assert short_standing(None, recorded) == "takes no part in the key"
    assert standing_words(None, now, None)[0].startswith("Takes no part")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 14), "the day of the check, 14 November 2026, is the last"),
        (date(2026, 11, 13), "1 day left from 13 November 2026, the day of the check"),
        (date(2026, 11, 4), "10 days left from 4 November 2026, the day of the check"),
    ],
)
def test_a_plan_that_is_awaited_says_how_long(day: date, words: str) -> None:
    now = told(forum(as_of=day))
    said = standing_words(now.row("SE"), now, day)[0]
    assert said.startswith("Awaited: due by Saturday")
    assert said.replace("\u00a0", " ").endswith(f"(Art. 47(4)); {words}.")


def test_who_is_waited_for_is_listed_with_the_time_limit() -> None:
    now = told(forum(replace(FRANCE, submitted=date(2026, 11, 15)), as_of=date(2026, 11, 14)))
    said = waiting_words(now).replace("\u00a0", " ")
    assert said == (
        "Awaited: Germany and Sweden. Late: France. Plans are due by Saturday 14 November 2026: one month after the "
        "report (Art. 47(4), 65). The check is for 14 November 2026."
    )
    everyone = told(forum(GERMANY, FRANCE, replace(GERMANY, code="SE")))
    assert waiting_words(everyone).startswith("Every Member State that is asked has handed in its plan in time.")


def test_half_of_the_share_is_asked_of_states_with_measures_alone() -> None:
    now = under(ActPath.STILL_SHORT, OFFERING, replace(FRANCE, cover=Cover(40, 80)))
    # Half of 300 is 150; 10 pledged, 140 to add, of which 120 said.
    assert half_words(now.row("FR"), now) == (
        "Half of the share is 150 persons; 10 persons are pledged: 140 persons are added. Say how they are split."
    )
    assert split_words(now.row("FR"), 120) == (
        "Together 120 persons of 140 persons: 20 persons are not said and count as relocations.",
        "warn",
    )
    # Half of 400 is 200, and 280 are pledged.
    assert (
        half_words(now.row("DE"), now) == "Half of the share is 200 persons; the plan's 280 persons cover it already."
    )
    assert split_words(now.row("DE"), 0) == ("", "muted")


def test_a_split_that_is_right_or_more() -> None:
    exact = under(ActPath.STILL_SHORT, OFFERING, replace(FRANCE, cover=Cover(100, 40)))
    assert split_words(exact.row("FR"), 140) == ("Together exactly what is asked.", "ok")
    more = under(ActPath.STILL_SHORT, OFFERING, replace(FRANCE, cover=Cover(100, 41)))
    assert split_words(more.row("FR"), 141)[0].startswith("Together 141 persons, more than the 140 persons asked")
    assert split_words(None, 5) == ("", "muted")


def test_under_the_reading_of_exactly_half_what_is_more_is_cut() -> None:
    given = under(ActPath.STILL_SHORT, OFFERING, replace(FRANCE, cover=Cover(100, 41))).forum
    now = told(replace(given, readings=(("cover", "exact"),)))
    words, tone = split_words(now.row("FR"), 141)
    assert (
        words
        == "Together 141 persons; taken are 99 by relocation and 41 by sponsorship (reading “cover”: exactly half)."
    )
    assert tone == "warn"
    surplus = replace(FRANCE, cover=Cover(0, 145))
    given = under(ActPath.STILL_SHORT, OFFERING, surplus).forum
    now = told(replace(given, readings=(("cover", "exact"),)))
    # Half is 150, and 10 are pledged: 5 of them go.
    words, _tone = split_words(now.row("FR"), 145)
    assert words == (
        "Together 145 persons; taken are 0 by relocation and 145 by sponsorship (reading “cover”: exactly half), and "
        "5 persons of the plan are cut."
    )
    assert "145 persons are added. 5 persons of the plan are cut" in half_words(now.row("FR"), now)


@pytest.mark.parametrize(
    ("path", "plans", "code", "words"),
    [
        (None, (OFFERING, FRANCE), "FR", "no judgement is recorded yet"),
        (ActPath.SUFFICIENT, (OFFERING, FRANCE), "FR", "the plans are judged sufficient (Art. 48(1))"),
        (ActPath.STILL_SHORT, (FRANCE,), "FR", "the shortfall is 29.00"),
        (ActPath.STILL_SHORT, (GERMANY, FRANCE), "DE", "the plan claims nothing for measures"),
        (ActPath.STILL_SHORT, (FRANCE,), "SE", "no plan counts yet"),
        (ActPath.STILL_SHORT, (FRANCE,), "EL", "a Member State of disembarkation is not asked"),
        (ActPath.STILL_SHORT, (FRANCE,), "IT", "takes no part in the key"),
    ],
)
def test_where_half_is_not_asked_it_is_said_why(
    path: ActPath | None, plans: tuple[object, ...], code: str, words: str
) -> None:
    now = under(path, *plans)
    row = next((row for row in now.rows if row.code == code), None)
    said = half_words(row, now)
    assert said.startswith("The 50 % rule asks nothing: ")
    assert words in said


def test_what_the_report_does_not_name_is_warned_of_not_refused() -> None:
    recorded = forum().search_and_rescue
    assert measure_words(Kind.CAPACITY, recorded) == ""
    assert "Art. 47(4)" in measure_words(Kind.THIRD_COUNTRY, recorded)
    silent = replace(recorded, report=replace(REPORT, vulnerable=False))
    assert vulnerable_words(recorded, 5) == ""
    assert vulnerable_words(silent, 0) == ""
    assert "Art. 49(4)" in vulnerable_words(silent, 5)


def test_a_revision_beyond_the_last_number_is_refused_as_a_whole() -> None:
    staged = stage(PlanForm(reference="DE-SAR-1"), PlanSubject("DE", 10**6, told(forum(GERMANY))))
    assert staged.change is None
    assert staged.problems[""].startswith("1000000 is not the number of a revision")
