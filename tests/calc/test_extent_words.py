"""What a deduction takes off, in words."""

import pytest

from desktop_app.calc.forum import Deduction, DeductionAmounts, DeductionBasis, DeductionStage
from desktop_app.calc.rulebooks.annual_pool.rules_deductions import extent_words


@pytest.mark.parametrize(
    ("extent", "words"),
    [
        (None, "the whole pledge"),
        (DeductionAmounts(), "nothing"),
        (DeductionAmounts(relocations=1), "1 relocation"),
        (DeductionAmounts(financial_cents=1_500_000_00), "EUR\u00a01\u202f500\u202f000 of financial contributions"),
        (DeductionAmounts(alternative_cents=50), "EUR\u00a00.50 of alternative measures"),
        (
            DeductionAmounts(40, 100_00, 200_00),
            "40 relocations, EUR\u00a0100 of financial contributions and EUR\u00a0200 of alternative measures",
        ),
    ],
)
def test_all_of_the_pledge_or_amounts_per_type(extent: DeductionAmounts | None, words: str) -> None:
    assert extent_words(Deduction(DeductionBasis.ARTICLE_61, DeductionStage.REQUESTED, extent)) == words
