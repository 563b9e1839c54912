"""The page on vote and offsets: verdict, thresholds, both caps, reasons; marked while the proposal is classified."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.forum import Classification, Forum, Meeting, MeetingKind
from desktop_app.calc.member_states import BOUND
from desktop_app.calc.vote import NO_BALLOT, Ballot, BallotLine, Vote
from desktop_app.documents.text import terms
from desktop_app.documents.vote_and_offsets import vote_and_offsets_pdf
from tests.documents.printed import NARROW, Printed
from tests.documents.test_annex import FINGERPRINT


@pytest.fixture
def voted(adopted: Forum) -> Forum:
    """Of 26 alike 15 say yes, one no, nine abstain, one has not voted; Belgium has asked, Greece benefits."""
    votes = [*[Vote.YES] * 15, Vote.NO, *[Vote.ABSTAIN] * 9, None]
    lines = [BallotLine(code, vote) for code, vote in zip(BOUND, votes, strict=True)]
    greece = replace(adopted.state("EL"), benefitting_since=date(2026, 12, 1))
    reconvened = Meeting("m2", MeetingKind.RECONVENED, date(2026, 12, 4))
    ballot = Ballot(date(2026, 12, 20), "ST 1/26").with_lines(lines)
    return replace(adopted, meetings=(reconvened,), vote=ballot).with_state(greece)


def text_of(forum: Forum, language: str = "en") -> str:
    data = vote_and_offsets_pdf(AnnualPoolAssessment.of(assess(forum)), FINGERPRINT, language=language)
    return Printed(data).text.replace(NARROW, "").replace("\u00a0", " ")


def test_the_vote_stands_with_what_it_takes_and_who_could_turn_it(voted: Forum) -> None:
    text = text_of(voted)
    assert "Not reached yet: 15 of 26 say yes, with 57.69 % of the population; 1 have not voted." in text
    assert "say yes 15 57.69 % at least 15 of 26 (55 %), with 65 %" in text
    assert "do not, or have not voted 11 42.31 % 11 with more than 35 % can block" in text
    assert "Vote on: ST 1/26; day: 20 December 2026. Population: that of the key stands in" in text
    assert "Austria abstains 1000000 3.85 %" in text
    assert "Sweden not yet 1000000 3.85 %" in text


def test_offsets_stand_with_thresholds_and_both_caps(voted: Forum) -> None:
    text = text_of(voted)
    # 26 times 100 relocations are pledged. A fair share is 21 000 / 26 = 807.69; 100 and EUR 2 million are 200.
    assert "offsets would be mandatory. At most " in text
    assert "of 27500 applications: nobody owes more than its fair share (Art. 63(7))." in text
    assert "Article 63(1): half of the proposal's number 15000 2600 below" in text
    assert "on what is left to implement 30000 2500 below" in text
    assert "Of 2600 relocations, acts deduct 0, and benefitting Member States need not implement 100" in text
    assert "Belgium no (a) the pool lacks 12400; (b) it lacks 303.85 100 403.85 707.69 607.69" in text
    assert "Together 2600 17692.31 15192.31" in text
    assert "Readings: offset-number minimum; offset-volume gap; offset-meeting needed; offset-cap all-types" in text


def test_the_page_is_marked_while_the_proposal_is_classified(voted: Forum) -> None:
    marking = Classification.EU_RESTRICTED.marking
    assert marking not in text_of(voted)
    before = replace(voted, adopted=None, classification=Classification.LIMITE)
    assert marking in text_of(before)
    assert marking not in text_of(replace(before, pool=replace(before.pool, proposal_relocations=None)))


def test_every_word_is_used_and_dutch_leaves_none_in_english(voted: Forum, asked_words: set[str]) -> None:
    own = NO_BALLOT.with_lines([BallotLine(code, Vote.YES, 1) for code in BOUND])
    poor = replace(voted, vote=own, pool=replace(voted.pool, relocations=None, proposal_relocations=None))
    unknown = replace(voted, vote=NO_BALLOT.with_lines([BallotLine("BE", Vote.YES, 1)]), meetings=())
    for forum in (voted, poor, unknown, Forum(), Forum(key=voted.key)):
        text_of(forum)
    generous = replace(voted.state("BE"), pledge=replace(voted.state("BE").pledge, relocations=30_000))
    text_of(voted.with_state(generous))
    ours = {key for key in terms("en")._words if key.split(".")[0] in {"vote", "offsets"}}
    assert ours - asked_words == set()
    dutch = text_of(voted, "nl")
    assert "Nog niet gehaald: 15 van 26 stemmen voor, met 57,69 % van de bevolking; 1 hebben nog niet gestemd." in dutch
    assert "a) de pool komt 12400 tekort; b) komt 303,85 tekort" in dutch
