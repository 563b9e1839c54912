"""Cells of a plan that the tables of Annex I and Annex II have in common."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Protocol

from desktop_app.calc import wording
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Finding
from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.views.language import marked, short_day, shown, state_name, tr
from desktop_app.views.plan_form.annex import Annex, PlansRecord
from desktop_app.views.plan_form.annex import Plan as Revised
from desktop_app.views.typed_table.cells import Cell, Look, Token, absent_cell

BY_COMMISSION: Final = Token("flag", marked("COM"), "info")
_AFTER_FORUM: Final = Token("history", marked("after the forum"), "warn")
_STANDINGS: Final = MappingProxyType(
    {
        PlanStanding.IN_TIME: Token("ok", marked("in time"), "ok"),
        PlanStanding.UNDATED: Token("warn", marked("no date"), "warn"),
        PlanStanding.AWAITED: Token("calendar", marked("awaited"), "unknown"),
        PlanStanding.LATE: Token("history", marked("late"), "warn"),
        PlanStanding.MISSING: Token("block", marked("missing"), "block"),
    }
)


class Plan(Protocol):
    """What both forms have."""

    @property
    def reference(self) -> str | None:
        """Reference number."""
        ...

    @property
    def mark(self) -> str:
        """The same with its revision mark."""
        ...

    @property
    def submitted(self) -> date | None:
        """Date of submission."""
        ...

    @property
    def revision(self) -> int:
        """0 for the first plan."""
        ...


@dataclass(frozen=True, slots=True)
class PlanSubject:
    """What the cells of one row are made from.

    Attributes:
        row: the state's figures.
        plan: the latest revision of its plan, whether it counts or not; ``None`` without one.
        findings: the findings about it.
    """

    row: Any
    plan: Any
    findings: tuple[Finding, ...]

    @property
    def code(self) -> str:
        """Union code."""
        found: str = self.row.code
        return found

    @property
    def counts(self) -> bool:
        """Whether the plan that is shown is the one that counts."""
        return self.plan is not None and self.plan is self.row.plan


def latest_plans(recorded: PlansRecord) -> dict[str, Any]:
    """Return the latest revision of every plan, by Member State; each list walked once."""
    plans: tuple[Revised, ...] = recorded.plans
    return {plan.code: plan for plan in sorted(plans, key=lambda plan: plan.revision)}


def findings_by_state(assessment: Assessment) -> dict[str | None, tuple[Finding, ...]]:
    """Return the findings of each state."""
    found: dict[str | None, list[Finding]] = {}
    for finding in assessment.findings:
        found.setdefault(finding.state, []).append(finding)
    return {code: tuple(findings) for code, findings in found.items()}


def standing_token(standing: PlanStanding, annex: Annex) -> Token:
    """Return icon and word of how it stands with a plan: each with an icon of its own."""
    return _STANDINGS.get(standing) or Token(annex.benefitting_icon, tr("benefitting"), "benefitting")


def name_cell(code: str, standing: PlanStanding, annex: Annex, *, by_commission: bool) -> Cell:
    """Return the cell of a Member State's name, with how it stands with its plan."""
    name, token = state_name(code), standing_token(standing, annex)
    spoken = [token.word if standing is PlanStanding.NOT_ASKED else tr("plan {word}", word=token.word)]
    about = [annex.about(standing)]
    tokens: tuple[Token, ...] = (token,)
    if by_commission:
        tokens = (token, replace(BY_COMMISSION, word=""))
        spoken.append(tr("set by the Commission"))
        about.append(tr("The Commission sets {sets} (Art. {act}).", sets=annex.sets, act=annex.act))
    return Cell(
        Look.NAME,
        name,
        spoken=", ".join(map(shown, spoken)),
        about="\n".join(map(shown, about)),
        copied=name,
        sort=name,
        tokens=tokens,
        code=code,
    )


def words_cell(text: str, spoken: str, about: str) -> Cell:
    """Return a cell of a few quiet words."""
    return Cell(Look.LABEL, text, spoken=spoken, about=about, copied="", quiet=True)


def none_cell(spoken: str, about: str = "") -> Cell:
    """Return the cell of a 0 that is none rather than a number: a dash, copied and added up as 0."""
    return replace(absent_cell(spoken), about=about, copied="0", sort=0)


def reference_cell(plan: Plan, annex: Annex) -> Cell:
    """Return the cell of the reference number with its mark."""
    text = shown(plan.mark) if plan.reference else tr("no number {mark}", mark=plan.mark).strip()
    about = (
        ""
        if plan.reference
        else tr("The plan has no reference number yet: F2 opens its form ({name}).", name=annex.name)
    )
    return Cell(
        Look.LABEL, text, spoken=text, about=about or text, copied=plan.mark, sort=plan.mark, quiet=not plan.reference
    )


def submitted_cell(plan: Plan, annex: Annex, *, after_forum: bool) -> Cell:
    """Return the cell of the day on which a plan was handed in.

    Args:
        plan: the latest revision.
        annex: its form.
        after_forum: it came after the end of the forum, and another revision counts.
    """
    if plan.submitted is None:
        token = Token("warn", tr("no date"), "warn")
        about = tr("The day on which it was handed in is missing: F2 opens its form ({name}).", name=annex.name)
        return Cell(Look.TOKENS, token.word, spoken=token.word, about=about, copied="", tokens=(token,))
    day = wording.day(plan.submitted)
    copied, sort = plan.submitted.isoformat(), plan.submitted.toordinal()
    if after_forum:
        about, spoken = (
            tr("Handed in on {day}, after the end of the forum.", day=day),
            f"{shown(day)}, {shown(_AFTER_FORUM.word)}",
        )
        token = replace(_AFTER_FORUM, word=short_day(plan.submitted))
        return Cell(Look.TOKENS, day, about=about, spoken=spoken, sort=sort, copied=copied, tokens=(token,))
    return Cell(Look.LABEL, short_day(plan.submitted), spoken=day, about=day, copied=copied, sort=sort)


def not_counted(cell: Cell, counting: Plan | None, annex: Annex, beside: str = "") -> Cell:
    """Return a cell of a revision that does not count, with why.

    Args:
        cell: as it stands.
        counting: the revision that counts, or ``None``.
        annex: the form.
        beside: what the counting one says, such as ``", with 310 persons"``.
    """
    if counting is None:
        why = annex.about(PlanStanding.LATE)
    else:
        why = (
            tr(
                "Handed in after the end of the forum: revision {revision} counts{beside}.",
                revision=counting.revision,
                beside=beside,
            )
            if counting.revision
            else tr("Handed in after the end of the forum: the first plan counts{beside}.", beside=beside)
        )
    return replace(
        cell,
        quiet=True,
        about=f"{cell.about}\n{shown(why)}".strip(),
        spoken=tr("{spoken}, does not count", spoken=cell.spoken),
    )


def finished(cell: Cell, code: str, column: str, findings: Sequence[Finding]) -> Cell:
    """Put the Member State and the column before the spoken text, and findings into the tooltip.

    Args:
        cell: what stands there.
        code: Union code.
        column: as it is spoken; empty for the names.
        findings: those that the cell shows.
    """
    where = ", ".join(filter(None, (state_name(code), shown(column), cell.spoken)))
    about = "\n".join(
        [
            *([cell.about] if cell.about else []),
            *(f"{shown(each.message)} ({tr(each.reference)})" for each in findings),
        ]
    )
    copied = cell.copied or ("" if cell.look in (Look.ABSENT, Look.OPEN, Look.NOTHING) else cell.text)
    return replace(cell, spoken=where, about=about, copied=copied)
