"""From a document to what a forum on voluntary solidarity records (Report on Migration and Asylum 2022, section 4)."""

from dataclasses import replace
from typing import Any, Final

from desktop_app.calc.forum import Forum
from desktop_app.calc.listing_order import pledges_in_order
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.voluntary import (
    ASSOCIATED_SIGNATORIES,
    Commitment,
    Mechanism,
    Need,
    Signatory,
    Voluntary,
    VoluntaryPledge,
    signatory_place,
)
from desktop_app.models.interchange import limits
from desktop_app.models.interchange import solidarity as shared
from desktop_app.models.interchange.fields import Fields, Where, boolean, day, items, many, money, persons, text
from desktop_app.models.interchange.states import member, one_state, state_code

KEYS: Final = ("mechanism", "signatories", "needs", "pledges", "kept", *shared.KEYS)
"""What a forum on voluntary solidarity has and not every other, at the top of a document."""

_SIGNATORIES: Final = (*POSITION, *ASSOCIATED_SIGNATORIES)
_reference: Final = text(limits.REFERENCE)
_note: Final = text(limits.NOTE)


def read_voluntary(keys: Fields, forum: Forum) -> Forum:
    """Return the forum with what the keys of the voluntary mechanism say."""
    keys.forbid("key", "the voluntary mechanism has no key and no obligation", "remove it")
    recorded = Voluntary(
        mechanism=keys.take("mechanism", _mechanism, Mechanism()),
        signatories=keys.take("signatories", _signatories, ()),
        needs=keys.take("needs", _needs, ()),
        pledges=pledges_in_order(keys.take("pledges", many(_about(_pledge), limits.VOLUNTARY_PLEDGES), ())),
        kept=keys.take("kept", many(_about(_commitment), limits.COMMITMENTS), ()),
    )
    return shared.read_solidarity(keys, replace(forum, voluntary=recorded), None)


def _signatory_code(value: Any, where: Where) -> str:
    return state_code(value, where, _SIGNATORIES)


def _about(convert: Any) -> Any:
    """Return the converter of an object that is about one signatory."""

    def convert_one(value: Any, where: Where) -> Any:
        return one_state(convert, value, where, _signatory_code)

    return convert_one


def _mechanism(value: Any, where: Where) -> Mechanism:
    with Fields(value, where) as keys:
        return Mechanism(
            declaration=keys.take("declaration", _reference, None),
            started=keys.take("started", day, None),
            extended_until=keys.take("extended_until", day, None),
            platform=keys.take("platform", _reference, None),
            chairs=keys.take("chairs", many(_reference, limits.CHAIRS), ()),
            note=keys.take("note", _note, None),
        )


def _signatories(value: Any, where: Where) -> tuple[Signatory, ...]:
    found: dict[str, Signatory] = {}
    for each, place in items(value, where, len(_SIGNATORIES)):
        signed = one_state(_signatory, each, place, _signatory_code)
        if signed.code in found:
            place.of(signed.code).refuse(f"the state {signed.code} stands there twice", "keep one of the two")
        found[signed.code] = signed
    return tuple(sorted(found.values(), key=lambda each: signatory_place(each.code)))


def _signatory(keys: Fields, code: str) -> Signatory:
    return Signatory(code, keys.take("signed", day, None), keys.take("withdrawn", day, None))


def _needs(value: Any, where: Where) -> tuple[Need, ...]:
    found: dict[str, Need] = {}
    for each, place in items(value, where, len(POSITION)):
        need = _need(each, place)
        if need.benefitting in found:
            place.of(need.benefitting).refuse(f"the state {need.benefitting} stands there twice", "keep one of the two")
        found[need.benefitting] = need
    return tuple(sorted(found.values(), key=lambda each: POSITION[each.benefitting]))


def _need(value: Any, where: Where) -> Need:
    with Fields(value, where) as keys:
        return Need(
            benefitting=keys.need("benefitting", member, "say which Member State needs it"),
            relocations=keys.take("relocations", persons, None),
            financial_cents=keys.take("financial_eur", money, None),
            note=keys.take("note", _note, None),
        )


def _pledge(keys: Fields, code: str) -> VoluntaryPledge:
    return VoluntaryPledge(
        code,
        reference=keys.take("reference", _reference, None),
        submitted=keys.take("submitted", day, None),
        benefitting=keys.take("benefitting", member, None),
        relocations=keys.take("relocations", persons, 0),
        vulnerable_first=keys.take("vulnerable_first", boolean, False),
        financial_cents=keys.take("financial_eur", money, 0),
        project=keys.take("project", _reference, None),
        partner_country=keys.take("partner_country", _reference, None),
        note=keys.take("note", _note, None),
    )


def _commitment(keys: Fields, code: str) -> Commitment:
    return Commitment(
        code,
        on=keys.take("on", day, None),
        benefitting=keys.take("benefitting", member, None),
        relocations=keys.take("relocations", persons, 0),
        minors=keys.take("minors", persons, 0),
        financial_cents=keys.take("financial_eur", money, 0),
        note=keys.take("note", _note, None),
    )
