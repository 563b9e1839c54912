"""How meetings and sessions are named, and where a moment of the record stands among them."""

from desktop_app.calc.memory import Moment
from desktop_app.calc.papers import Held
from desktop_app.calc.rounds import sittings
from desktop_app.documents.sections.source import Source
from desktop_app.documents.standing import Standing, when


def meeting_words(source: Source, identifier: str) -> str:
    """Name a meeting: ``"initial meeting"``; a session, or one that the forum does not list, by its identifier."""
    words = source.terms
    found = next((each for each in source.forum.meetings if each.id == identifier), None)
    if found is not None:
        return words.plain(f"dossier.meeting-{found.kind.value}")
    listed = identifier in {each.id for each in sittings(source.forum)}
    return words("dossier.session", id=identifier) if listed else identifier


def meeting_title(source: Source, held: Held) -> str:
    """Name a meeting by what it was opened with, or as the forum lists it, with its day."""
    words = source.terms
    days = {each.id: each.held for each in sittings(source.forum)}
    named = held.title or meeting_words(source, held.id)
    day = days.get(held.id)
    return named if day is None else words("dossier.meeting-day", meeting=named, day=words.day(day))


def round_words(source: Source, moment: Moment) -> str:
    """Say to which round of which meeting a moment belongs; empty where there is neither meeting nor second round."""
    words, number = source.terms, source.number(moment.round)
    if moment.meeting is not None:
        return words("dossier.of-round", meeting=meeting_words(source, moment.meeting), round=number)
    return words("dossier.of-round-alone", round=number) if moment.round > 1 else ""


def moment_words(source: Source, moment: Moment, standing: Standing) -> str:
    """Say when a moment was, in the zone of the print."""
    return when(source.terms, moment.at, standing.zone)
