"""How the benchmarks time and report: medians, percentiles, ratios of one run."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


def milliseconds_of(action: Callable[[int], object], count: int) -> list[float]:
    """Return the milliseconds of each of ``count`` calls of ``action(number)``."""
    found = []
    for number in range(count):
        started = time.perf_counter()
        action(number)
        found.append(1000 * (time.perf_counter() - started))
    return found


def percentile(times: Sequence[float], share: float) -> float:
    """Return the smallest time that ``share`` of all times do not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass(frozen=True)
class Line:
    """One line of the report.

    Attributes:
        what: what was measured.
        times: milliseconds.
        aim: what is to be reached, in words.
        bound: the most allowed for the median, milliseconds, or None.
        p99: the most allowed for the 99th percentile, milliseconds, or None.
        peer: median of what it is held against, milliseconds, or None.
        peer_name: what that is.
        ratio: the most allowed of median / peer, or None.
    """

    what: str
    times: Sequence[float]
    aim: str = ""
    bound: float | None = None
    p99: float | None = None
    peer: float | None = None
    peer_name: str = ""
    ratio: float | None = None

    @property
    def median(self) -> float:
        """Median in milliseconds."""
        return statistics.median(self.times)

    @property
    def reached(self) -> bool | None:
        """Whether the aim is reached; None where nothing can be said (no aim, or no peer here)."""
        verdicts = []
        if self.bound is not None:
            verdicts.append(self.median <= self.bound)
        if self.p99 is not None:
            verdicts.append(percentile(self.times, 0.99) <= self.p99)
        if self.ratio is not None:
            if self.peer is None:
                return None
            verdicts.append(self.median <= self.ratio * self.peer)
        return all(verdicts) if verdicts else None

    def text(self) -> str:
        """Return the line as printed."""
        verdict = {True: "reached", False: "NOT reached", None: "-"}[self.reached]
        against = ""
        if self.peer is not None:
            against = f"  ratio {self.median / self.peer:5.2f} of {self.peer_name} {self.peer:.2f} ms"
        return (
            f"{self.what:<48} median {self.median:9.2f} ms  p99 {percentile(self.times, 0.99):9.2f} ms  "
            f"n {len(self.times):>3}{against}  {self.aim}: {verdict}"
        )
