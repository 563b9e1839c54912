"""What a change would do, line by line: the pool, each Member State, findings, deadlines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from fractions import Fraction
from typing import Any, Final

from desktop_app.calc.assessment import AnnualPoolAssessment, Row, Totals
from desktop_app.calc.consequences import Consequences, RowConsequence, Verdict, consequences
from desktop_app.calc.exact import CENTS
from desktop_app.calc.findings import Deadline, Finding
from desktop_app.calc.forum import SharesStatus
from desktop_app.calc.member_states import name_of
from desktop_app.calc.rulebooks.annual_pool.shortfall import percent_words
from desktop_app.calc.wording import day, persons
from desktop_app.views.consequences import shifts
from desktop_app.views.consequences.shifts import Shift
from desktop_app.views.findings.texts import SEVERITY_WORDS, sentence_text, state_text

FIGURES: Final = ("Share, %", "Fair share", "Fair share, EUR", "Coverage", "Verdict")
"""The figures of a Member State, in the order of a line's shifts."""
_SPOKEN: Final = ("share in %", "fair share", "fair share in EUR", "coverage", "verdict")
_OFFSETS: Final = {"no": "not open", "a": "open by the pool", "b": "open by its pledge", "ab": "open by both"}


class Kind(Enum):
    """What a line is."""

    HEADING = auto()
    STATE = auto()
    FIGURE = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what a change would do.

    Attributes:
        kind: see :class:`Kind`.
        name: the Member State, the figure, or what happens to a finding.
        shifts: one for each of :data:`FIGURES`, or the one of a figure, else none.
        words: the rest of a line without figures.
        is_changed: whether something on it changes; a heading counts as its lines do.
        icon: stands before the name; may be empty.
        tone: colour token of name and words; never the only sign.
        about: tooltip; may be empty.
        code: Member State concerned, or ``None``.
        weight: how soon the short form tells it, 0 first.
    """

    kind: Kind
    name: str
    shifts: tuple[Shift, ...] = ()
    words: str = ""
    is_changed: bool = True
    icon: str = ""
    tone: str = "text"
    about: str = ""
    code: str | None = None
    weight: int = 0

    @property
    def sentence(self) -> str:
        """The line in words, for screen readers and the short form: only what changes."""
        if self.kind is Kind.STATE:
            said = [f"{name} {shift.words}" for name, shift in zip(_SPOKEN, self.shifts, strict=True)]
            told = [each for each, shift in zip(said, self.shifts, strict=True) if shift.is_changed]
            return f"{self.name}: {'; '.join(told)}" if told else f"{self.name}: no change"
        return ": ".join(part for part in (self.name, self.words, *(each.words for each in self.shifts)) if part)

    @property
    def copied(self) -> str:
        """The line for the clipboard: cells with tabs between them."""
        if self.kind is not Kind.STATE:
            return "\t".join([self.name, *([self.words] if self.words else []), *_cells(self.shifts)])
        return "\t".join([self.name, *_cells(self.shifts)])


def _cells(given: Sequence[Shift]) -> list[str]:
    """Return before, after and difference of each shift."""
    return [cell for shift in given for cell in (shift.before, shift.after, shift.difference)]


class Fate(Enum):
    """What happens to a finding or a deadline."""

    NEW = "new"
    GONE = "gone"
    OTHER_WORDS = "other words"
    MOVED = "moved"


def lines_of(before: AnnualPoolAssessment, after: AnnualPoolAssessment) -> tuple[Line, ...]:
    """Return every line, headings included."""
    result = consequences(before, after)
    return (
        *_section("Pool", pool_lines(before, after)),
        *_section("Member States", [line for row in result.rows for line in state_lines(row, after)]),
        *_section("Findings", finding_lines(result)),
        *_section("Deadlines", deadline_lines(before.deadlines, after.deadlines)),
    )


def _section(title: str, lines: Iterable[Line]) -> Iterator[Line]:
    held = list(lines)
    if held:
        changed = sum(line.is_changed for line in held)
        yield Line(Kind.HEADING, title, is_changed=changed > 0)
        yield from held


# ------------------------------------------------------------------------------------------------------------- the pool


def pool_lines(before: AnnualPoolAssessment, after: AnnualPoolAssessment) -> list[Line]:
    """Return the pool's totals."""
    now, then = before.totals, after.totals
    figures = (
        ("EUR per relocation", shifts.money(now.rate_eur, then.rate_eur)),
        ("Fair shares together", shifts.count(now.fair_share_relocations, then.fair_share_relocations)),
        ("Pledged, in relocations", shifts.count(now.pledged_equivalents, then.pledged_equivalents)),
        ("Coverage", shifts.ratio(now.coverage, then.coverage)),
        ("Gap", shifts.count(now.gap_relocations, then.gap_relocations)),
        ("Gap, EUR", shifts.money(now.gap_eur, then.gap_eur)),
        ("Net pledges", shifts.count(now.net_equivalents, then.net_equivalents)),
        (
            "Net gap, without benefitting",
            shifts.count(now.effective_gap_relocations, then.effective_gap_relocations),
        ),
        ("Open Member States", shifts.count(len(now.unknown_states), len(then.unknown_states))),
        ("30 % indicator of 2020", _indicator(now, then)),
    )
    return [Line(Kind.FIGURE, name, (shift,), is_changed=shift.is_changed, weight=2) for name, shift in figures]


