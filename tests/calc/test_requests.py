"""What a request for a deduction contains, by article and by who declared the situation."""

import pytest

from desktop_app.calc.forum import Deduction, DeductionBasis, DeductionStage, RequestContent
from desktop_app.calc.requests import asked_for, missing_contents, words_of

ALL = tuple(RequestContent)


@pytest.mark.parametrize(
    ("basis", "self_declared", "count"),
    [
        (DeductionBasis.ARTICLE_61, False, 0),
        (DeductionBasis.ARTICLE_61, True, 4),
        (DeductionBasis.ARTICLE_62, False, 4),
        (DeductionBasis.ARTICLE_62, True, 5),
    ],
)
def test_what_is_asked(basis: DeductionBasis, *, self_declared: bool, count: int) -> None:
    # The significance of the situation comes last, and only Art. 62 asks for it.
    assert asked_for(basis, self_declared=self_declared) == ALL[:count]


def test_what_is_missing() -> None:
    deduction = Deduction(DeductionBasis.ARTICLE_62, DeductionStage.REQUESTED)
    assert missing_contents(deduction) == ()
    looked = Deduction(DeductionBasis.ARTICLE_62, DeductionStage.REQUESTED, contents=(RequestContent.STABILISE,))
    assert missing_contents(looked) == ALL[1:4]


def test_the_reasoning_is_about_different_things() -> None:
    words = [words_of(RequestContent.REASONING, basis) for basis in DeductionBasis]
    assert "migratory pressure" in words[0]
    assert "capacity" in words[1]
    assert words_of(RequestContent.STABILISE, DeductionBasis.ARTICLE_61) == (
        "how the deduction would stabilise the situation"
    )
