"""How long it takes to answer what would close the gap, with all that is shown of it: 27 states, limits of every kind.

    python -m build.benchmarks.gap

The answer is the whole way: problem, every search, settling, and the assessment that proves each proposal. It is held
against the time of one assessment of the same forum, so that a slow machine says as much as a fast one.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from random import Random

from build.benchmarks.timing import Line, milliseconds_of
from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.forum import AlternativeMeasure, Forum, Pledge
from desktop_app.calc.gap.limits import Kind, Limit, LimitKind
from desktop_app.calc.gap.target import TARGETS, Target
from desktop_app.models.interchange import read_document
from desktop_app.paths import resource
from desktop_app.solver.closing import close_gap

_SAMPLE = "annual-pool-2026.json"
_EVERYBODY = Limit(LimitKind.EVERYBODY, amount=Fraction(1), words="100 %")
_HARDEST = 1000.0


def half_pledged(forum: Forum, seed: int) -> Forum:
    """Return a pool of which about half is pledged, in every type, and whose indicator of 2020 stands above 30 %."""
    chance = Random(seed)  # noqa: S311 - figures, not secrets
    shares = {row.code: row.exact_fair_share or Fraction(0) for row in AnnualPoolAssessment.of(assess(forum)).rows}
    for record in forum.states:
        share = int(shares.get(record.code, Fraction(0)))
        part = chance.randint(0, share // 2)
        measures = (AlternativeMeasure("staff", value_cents=chance.randint(1, 9) * 10_000_000),)
        pledge = Pledge(part, chance.randint(0, 400) * 1_234_567, measures if chance.random() < 0.8 else None)
        forum = forum.with_state(replace(record, pledge=pledge))
    return forum


def limits_of(forum: Forum, seed: int) -> tuple[Limit, ...]:
    """Return a limit for about every second state, of every kind, and the one for everybody."""
    chance = Random(seed)  # noqa: S311 - figures, not secrets
    limits = [_EVERYBODY]
    for row in AnnualPoolAssessment.of(assess(forum)).rows:
        share = row.exact_fair_share or Fraction(0)
        kind = chance.choice([None, LimitKind.FIXED, LimitKind.AT_MOST, LimitKind.UP_TO, LimitKind.IN_KIND, None, None])
        if kind is not None:
            only = chance.choice([Kind.MONEY, Kind.RELOCATIONS])
            limits.append(Limit(kind, row.code, share * chance.randint(2, 9) / 10, only, "so much"))
    return tuple(limits)


def closing(runs: int = 5) -> Iterator[Line]:
    """Yield a line for each target, with and without limits."""
    sample = read_document(resource("samples", _SAMPLE).read_bytes())
    forums = [half_pledged(sample, seed) for seed in range(runs)]
    before = [assess(forum) for forum in forums]
    once = Line("one assessment", milliseconds_of(lambda number: assess(forums[number % runs]), 40))
    close_gap(before[0], Target.REFERENCE_NUMBER, ())  # the first one loads the solver
    for target in TARGETS[sample.procedure]:
        for with_limits in (False, True):
            given = [limits_of(forum, seed) if with_limits else () for seed, forum in enumerate(forums)]

            def answer(number: int, target: Target = target, given: list[tuple[Limit, ...]] = given) -> None:
                close_gap(before[number % runs], target, given[number % runs])

            name = f"gap, {target.value}{', limits' if with_limits else ''}"
            times = milliseconds_of(answer, runs)
            yield Line(name, times, "≤ 1 s", p99=_HARDEST, peer=once.median, peer_name="one assessment")


if __name__ == "__main__":
    for line in closing():
        print(line.text())
