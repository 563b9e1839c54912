"""The reference numbers: measures that are kinds are named in the document's language."""

from dataclasses import replace

import pytest

from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents.annex import annex_pdf
from tests.documents.printed import Printed
from tests.documents.test_annex import FINGERPRINT


@pytest.mark.parametrize(
    ("language", "kinds"), [("en", "staff; operational support"), ("nl", "personeel; operationele steun")]
)
def test_named_measures_that_are_kinds(example: Forum, language: str, kinds: str) -> None:
    names = ("staff", "operational-support", "Reception kits")
    forum = replace(example, pool=replace(example.pool, named_measures=names))
    document = Printed(annex_pdf(assess(forum), FINGERPRINT, language=language, draft=True))
    text = " ".join(line for page in document.pages for line in page.lines)
    for each in kinds.split("; "):
        assert each in text
    assert "Reception kits" in text
    assert "operational-support" not in text
