"""The types that the Commission sets for states without a plan, as entries of the act (COM(2020) 610, Art. 53(2))."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from desktop_app.calc.exact import fixed
from desktop_app.calc.migratory_pressure import TypesSet
from desktop_app.calc.pressure_plans import WHOLE, TypeShares
from desktop_app.views.fields import ChoiceField, Field, Read, TypedField, decimal_entry, read_percent
from desktop_app.views.forum_editors.entries import RECORDED, Raw
from desktop_app.views.language import marked, state_name, state_with_code, to_type, tr

_SHARES = ("applicants", "sponsorship", "beneficiaries")
_SHORT = {
    "applicants": marked("applicants"),
    "sponsorship": marked("sponsorship"),
    "beneficiaries": marked("beneficiaries"),
}


def read_share(text: str) -> Read[Fraction]:
    """Read a share in percent, from 0 to 100; an empty one is 0."""
    read = read_percent(text)
    if read.value is not None and read.value > WHOLE:
        return Read(problem=tr("A share is at most 100 %."))
    return read


class TypesSetKinds:
    """States without a plan, each with the shares of its types."""

    title = marked("Types set by the Commission, by state")
    one = marked("Member State")
    moves = False

    def __init__(self, why_not: Mapping[str, str]) -> None:
        """Offer these states, those first for which types can be set.

        Args:
            why_not: why nothing can be set for a state; empty where it can.
        """
        self._why_not = dict(sorted(why_not.items(), key=lambda each: bool(each[1])))

    def fields(self) -> dict[str, Field]:
        """Make the fields of a state."""
        states = tuple((code, state_with_code(code)) for code in self._why_not)
        return {
            "code": ChoiceField(tr("Member State without a plan"), states),
            "applicants": TypedField(tr("Relocation of applicants, %"), read_share, "100"),
            "sponsorship": TypedField(tr("Return sponsorship, %"), read_share, "0"),
            "beneficiaries": TypedField(tr("Relocation of beneficiaries, %"), read_share, "0"),
        }

    def new(self, others: Sequence[Raw]) -> Raw:
        """Return the first state without a plan that is not there yet, all by relocation of applicants."""
        taken = {other["code"] for other in others}
        code = next(code for code in self._why_not if code not in taken or len(taken) == len(self._why_not))
        return {"code": code, "applicants": "100", "sponsorship": "", "beneficiaries": ""}

    def words(self, raw: Raw) -> str:
        """Return for example ``"Sweden: 60 % applicants, 40 % sponsorship"``."""
        parts = [(read_share(raw[name]).value, name) for name in _SHARES]
        said = [f"{_percent(value)} % {tr(_SHORT[name])}" for value, name in parts if value]
        return f"{state_name(raw['code'])}: {', '.join(said) or tr('no type')}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:
        """Ask for a state without a plan, once, and for shares that total 100 %."""
        found = {name: read_share(raw[name]).problem for name in _SHARES if read_share(raw[name]).problem}
        why_not = self._why_not.get(raw["code"], "")
        if any(other["code"] == raw["code"] for other in others):
            found["code"] = tr("{state} stands there twice: keep one of the two.", state=state_name(raw["code"]))
        elif why_not:
            found["code"] = why_not
        total = shares_of(raw).total
        if not found and total != WHOLE:
            found["beneficiaries"] = tr(
                "The shares total {percent} %, not 100 % (Art. 53(2)): correct one of them.", percent=_percent(total)
            )
        return found


def shares_of(raw: Raw) -> TypeShares:
    """Return the shares as typed; one that cannot be read is 0."""
    return TypeShares(*(read_share(raw[name]).value or Fraction(0) for name in _SHARES))


def types_raw(recorded: TypesSet) -> Raw:
    """Return what stands in the fields of a recorded state."""
    entries = {name: decimal_entry(getattr(recorded.shares, name) or None) for name in _SHARES}
    return {"code": recorded.code, **entries, RECORDED: recorded}


def types_set(raw: Raw) -> TypesSet:
    """Return a state with its types, as typed."""
    return TypesSet(raw["code"], shares_of(raw))


def _percent(value: Fraction) -> str:
    return to_type(fixed(value, 4).rstrip("0").rstrip("."))
