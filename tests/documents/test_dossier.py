"""Differences and the dossier of a meeting: numbered documents, one file, pages counted through; in every procedure."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from pypdfium2 import PdfDocument

from desktop_app.calc.assess import assess
from desktop_app.calc.comparison.steps import Group
from desktop_app.calc.comparison.steps import Step as WayStep
from desktop_app.calc.differences.compare import Difference
from desktop_app.calc.forum import Acknowledgement, Classification, Forum, Meeting, MeetingKind, Pledge
from desktop_app.calc.memory import MarkKind, Snapshot
from desktop_app.calc.papers import Before, Held, History, MeetingRecord, State
from desktop_app.calc.said import NOTHING_SAID, HowSaid
from desktop_app.documents.annex import annex_pdf
from desktop_app.documents.difference import difference_pdf
from desktop_app.documents.dossier import Piece, dossier_pdf
from desktop_app.documents.table import table_pdf
from desktop_app.documents.text import terms
from desktop_app.models.errors import Cancelled
from desktop_app.paths import resource
from tests.documents import pressures, rescues
from tests.documents.negotiated import ZONE, changed, history, moment, revised, step
from tests.documents.printed import Printed
from tests.documents.test_dutch import ENGLISH, in_one_line, without_typed

NOW = moment(12)


def text_of(data: bytes) -> str:
    return " ".join(Printed(data).text.replace("\u00a0", " ").replace("\u202f", "").split())


def with_relocations(forum: Forum, count: int | None) -> Forum:
    record = forum.state("BE")
    return forum.with_state(replace(record, pledge=replace(record.pledge, relocations=count)))


def way(before: Forum, after: Forum) -> tuple[WayStep, ...]:
    return (WayStep("Belgium: pledge", Group.PLEDGES, ("BE",), 1, before, after),)


def record_of(before: Forum, after: Forum, *, is_now: bool = True, meeting: str | None = "m1") -> MeetingRecord:
    """A meeting with a closed round, at which Belgium went from one pledge to another."""
    steps = history(
        [
            replace(step(1), action="create"),
            replace(step(2, changed("BE", "relocations", "100", "300"), reason="after the bilateral"), taken_back=3),
            replace(step(3, changed("BE", "relocations", "300", "100")), action="undo", about=2),
            replace(step(4, changed("BE", "relocations", "100", "350")), action="redo"),
            replace(step(5), reverts=2, adopts="More money", merges="laptop 2"),
            replace(step(6, Difference("Key: France", "FR", "population", "1", "2")), action="mark"),
            step(7, *(changed("BE", f"measure {number}: value", "none", "EUR\u00a05") for number in range(1, 43))),
        ]
    )
    closed = State(before, moment(1), is_now=False, name="Round 1")
    held = None if meeting is None else Held(meeting, "", 1, 12)
    return MeetingRecord(
        State(after, NOW, is_now),
        held,
        (Snapshot("Round 1", moment(1)),),
        steps,
        revised("BE", 3),
        Before(closed, way(before, after)),
    )


FORUMS = {
    "search-and-rescue": rescues.example(),
    "migratory-pressure": pressures.example(),
    "voluntary": pressures.mechanism(),
}


@pytest.fixture(params=["annual-pool", *FORUMS])
def forum(request: pytest.FixtureRequest, example: Forum) -> Forum:
    return {"annual-pool": example, **FORUMS}[request.param]


def test_documents_are_numbered_and_pages_counted_through(forum: Forum) -> None:
    data = dossier_pdf(record_of(forum, forum), zone=ZONE)
    document = PdfDocument(data)
    outline = [(entry.level, entry.get_title(), entry.get_dest().get_index()) for entry in document.get_toc()]
    document.close()
    tops = [(title, page) for level, title, page in outline if level == 0]
    assert tops[0] == ("List of documents", 0)
    assert [title.partition(". ")[0] for title, _page in tops[1:]] == [str(number) for number in range(1, 8)]
    assert {level for level, _title, _page in outline} == {0, 1}
    pages = Printed(data).pages
    assert [f"{number} / {len(pages)}" in page.text for number, page in enumerate(pages, 1)] == [True] * len(pages)
    front = " ".join(pages[0].text.replace("\u00a0", " ").split())
    for title, page in tops[1:]:
        number, _point, name = title.partition(". ")
        assert f"{number} {name} Fingerprint {NOW.fingerprint}" in front
        assert f" {page + 1} " in f"{front} "
    marking = forum.classification.marking if forum.procedure.value != "annual-pool" else "RESTREINT UE/EU RESTRICTED"
    assert all(marking in page.text and NOW.fingerprint in page.text for page in pages)
    assert dossier_pdf(record_of(forum, forum), zone=ZONE) == data


def test_a_dossier_has_everything_of_the_meeting(example: Forum) -> None:
    held = replace(example, meetings=(Meeting("m1", MeetingKind.RESUMED, date(2026, 11, 27)),))
    text = text_of(dossier_pdf(record_of(held, with_relocations(held, 350)), secretariat=True, zone=ZONE))
    for words in (
        "Meeting: resumed meeting, 27 November 2026",
        "Round 1: 27 November 2026, 16:40 UTC+1 (entry 1)",
        "ANNEX to the Council Implementing Decision",
        "Pledge table",
        "For the secretariat only",
        "Before: Round 1, State of 27 November 2026, 16:40 UTC+1 (entry 1)",
        "Relocations pledged 100 350 +250 Belgium: pledge",
        "Where the text leaves something open, this annex follows a named reading:",
        "2 27 November 2026, 16:41 UTC+1 Ana Silva 1 Belgium, relocations 100 300",
        "after the bilateral taken back by entry 3",
        "Undone: entry 3",
        "Redone: entry 4",
        "takes back entry 2",
        "takes over the scenario More money",
        "brings in what was typed at laptop 2",
        "… and 2 more.",
    ):
        assert words in text


SECRET = ("8 888", "7 777", "hush", "AMMR-12-2", "between us", "not less")


def negotiated(example: Forum) -> MeetingRecord:
    """A meeting that saw the Commission's numbers, notes, an answer with a reason, and how a pledge was said."""
    forum = replace(
        example,
        classification=Classification.LIMITE,
        note="hush 1",
        pool=replace(example.pool, proposal_relocations=8_888, proposal_financial_cents=777_700_000),
        acknowledgements=(Acknowledgement("AMMR-57-basis", None, "stale", "hush 2", "Ana"),),
    )
    said = replace(NOTHING_SAID, condition="not less than the others")
    pledge = replace(forum.state("BE").pledge, note="hush 3", said=HowSaid(relocations=said))
    forum = forum.with_state(replace(forum.state("BE"), pledge=pledge))
    steps = [
        step(2, Difference("Pool", None, "proposal, relocations", "not recorded", "8\u202f888"), reason="hush 4"),
        step(3, changed("BE", "relocations", "100", "300"), reason="between us"),
        step(4, changed("BE", "note", "none", "hush 3")),
        step(5, Difference("Acknowledged findings", None, "AMMR-12-2, “8 888”: on", "nothing", "hush 5")),
        *(
            replace(step(seq), moment=replace(moment(seq), title=title), action="mark", mark=mark)
            for seq, mark, title in (
                (6, MarkKind.RELEASE, "Annual Solidarity Pool for 2026"),
                (7, MarkKind.ROUND, "Round 1"),
                (8, MarkKind.PEN_GIVEN, "Pen given to Bert"),
            )
        ),
    ]
    return replace(record_of(forum, forum), steps=history(steps))


