"""Groups of persons under way: what they hold at first, and who is left."""

from desktop_app.calc.contribution_types import ContributionType, SponsorshipActivity
from desktop_app.calc.solidarity_groups import ClockStart, RelocationGroup, SponsorshipGroup


def test_who_is_left_of_a_sponsored_group() -> None:
    # 40 - 25 - 5.
    assert SponsorshipGroup("S-1", "DE", persons=40, returned=25, taken_over=5).left == 10
    assert SponsorshipGroup("S-1", "DE").left == 0


def test_a_new_group_says_nothing_that_nobody_has_said() -> None:
    sponsored, relocated = SponsorshipGroup("S-1", "DE"), RelocationGroup("R-1", "FR")
    assert (sponsored.start, sponsored.activities) == (ClockStart.ACT, ())
    assert (relocated.type, relocated.consent) == (ContributionType.APPLICANTS, False)


def test_the_names_in_documents_are_those_of_the_articles() -> None:
    assert [start.value for start in ClockStart] == ["act", "return-decision", "end-of-right"]
    assert [activity.value for activity in SponsorshipActivity] == ["a", "b", "c", "d", "e"]
