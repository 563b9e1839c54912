"""Words for kinds of contributions that several documents name."""

from collections.abc import Iterable

from desktop_app.calc.contribution_types import ContributionType, SponsorshipActivity
from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.documents.sections.source import Source


def kind_words(source: Source, kind: ResponseMeasureKind | None) -> str:
    """Return the short words for a line of Art. 45(1)(d), or that it is not said."""
    return source.terms(f"measure.{kind.value if kind else 'no-line'}")


def type_words(source: Source, kind: ContributionType) -> str:
    """Return the short words for a type of contribution of Art. 45."""
    return source.terms(f"contribution.{kind.value}")


def activities_words(source: Source, activities: Iterable[SponsorshipActivity]) -> str:
    """Return what a sponsoring state does, or that it is not said (Art. 55(4))."""
    return "; ".join(source.terms(f"activity.{each.value}") for each in activities) or source.terms("form.not-said")
