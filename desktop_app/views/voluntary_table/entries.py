"""What an entry into the table of signatories would do, said before it is recorded."""

from dataclasses import replace
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import PledgeColumn, SetVoluntary
from desktop_app.calc.entry import (
    NONE_WORDS,
    PERCENT,
    REST_WORDS,
    EntryContext,
    Refused,
    Understood,
    entry_text,
    plain_text,
    read_entry,
    recorded_text,
)
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import name_of
from desktop_app.calc.sentences import Sentence, say
from desktop_app.calc.voluntary import VoluntaryPledge
from desktop_app.calc.voluntary_assessment import Held, VoluntaryAssessment
from desktop_app.views.language import marked, shown, state_name, to_type, tr, typed
from desktop_app.views.typed_table.preview import Preview, tried
from desktop_app.views.voluntary_table.columns import TYPED, Column

NO_KEY: Final = marked(
    "There is no key and no obligation here, so nothing to take a part of: write a number (Report on Migration and "
    "Asylum 2022, section 4)."
)
_ENTRIES: Final = marked("write for example 310, 8 440 000, 8.44m, +20, or - for none")
_FIELDS: Final = {PledgeColumn.RELOCATIONS: "relocations", PledgeColumn.FINANCIAL: "financial_cents"}


class VoluntaryEntries:
    """Reads what is typed into the table; a signatory's one pledge with that figure is changed, or a first one made."""

    def text(self, assessment: Assessment, code: str, column: int) -> str:
        """Return a pledge's number as one would type it; nothing while there is no pledge."""
        kind = TYPED[Column(column)]
        place = place_of(assessment.forum, code, kind)
        if place is None or not assessment.forum.voluntary.pledges_of(code):
            return ""
        return to_type(entry_text(value_of(pledge_at(assessment.forum, code, place), kind), kind))

    def preview(self, assessment: Assessment, code: str, column: int, typed: str) -> Preview:
        """Say what an entry would do."""
        return preview(VoluntaryAssessment.of(assessment), code, TYPED[Column(column)], typed)


def value_of(pledge: VoluntaryPledge, kind: PledgeColumn) -> int:
    """Return what a pledge has in a column, persons or cents."""
    value: int = getattr(pledge, _FIELDS[kind])
    return value


def place_of(forum: Forum, code: str, kind: PledgeColumn) -> int | None:
    """Return which of a signatory's pledges an entry into a column means, its number in the signatory's list.

    The only one that has such a figure; where none has, the first that is for no project; else a new one, whose number
    is that of their count. ``None`` where several have it: each is changed in the panel.
    """
    pledges = forum.voluntary.pledges_of(code)
    having = [place for place, each in enumerate(pledges) if value_of(each, kind)]
    if having:
        return having[0] if len(having) == 1 else None
    return next((place for place, each in enumerate(pledges) if each.project is None), len(pledges))


def pledge_at(forum: Forum, code: str, place: int) -> VoluntaryPledge:
    """Return a pledge of a signatory by its number; an empty one after the last."""
    pledges = forum.voluntary.pledges_of(code)
    return pledges[place] if place < len(pledges) else VoluntaryPledge(code)


def with_value(forum: Forum, code: str, place: int, kind: PledgeColumn, value: int) -> SetVoluntary:
    """Return the change that puts a figure into a pledge, or into a new one."""
    recorded = forum.voluntary
    own = list(recorded.pledges_of(code))
    pledge = pledge_at(forum, code, place)
    if kind is PledgeColumn.RELOCATIONS:
        pledge = replace(pledge, relocations=value)
    else:
        pledge = replace(pledge, financial_cents=value)
    own[place : place + 1] = [pledge]
    others = tuple(each for each in recorded.pledges if each.code != code)
    return SetVoluntary(
        replace(recorded, pledges=(*others, *own)), marked("{state}: {what}", state=name_of(code), what=kind.title)
    )