def _indicator(now: Totals, then: Totals) -> Shift:
    shift = shifts.words(*(_indicator_words(totals) for totals in (now, then)))
    return shift if shift.is_changed or now.shortfall == then.shortfall else shifts.ratio(now.shortfall, then.shortfall)


def _indicator_words(totals: Totals) -> str:
    if totals.shortfall is None:
        return shifts.NOT_KNOWN
    return percent_words(totals.shortfall) + (" triggered" if totals.shortfall_triggered else "")


# -------------------------------------------------------------------------------------------------------- Member States


def state_lines(row: RowConsequence, after: AnnualPoolAssessment) -> list[Line]:
    """Return a Member State's line of figures and, below it, other figures of it that change."""
    name = name_of(row.code)
    held = _figures(row, after)
    about = "\n".join(f"{title}: {shift.exact}" for title, shift in zip(FIGURES, held, strict=True) if shift.exact)
    changed = any(shift.is_changed for shift in held)
    lines = [Line(Kind.STATE, name, held, is_changed=changed, about=about, code=row.code, weight=3)]
    others = _other_figures(row.before, row.after) if row.is_changed else []
    told = [f"{what} {shift.words}" for what, shift in others if shift.is_changed]
    if told:
        # Below the line of figures, or in its place where that is filtered away.
        beside = "" if changed else name
        lines.append(Line(Kind.WORDS, beside, words="; ".join(told), tone="muted", code=row.code, weight=3))
    return lines


def _figures(row: RowConsequence, after: AnnualPoolAssessment) -> tuple[Shift, ...]:
    now, then = row.before, row.after
    verdict = _verdict(row, after)
    if Verdict.OUTSIDE is row.verdict_before is row.verdict_after:
        return (*(shifts.nothing() for _figure in FIGURES[:-1]), verdict)
    return (
        shifts.share(*_both(now, then, "share")),
        shifts.count(*_both(now, then, "fair_share_relocations")),
        shifts.whole_money(*_both(now, then, "fair_share_eur")),
        shifts.ratio(*_both(now, then, "coverage")),
        verdict,
    )


def _verdict(row: RowConsequence, after: AnnualPoolAssessment) -> Shift:
    icon, tone = _VERDICT_SIGNS[row.verdict_after]
    accused = tone == "warn"
    benefitting = row.after is not None and row.after.benefitting
    if accused and (benefitting or after.forum.shares_status is SharesStatus.ESTIMATE):
        # An estimate, or a benefitting state, is accused of nothing.
        icon, tone = "info", "info"
    before = _verdict_words(row.verdict_before, row.before)
    then = _verdict_words(row.verdict_after, row.after)
    return Shift(before, then, "", before != then, "", icon, tone)


def _verdict_words(verdict: Verdict, row: Row | None) -> str:
    if verdict is Verdict.SHORT and row is not None and row.gap_relocations is not None:
        return f"{persons(row.gap_relocations)} below"
    return VERDICT_WORDS[verdict]


VERDICT_WORDS: Final = {
    Verdict.MET: "met",
    Verdict.SHORT: "below",
    Verdict.NO_PLEDGE: "no pledge",
    Verdict.NOT_KNOWN: shifts.NOT_KNOWN,
    Verdict.OUTSIDE: shifts.ABSENT,
}
"""The verdicts in the words of the pledge table."""
_VERDICT_SIGNS: Final = {
    Verdict.MET: ("ok", "ok"),
    Verdict.SHORT: ("warn", "warn"),
    Verdict.NO_PLEDGE: ("warn", "warn"),
    Verdict.NOT_KNOWN: ("unknown", "unknown"),
    Verdict.OUTSIDE: ("", "muted"),
}


