"""Going through what two forums on voluntary solidarity record, by natural keys: a signatory, a need."""

from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.calc.differences import words
from desktop_app.calc.differences.compare import (
    Difference,
    Field,
    Place,
    by_number,
    compared,
    compared_or_missing,
    numbered,
)
from desktop_app.calc.differences.fields import of
from desktop_app.calc.member_states import PROTOCOL_ORDER, name_of
from desktop_app.calc.sentences import say
from desktop_app.calc.voluntary import (
    Commitment,
    Mechanism,
    Need,
    Signatory,
    Voluntary,
    VoluntaryPledge,
    signatory_place,
)

_MECHANISM: Final[tuple[Field[Mechanism], ...]] = (
    of("declaration", "declaration", words.text),
    of("started", "started", words.day),
    of(say("extended until"), "extended_until", words.day),
    of("platform", "platform", words.text),
    of("note", "note", words.text),
)
_CHAIR: Final[tuple[Field[str], ...]] = (Field("", lambda each: each, words.text, always=True),)
_SIGNATORY: Final[tuple[Field[Signatory], ...]] = (
    of("signed", "signed", words.day),
    of("withdrawn", "withdrawn", words.day),
)
_NEED: Final[tuple[Field[Need], ...]] = (
    of("relocations", "relocations", words.whole),
    of(say("financial contributions"), "financial_cents", words.money),
    of("note", "note", words.text),
)
_PLEDGE: Final[tuple[Field[VoluntaryPledge], ...]] = (
    of("reference", "reference", words.text),
    of("submitted", "submitted", words.day),
    of("helped", "benefitting", words.plain),
    of("relocations", "relocations", words.whole),
    of(say("most vulnerable first"), "vulnerable_first", words.yes_or_no),
    of(say("financial contribution"), "financial_cents", words.money),
    of("project", "project", words.text),
    of(say("partner country"), "partner_country", words.text),
    of("note", "note", words.text),
)
_KEPT: Final[tuple[Field[Commitment], ...]] = (
    of("state", "code", words.plain, always=True),
    of("on", "on", words.day),
    of("helped", "benefitting", words.plain),
    of("relocated", "relocations", words.whole),
    of(say("of which unaccompanied minors"), "minors", words.whole),
    of("paid", "financial_cents", words.money),
    of("note", "note", words.text),
)


def voluntary(old: Voluntary, new: Voluntary) -> Iterator[Difference]:
    """Yield the differences of two records of the mechanism, in the order of the document."""
    mechanism = Place(say("Mechanism"))
    yield from compared(mechanism, _MECHANISM, old.mechanism, new.mechanism)
    yield from by_number(mechanism, say("chair"), _CHAIR, (old.mechanism.chairs, new.mechanism.chairs), "")
    yield from _signatories(old.signatories, new.signatories)
    needs, needed = ({each.benefitting: each for each in one.needs} for one in (old, new))
    for code in PROTOCOL_ORDER:
        place = Place(say("Needs"), code, name_of(code))
        yield from compared_or_missing(place, _NEED, needs.get(code), needed.get(code), Need(code))
    yield from _pledges(old.pledges, new.pledges)
    yield from by_number(Place(say("Commitments kept")), "entry", _KEPT, (old.kept, new.kept), Commitment(""))


def _signatories(old: Sequence[Signatory], new: Sequence[Signatory]) -> Iterator[Difference]:
    before, after = ({each.code: each for each in one} for one in (old, new))
    for code in sorted({*before, *after}, key=signatory_place):
        place = Place(say("Signatories"), code, name_of(code))
        yield from compared_or_missing(place, _SIGNATORY, before.get(code), after.get(code), Signatory(code))


def _pledges(old: Sequence[VoluntaryPledge], new: Sequence[VoluntaryPledge]) -> Iterator[Difference]:
    before, after = (numbered(one, lambda each: each.code) for one in (old, new))
    for code, number in sorted({*before, *after}, key=lambda name: (signatory_place(name[0]), name[1])):
        place = Place(name_of(code), code, say("pledge {number}", number=number))
        one, other = before.get((code, number)), after.get((code, number))
        yield from compared_or_missing(place, _PLEDGE, one, other, VoluntaryPledge(code))
