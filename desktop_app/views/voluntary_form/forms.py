"""A signatory's pledges as typed: kept as a draft, compared with the record, read into pledges."""

from dataclasses import dataclass
from typing import Final

from desktop_app.calc.voluntary import VoluntaryPledge
from desktop_app.views.editors.forms.base import Outcome, Reading, numbered
from desktop_app.views.fields import UNCHOSEN, day_text, money_entry, persons_entry, read_day, read_money, read_persons
from desktop_app.views.language import marked, state_name, tr

TO_ITSELF: Final = marked(
    "{name} cannot pledge to itself: choose another Member State, or leave it open (Report on Migration and Asylum "
    "2022, section 4)."
)
FOR_WHOM: Final = marked(
    "For which Member State? Choose it, or leave it open; a project in a partner country needs none."
)


@dataclass(frozen=True, slots=True)
class PledgeForm:
    """One pledge as typed; ``recorded`` is the one that the fields were filled from, if any.

    ``benefitting`` is ``None`` where it is left open, and ``UNCHOSEN`` before that is said.
    """

    benefitting: str | None = UNCHOSEN
    relocations: str = ""
    vulnerable_first: bool = False
    financial: str = ""
    project: str = ""
    partner_country: str = ""
    reference: str = ""
    submitted: str = ""
    note: str = ""
    recorded: VoluntaryPledge | None = None


@dataclass(frozen=True, slots=True)
class PledgesForm:
    """All pledges of a signatory."""

    items: tuple[PledgeForm, ...] = ()


def pledge_form(pledge: VoluntaryPledge) -> PledgeForm:
    """Return what the fields show of one pledge."""
    return PledgeForm(
        pledge.benefitting,
        persons_entry(pledge.relocations or None),
        pledge.vulnerable_first,
        money_entry(pledge.financial_cents or None),
        pledge.project or "",
        pledge.partner_country or "",
        pledge.reference or "",
        day_text(pledge.submitted),
        pledge.note or "",
        pledge,
    )


def pledges_form(pledges: tuple[VoluntaryPledge, ...]) -> PledgesForm:
    """Return what the fields show of a signatory's pledges."""
    return PledgesForm(tuple(pledge_form(each) for each in pledges))


def read_pledge(form: PledgeForm, code: str) -> Outcome[VoluntaryPledge]:
    """Read one pledge of a signatory."""
    recorded = form.recorded
    reading = Reading(form, None if recorded is None else pledge_form(recorded), recorded)
    submitted = reading.take("submitted", read_day)
    relocations = reading.take("relocations", read_persons) or 0
    cents = reading.take("financial", read_money, "financial_cents") or 0
    if form.benefitting == code:
        reading.problems["benefitting"] = tr(TO_ITSELF, name=state_name(code))
    elif form.benefitting == UNCHOSEN and not form.project.strip():
        reading.problems["benefitting"] = FOR_WHOM
    return reading.outcome(
        VoluntaryPledge(
            code,
            reading.text("reference"),
            submitted,
            form.benefitting or None,
            relocations,
            form.vulnerable_first,
            cents,
            reading.text("project"),
            reading.text("partner_country"),
            reading.text("note"),
        )
    )


def read_pledges(form: PledgesForm, code: str) -> Outcome[tuple[VoluntaryPledge, ...]]:
    """Read all pledges; a problem is named ``"<number>.<field>"``, numbers from 0."""
    outcomes = [read_pledge(each, code) for each in form.items]
    found = numbered(outcomes)
    if found:
        return Outcome(None, found)
    return Outcome(tuple(each.value for each in outcomes if each.value is not None))
