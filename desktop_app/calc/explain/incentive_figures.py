"""What one Member State gets for relocations carried out (COM(2020) 610, Art. 61, 72), whatever the procedure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain.figure import Answer, Figure, Whole
from desktop_app.calc.explain.inputs import AT_THE_FORUM, eur
from desktop_app.calc.explain.proposal_subject import STATUS, iso
from desktop_app.calc.incentives import Arrival, IncentiveRow, arrivals_of, incentives_of, rate_on
from desktop_app.calc.member_states import ASSOCIATED_NAMES
from desktop_app.calc.sentences import say
from desktop_app.calc.solidarity_record import AS_PROPOSED, IncentiveRate
from desktop_app.calc.wording import listed, money, persons

_REFERENCE: Final = "COM(2020) 610, Art. 61, 72"
_NOTHING: Final = IncentiveRow("", 0, 0, 0, 0, 0)


@dataclass(frozen=True)
class Recipient(Whole):
    """A Member State that relocated or transferred persons, whether it takes part in the procedure or not.

    Attributes:
        state: its Union code.
    """

    state: str = field(kw_only=True)

    @property
    def code(self) -> str:
        """Its Union code."""
        return self.state

    @property
    def gets(self) -> IncentiveRow:
        """What it gets."""
        return next((row for row in incentives_of(self.forum) if row.code == self.state), _NOTHING)

    @property
    def is_known(self) -> bool:
        """Whether there is anything that it gets."""
        return self.gets is not _NOTHING


def _by_rate(subject: Recipient) -> dict[IncentiveRate, tuple[list[Arrival], list[Arrival]]]:
    """Return the relocations that it took over, and those that it carried out the transfer of, by rate."""
    found: dict[IncentiveRate, tuple[list[Arrival], list[Arrival]]] = {}
    for arrival in arrivals_of(subject.forum):
        if arrival.relocating in ASSOCIATED_NAMES or subject.state not in (arrival.relocating, arrival.transferring):
            continue
        taken, sent = found.setdefault(rate_on(subject.forum.solidarity.incentives, arrival.on), ([], []))
        if arrival.relocating == subject.state:
            taken.append(arrival)
        if arrival.transferring == subject.state:
            sent.append(arrival)
    return found


def _incentive(subject: Recipient) -> Answer:
    terms: list[str] = []
    used: list[Input] = []
    for place, (rate, (taken, sent)) in enumerate(_by_rate(subject).items(), 1):
        mark = f"_{place}" if place > 1 else ""
        if taken:
            terms.append(f"person_rate{mark} * sum(adults{mark}) + minor_rate{mark} * sum(minors{mark})")
            used += [
                _rate(f"person_rate{mark}", say("for each person relocated"), rate.person_cents, rate),
                _count(f"adults{mark}", say("others relocated"), taken, [each.persons - each.minors for each in taken]),
                _rate(f"minor_rate{mark}", say("for each unaccompanied minor relocated"), rate.minor_cents, rate),
                _count(f"minors{mark}", say("unaccompanied minors relocated"), taken, [each.minors for each in taken]),
            ]
        if sent:
            terms.append(f"transfer_rate{mark} * sum(transferred{mark})")
            used += [
                _rate(f"transfer_rate{mark}", say("for each person transferred"), rate.transfer_cents, rate),
                _count(f"transferred{mark}", say("persons transferred"), sent, [each.persons for each in sent]),
            ]
    return Answer(" + ".join(terms) or "0", tuple(used), _words(subject))


def _rate(name: str, title: str, cents: int, rate: IncentiveRate) -> Input:
    source = say("COM(2020) 610, Art. 72") if rate is AS_PROPOSED else rate.reference or say("act not named")
    return Input(name, title, eur(cents), Unit.EUR, source, iso(rate.since))


def _count(name: str, title: str, arrivals: Iterable[Arrival], counts: list[int]) -> Input:
    sources = list(dict.fromkeys(each.source for each in arrivals))
    return Input(
        name,
        title,
        tuple(counts),
        Unit.PERSONS,
        say("{AT_THE_FORUM}: {listed}", AT_THE_FORUM=AT_THE_FORUM, listed=listed(sources)),
    )


def _words(subject: Recipient) -> str:
    row = subject.gets
    if not row.relocated and not row.transferred:
        return say(
            "No relocation to or from {name} is recorded as carried out, and only these are paid for.",
            name=subject.name,
        )
    said = []
    if row.relocated:
        minors = say(", {persons} of them unaccompanied minors", persons=persons(row.minors)) if row.minors else ""
        said.append(
            say(
                "{money} for {persons} persons that it took over{minors}",
                money=money(row.relocating_cents),
                persons=persons(row.relocated),
                minors=minors,
            )
        )
    if row.transferred:
        said.append(
            say(
                "{money} for {persons} persons whose transfer it carried out",
                money=money(row.transfer_cents),
                persons=persons(row.transferred),
            )
        )
    together = say(": {money} in all", money=money(row.total_cents)) if len(said) > 1 else ""
    return say("{begin} gets {listed}{together}.", begin=subject.begin, listed=listed(said), together=together)


FIGURE: Final[Figure[Recipient]] = Figure(
    "incentive",
    say("financial incentive"),
    Unit.EUR,
    say("exact, to the cent"),
    _REFERENCE,
    lambda subject: eur(subject.gets.total_cents),
    _incentive,
    status=STATUS,
)
