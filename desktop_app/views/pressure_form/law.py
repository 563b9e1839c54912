"""What the proposal says of the form of Annex II, in the words of the panel (COM(2020) 610, Art. 52, 53, 55)."""

from fractions import Fraction

from desktop_app.calc import wording
from desktop_app.calc.entry_plan_pressure import percentage
from desktop_app.calc.exact import decimals_of, fixed
from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.calc.pressure_plans import WHOLE, PressurePlan
from desktop_app.calc.reduction import ReductionFigures
from desktop_app.views.language import marked, tr

Said = tuple[str, str]
"""Words (may be empty), and their colour token."""
_MILLION = 1_000_000


def total_words(total: Fraction, covered: Fraction) -> Said:
    """Say what the shares total as they stand in the fields."""
    if total == WHOLE:
        return tr("Total 100 %: all persons are shared out."), "ok"
    if not total:
        if covered:
            return tr("No shares: a plan with measures alone (Art. 52(2))."), "muted"
        return tr("Total 0 %: the shares of the types must total 100 % (Art. 52(3))."), "muted"
    gap = percentage(abs(WHOLE - total))
    words = (
        marked("Total {total}: {gap} too much. A form whose shares do not total 100 % is not taken (Art. 52(3)).")
        if total > WHOLE
        else marked("Total {total}: {gap} missing. A form whose shares do not total 100 % is not taken (Art. 52(3)).")
    )
    return tr(words, total=percentage(total), gap=gap), "warn"


def line_words(share: Fraction, covered: Fraction, exact_key: Fraction | None) -> str:
    """Say how many persons a share comes to; empty for none and while the key is not known."""
    if not share or exact_key is None:
        return ""
    left = max(Fraction(0), exact_key - covered)
    return tr(
        "{percent} = {number} of {whole} persons",
        percent=percentage(share),
        number=wording.number(left * share / WHOLE),
        whole=wording.number(left),
    )


def minors_words(minors: int, types: Fraction) -> Said:
    """Say who comes first where persons are relocated (Art. 52(1))."""
    if types and not minors:
        return tr("Unaccompanied minors come first (Art. 52(1)): the plan names none yet."), "muted"
    return "", "muted"


def covered_words(
    covered: Fraction, claimed: Fraction, former: PressurePlan | None, exact_key: Fraction | None
) -> Said:
    """Say what follows of the part covered by measures.

    Args:
        covered: as it stands in the field, persons.
        claimed: what the measures on the form stand for, persons.
        former: the revision before, of which only the types may change; ``None`` for a first plan.
        exact_key: the state's share, persons; ``None`` while not known.
    """
    if former is not None and covered != former.covered:
        return (
            tr(
                "Warning: it was {number}. In the forum only the type may change (Art. 52(4)); whether the part "
                "that measures cover may, the proposal does not say.",
                number=wording.number(former.covered),
            )
        ), "warn"
    if not covered:
        return (
            (tr("Measures stand on the form, but they cover nothing: they do not count."), "warn")
            if claimed
            else ("", "")
        )
    if not claimed:
        return tr("No measure on the form claims a person yet: name it on its line below (Annex II)."), "warn"
    if claimed != covered:
        words = (
            marked("The measures claim {number}: the Commission adjusts them up to what is in proportion (Art. 53(2)).")
            if covered > claimed
            else marked(
                "The measures claim {number}: the Commission adjusts them down to what is in proportion (Art. 53(2))."
            )
        )
        return tr(words, number=wording.number(claimed)), "info"
    left = (
        ""
        if exact_key is None
        else tr(" {number} are left to the types.", number=wording.number(max(Fraction(0), exact_key - covered)))
    )
    return tr("In proportion to what the measures claim.{left}", left=left), "ok"


def reduction_words(row: PressureRow | None, figures: ReductionFigures | None, *, asked: bool) -> Said:
    """Say whether twice the Union's average is reached (Art. 52(5)), and what follows of it."""
    if row is None or not row.is_asked:
        return "", "muted"
    if figures is None:
        missing = tr(
            "Not known: applications of five full years of every participating Member State are needed (Ctrl+K)."
        )
        return (missing, "warn") if asked else (missing, "muted")
    if not figures.eligible[row.code]:
        if asked:
            return tr("Twice the Union's average is not reached (Art. 52(5)): the request has no effect."), "warn"
        return tr("Twice the Union's average is not reached (Art. 52(5))."), "muted"
    if not asked:
        return tr("Twice the Union's average is reached: the plan may ask for 10 % less (Art. 52(5))."), "info"
    return tr("Twice the Union's average is reached: 10 % of the share are taken off (Art. 52(5), 53(3))."), "ok"


def average_words(shown: Fraction | None, figures: ReductionFigures | None, code: str, *, asked: bool) -> Said:
    """Hold the average that the plan shows against the one worked out, to the decimals that it shows."""
    if shown is None:
        return (tr("The box of Annex II asks for it: the plan shows no average."), "warn") if asked else ("", "muted")
    if figures is None or code not in figures.averages:
        return tr("Nothing to hold it against: five years of applications are not all known."), "muted"
    own = figures.averages[code]
    if _agrees(shown, own):
        return tr("The same as the one worked out here."), "ok"
    difference = wording.number(abs(shown - own) * _MILLION)
    words = (
        marked("{difference} a million heads more than worked out here: check years and source (Annex II).")
        if shown > own
        else marked("{difference} a million heads less than worked out here: check years and source (Annex II).")
    )
    return tr(words, difference=difference), "warn"


def _agrees(shown: Fraction, own: Fraction) -> bool:
    """Tell whether an average is the other one, rounded to the decimals with which it is written."""
    try:
        decimals = decimals_of(shown)
    except ValueError:
        return shown == own
    return Fraction(fixed(own, decimals)) == shown
