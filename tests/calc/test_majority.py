"""Qualified majority: worked out by hand, and against an oracle that tries every set of states."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calc.changes import SetVote
from desktop_app.calc.forum import Forum, Key, KeyState, Procedure
from desktop_app.calc.majority import Chamber, Standing, Turning, Verdict, members_needed, simple_majority, standing_of
from desktop_app.calc.member_states import BOUND
from desktop_app.calc.validity import problems
from desktop_app.calc.vote import NO_BALLOT, Ballot, BallotLine, Vote
from desktop_app.calc.vote_words import turning_words, verdict_words

YES, NO, ABSTAIN = Vote.YES, Vote.NO, Vote.ABSTAIN

#: Population on 1 January 2025, millions, rounded: only the proportions matter here.
MILLIONS = {
    "BE": 11_900, "BG": 6_440, "CZ": 10_910, "DE": 83_580, "EE": 1_370, "IE": 5_440, "EL": 10_410, "ES": 49_080,
    "FR": 68_640, "HR": 3_870, "IT": 58_930, "CY": 980, "LV": 1_860, "LT": 2_890, "LU": 680, "HU": 9_540,
    "MT": 570, "NL": 18_040, "AT": 9_200, "PL": 36_500, "PT": 10_750, "RO": 19_040, "SI": 2_130, "SK": 5_420,
    "FI": 5_640, "SE": 10_590,
}  # fmt: skip


def forum(populations: dict[str, int | None], votes: dict[str, Vote], **own: int) -> Forum:
    lines = [BallotLine(code, votes.get(code), own.get(code)) for code in populations]
    return Forum(
        key=Key(states=tuple(KeyState(code, persons, 1) for code, persons in populations.items())),
        vote=NO_BALLOT.with_lines(lines),
    )


def voted(default: Vote | None, **votes: Vote | None) -> Standing:
    cast = {code: votes.get(code, default) for code in MILLIONS}
    return standing_of(forum(dict(MILLIONS), {code: vote for code, vote in cast.items() if vote}))


@pytest.mark.parametrize(("members", "needed"), [(26, 15), (27, 15), (20, 11), (21, 12), (9, 5), (1, 1)])
def test_members_needed(members: int, needed: int) -> None:
    # 55 % of 26 is 14.3, of 27 14.85, of 20 exactly 11, of 21 11.55, of 9 4.95.
    assert members_needed(members) == needed


def test_a_simple_majority_is_fourteen_of_27_and_of_26() -> None:
    assert (simple_majority(), simple_majority(27), simple_majority(26)) == (14, 14, 14)


def test_the_vote_of_2025_reaches_the_majority() -> None:
    # F12: no HU, SK; abstain CY, LV, PT, ES: 20 say yes; all but 9.54 + 5.42 + 0.98 + 1.86 + 10.75 + 49.08 = 77.63
    # of 444.40 million.
    standing = voted(YES, HU=NO, SK=NO, CY=ABSTAIN, LV=ABSTAIN, PT=ABSTAIN, ES=ABSTAIN)
    assert (len(standing.of(YES)), standing.needed, standing.members) == (20, 15, 26)
    assert standing.of(NO) == ("HU", "SK")
    assert standing.of(ABSTAIN) == ("ES", "CY", "LV", "PT")
    assert standing.not_yes == ("ES", "CY", "LV", "HU", "PT", "SK")
    assert standing.yes_share == 1 - Fraction(77_630, 444_400)
    assert standing.verdict is Verdict.REACHED
    assert not standing.is_deemed
    # Without Germany (83.58 million) 63.7 % say yes, and seven oppose.
    (losing,) = standing.turning
    assert (losing.to_yes, losing.size, losing.alone, losing.more) == (False, 1, ("DE",), False)


@pytest.mark.parametrize(
    ("largest", "found"),
    [
        # Exactly 35 % of 100 is not more than 35 %: with the next one it is.
        ({"BE": 35, "BG": 33, "CZ": 32}, ("BE", "BG")),
        ({"BE": 36, "BG": 33, "CZ": 31}, ("BE",)),
        # 349 of 1 000, 350 and 351.
        ({"BE": 349, "BG": 340, "CZ": 311}, ("BE", "BG")),
        ({"BE": 350, "BG": 340, "CZ": 310}, ("BE", "BG")),
        ({"BE": 351, "BG": 340, "CZ": 309}, ("BE",)),
        # 20 and 15 are exactly 35 of 100: a third is needed.
        ({"BE": 20, "BG": 15, "CZ": 14, "DE": 13, "EE": 13, "IE": 13, "EL": 12}, ("BE", "BG", "CZ")),
    ],
)
def test_a_blocking_minority_stands_for_more_than_35_percent(largest: dict[str, int], found: tuple[str, ...]) -> None:
    chamber = Chamber(MappingProxyType(largest))
    assert chamber.largest == found
    assert chamber.blocking == len(found) + 1


def test_the_largest_three_are_no_blocking_minority() -> None:
    # Germany and France hold 34.3 %, with Italy 47.5 %: three at least, and one more.
    standing = voted(YES, DE=NO, FR=NO, IT=NO)
    assert standing.blocking == 4
    assert standing.chamber is not None
    assert standing.chamber.largest == ("DE", "FR", "IT")
    assert standing.yes_share is not None
    assert standing.yes_share < Fraction(65, 100)
    assert (standing.verdict, standing.is_deemed) == (Verdict.REACHED, True)
    # A fourth member blocks, whoever it is: each of the 23 alone, by population.
    assert (standing.turning[0].size, len(standing.turning[0].alone), standing.turning[0].alone[0]) == (1, 23, "ES")
    blocked = voted(YES, DE=NO, FR=NO, IT=NO, MT=NO)
    assert blocked.verdict is Verdict.MISSED
    (reaching,) = blocked.turning
    assert (reaching.to_yes, reaching.alone) == (True, ("DE", "FR", "IT", "MT"))


def test_nobody_has_voted() -> None:
    standing = voted(None)
    assert standing.verdict is Verdict.NOT_VOTED
    reaching, losing = standing.turning
    # Fifteen states, the largest of them far above 65 %; four block.
    assert (reaching.to_yes, reaching.size, len(reaching.sets), reaching.more) == (True, 15, 6, True)
    assert (losing.to_yes, losing.size, losing.more) == (False, 4, True)
    assert losing.sets[0] == ("DE", "FR", "IT", "ES")


def test_what_is_open_can_be_turned_both_ways() -> None:
    standing = voted(YES, DE=None, FR=None, IT=None, ES=None, MT=NO)
    assert (standing.verdict, standing.of(None)) == (Verdict.OPEN, ("DE", "ES", "FR", "IT"))
    reaching, losing = standing.turning
    # With 183.6 million saying yes, 105.26 are missing to 288.86; any one leaves four or more opposed.
    assert reaching.to_yes
    assert (reaching.size, reaching.sets[0]) == (2, ("DE", "FR"))
    # Three more opposed make four: Germany, France and any other one of the 25 leave 35 % or more.
    assert (losing.size, losing.sets[0]) == (3, ("DE", "FR", "IT"))


def test_too_few_members_are_missed_without_any_population() -> None:
    populations: dict[str, int | None] = dict.fromkeys(BOUND)
    no = dict.fromkeys(BOUND[:12], NO)
    assert standing_of(forum(populations, no)).verdict is Verdict.MISSED
    del no[BOUND[0]]
    standing = standing_of(forum(populations, no))
    assert (standing.verdict, standing.turning, standing.chamber) == (Verdict.UNKNOWN, (), None)
    assert (standing.missing, standing.total, standing.blocking, standing.yes_share) == (BOUND, None, None, None)
    assert not standing.is_deemed


def test_the_own_series_counts_whole_or_not_at_all() -> None:
    key: dict[str, int | None] = {"BE": 10, "EL": 20, "LV": 70}
    assert dict(standing_of(forum(key, {})).populations) == key
    own = standing_of(forum(key, {"LV": YES}, BE=5, EL=5))
    assert (own.own_populations, own.missing) == (True, ("LV",))
    assert standing_of(forum(key, {}, BE=5, EL=5, LV=90)).share(["LV"]) == Fraction(9, 10)


def test_nobody_takes_part() -> None:
    standing = standing_of(Forum())
    assert (standing.members, standing.verdict, standing.turning) == (0, Verdict.NOT_VOTED, ())


def test_denmark_and_who_is_outside_the_key_have_no_vote() -> None:
    states = (KeyState("BE", 10, 1), KeyState("DK", 6, 1), KeyState("EL", 9, 1, participates=False))
    standing = standing_of(Forum(key=Key(states=states), vote=Ballot(lines=(BallotLine("EL", YES),))))
    assert (dict(standing.populations), standing.of(YES)) == ({"BE": 10}, ())


def _reached(chamber: Chamber, yes: set[str]) -> bool:
    """The text, anew: who is needed, who blocks, by trying every set of members."""
    states, total = list(chamber.populations), sum(chamber.populations.values())
    people = sum(chamber.populations[code] for code in yes)
    if 100 * len(yes) < 55 * len(states):
        return False
    fewest = next(
        size
        for size in range(1, len(states) + 1)
        if any(
            100 * sum(chamber.populations[code] for code in some) > 35 * total for some in combinations(states, size)
        )
    )
    return 100 * people >= 65 * total or len(states) - len(yes) < fewest + 1


def _by_trying(chamber: Chamber, yes: set[str], among: list[str], reached: bool) -> tuple[int, set[frozenset[str]]]:
    for size in range(1, len(among) + 1):
        found = {frozenset(some) for some in combinations(among, size) if _reached(chamber, yes ^ set(some)) is reached}
        if found:
            return size, found
    raise AssertionError("there is always a way")


def _same(turning: Turning, size: int, sets: set[frozenset[str]]) -> None:
    assert turning.size == size
    listed = {frozenset(codes) for codes in turning.sets}
    assert len(listed) == len(turning.sets)
    assert listed <= sets
    assert turning.more == (len(sets) > len(listed))
    assert set(turning.takes_part) == {code for codes in sets for code in codes}


@given(
    populations=st.lists(st.integers(1, 9) | st.integers(1, 10**6), min_size=1, max_size=7),
    votes=st.lists(st.sampled_from([YES, YES, NO, ABSTAIN, None]), min_size=7, max_size=7),
)
def test_every_outcome_and_who_turns_it(populations: list[int], votes: list[Vote | None]) -> None:
    known = dict(zip(BOUND, populations, strict=False))
    cast = {code: vote for code, vote in zip(known, votes, strict=False) if vote}
    standing = standing_of(forum(dict(known), cast))
    chamber = Chamber(MappingProxyType(known))
    yes = {code for code, vote in cast.items() if vote is YES}
    could = yes | (known.keys() - cast.keys())
    reached = _reached(chamber, yes)
    assert (standing.verdict is Verdict.REACHED) == (reached and bool(cast))
    if reached:
        _same(standing.turning[0], *_by_trying(chamber, yes, sorted(yes), reached=False))
        return
    _same(standing.turning[0], *_by_trying(chamber, yes, [code for code in known if code not in yes], reached=True))
    assert (len(standing.turning) == 2) == _reached(chamber, could)
    if len(standing.turning) == 2:
        _same(standing.turning[1], *_by_trying(chamber, could, sorted(could), reached=False))


def test_the_change_names_what_it_does() -> None:
    start = forum(dict(MILLIONS), {"BE": YES})
    ballot = start.vote
    said = [
        (ballot.with_lines([BallotLine("HU", NO)]), "Vote: Hungary no"),
        (ballot.with_lines([BallotLine("BE")]), "Vote: Belgium not yet"),
        (ballot.with_lines([BallotLine("HU", NO), BallotLine("SK", NO)]), "Vote: 2 Member States"),
        (ballot.with_lines([BallotLine("BE", YES, 11_900_000)]), "Vote: voting population"),
        (replace(ballot, reference="ST 1/26"), "Vote: day and act"),
    ]
    for changed, title in said:
        assert SetVote(changed).title(start) == title
    taken = SetVote(Ballot(lines=(BallotLine("SE", YES), BallotLine("BE", NO), BallotLine("IT")))).apply_to(start)
    assert taken.vote.lines == (BallotLine("BE", NO), BallotLine("SE", YES))
    assert SetVote(ballot).kind.value == "act"


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (standing_of(Forum()), "No Member State takes part in the key yet: there is nobody to vote."),
        (voted(None), "Nobody has voted yet: 15 of 26 Member States are needed, with 65 % of their population."),
        (voted(YES), "Qualified majority reached: 26 of 26 say yes, with 100.00 % of the population."),
        (
            voted(YES, DE=NO, FR=NO, IT=NO),
            (
                "Qualified majority deemed reached: 23 of 26 say yes, with 52.49 % of the population; 3 do not, "
                "fewer than the 4 that can block."
            ),
        ),
        (
            voted(YES, DE=None, FR=NO, IT=NO, ES=NO),
            "Not reached yet: 22 of 26 say yes, with 41.44 % of the population; 1 have not voted.",
        ),
        (
            voted(YES, DE=NO, FR=NO, IT=NO, MT=ABSTAIN),
            "Not reached: 22 of 26 say yes, with 52.36 % of the population; those opposed are a blocking minority.",
        ),
        (voted(NO, DE=YES), "Not reached: 1 of 26 say yes, with 18.81 % of the population; 15 are needed."),
        (
            standing_of(forum({"BE": None, "EL": 5}, {"BE": YES, "EL": YES})),
            "Not to be told: the voting population is missing of Belgium; 2 of 2 say yes.",
        ),
        (
            standing_of(forum({"BE": None, "EL": 5}, {"BE": NO, "EL": YES})),
            "Not reached: 1 of 2 say yes; 2 are needed.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_verdict_in_a_sentence(standing: Standing, said: str) -> None:
    assert plain(verdict_words(standing)) == said


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (voted(YES, DE=NO, FR=NO, IT=NO, MT=NO), "Each of these alone would reach it by saying yes: Germany,"),
        (
            voted(YES, HU=NO, SK=NO, ES=NO, CY=NO, LV=NO, PT=NO),
            "Each of these alone would lose it by not",
        ),
        (voted(YES, FR=NO, IT=NO, ES=NO, DE=None), "Each of these alone would reach it by saying yes: Germany, Spain"),
        (voted(YES), "Any of these 4 together would lose it by not saying yes: DE FR IT ES; DE FR IT PL;"),
        (voted(None), "Any of these 15 together would reach it by saying yes: DE FR IT ES PL RO"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_who_could_turn_it_in_a_sentence(standing: Standing, said: str) -> None:
    assert turning_words(standing, standing.turning[0]).startswith(said)


def test_who_could_block_in_a_sentence() -> None:
    alone = voted(YES, FR=NO, IT=NO, ES=NO, DE=None)
    # With France, Italy and Spain opposed, any fourth state blocks, whether it has said yes or not voted.
    said = "Each of these alone would block it by not saying yes: Belgium, Bulgaria, Czechia, Germany, "
    assert turning_words(alone, alone.turning[1]).startswith(said)
    many = voted(None)
    said = (
        "Any of these 4 together would block it by not saying yes: DE FR IT ES; DE FR IT PL; DE FR IT RO; DE FR IT NL;"
    )
    assert turning_words(many, many.turning[1]).startswith(said)
    assert turning_words(many, many.turning[1]).endswith(" ….")


def test_nothing_impossible_is_recorded_of_a_vote() -> None:
    lines = (
        BallotLine("DK", YES),
        BallotLine("BE"),
        BallotLine("XX", NO),
        BallotLine("EL", NO, -1),
        BallotLine("EL", NO),
    )
    found = [(each.where, each.what) for each in problems(Forum(vote=Ballot(lines=lines)))]
    assert found == [
        ("vote.states", "the state EL stands there twice"),
        ("vote.states[DK]", "Denmark has no vote on the act"),
        ("vote.states[BE]", "nothing is recorded of this state's vote"),
        ("vote.states[XX]", "XX is not the code of a Member State"),
        ("vote.states[EL].population", "-1 is outside 0 to 1 000 000 000"),
    ]


def test_only_an_annual_pool_has_a_vote() -> None:
    found = problems(Forum(procedure=Procedure.VOLUNTARY, vote=Ballot(reference="ST 1/26")))
    assert [each.where for each in found] == ["vote"]