@pytest.mark.parametrize("secretariat", [False, True])
def test_a_dossier_is_for_the_room_unless_it_is_for_the_secretariat(example: Forum, secretariat: bool) -> None:
    record = negotiated(example)
    data = dossier_pdf(record, secretariat=secretariat, zone=ZONE)
    text = text_of(data).replace("\u202f", " ")
    left_out = "Left out, being for the secretariat"
    assert (left_out in text, "For the secretariat only" in text) == (not secretariat, secretariat)
    told = [each for each in SECRET if each in text or each.replace(" ", "") in text]
    assert told == (list(SECRET) if secretariat else [])
    marking = "RESTREINT UE/EU RESTRICTED" if secretariat else "LIMITE"
    assert all(marking in page.text for page in Printed(data).pages)
    assert ("A change for the secretariat only" in text) is not secretariat
    for words in ("Shown to the room: Annual Solidarity Pool", "Round closed: Round 1", "Pen given to Bert"):
        assert words in text
    alone = annex_pdf(assess(record.state.forum), "0123456789ab", draft=True)
    assert all("RESTREINT UE/EU RESTRICTED" in page.text for page in Printed(alone).pages)
    adopted = replace(record.state.forum, adopted=date(2026, 12, 20))
    after = dossier_pdf(replace(record, state=replace(record.state, forum=adopted)), frozenset({Piece.FINDINGS}))
    assert "8888" in text_of(after)
    assert all("LIMITE" in page.text for page in Printed(after).pages)


def test_a_past_meeting_says_so_on_every_page_and_a_record_without_meetings_is_whole(example: Forum) -> None:
    pages = Printed(dossier_pdf(record_of(example, example, is_now=False), zone=ZONE)).pages
    assert all("State of 27 November 2026, 16:51 UTC+1 (entry 12)" in p.text.replace("\u00a0", " ") for p in pages)
    bare = MeetingRecord(State(Forum(), NOW))
    text = text_of(dossier_pdf(bare))
    assert "The whole record: no meeting is recorded yet." in text
    assert "No round has been closed yet." in text
    assert "Nothing was changed at this meeting." in text
    assert "Differences" not in text
    cut = replace(bare, steps=History(revised("BE", 2).steps, is_whole=False))
    assert "The last 2 entries; older ones are in the record." in text_of(dossier_pdf(cut))