def _other_figures(now: Row | None, then: Row | None) -> list[tuple[str, Shift]]:
    """Return the figures that have no column of their own."""
    return [
        ("relocations", shifts.count(*_both(now, then, "pledged_relocations"))),
        ("financial contribution", _cents(now, then, "pledged_financial_cents")),
        ("alternative measures", _cents(now, then, "pledged_alternative_cents")),
        ("pledge in relocations", shifts.count(*_both(now, then, "equivalents"))),
        ("deducted", shifts.count(*_both(now, then, "deducted_equivalents"))),
        ("net pledge", shifts.count(*_both(now, then, "net_equivalents"))),
        ("benefitting", shifts.words(*(_yes(value) for value in _both(now, then, "benefitting")))),
        ("offsets of Art. 63(2)", shifts.words(*(_OFFSETS[option] for option in _options(now, then)))),
        ("50 % rule of 2020 asks", shifts.count(*_both(now, then, "cover_relocations"))),
        ("10 % reduction of 2020", shifts.words(*(_yes(value) for value in _both(now, then, "reduction_eligible")))),
    ]


def _both(now: Row | None, then: Row | None, name: str) -> tuple[Any, Any]:
    """Return a figure before and after; ``None`` where it or the row is not there."""
    return None if now is None else getattr(now, name), None if then is None else getattr(then, name)


def _options(now: Row | None, then: Row | None) -> tuple[str, str]:
    return "no" if now is None else now.offset_option, "no" if then is None else then.offset_option


def _cents(now: Row | None, then: Row | None, name: str) -> Shift:
    before, after = (None if cents is None else Fraction(cents, CENTS) for cents in _both(now, then, name))
    return shifts.money(before, after)


def _yes(value: object) -> str:
    return shifts.NOT_KNOWN if value is None else "yes" if value else "no"


# ------------------------------------------------------------------------------------------------------------- findings


def fates_of(result: Consequences) -> list[tuple[Fate, Finding]]:
    """Return findings that come, go or are said in other words, the gravest first.

    One that goes while one of the same rule, state and severity comes is said in other words: the new words count.
    """
    going = Counter(_about(finding) for finding in result.gone_findings)
    fates: list[tuple[Fate, Finding]] = []
    reworded: Counter[tuple[object, ...]] = Counter()
    for finding in result.new_findings:
        about = _about(finding)
        again = going[about] > reworded[about]
        reworded[about] += again
        fates.append((Fate.OTHER_WORDS if again else Fate.NEW, finding))
    for finding in result.gone_findings:
        about = _about(finding)
        if reworded[about]:
            reworded[about] -= 1
        else:
            fates.append((Fate.GONE, finding))
    order = list(Fate)
    return sorted(fates, key=lambda fate: (fate[1].severity.rank, order.index(fate[0])))


def finding_lines(result: Consequences) -> list[Line]:
    """Return a line for each finding that comes, goes or is said in other words."""
    return [_finding(fate, finding) for fate, finding in fates_of(result)]


def _finding(fate: Fate, finding: Finding) -> Line:
    name = f"{SEVERITY_WORDS[finding.severity]}: {fate.value}"
    sentence, state = sentence_text(finding), state_text(finding)
    whose = "" if finding.state is None or state in sentence else f"{state}: "
    text = f"{whose}{sentence} ({finding.reference})"
    tone = "muted" if fate is Fate.GONE else finding.severity.value
    weight = 4 if fate is Fate.OTHER_WORDS else 1
    return Line(Kind.WORDS, name, words=text, icon=finding.severity.value, tone=tone, code=finding.state, weight=weight)


def _about(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.state, finding.severity


# ------------------------------------------------------------------------------------------------------------ deadlines


def deadline_lines(before: Sequence[Deadline], after: Sequence[Deadline]) -> list[Line]:
    """Return a line for each deadline that comes, goes or moves."""
    lines = []
    earlier = list(before)
    for deadline in after:
        if deadline in earlier:
            earlier.remove(deadline)
            continue
        same = next((each for each in earlier if (each.rule, each.state) == (deadline.rule, deadline.state)), None)
        if same is None:
            lines.append(_deadline(Fate.NEW, deadline, ""))
        else:
            earlier.remove(same)
            if same.due != deadline.due:
                lines.append(_deadline(Fate.MOVED, deadline, f"{_due(same)} {shifts.ARROW} "))
    return lines + [_deadline(Fate.GONE, each, "") for each in earlier]


def _deadline(fate: Fate, deadline: Deadline, before: str) -> Line:
    moved = f", {deadline.moved}" if deadline.moved else ""
    words = f"{deadline.what}: {before}{_due(deadline)}{moved}"
    return Line(Kind.WORDS, f"Deadline: {fate.value}", words=words, icon="calendar", code=deadline.state, weight=1)


def _due(deadline: Deadline) -> str:
    return day(date.fromisoformat(deadline.due))
