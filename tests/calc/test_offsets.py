"""Responsibility offsets where the case files of the law do not reach: words, entries, figures that are not known."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.explain import explain
from desktop_app.calc.forum import (
    Deduction,
    DeductionBasis,
    DeductionStage,
    Forum,
    Key,
    KeyState,
    Meeting,
    MeetingKind,
    Pledge,
    Pool,
    StateRecord,
)
from desktop_app.calc.offset_words import (
    erosion_words,
    mandatory_words,
    meeting_words,
    most_words,
    option_words,
    request_words,
    volume_words,
)
from desktop_app.calc.offsets import Offsets, offsets_of
from desktop_app.calc.vote import NO_BALLOT, BallotLine, Vote

FULL = Deduction(DeductionBasis.ARTICLE_61, DeductionStage.GRANTED, None)
MEETING = (Meeting("m2", MeetingKind.RECONVENED, date(2026, 12, 1)),)


def assessed(forum: Forum) -> AnnualPoolAssessment:
    return AnnualPoolAssessment.of(assess(forum))


def small(belgium: int | None = 100, greece: int = 0, **more: object) -> Forum:
    """Belgium and Greece with a half each of 1 000; the proposal had 1 500."""
    return replace(
        Forum(
            key=Key(states=(KeyState("BE", 5, 5), KeyState("EL", 5, 5))),
            pool=Pool(1_000, 20_000_000_00, 1_500, 30_000_000_00),
            states=(
                StateRecord("BE", pledge=Pledge(belgium, 0, None)),
                StateRecord("EL", pledge=Pledge(greece, 0, None)),
            ),
        ),
        **more,  # type: ignore[arg-type]
    )


def found(forum: Forum) -> Offsets:
    return offsets_of(assessed(forum))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("forum", "said"),
    [
        (small(), "(a) the pool lacks 650; (b) it lacks 150"),
        (small(250), "(b) its own relocations reach half of its fair share"),
        (small(100, 650), "(a) the pledges of all reach half of the proposal's number"),
        (
            small(300, 650),
            (
                "(a) the pledges of all reach half of the proposal's number; "
                "(b) its own relocations reach half of its fair share"
            ),
        ),
        (small(pool=Pool(1_000, 20_000_000_00)), "(a) not known; (b) it lacks 150"),
        (small(pool=Pool(None, None, 1_500)), "(a) the pool lacks 650; (b) its fair share is not known"),
        (small(pool=Pool(0, 0, 1_500, exceptional=True)), "(a) the pool lacks 650; (b) its fair share is 0"),
        (small(states=()), "(a) the pool lacks 750; (b) not recorded yet"),
        (
            small(states=(StateRecord("BE", benefitting_since=date(2026, 1, 1)),)),
            "benefits from the pool: it may ask for offsets, not offer them",
        ),
    ],
)
def test_why_a_state_may_offer(forum: Forum, said: str) -> None:
    offsets = found(forum)
    assert plain(option_words(offsets, offsets.states[0])) == said


def test_the_sentences_of_the_panel() -> None:
    assert "No meeting under Art. 13(4) was held" in mandatory_words(found(small()))
    said = "mandatory. At most 900 of 29 900 applications: nobody owes more than its fair share (Art. 63(7)). How"
    assert said in plain(mandatory_words(found(small(meetings=MEETING))))
    assert "not below the numbers" in mandatory_words(found(small(30_000, meetings=MEETING)))
    without = small(meetings=MEETING, pool=Pool(None, None, 1_500))
    assert "how many cannot be told yet" in mandatory_words(found(without))
    assert meeting_words(found(small())) == "none held"
    assert plain(meeting_words(found(small(meetings=MEETING)))) == "m2, 1 December 2026"
    undated = (Meeting("m3", MeetingKind.RECONVENED),)
    assert meeting_words(found(small(meetings=undated))) == "m3, without a date"
    assert "is open" in request_words(found(small(pool=Pool(1_000, 20_000_000_00))))
    assert "may ask" in request_words(found(small(750)))
    assert "may not ask" in request_words(found(small(749)))


def test_both_readings_of_the_volume() -> None:
    said = "How many applications, in both readings: {}, the gap; or up to 30 000, literally. In force: {}."
    assert volume_words(found(small())) is None
    assert volume_words(found(small(meetings=MEETING, pool=Pool(None, None, 1_500)))) is None
    assert plain(volume_words(found(small(meetings=MEETING))) or "") == said.format("29 900", "29 900")
    greece = StateRecord("EL", pledge=Pledge(100, 0, None), benefitting_since=date(2026, 11, 1))
    literal = small(meetings=MEETING, readings=(("offset-volume", "target"),)).with_state(greece)
    assert plain(volume_words(found(literal)) or "") == said.format("29 900", "30 000")


def test_before_general_application_nothing_is_asked() -> None:
    greece = StateRecord("EL", pledge=Pledge(100, 0, None), benefitting_since=date(2026, 6, 1))
    before = small(750, as_of=date(2026, 6, 11), meetings=(Meeting("m2", MeetingKind.RECONVENED),)).with_state(greece)
    said = "Not applied yet: Art. 63 applies from 12 June 2026 (Art. 85)"
    assert plain(mandatory_words(found(before))).startswith(said)
    assert "not ask for offsets yet: Art. 63(1) applies from 12 June 2026" in plain(request_words(found(before)))
    assert erosion_words(found(before)).endswith("Art. 63(4) does not apply yet.")
    assert volume_words(found(before)) is None
    said = "Not applied yet on 11 June 2026: Art. 63 applies from 12 June 2026 (Art. 85)."
    for figure, code in (("offset_volume", None), ("offset_request_threshold", None), ("offset_option", "BE")):
        assert said in explained(before, figure, code)
        assert "Not applied" not in explained(replace(before, as_of=date(2026, 6, 12)), figure, code)


def test_the_caps_cut_the_volume_also_while_pledges_are_missing() -> None:
    """Belgium's 500 less 100; of Greece nothing is recorded, but it never owes more than its 500."""
    half = small(meetings=MEETING, states=(StateRecord("BE", pledge=Pledge(100, 0, None)),))
    assert plain(most_words(found(half))).startswith("At most 900 of 29 900 applications: nobody owes more")
    # Of money and measures nothing is known: its 400 relocations leave 100 at most.
    part = half.with_state(StateRecord("BE", pledge=Pledge(400, None, None)))
    assert plain(most_words(found(part))).startswith("At most 600 of 29 600 applications")
    without_key = replace(half, key=Key(states=(KeyState("BE", 5, None), KeyState("EL", 5, 5))))
    assert plain(most_words(found(without_key))).startswith("At most 29 900 applications, nobody beyond its fair share")
    assert most_words(found(small(meetings=MEETING, pool=Pool(None, None, 1_500)))).endswith("cannot be told yet")


