"""Tense and time of a message, read together: a verb tells which "kal" is meant, "roz" tells of a habit."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import zip_longest

from satark.reading import KOLKATA, Tense, When
from satark.when.grammar import read_phrases
from satark.when.hours import NIGHTS
from satark.when.phrase import Day, Period, Phrase, Recurrence, join
from satark.when.resolve import resolve
from satark.when.signs import Signs, read_signs
from satark.when.tense import MIDDLE, STRONG, WEAK, Event, read_events


@dataclass(frozen=True)
class TimeReading:
    """The time and tense of the reported offence; `spans` are the offsets of all words of time in the text."""

    when: When | None
    tense: Tense | None
    spans: tuple[tuple[int, int], ...] = ()


# How much a phrase says about when: the phrase that says most is the offence's time.
_WORTH = {
    "recur": 5,
    "day": 5,
    "since": 4,
    "span": 3,
    "shift": 4,
    "clock": 4,
    "part": 3,
    "period": 3,
    "until": 2,
    "now": 2,
}
_TALK = 12  # what a phrase loses that stands beside talk to the police ("kal bhi bataya tha")
_FAR = 6  # words that a comma or "and" counts for, in finding the verb of a phrase
_STILL = frozenset({"abhi tak", "अभी तक", "still", "now"})
_NO = frozenset({"nahi", "nahin", "nhi", "na", "नहीं", "नही", "ना", "न"})
_BARRIERS = frozenset({"COMMA", "AND"})


def read(text: str, at: dt.datetime) -> TimeReading:
    """Reads normalised `text`, told at the aware moment `at`. Takes any text; raises ValueError where `at` is naive."""
    if at.tzinfo is None:
        raise ValueError("the moment of a message needs its time zone")
    at = at.astimezone(KOLKATA)
    signs = read_signs(text)
    phrases = _denied(read_phrases(signs), signs)
    events = read_events(signs, [span for phrase in phrases for span in phrase.spans])
    overall = _overall(events) or _agent(signs)
    if not phrases:
        return TimeReading(None, overall.tense if overall else None)
    spans = tuple((signs.starts[first], signs.ends[last - 1]) for phrase in phrases for first, last in phrase.spans)
    phrase, event = _main(_gathered(phrases, events, signs), overall)
    asked = event is not None and event.request and (overall is None or overall.weight <= WEAK)
    tense = "planned" if asked else _spoken(phrase, event, overall)
    if phrase.now == "now" and tense == "happened" and _STILL & set(signs.words[phrase.first : phrase.last]):
        return TimeReading(None, overall.tense if overall else None, spans)  # "abhi tak nahi mila": not when it was
    phrase = _habit(phrase, tense, event)
    when = resolve(phrase, tense, at)
    if when is None:
        return TimeReading(None, tense, spans)
    when = _quoting(when, phrase, signs)
    if asked:  # a time at which the police are asked to do something is to come, and tells no offence's tense
        return TimeReading(when, overall.tense if overall else None, spans)
    return TimeReading(when, _told(tense, when, phrase, event, overall, at), spans)


def _denied(phrases: list[Phrase], signs: Signs) -> list[Phrase]:
    """`phrases` without one that is taken back for the next: "shanivar ko nahi itwar ko"."""
    kept = []
    for phrase, follower in zip_longest(phrases, phrases[1:]):
        between = signs.words[phrase.last : follower.first] if follower else []
        if not (0 < len(between) <= 3 and _NO & set(between) and follower and follower.said == phrase.said):
            kept.append(phrase)
    return kept


def _overall(events: list[Event]) -> Event | None:
    """The event that the message as a whole reports: what goes on outweighs what has been, talk counts for nothing."""
    told = [event for event in events if event.tense]
    for weight in (STRONG, MIDDLE, WEAK):
        equal = [event for event in told if event.weight == weight]
        going = next((event for event in equal if event.tense in ("ongoing", "recurring")), None)
        if equal:
            return going if going and equal[0].tense != "planned" else equal[0]
    return None


def _agent(signs: Signs) -> Event | None:
    """Hindi marks the doer of what is done with "ne": a past, where no verb of the text is known."""
    place = next((index for index, word in enumerate(signs.words) if word in ("ne", "ने", "usne", "उसने")), None)
    return None if place is None else Event(place, place + 1, "happened", WEAK)


def _gathered(phrases: list[Phrase], events: list[Event], signs: Signs) -> list[tuple[Phrase, Event | None]]:
    """Phrases with their verbs; those of one event that complete each other ("kal ... raat 11 baje") made one."""
    stops = [index for index, name in enumerate(signs.names) if name == "STOP"]
    firsts = [event.first for event in events]
    gathered: list[tuple[Phrase, Event | None]] = []
    for phrase in phrases:
        event = _event_of(phrase, events, firsts, stops, signs)
        if gathered:
            left, other = gathered[-1]
            alike = _silent(event) or _silent(other) or (event and event.tense) == (other and other.tense)
            apart = phrase.day and not left.day and _BARRIERS & set(signs.names[left.last : phrase.first])
            joined = _completed(left, phrase) if alike and not apart else None
            if joined:
                gathered[-1] = joined, event if _silent(other) else other
                continue
        gathered.append((phrase, event))
    return gathered


def _completed(left: Phrase, right: Phrase) -> Phrase | None:
    """Two phrases told apart as one time, where they may be."""
    return _until(left, right) or (join(left, right) if _complete(left, right) else None)


def _until(left: Phrase, right: Phrase) -> Phrase | None:
    """ "raat 8 baje ... subah 3 baje tak": a start and an end told apart."""
    if right.bound != "until" or right.day or not left.said <= {"day", "part", "clock", "recur"} or not left.clock:
        return None
    closing = replace(right, bound=None)
    return replace(left, last=right.last, until=closing, spans=left.spans + right.spans)


def _silent(event: Event | None) -> bool:
    """Whether a verb tells nothing of when: none, or talk ("... ki baat hai") that asks for nothing."""
    return event is None or (event.tense is None and not event.request)


def _complete(left: Phrase, right: Phrase) -> bool:
    """Whether two distant phrases may tell of one time: none of them is bounded on its own or only "now"."""
    loose = {"day", "part", "clock", "recur", "period", "until", "bound"}
    return (left.said | right.said) <= loose | {"since"} and not (left.since and "clock" in right.said)


def _event_of(phrase: Phrase, events: list[Event], firsts: list[int], stops: list[int], signs: Signs) -> Event | None:
    """The verb of a phrase: in its sentence, the next one, unless the one before is nearer (counting commas as far)."""
    place = bisect_left(stops, phrase.first)
    low = stops[place - 1] if place else -1
    high = stops[place] if place < len(stops) else len(signs.names)
    after = bisect_left(firsts, phrase.first)
    choices: list[tuple[int, Event]] = []
    if after < len(events) and events[after].first < high:
        event = events[after]
        choices.append((_distance(phrase.last, event.first, signs), event))
    if after and events[after - 1].first > low:
        event = events[after - 1]
        choices.append((_distance(event.last, phrase.first, signs) + _FAR, event))
    return min(choices, key=lambda choice: choice[0])[1] if choices else None


def _distance(start: int, end: int, signs: Signs) -> int:
    if end - start > 30:
        return end - start
    return end - start + _FAR * sum(name in _BARRIERS for name in signs.names[start:end])


def _main(gathered: list[tuple[Phrase, Event | None]], overall: Event | None) -> tuple[Phrase, Event | None]:
    """The phrase of the offence: the one that says most, not that of talk; what is yet to come before what was."""

    def worth(choice: tuple[Phrase, Event | None]) -> float:
        phrase, event = choice
        score = float(sum(_WORTH.get(slot, 0) for slot in phrase.said))
        if event is not None and (event.weight == 0 or (event.weight == WEAK and event.tense == "happened")):
            score -= _TALK
        if event is not None and event.tense in ("planned", "ongoing", "recurring") and event.weight > WEAK:
            score += 2 if phrase.now == "now" else 1
        return score

    return max(gathered, key=worth)


def _spoken(phrase: Phrase, event: Event | None, overall: Event | None) -> Tense | None:
    """The tense of the phrase's own verb; where that is weak or missing, the message's."""
    own = event if event is not None and event.tense else None
    if own and own.weight > WEAK:
        tense = own.tense
    else:
        tense = overall.tense if overall and overall.weight > WEAK else None
        if tense is None and (own or overall) and not (phrase.day or phrase.period or phrase.shift):
            tense = (own or overall).tense  # type: ignore[union-attr]
    if tense == "ongoing" and own and own.weight > WEAK and _may_be_ahead(phrase):
        return "planned"
    if tense == "recurring" and _is_tomorrow(phrase):
        return "planned"  # "tomorrow a truck goes ..."
    return tense


def _is_tomorrow(phrase: Phrase) -> bool:
    day = phrase.day
    return day is not None and day.kind == "rel" and not day.both and day.value > 0 and not phrase.recur


def _may_be_ahead(phrase: Phrase) -> bool:
    """Whether a progressive verb beside the phrase tells of what is to come: "kal maal aa raha hai"."""
    day = phrase.day
    if phrase.period and phrase.period.shift == 1:
        return True
    if day is None or phrase.since:
        return False
    if day.kind == "rel":
        return day.both or day.value > 0 or (day.value == 0 and phrase.part in NIGHTS)
    return day.kind in ("weekday", "festival", "date") and day.which != -1 and day.year is None


def _habit(phrase: Phrase, tense: Tense | None, event: Event | None) -> Phrase:
    """ "raat ko bikta hai", "shukravar ko aate hain": a habit's part of the day or weekday is every one."""
    said = phrase.said
    if phrase.recur or tense not in ("recurring", "ongoing"):
        return phrase
    if phrase.since and (phrase.day or tense != "recurring"):
        return phrase
    if tense == "ongoing" and (event is None or event.weight <= WEAK):
        return phrase
    if phrase.day is None and said & {"part", "clock"} and not said & {"period", "span", "now"}:
        joined = join(phrase, Phrase(phrase.first, phrase.last, recur=Recurrence("DAILY", grain="daypart")))
        return joined or phrase
    if tense == "recurring" and phrase.period and phrase.period == Period("weekend"):
        return replace(phrase, period=None, recur=Recurrence("WEEKLY", byday=(5, 6)))
    if tense == "recurring" and phrase.day and phrase.day.kind == "weekday" and phrase.day.which is None:
        weekly = Recurrence("WEEKLY", byday=_weekdays(phrase.day, phrase.until))
        return replace(phrase, day=None, until=phrase.until if phrase.clock else None, recur=weekly)
    return phrase