def test_pieces_are_chosen_and_the_work_can_be_stopped(example: Forum) -> None:
    told: list[tuple[int, int]] = []
    text = text_of(
        dossier_pdf(
            record_of(example, example),
            frozenset({Piece.TABLE, Piece.HISTORY}),
            tell=lambda done, total: told.append((done, total)),
        )
    )
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert "2 History of the meeting" in text
    assert "ANNEX" not in text

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        dossier_pdf(record_of(example, example), tell=stop)


def test_differences_have_their_causes_and_name_who_has_none(example: Forum) -> None:
    record = record_of(example, with_relocations(example, 350))
    assert record.before is not None
    text = text_of(difference_pdf(record.before, record.state, zone=ZONE))
    assert "Coverage of the reference number 43.67 % 52.00 % +8.33 points Belgium: pledge" in text
    assert "Gap in relocations 613 363 −250 Belgium: pledge" in text
    assert "Unchanged: Greece and Latvia." in text
    assert f"Fingerprint {NOW.fingerprint}, held against {moment(1).fingerprint}" in text
    alone = text_of(difference_pdf(replace(record.before, way=()), record.state))
    assert "Because of" not in alone
    nothing = text_of(difference_pdf(Before(record.state), record.state))
    assert "No figure differs." in nothing
    scenario = replace(record.state, is_now=False, scenario="More money")
    for sides in ((Before(scenario), record.state), (record.before, scenario)):
        assert "SCENARIO More money: not in the record" in text_of(difference_pdf(*sides))


def test_a_figure_that_comes_goes_or_becomes_known_has_words(example: Forum) -> None:
    before = State(example, moment(1), is_now=False)
    unknown = example.with_state(replace(example.state("BE"), pledge=Pledge()))
    for one, other, said in ((unknown, example, "now known"), (example, unknown, "no longer known")):
        text = text_of(difference_pdf(Before(replace(before, forum=one)), State(other, NOW)))
        assert said in text
    signed = pressures.mechanism()
    less = replace(
        signed,
        voluntary=replace(
            signed.voluntary,
            signatories=signed.voluntary.signatories[1:],
            pledges=tuple(
                each for each in signed.voluntary.pledges if each.code != signed.voluntary.signatories[0].code
            ),
            kept=(),
        ),
    )
    for one, other, said in ((less, signed, "new"), (signed, less, "no longer there")):
        assert f" {said}" in text_of(difference_pdf(Before(State(one, moment(1))), State(other, NOW)))


def test_many_causes_are_counted_the_largest_first(example: Forum) -> None:
    forums = [with_relocations(example, 100 + part) for part in (0, 1, 3, 6, 10, 15)]
    steps = tuple(
        WayStep(f"step {place}", Group.PLEDGES, ("BE",), 1, one, other)
        for place, (one, other) in enumerate(pairwise(forums), 1)
    )
    text = text_of(difference_pdf(Before(State(forums[0], moment(1)), steps), State(forums[-1], NOW)))
    assert "step 5 (+5) step 4 (+4) step 3 (+3) step 2 (+2) … and 1 more." in text
    tiny = replace(example, key=replace(example.key, adopted_shares=(("BE", Fraction(590_909_091, 10_000_000)),)))
    shares = text_of(difference_pdf(Before(State(example, moment(1))), State(tiny, NOW)))
    assert "Share of the reference key in percent 59.09089 % 59.09091 % +0.00002 points" in shares


def test_the_table_of_every_procedure(forum: Forum) -> None:
    words: Mapping[str, str] = {
        "annual-pool": "Pledge table",
        "search-and-rescue": "Contributions of the Member States",
        "migratory-pressure": "Distribution over the Member States",
        "voluntary": "Pledged and kept, by signatory",
    }
    text = text_of(table_pdf(assess(forum), "0123456789ab"))
    assert words[forum.procedure.value] in text


def test_no_english_is_left_in_a_dutch_dossier(forum: Forum) -> None:
    record = record_of(forum, forum)
    steps = tuple(each for each in record.steps.steps if each.differences and each.action != "mark")
    data = dossier_pdf(replace(record, steps=History(steps)), language="nl", zone=ZONE)
    left = without_typed(Printed(data).text, forum)
    for typed in ("after the bilateral", "Ana Silva", "Round 1", "initial"):
        left = left.replace(typed, " ")
    found = ENGLISH.search(in_one_line(left))
    assert found is None, left[max(0, found.start() - 80) : found.end() + 80]


def test_no_word_of_these_documents_is_left_over() -> None:
    """Every word is asked for by its name, or by one that begins as it does."""
    folder = resource("terms").parents[1] / "desktop_app" / "documents"
    source = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    for group in ("sheet", "diff", "dossier", "table", "moment"):
        begins = re.findall(rf"\b{group}\.([\w-]*){{", source)
        for key in (each for each in terms("en")._words if each.startswith(f"{group}.")):
            name = key.removeprefix(f"{group}.")
            composed = any(name.startswith(begin) and f'"{name.removeprefix(begin)}"' in source for begin in begins)
            assert key in source or composed or name.startswith(("meeting-", "annex-")), key
