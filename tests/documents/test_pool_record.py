"""The record of the pools on paper: what each holds, every draw, and what remains after it."""

from dataclasses import replace
from datetime import date

from desktop_app.calc.forum import Forum
from desktop_app.calc.search_and_rescue import ActPath, PoolUse, PressureAct, Raise, SearchAndRescue, TopUp
from desktop_app.documents.pool_record import pool_record_pdf
from tests.documents import rescues
from tests.documents.printed import NARROW, Printed
from tests.documents.test_annex import FINGERPRINT
from tests.views.pools.small import FIRST, forum


def text_of(given: Forum, language: str = "en") -> str:
    document = Printed(pool_record_pdf(rescues.assessed(given), FINGERPRINT, language=language))
    return " ".join(document.text.replace(NARROW, "").replace("\u00a0", " ").split())


def test_every_movement_stands_with_what_remains() -> None:
    use = (
        replace(FIRST, persons=384, contributor="BE", nationality="Syrian"),
        PoolUse("IT", date(2027, 4, 2), 40, "EL"),
        PoolUse("EL", None, 4),
    )
    pressure = PressureAct("EL", date(2027, 4, 1))
    text = text_of(forum(use=use, top_up=TopUp("EL", 900, date(2027, 6, 1)), pressure_act=pressure))
    assert "20 February 2027 opened by the act 480 480" in text
    assert "1 March 2027 draw −384 96 Belgium Syrian" in text
    assert "1 June 2027 top-up +240 336" in text
    assert "no date draw −4 332" in text
    assert "2 April 2027 draw −40 280 Greece" in text
    assert "PROPOSAL OF 2020" in text


def test_raises_and_pools_before_the_act_in_dutch() -> None:
    raised = text_of(forum(ActPath.SUFFICIENT, raises=(Raise("BE", "EL", 25, date(2027, 4, 1)),)), "nl")
    assert "Register van de pools" in raised
    assert "verhoging door België +25 205" in raised
    assert "as pledged, no act yet 480 480" in text_of(forum(path=None, adopted=None, use=()))


def test_without_a_pool_it_says_so() -> None:
    assert "Record of the pools" in text_of(replace(forum(), search_and_rescue=SearchAndRescue()))