def preview(assessment: VoluntaryAssessment, code: str, kind: PledgeColumn, text: str) -> Preview:
    """Say what an entry would do.

    Args:
        assessment: the forum as it stands.
        code: a signatory that takes part, with one pledge at most that has the figure.
        kind: what is typed.
        text: as typed.
    """
    forum = assessment.forum
    place = place_of(forum, code, kind)
    if place is None:
        return Preview(
            tr("{state} has several pledges of this type: change each in the panel (F4).", state=state_name(code))
        )
    pledge = pledge_at(forum, code, place)
    is_first = place == len(forum.voluntary.pledges_of(code))
    value = _read(text, kind, value_of(pledge, kind))
    if isinstance(value, Refused):
        return Preview(value.reason, unfinished=value.unfinished)
    amount, words = value
    change = with_value(forum, code, place, kind, amount)
    refusal, changed = tried(forum, change)
    if changed is None:
        return Preview(refusal)
    if is_first and not plain_text(text):
        return Preview(tr("= no pledge"), tr("Nothing is recorded."), change)
    words = f"{words}{shown(_of_which(pledge, is_first=is_first))}"
    is_new = is_first or amount != value_of(pledge, kind)
    after = VoluntaryAssessment.of(assess(changed))
    return Preview(words, _outcome(after, kind), change, is_new=is_new, warning=_warning(after, code, kind))


def _warning(assessment: VoluntaryAssessment, code: str, kind: PledgeColumn) -> str:
    """Say that the state has not signed, or has kept more than it would pledge; empty where neither is so."""
    row = assessment.row(code)
    if all(each.code != code for each in assessment.forum.voluntary.signatories):
        return tr(
            "{state} has not signed the declaration: only who signed pledges (R002-1, Ctrl+Shift+R).",
            state=state_name(code),
        )
    held = row.kept_relocations if kind is PledgeColumn.RELOCATIONS else row.kept_financial
    if held.given <= (held.against or 0):
        return ""
    if kind is PledgeColumn.RELOCATIONS:
        return tr(
            "Less than was kept: {persons} persons are relocated already (R002-5).", persons=wording.persons(held.given)
        )
    return tr("Less than was kept: {money} are paid already (R002-5).", money=wording.money(held.given))


_NORWAY: Final = "no"
"""In this table the word may be meant as a state: taken as none it would wipe a pledge."""


def _read(text: str, kind: PledgeColumn, current: int) -> tuple[int, str] | Refused:
    """Return the amount that is meant, with how it was understood."""
    plain = plain_text(text)
    if plain == _NORWAY:
        return Refused(tr("“no” is the code of Norway, too: type none or - for no pledge, nor to go to Norway."), True)
    if not plain or plain in NONE_WORDS:
        return 0, f"= {shown(recorded_text(0, kind))}"
    if plain in REST_WORDS or PERCENT.fullmatch(plain.lstrip("+-")):
        return Refused(NO_KEY)
    entry = read_entry(typed(text), kind, EntryContext(current))
    if isinstance(entry, Understood) and isinstance(entry.value, int):
        return entry.value, entry.words if "=" in entry.words else f"= {shown(entry.words)}"
    reason = entry.reason if isinstance(entry, Refused) else tr("This is no number: {entries}.", entries=_ENTRIES)
    return Refused(_without_parts(reason), isinstance(entry, Refused) and entry.unfinished)


def _without_parts(reason: str) -> str:
    """Name the entries that there are here, where a reason names those of the pledge table."""
    if isinstance(reason, Sentence) and "ENTRIES" in reason.values:
        return say(reason.template, **{**reason.values, "ENTRIES": _ENTRIES})
    return reason


def _of_which(pledge: VoluntaryPledge, *, is_first: bool) -> str:
    if is_first:
        return tr(", a new pledge, for whom left open")
    if pledge.project is not None:
        return tr(", for the project {project}", project=pledge.project)
    return "" if pledge.benefitting is None else tr(", for {state}", state=state_name(pledge.benefitting))


def _outcome(assessment: VoluntaryAssessment, kind: PledgeColumn) -> str:
    """Hold all pledges against all needs."""
    totals = assessment.totals
    held: Held = totals.relocations if kind is PledgeColumn.RELOCATIONS else totals.financial
    write = wording.persons if kind is PledgeColumn.RELOCATIONS else wording.money
    if held.against is None:
        return tr("together {write}, no need recorded", write=write(held.given))
    part = "" if held.part is None else f", {shown(wording.percent(held.part))}"
    said = tr("together {given} of {whole} needed{part}", given=write(held.given), whole=write(held.against), part=part)
    if kind is PledgeColumn.RELOCATIONS or not totals.project_cents:
        return said
    return tr("{said}; {write} for projects", said=said, write=write(totals.project_cents))
