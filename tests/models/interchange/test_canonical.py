"""The canonical texts that are kept: found again by the very object, and never more than a bound."""

from dataclasses import replace

from desktop_app.calc.forum import Forum, StateRecord
from desktop_app.models.interchange import canonical, writer


def test_an_equal_part_is_written_anew_and_the_same_one_is_found() -> None:
    written: list[str] = []

    def write(record: StateRecord) -> object:
        written.append(record.code)
        return writer.state_record(record)

    kept = canonical._Kept(write, 2)
    belgium, latvia, malta = (StateRecord(code) for code in ("BE", "LV", "MT"))
    assert kept(belgium) == kept(belgium) == canonical.canonical_text(writer.state_record(belgium))
    assert written == ["BE"]
    assert kept(replace(belgium)) == kept(belgium)
    assert written == ["BE", "BE"]
    # The third one empties what is kept; nothing is lost by it but time.
    kept(latvia)
    kept(malta)
    assert len(kept._texts) <= 2
    assert kept(latvia) == canonical.canonical_text(writer.state_record(latvia))


def test_the_hash_is_of_the_content_not_of_the_object() -> None:
    forum = Forum(title="A").with_state(StateRecord("BE", crisis_credit=3))
    assert canonical.state_hash(forum) == canonical.state_hash(replace(forum, states=(replace(forum.states[0]),)))
