"""What a request for a deduction contains (Regulation (EU) 2024/1351, Art. 61, 62)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from desktop_app.calc.forum import Deduction, DeductionBasis, RequestContent
from desktop_app.calc.sentences import say

WORDS: Final[Mapping[RequestContent, str]] = MappingProxyType(
    {
        RequestContent.STABILISE: say("how the deduction would stabilise the situation"),
        RequestContent.OTHER_TYPE: say("whether the pledge can be replaced by another type"),
        RequestContent.VULNERABILITIES: say("how it will address its own vulnerabilities"),
        RequestContent.REASONING: say("substantiated reasoning"),
        RequestContent.SIGNIFICANCE: say("reasoning on how significant the situation is"),
    }
)
"""Each content in words; what the reasoning is about differs by article, see :func:`words_of`."""


def asked_for(basis: DeductionBasis, *, self_declared: bool) -> tuple[RequestContent, ...]:
    """Return what a request must contain.

    Art. 61 prescribes nothing to a Member State that the Commission identified as under pressure. One that
    considers itself so gives all but the significance. Art. 62 asks the same four of every state, and of
    one that considers itself in such a situation also its significance.
    """
    four = (
        RequestContent.STABILISE,
        RequestContent.OTHER_TYPE,
        RequestContent.VULNERABILITIES,
        RequestContent.REASONING,
    )
    if basis is DeductionBasis.ARTICLE_61:
        return four if self_declared else ()
    return (*four, RequestContent.SIGNIFICANCE) if self_declared else four


def words_of(content: RequestContent, basis: DeductionBasis) -> str:
    """Return a content in words, the reasoning with what it is about."""
    if content is not RequestContent.REASONING:
        return WORDS[content]
    if basis is DeductionBasis.ARTICLE_61:
        return say("substantiated reasoning on the existence and extent of migratory pressure")
    return say("reasoning on which part of the system has reached its capacity and how that affects the pledge")


def missing_contents(deduction: Deduction) -> tuple[RequestContent, ...]:
    """Return what the request should contain and does not; nothing while nobody has looked."""
    if deduction.contents is None:
        return ()
    asked = asked_for(deduction.basis, self_declared=deduction.self_declared)
    return tuple(content for content in asked if content not in deduction.contents)
