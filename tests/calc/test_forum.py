"""The forum as a value: states found, replaced and listed in protocol order."""

from desktop_app.calc.forum import NO_PLEDGE, AlternativeMeasure, Forum, Key, KeyState, Pledge, StateRecord


def test_a_state_that_nothing_is_known_of_is_empty() -> None:
    assert Forum().state("LV") == StateRecord("LV")


def test_a_record_joins_in_protocol_order_or_replaces() -> None:
    forum = Forum(states=(StateRecord("EL"), StateRecord("AT")))
    joined = forum.with_state(StateRecord("ES", crisis_credit=1))
    assert [record.code for record in joined.states] == ["EL", "ES", "AT"]
    replaced = joined.with_state(StateRecord("EL", crisis_credit=2))
    assert replaced.states == (
        StateRecord("EL", crisis_credit=2),
        StateRecord("ES", crisis_credit=1),
        StateRecord("AT"),
    )


def test_codes_are_those_of_the_key_and_of_the_records_once() -> None:
    key = Key(states=(KeyState("SE"), KeyState("BE"), KeyState("DK", participates=False)))
    assert Forum(key=key, states=(StateRecord("LV"), StateRecord("BE"))).codes() == ("BE", "DK", "LV", "SE")


def test_absent_is_not_none() -> None:
    assert not Pledge().is_complete
    assert not Pledge(relocations=0, financial_cents=0).is_complete
    assert Pledge(0, None, None).is_complete
    assert NO_PLEDGE.is_complete
    assert NO_PLEDGE.is_explicitly_none
    assert not Pledge(0, None, None).is_explicitly_none
    assert not Pledge(None, None, (AlternativeMeasure(),)).is_explicitly_none