def test_the_sentences_on_erosion() -> None:
    assert "Nothing is lost" in erosion_words(found(small()))
    greece = StateRecord("EL", pledge=Pledge(100, 0, None), benefitting_since=date(2026, 11, 1))
    eroded = small().with_state(greece)
    assert "under the reading in force one is needed" in erosion_words(found(eroded))
    assert "mandatory (Art. 63(4))" in erosion_words(found(replace(eroded, meetings=MEETING)))
    much = small(30_000).with_state(greece)
    assert plain(erosion_words(found(much))).endswith("need not implement 100: 30 000 are left, not below 30 000.")
    without = replace(eroded, pool=Pool(None, None))
    assert plain(erosion_words(found(without))).endswith("need not implement 100: 100 are left.")


def test_a_state_outside_the_key_has_no_entry() -> None:
    assert found(small()).state("DK") is None


def explained(forum: Forum, figure: str, code: str | None = None) -> str:
    derivation = explain(assessed(forum), figure, code)
    return plain(derivation.words)


def test_why_a_cap_is_not_known() -> None:
    greece = StateRecord("EL", pledge=Pledge(100, 0, None), benefitting_since=date(2026, 11, 1))
    belgium = StateRecord("BE", pledge=Pledge(100, 0, None), deductions=(FULL,))
    forum = small().with_state(greece).with_state(belgium)
    assert explained(forum, "offset_cap_relocations", "EL").startswith("Greece benefits from the pool")
    assert explained(forum, "offset_cap_all_types", "BE").startswith("An act deducts the whole contribution of Belgium")
    assert explained(forum, "offset_cap_all_types").startswith("No cap is known")
    outside = replace(forum, key=Key(states=(KeyState("BE", 5, 5, participates=False), KeyState("EL", 5, 5))))
    assert "takes no part" in explained(outside, "offset_cap_relocations", "BE")
    assert "takes no part" in explained(outside, "vote_population_percent", "BE")
    half = small(states=(StateRecord("BE", pledge=Pledge(100, 0, None)),))
    assert explained(half, "offset_cap_relocations").endswith("Nothing is known of 1 more.")
    assert "Nothing is recorded yet for Greece" in explained(half, "offset_sixty_percent")


def test_the_volume_is_explained_under_each_reading() -> None:
    assert "Of these 900 can be asked at most" in explained(small(), "offset_volume")
    assert explained(small(), "offset_volume").endswith("Nothing is mandatory as it stands.")
    literal = small(meetings=MEETING, readings=(("offset-volume", "target"),))
    cut = " Of these 900 can be asked at most: that is what fair shares less pledges leave (Art. 63(7))."
    assert explained(literal, "offset_volume") == "Read literally, up to 30 000 applications." + cut
    greece = StateRecord("EL", pledge=Pledge(100, 0, None), benefitting_since=date(2026, 11, 1))
    eroded = small(meetings=MEETING).with_state(greece)
    said = "30 000 less 100 relocations to be implemented leave 29 900 applications."
    assert explained(eroded, "offset_volume") == said + cut.replace("900", "400")
    by_proposal = small(meetings=MEETING, readings=(("offset-number", "proposal"),))
    assert explained(by_proposal, "offset_target") == "The higher of 1 500 (a) and 600 (b) is 1 500."
    without = replace(by_proposal, pool=Pool(1_000, 20_000_000_00))
    assert explained(without, "offset_target") == "The Commission's proposal has no number of relocations."


def test_the_vote_is_explained_with_whose_population_counts() -> None:
    own = NO_BALLOT.with_lines([BallotLine("BE", Vote.YES, 7), BallotLine("EL", None, 3)])
    forum = small(vote=replace(own, population_source="figures 2027", population_date=date(2026, 11, 1)))
    derivation = explain(assessed(forum), "vote_yes_percent")
    assert derivation.value == 70
    assert derivation.inputs[0].source == "the Council's voting figures: figures 2027"
    assert derivation.inputs[0].as_of == "2026-11-01"
    assert explain(assessed(small(vote=own)), "vote_yes_percent").inputs[0].as_of == ""
    assert explained(forum, "vote_blocking").startswith(
        "The fewest Member States with more than 35 % of the population"
    )
    missing = small(vote=NO_BALLOT.with_lines([BallotLine("BE", Vote.YES, 7)]))
    assert explained(missing, "vote_yes_percent") == "The voting population is missing of Greece."
    assert explained(Forum(), "vote_members_needed") == "No Member State takes part in the reference key yet."
