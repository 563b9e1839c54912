"""What an entry would do, said before it is recorded."""

from dataclasses import replace

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import AlternativeMeasure, Forum, Pledge
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.views.pledge_table.preview import preview
from desktop_app.views.typed_table.preview import Preview


def seen(forum: Forum, code: str, column: PledgeColumn, text: str) -> Preview:
    return preview(assess(forum), code, column, text)


def test_an_entry_that_says_what_stands_there_is_not_new(sample: Forum) -> None:
    assert not seen(sample, "PT", PledgeColumn.FINANCIAL, "8.44m").is_new
    assert seen(sample, "PT", PledgeColumn.FINANCIAL, "8.45m").is_new
    assert not seen(sample, "PT", PledgeColumn.RELOCATIONS, "").is_new
    assert seen(sample, "PT", PledgeColumn.RELOCATIONS, "-").is_new


def test_emptying_a_measure_without_a_value_is_new(sample: Forum) -> None:
    forum = sample.with_state(replace(sample.state("LV"), pledge=Pledge(alternative=(AlternativeMeasure(),))))
    entry = seen(forum, "LV", PledgeColumn.ALTERNATIVE, "")
    assert (entry.change, entry.is_new) == (RecordPledge("LV", PledgeColumn.ALTERNATIVE, ABSENT), True)


def test_a_change_that_makes_no_sense_is_refused_with_its_reason(sample: Forum) -> None:
    measures = (AlternativeMeasure(value_cents=1), AlternativeMeasure(value_cents=2))
    forum = sample.with_state(replace(sample.state("LV"), pledge=Pledge(alternative=measures)))
    entry = seen(forum, "LV", PledgeColumn.ALTERNATIVE, "5")
    assert entry.change is None
    assert entry.words.startswith("Latvia has 2 alternative measures: one amount cannot replace them.")


def test_what_contradicted_itself_before_is_not_held_against_an_entry(sample: Forum) -> None:
    forum = sample.with_state(replace(sample.state("LV"), pledge=Pledge(5, offsets_planned=9)))
    assert seen(forum, "LV", PledgeColumn.FINANCIAL, "5").change is not None


def test_a_sum_is_said_without_a_second_equals_sign(sample: Forum) -> None:
    assert seen(sample, "DE", PledgeColumn.RELOCATIONS, "+5").words.startswith("4\u202f555 + 5 = 4\u202f560 persons")


def test_a_fair_share_of_zero_leaves_coverage_open(sample: Forum) -> None:
    forum = replace(sample, pool=replace(sample.pool, relocations=0, financial_cents=0, exceptional=True))
    forum = forum.with_state(replace(forum.state("LV"), pledge=Pledge(0, 0, None)))
    assert seen(forum, "LV", PledgeColumn.RELOCATIONS, "5").outcome == "coverage stays open"


def test_what_is_not_recorded_is_said_once(empty: Forum) -> None:
    entry = seen(empty, "PT", PledgeColumn.RELOCATIONS, "rest")
    assert entry.words.endswith("(nothing recorded yet: financial contribution and alternative measures)")
    assert entry.outcome == "coverage stays open"
