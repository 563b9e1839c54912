"""What a forum on voluntary solidarity records, as its canonical document has it."""

from typing import Final

from desktop_app.calc.listing_order import pledges_in_order
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.voluntary import (
    Commitment,
    Mechanism,
    Need,
    Signatory,
    Voluntary,
    VoluntaryPledge,
    signatory_place,
)
from desktop_app.models.interchange.solidarity_writer import LISTS as SHARED_LISTS
from desktop_app.models.interchange.written import Document, GrowingList, day_text, money_or_none, said_only


def particulars(recorded: Voluntary) -> Document:
    """Return all but the lists that grow: pledges and commitments kept."""
    signatories = sorted(recorded.signatories, key=lambda each: signatory_place(each.code))
    needs = sorted(recorded.needs, key=lambda each: POSITION[each.benefitting])
    return {
        "mechanism": _mechanism(recorded.mechanism),
        "signatories": [_signatory(each) for each in signatories],
        "needs": [_need(each) for each in needs],
    }


def _mechanism(mechanism: Mechanism) -> Document:
    return {
        "declaration": mechanism.declaration,
        "started": day_text(mechanism.started),
        "extended_until": day_text(mechanism.extended_until),
        "platform": mechanism.platform,
        "chairs": list(mechanism.chairs),
        **said_only({"note": mechanism.note}),
    }


def _signatory(signed: Signatory) -> Document:
    return {"code": signed.code, "signed": day_text(signed.signed), "withdrawn": day_text(signed.withdrawn)}


def _need(need: Need) -> Document:
    return {
        "benefitting": need.benefitting,
        "relocations": need.relocations,
        "financial_eur": money_or_none(need.financial_cents),
        **said_only({"note": need.note}),
    }


def pledge(pledged: VoluntaryPledge) -> Document:
    """Return one pledge."""
    return {
        "code": pledged.code,
        "reference": pledged.reference,
        "submitted": day_text(pledged.submitted),
        "benefitting": pledged.benefitting,
        "relocations": pledged.relocations,
        "vulnerable_first": pledged.vulnerable_first,
        "financial_eur": money_or_none(pledged.financial_cents),
        "project": pledged.project,
        "partner_country": pledged.partner_country,
        **said_only({"note": pledged.note}),
    }


def commitment(kept: Commitment) -> Document:
    """Return one commitment kept."""
    return {
        "code": kept.code,
        "on": day_text(kept.on),
        "benefitting": kept.benefitting,
        "relocations": kept.relocations,
        "minors": kept.minors,
        "financial_eur": money_or_none(kept.financial_cents),
        **said_only({"note": kept.note}),
    }


LISTS: Final = (
    GrowingList("pledges", lambda forum: pledges_in_order(forum.voluntary.pledges), pledge, promised=True),
    GrowingList("kept", lambda forum: forum.voluntary.kept, commitment, promised=True),
    *SHARED_LISTS,
)
"""The lists of a forum on voluntary solidarity that may grow long."""
