"""Which findings a person has answered, and which answers have lost their finding."""

from collections.abc import Iterable

from desktop_app.calc.findings import Finding, Severity
from desktop_app.calc.forum import Acknowledgement, Forum
from desktop_app.calc.member_states import ASSOCIATED_NAMES, POSITION

_PLACES: dict[str | None, int] = {None: -1}
_PLACES.update(POSITION)
_PLACES.update({code: len(POSITION) + place for place, code in enumerate(ASSOCIATED_NAMES)})


def can_be_acknowledged(finding: Finding) -> bool:
    """Tell whether a finding can be answered: a warning can, what blocks is mended and what informs needs none."""
    return finding.severity is Severity.WARN


def acknowledgement_of(forum: Forum, finding: Finding) -> Acknowledgement | None:
    """Return the answer to a finding as it stands now, or ``None``.

    An answer counts for the words it was given to: where a figure in them has changed, the warning
    stands again. What blocks is never answered.
    """
    if not can_be_acknowledged(finding):
        return None
    about = finding.rule, finding.state, finding.message
    return next((each for each in forum.acknowledgements if (each.rule, each.state, each.message) == about), None)


def stale(forum: Forum, findings: Iterable[Finding]) -> tuple[Acknowledgement, ...]:
    """Return the answers whose warning does not stand among ``findings`` in those words."""
    standing = {(finding.rule, finding.state, finding.message) for finding in findings if can_be_acknowledged(finding)}
    return tuple(each for each in forum.acknowledgements if (each.rule, each.state, each.message) not in standing)


def in_order(answers: Iterable[Acknowledgement]) -> tuple[Acknowledgement, ...]:
    """Return answers by rule, state (the forum's first, then protocol order) and message."""
    # A state that nobody knows is refused elsewhere, with its name.
    last = len(_PLACES)
    return tuple(sorted(answers, key=lambda each: (each.rule, _PLACES.get(each.state, last), each.message)))
