"""What Art. 63 comes to, in sentences that the window and the page say alike."""

from fractions import Fraction

from desktop_app.calc.offsets import Exempt, Offsets, StateOffsets
from desktop_app.calc.sentences import Number, Relocations, Sentence, say


def request_words(found: Offsets) -> Sentence:
    """Say whether benefitting states may ask for offsets (Art. 63(1))."""
    if not found.applied:
        return say(
            "Benefitting Member States may not ask for offsets yet: Art. 63(1) applies from {applies}.",
            applies=found.applies,
        )
    if found.request_threshold is None:
        return say("Whether benefitting Member States may ask for offsets is open: the proposal's number is missing.")
    if found.on_request:
        return say(
            "Benefitting Member States may ask for offsets: {pledged} pledged, at least half of the proposed {number}.",
            pledged=Relocations(found.relocations),
            number=found.proposal or 0,
        )
    return say(
        "Benefitting Member States may not ask for offsets: {pledged} pledged, below half of the proposed {number}.",
        pledged=Relocations(found.relocations),
        number=found.proposal or 0,
    )


def mandatory_words(found: Offsets) -> Sentence:
    """Say whether offsets are mandatory (Art. 63(3)), or why there is nothing to say of it."""
    if found.today is not None and not found.applied:
        return say(
            "Not applied yet: Art. 63 applies from {applies} (Art. 85), after {today}, the day of the check. No "
            "offsets are mandatory; options and thresholds show how it would stand.",
            applies=found.applies,
            today=found.today,
        )
    if found.meeting is None:
        return say("No meeting under Art. 13(4) was held: no offsets are mandatory, whatever is pledged (Art. 63(3)).")
    if not found.mandatory:
        return say("After the meeting under Art. 13(4), relocation pledges are not below the numbers of Art. 63(3).")
    if found.volume is None:
        return say("After the meeting under Art. 13(4), offsets would be mandatory; how many cannot be told yet.")
    return say(
        "After the meeting under Art. 13(4), offsets would be mandatory. {volume}. How they are spread is not "
        "regulated, and nothing is allocated here.",
        volume=most_words(found),
    )


def most_words(found: Offsets) -> Sentence:
    """Say how many applications can be asked at most, and what the fair shares cut off (Art. 63(7))."""
    if found.volume is None or found.most is None:
        return say("How many applications cannot be told yet")
    applications = _applications(found.volume)
    if found.most == 0 < found.volume:
        return say(
            "None of {applications} can be asked: fair shares leave nothing, and nobody owes more (Art. 63(7))",
            applications=applications,
        )
    if found.most < found.volume:
        return say(
            "At most {most} of {applications}: nobody owes more than its fair share (Art. 63(7))",
            most=Number(found.most),
            applications=applications,
        )
    return say("At most {applications}, nobody beyond its fair share (Art. 63(7))", applications=applications)


def _applications(count: Fraction) -> Sentence:
    return say("1 application") if count == 1 else say("{count} applications", count=Number(count))


def volume_words(found: Offsets) -> Sentence | None:
    """Say how many applications mandatory offsets cover under both readings; ``None`` where none are mandatory."""
    gap = found.volume_eroded if found.mandatory_by_erosion else found.volume_gap
    if gap is None or found.target is None or not (found.mandatory or found.mandatory_by_erosion):
        return None
    return say(
        "How many applications, in both readings: {gap}, the gap; or up to {target}, literally. In force: {count}.",
        gap=Number(gap),
        target=Number(found.target),
        count=Number(found.volume or 0),
    )


def erosion_words(found: Offsets) -> Sentence:
    """Say what is left to implement, and whether that has an effect (Art. 63(4))."""
    if found.effective == found.relocations:
        return say("Nothing is lost to deductions or to benefitting Member States: all pledges are to be implemented.")
    lost = say(
        "Of {pledged}, acts deduct {deducted}, and benefitting Member States need not implement {benefitting}: "
        "{effective} are left",
        pledged=Relocations(found.relocations),
        deducted=found.lost_to_deductions,
        benefitting=found.lost_to_benefitting,
        effective=found.effective,
    )
    if found.target is None:
        return say("{lost}.", lost=lost)
    if not found.eroded:
        return say("{lost}, not below {target}.", lost=lost, target=Number(found.target))
    if found.mandatory_by_erosion:
        return say(
            "{lost}, below {target}: offsets would be mandatory (Art. 63(4)).", lost=lost, target=Number(found.target)
        )
    if not found.applied:
        return say("{lost}, below {target}; Art. 63(4) does not apply yet.", lost=lost, target=Number(found.target))
    return say(
        "{lost}, below {target}; no meeting under Art. 13(4) was held, and under the reading in force one is needed.",
        lost=lost,
        target=Number(found.target),
    )


def option_words(found: Offsets, each: StateOffsets) -> Sentence:
    """Say why a state may offer offsets, or why not (Art. 63(2))."""
    if each.exempt is Exempt.BENEFITTING:
        return say("benefits from the pool: it may ask for offsets, not offer them")
    if each.option == "no":
        return _closed(found, each)
    by_pool = say("(a) the pledges of all reach half of the proposal's number")
    by_own = say("(b) its own relocations reach half of its fair share")
    if each.option == "ab":
        return say("{pool}; {own}", pool=by_pool, own=by_own)
    return by_pool if each.option == "a" else by_own


def _closed(found: Offsets, each: StateOffsets) -> Sentence:
    pool = say("(a) not known")
    if found.request_threshold is not None:
        pool = say("(a) the pool lacks {short}", short=Number(found.request_threshold - found.relocations))
    return say("{pool}; {own}", pool=pool, own=_own(each))


def _own(each: StateOffsets) -> Sentence:
    if each.own_threshold is None:
        return say("(b) its fair share is not known")
    if not each.own_threshold:
        return say("(b) its fair share is 0")
    if each.pledged is None:
        return say("(b) not recorded yet")
    return say("(b) it lacks {short}", short=Number(each.own_threshold - each.pledged))


def meeting_words(found: Offsets) -> Sentence:
    """Name the meeting under Art. 13(4), or say that there was none."""
    if found.meeting is None:
        return say("none held")
    if found.meeting.date is None:
        return say("{meeting}, without a date", meeting=found.meeting.id)
    return say("{meeting}, {day}", meeting=found.meeting.id, day=found.meeting.date)
