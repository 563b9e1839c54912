"""What no forum on voluntary solidarity may hold (Report on Migration and Asylum 2022, section 4).

The declaration is open to the Member States, Norway, Liechtenstein and Switzerland; only a Member State is helped.
"""

from collections.abc import Iterable, Iterator

from desktop_app.calc.member_states import POSITION
from desktop_app.calc.sentences import say
from desktop_app.calc.validity_parts import Problem, members, money, part, persons, repeated
from desktop_app.calc.voluntary import ASSOCIATED_SIGNATORIES, Voluntary


def voluntary_problems(recorded: Voluntary) -> Iterator[Problem]:
    """Yield what makes what the forum records of the mechanism impossible."""
    yield from repeated("signatories", (each.code for each in recorded.signatories))
    for signed in recorded.signatories:
        yield from signatories(f"signatories[{signed.code}]", [signed.code])
    yield from repeated("needs", (need.benefitting for need in recorded.needs))
    for need in recorded.needs:
        where = f"needs[{need.benefitting}]"
        yield from members(where, [need.benefitting])
        yield from persons(f"{where}.relocations", need.relocations)
        yield from money(f"{where}.financial_eur", need.financial_cents)
    for number, pledge in enumerate(recorded.pledges):
        where = f"pledges[{number}]"
        yield from _for_whom(where, pledge.code, pledge.benefitting)
        yield from persons(f"{where}.relocations", pledge.relocations)
        yield from money(f"{where}.financial_eur", pledge.financial_cents)
    for number, kept in enumerate(recorded.kept):
        where = f"kept[{number}]"
        yield from _for_whom(where, kept.code, kept.benefitting)
        yield from persons(f"{where}.relocations", kept.relocations)
        yield from part(f"{where}.minors", kept.minors, kept.relocations, say("persons relocated"))
        yield from money(f"{where}.financial_eur", kept.financial_cents)


def signatories(where: str, named: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with codes of states that may sign the declaration."""
    for code in named:
        if code not in POSITION and code not in ASSOCIATED_SIGNATORIES:
            what = say(
                "{code} is neither a Member State nor one of {join}", code=code, join=", ".join(ASSOCIATED_SIGNATORIES)
            )
            yield Problem(
                where, what, say("the declaration is open to these alone; use the Union's codes (EL for Greece)")
            )


def _for_whom(where: str, code: str, helped: str | None) -> Iterator[Problem]:
    yield from signatories(f"{where}.code", [code])
    if helped is not None:
        yield from members(f"{where}.benefitting", [helped])
        if helped == code:
            what = say("{code} cannot pledge to itself", code=code)
            yield Problem(f"{where}.benefitting", what, say("name another Member State, or none"))