def _weekdays(first: Day, until: Phrase | None) -> tuple[int, ...]:
    """The weekdays of a habit: one, or "Monday se Friday tak" all between."""
    start = int(first.value)
    if until is None or until.day is None or until.day.kind != "weekday":
        return (start,)
    return tuple(sorted(day % 7 for day in range(start, start + (int(until.day.value) - start) % 7 + 1)))


def _told(
    tense: Tense | None, when: When, phrase: Phrase, event: Event | None, overall: Event | None, at: dt.datetime
) -> Tense | None:
    """The offence's tense, once its time is known."""
    if when.kind == "recurring":
        return "recurring"
    if phrase.span and phrase.span.back is False:
        return "planned"
    if phrase.since and when.end is not None and not (event is not None and event.weight == 0):
        return tense if tense in ("recurring", "happened") and (tense == "recurring" or not phrase.span) else "ongoing"
    if when.kind == "ongoing":
        going = overall is not None and overall.tense == "ongoing" and overall.weight == STRONG
        return "planned" if tense == "planned" and not going else "ongoing"
    if tense == "happened" and when.start and when.start > at and phrase.day and phrase.day.which == 1:
        return "planned"  # "supari di hai, agle shukravar ko ..."
    past = phrase.day and phrase.day.kind == "ago" and when.end and when.end <= at
    if tense == "recurring" and past and _silent(event):
        return "happened"  # "... bech deta hai. 4 din pehle ki baat hai"
    if tense or (event is not None and event.weight == 0):
        return tense
    if phrase.now == "soon" or (when.start and when.start > at):
        return "planned"
    return "happened"


def _quoting(when: When, phrase: Phrase, signs: Signs) -> When:
    """`when` with the words it was read from; words far apart are joined by an ellipsis."""
    spans = sorted(phrase.spans) or [(phrase.first, phrase.last)]
    merged = [spans[0]]
    for first, last in spans[1:]:
        if first - merged[-1][1] <= 2:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    text = " … ".join(signs.text[signs.starts[first] : signs.ends[last - 1]] for first, last in merged)
    return replace(when, text=text)
