"""What the rulebooks beside the law have in common: their rules in order, and how they speak of a forum."""

from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

from desktop_app.calc.findings import Finding
from desktop_app.calc.rules import Rule
from desktop_app.calc.voluntary import signatory_place

Case = TypeVar("Case")
_FORUM: Final = (-1, 0)
"""Where findings on the forum itself stand: before those on a state."""


class Book(Generic[Case]):
    """The rules of a procedure.

    Attributes:
        rules: every rule, in the order of the book.
    """

    def __init__(self, rules: Sequence[Rule[Case]], last: Sequence[Rule[Case]]) -> None:
        """Take the rules.

        Args:
            rules: every rule but the last ones.
            last: rules about what the others have found.
        """
        self.rules: Final = (*rules, *last)
        self._first, self._last = tuple(rules), tuple(last)
        self._place = {each.id: place for place, each in enumerate(self.rules)}

    def rule_of(self, identifier: str) -> Rule[Case]:
        """Return the rule with this id.

        Raises:
            KeyError: no rule has it.
        """
        return self.rules[self._place[identifier]]

    def findings(self, case: Case, answered: Callable[[Sequence[Finding]], Case]) -> tuple[Finding, ...]:
        """Return what the rules have to say, the gravest first, then by state and rule.

        Args:
            case: the forum under the rules.
            answered: gives the case with what the others have found, for the last rules.
        """
        found = [finding for rule in self._first for finding in rule.findings(case)]
        whole = answered(found)
        found += [finding for rule in self._last for finding in rule.findings(whole)]
        return tuple(sorted(found, key=self._order))

    def _order(self, finding: Finding) -> tuple[int, tuple[int, int], int]:
        state = _FORUM if finding.state is None else signatory_place(finding.state)
        return finding.severity.rank, state, self._place[finding.rule]
