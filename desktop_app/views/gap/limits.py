"""The table of limits: a row for each Member State, one column to type in, and what was understood beside it."""

import re
from collections.abc import Mapping
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.entry import Refused
from desktop_app.calc.forum import Procedure
from desktop_app.calc.gap.limit_entry import UnderstoodLimits, read_for_everybody, read_limits
from desktop_app.calc.gap.limits import Limit
from desktop_app.calc.gap.problem import Ground
from desktop_app.calc.gap.words import now_words
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.views.fields import Read
from desktop_app.views.key.columns import GridColumn
from desktop_app.views.key.grid_model import Place
from desktop_app.views.language import marked, tr
from desktop_app.views.language import typed as typed_here

LIMIT: Final = "limit"
_NOW: Final = "now"
_SHARE: Final = "share"
_UNDERSTOOD: Final = "understood"
_ABOUT: Final = marked(
    "fixed; at most 500; at least 50%; up to 300 (more than now); up to EUR 5m; only money; only relocations; "
    "may be asked. Several with a comma and a space."
)


def columns(procedure: Procedure) -> tuple[GridColumn, ...]:
    """Return the columns beside the name of the state; the voluntary mechanism knows no shares."""
    sample = tr("EUR 12 000 000") if procedure is Procedure.VOLUNTARY else "00 000.00"
    title = tr("Fair share") if procedure is Procedure.ANNUAL_POOL else tr("Key share")
    share = GridColumn(_SHARE, title, tr("What is asked is held against it"), None, sample="00 000.00")
    return (
        GridColumn(
            _NOW, tr("Now"), tr("What is recorded; … where nothing is, which counts 0 here"), None, sample=sample
        ),
        *(() if procedure is Procedure.VOLUNTARY else (share,)),
        GridColumn(LIMIT, tr("Limit"), _ABOUT, _typed, sample=tr("at most 12 000"), right=False),
        GridColumn(
            _UNDERSTOOD,
            tr("Understood"),
            tr("What holds for this state"),
            None,
            sample=tr("not asked: it be"),
            right=False,
        ),
    )


def _typed(text: str) -> Read[str]:
    """Take a limit as typed: what it means rests on the state, and stands in the column beside it."""
    plain = " ".join(text.split())
    return Read(plain or None)


def codes_of(assessment: Assessment) -> tuple[str, ...]:
    """Return the states that are listed: those of the forum, or who signed and pledges in the voluntary mechanism."""
    if isinstance(assessment, VoluntaryAssessment):
        return tuple(row.code for row in assessment.rows)
    return assessment.forum.codes()


def figures_of(ground: Ground) -> dict[Place, str]:
    """Return what stands beside the name of each state: what is recorded of it, and its share."""
    shown: dict[Place, str] = {}
    for each in ground.states:
        shown[each.code, _NOW] = now_words(each, ground.unit)
        shown[each.code, _SHARE] = wording.number(each.share) if ground.has_key else ""
    return shown


def read_all(
    typed: Mapping[str, str], everybody: str, ground: Ground
) -> tuple[tuple[Limit, ...], dict[Place, str], dict[Place, str]]:
    """Read every limit.

    Args:
        typed: texts by state.
        everybody: up to which part of its fair share anybody is asked, as typed.
        ground: what the target rests on.

    Returns:
        The limits, what stands in the columns that nobody types in, and what is wrong with typed cells.
    """
    limits: list[Limit] = []
    shown: dict[Place, str] = {}
    wrong: dict[Place, str] = {}
    defaults = {limit.code: limit.said for limit in ground.defaults}
    shown |= figures_of(ground)
    for each in ground.states:
        shown[each.code, _UNDERSTOOD] = defaults.get(each.code, each.remark)
    for barred in ground.barred:
        # The first clause; all of it is said below the table.
        shown[barred.code, _UNDERSTOOD] = _clause(barred.why)
    for code, text in typed.items():
        read = read_limits(typed_here(text), code, ground)
        if isinstance(read, Refused):
            wrong[code, LIMIT] = read.reason
            shown[code, _UNDERSTOOD] = read.reason
        elif read.limits:
            limits += read.limits
            if ground.standing(code) is not None:
                shown[code, _UNDERSTOOD] = read.words
    for_all = read_for_everybody(everybody)
    if isinstance(for_all, UnderstoodLimits) and ground.has_key:
        limits += for_all.limits
    return tuple(limits), shown, wrong


def _clause(why: str) -> str:
    return tr("cannot: {reason}", reason=re.split("[;,.]", tr(why)[:1].lower() + tr(why)[1:])[0])
