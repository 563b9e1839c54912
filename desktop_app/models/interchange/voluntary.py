"""From a document to what a forum on voluntary solidarity records (Report on Migration and Asylum 2022, section 4)."""

from dataclasses import replace
from typing import Any, Final

from desktop_app.calc.forum import Forum
from desktop_app.calc.listing_order import pledges_in_order
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.sentences import say
from desktop_app.calc.voluntary import (
    ASSOCIATED_SIGNATORIES,
    Commitment,
    Mechanism,
    Need,
    Signatory,
    Voluntary,
    VoluntaryPledge,
)
from desktop_app.models.interchange import limits
from desktop_app.models.interchange import solidarity as shared
from desktop_app.models.interchange.fields import Fields, Where, boolean, day, many, money, persons, text
from desktop_app.models.interchange.states import about_states, in_protocol_order, member, state_code

KEYS: Final = ("mechanism", "signatories", "needs", "pledges", "kept", *shared.KEYS)
"""What a forum on voluntary solidarity has and not every other, at the top of a document."""

_SIGNATORIES: Final = (*PROTOCOL_ORDER, *ASSOCIATED_SIGNATORIES)
_reference: Final = text(limits.REFERENCE)
_note: Final = text(limits.NOTE)


def read_voluntary(keys: Fields, forum: Forum) -> Forum:
    """Return the forum with what the keys of the voluntary mechanism say."""
    keys.forbid("key", say("the voluntary mechanism has no key and no obligation"), say("remove it"))
    recorded = Voluntary(
        mechanism=keys.take("mechanism", _mechanism, Mechanism()),
        signatories=keys.take("signatories", in_protocol_order(_signatory, _signatory_code, _SIGNATORIES), ()),
        needs=keys.take("needs", in_protocol_order(_need, member, name="benefitting"), ()),
        pledges=pledges_in_order(
            keys.take("pledges", about_states(_pledge, limits.VOLUNTARY_PLEDGES, _signatory_code), ())
        ),
        kept=keys.take("kept", about_states(_commitment, limits.COMMITMENTS, _signatory_code), ()),
    )
    return shared.read_solidarity(keys, replace(forum, voluntary=recorded), None)


def _signatory_code(value: Any, where: Where) -> str:
    return state_code(value, where, _SIGNATORIES)


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


def _signatory(keys: Fields, code: str) -> Signatory:
    return Signatory(code, keys.take("signed", day, None), keys.take("withdrawn", day, None))


def _need(keys: Fields, benefitting: str) -> Need:
    return Need(
        benefitting,
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
