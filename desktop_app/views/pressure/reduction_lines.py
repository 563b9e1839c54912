"""Who is eligible for the 10 % reduction under which readings, and how it is spread (Art. 52(5), 53(3))."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import exact_text
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.reduction_readings import TWICE_THE_AVERAGE, AverageReading, averages_of
from desktop_app.calc.reduction_spread import Request, RequestStanding, Spread, requests_of, spreads_of
from desktop_app.calc.wording import number
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import exact, marked, state_name, tr
from desktop_app.views.pressure.measure_lines import exact_cell

PER: Final = 100_000
_UNION: Final = {"weighted": marked("weighted"), "mean-of-states": marked("mean of states")}
_YEARS: Final = {"mean-of-years": marked("mean of years"), "ratio-of-sums": marked("ratio of sums")}
AVERAGE_COLUMNS: Final = (
    Column(marked("Member State")),
    Column(marked("Asks for it"), wraps=True),
    Column(marked("Plan shows,\nper 100 000"), right=True),
    Column(marked("Per 100 000,\nin force"), right=True),
    *(
        Column(marked("Union {union},\n{years}", union=union, years=years), right=True)
        for union in _UNION.values()
        for years in _YEARS.values()
    ),
)
SPREAD_COLUMNS: Final = (
    Column(marked("Member State")),
    Column(marked("How"), wraps=True),
    Column(marked("Share, %"), right=True),
    Column(marked("Persons"), right=True),
)
_NOT_ASKED_FOR: Final = "–"


def average_lines(assessment: PressureAssessment) -> list[FigureLine]:
    """Return each state's average against the Union's under every pair of readings; nothing while not known."""
    held = averages_of(assessment)
    if not held:
        return []
    requests = {each.code: each for each in requests_of(assessment)}
    shown = {row.code: row.plan.average_shown for row in assessment.rows if row.plan is not None}
    now = next(reading for reading in held if reading.in_force)
    codes = [row.code for row in assessment.rows]
    lines = [_average_line(code, (requests.get(code), shown.get(code)), now, held) for code in codes]
    averages = ((each.in_force, _per(each.figures.union)) for each in held)
    unions = (Cell(tr("in force {average}", average=average) if chosen else average) for chosen, average in averages)
    union = (
        Cell(tr("The Union")),
        Cell(""),
        Cell(""),
        Cell(_per(now.figures.union)),
        *unions,
    )
    return [FigureLine(union, strong=True, ground="sunken"), *lines]


def _average_line(
    code: str, asked: tuple[Request | None, Fraction | None], now: AverageReading, held: Sequence[AverageReading]
) -> FigureLine:
    request, shown = asked
    nothing = Cell(_NOT_ASKED_FOR, tone="muted")
    asks, plan_shows = (nothing, nothing) if request is None else (_request_cell(request), _shown_cell(shown))
    average = now.figures.averages[code]
    cells = (_times_cell(reading, code) for reading in held)
    return FigureLine(
        (
            Cell(state_name(code)),
            asks,
            plan_shows,
            Cell(_per(average), about=tr("exactly {number}", number=exact_text(average))),
            *cells,
        )
    )


def _request_cell(request: Request) -> Cell:
    if request.standing is RequestStanding.GRANTED:
        return Cell(tr("granted"), "ok", "ok")
    return Cell(tr("not granted"), "warn", "warn", tr(request.standing.value))


def _shown_cell(average: Fraction | None) -> Cell:
    """Return what the plan itself shows of the average, which Annex II asks for."""
    if average is None:
        return Cell(
            tr("not shown"), "warn", "warn", tr("The form asks for the average over five years (Annex II, Art. 52(5))")
        )
    return Cell(_per(average), about=tr("exactly {number}, as the plan shows it", number=exact_text(average)))


def _times_cell(reading: AverageReading, code: str) -> Cell:
    """Return a state's average / the Union's, and whether that is enough, where it matters under which reading."""
    times = reading.times(code)
    if times is None:
        return Cell(tr("nobody applied"), tone="muted")
    about = tr("exactly {number} times the Union's average", number=exact_text(times))
    shown = f"{exact(times, 2)} ×"
    nearly = f"{exact(TWICE_THE_AVERAGE, 2)} ×"
    if times == TWICE_THE_AVERAGE:
        return Cell(
            tr("exactly {shown}", shown=shown),
            "info",
            "info",
            tr("Eligible where exactly twice is enough (reading “twice”)"),
        )
    if times > TWICE_THE_AVERAGE:
        return Cell(f"> {shown}" if shown == nearly else shown, "ok", "ok", tr("{about}: eligible", about=about))
    return Cell(
        f"< {shown}" if shown == nearly else shown, tone="muted", about=tr("{about}: not eligible", about=about)
    )


def _per(average: Fraction) -> str:
    return exact(average * PER, 2)


def spread_lines(assessment: PressureAssessment) -> list[FigureLine]:
    """Return each reduction, who takes over what of it, and that everything adds up to 0."""
    lines: list[FigureLine] = []
    for spread in spreads_of(assessment):
        lines += [_taken_off(spread), *_taken_over(spread)]
    return lines


def _taken_off(spread: Spread) -> FigureLine:
    tenth = spread.exact_key / 10
    how = tr("−10 % × {number} (share × total)", number=number(spread.exact_key))
    if spread.taken_off < tenth:
        how = tr("−{number}, but no more than the persons of its plan", number=number(tenth))
    cells = (
        Cell(state_name(spread.code), "down", "info"),
        Cell(how),
        Cell(""),
        exact_cell(-spread.taken_off, signed=True),
    )
    return FigureLine(cells, ground="sunken")


def _taken_over(spread: Spread) -> list[FigureLine]:
    off = tr(number(spread.taken_off))
    whole = exact(100 * spread.shares, 4)
    lines = []
    for part in spread.parts:
        share = exact(100 * part.share, 4)
        how = f"{off} × {share} % / {whole} %"
        cells = (Cell(f"   {state_name(part.code)}"), Cell(how), Cell(share), exact_cell(part.persons, signed=True))
        lines.append(FigureLine(cells))
    rest = sum((part.persons for part in spread.parts), -spread.taken_off)
    words = tr("Taken off and taken over together: {count} take over", count=len(spread.parts))
    cells = (Cell(tr("Sum")), Cell(words), Cell(whole), exact_cell(rest, signed=True))
    return [*lines, FigureLine(cells, strong=True)]


def spread_words(assessment: PressureAssessment) -> str:
    """Say what is granted, and to whom it is not and why."""
    requests = requests_of(assessment)
    if not requests:
        return tr("No plan that counts asks for the reduction (Art. 52(5)): nothing is spread.")
    said = [
        tr(
            "{state} asks for it and is not granted it: {reason}.",
            state=state_name(request.code),
            reason=tr(request.standing.value),
        )
        for request in requests
        if request.standing is not RequestStanding.GRANTED
    ]
    granted = [request for request in requests if request.standing is RequestStanding.GRANTED]
    if granted:
        off = number(-assessment.totals.reduction)
        said.insert(
            0,
            tr(
                "{granted} of {requests} granted: {off} persons move to others; the total stays.",
                granted=len(granted),
                requests=len(requests),
                off=off,
            ),
        )
    return "\n".join(said)
