"""Tense and time of a message, read together: a verb tells which "kal" is meant, "roz" tells of a habit."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from satark.reading import KOLKATA, Tense, When
from satark.when.absence import while_away
from satark.when.asides import BARRIERS, is_matter
from satark.when.beside import calls_asked, is_beside, is_for_a_call
from satark.when.choosing import choose, headline, overall_event
from satark.when.denied import drop_denied
from satark.when.events import COPULAS, STRONG, WEAK, Event
from satark.when.grammar import read_phrases
from satark.when.joining import with_verbs
from satark.when.learning import without_learning
from satark.when.lexicon import word_set
from satark.when.phrase import TONIGHT, Phrase
from satark.when.rates import is_rate
from satark.when.resolve import resolve
from satark.when.signs import Signs, read_signs
from satark.when.spoken import as_habit, as_lasting, spoken_tense, told_tense
from satark.when.tense import read_events


@dataclass(frozen=True)
class TimeReading:
    """The time and tense of the reported offence; `spans` are the offsets of all words of time in the text."""

    when: When | None
    tense: Tense | None
    spans: tuple[tuple[int, int], ...] = ()


def read(text: str, at: dt.datetime) -> TimeReading:
    """Reads normalised `text`, told at the aware moment `at`. Takes any text; raises ValueError where `at` is naive."""
    if at.tzinfo is None:
        raise ValueError("the moment of a message needs its time zone")
    at = at.astimezone(KOLKATA)
    signs = read_signs(text)
    phrases = drop_denied(read_phrases(signs), signs)
    events = read_events(signs, [span for phrase in phrases for span in phrase.spans])
    spans = tuple((signs.starts[first], signs.ends[last - 1]) for phrase in phrases for first, last in phrase.spans)
    calls = calls_asked(signs) if phrases else []
    phrases = [phrase for phrase in phrases if not (is_for_a_call(phrase, calls, signs) or is_rate(phrase, signs))]
    phrases, events = without_learning(phrases, events, signs)
    overall = _as_threatened(overall_event(events) or headline(signs), events, signs)
    choices = [choice for choice in with_verbs(phrases, events, signs) if not _is_no_time(*choice, signs)]
    choices = [choice for choice in choices if not is_beside(*choice, overall, signs)]
    if not choices:
        return TimeReading(None, overall.tense if overall else None, spans)
    when, tense = _time_and_tense(*choose(while_away(choices, signs), overall, signs), overall, signs, at)
    return TimeReading(when, tense, spans)


def _as_threatened(overall: Event | None, events: list[Event], signs: Signs) -> Event | None:
    """What a message of nothing but threats reports: that they were made ("bole paisa do nahi to maar denge")."""
    if overall is not None and not overall.quoted:
        return overall
    for event in events:
        words = signs.words[event.first : event.last]
        if event.tense is None and not word_set("said_once").isdisjoint(words):
            return replace(event, tense="happened", weight=WEAK)
        if overall is not None and event.tense is None and not word_set("demanding").isdisjoint(words):
            return replace(event, tense="recurring", weight=WEAK)
    return overall


def _time_and_tense(
    phrase: Phrase, event: Event | None, overall: Event | None, signs: Signs, at: dt.datetime
) -> tuple[When | None, Tense | None]:
    """The time that the chosen `phrase` with its verb tells, and the offence's tense."""
    message = overall.tense if overall else None
    if _is_complaint(event, overall, signs):
        return None, message  # when it was told, not when it was
    asked = bool(event and event.request and not phrase.recur)
    tense = "planned" if asked else spoken_tense(phrase, event, overall, signs)
    still = phrase.now == "now" and not phrase.since and not _STILL.isdisjoint(signs.words[phrase.first : phrase.last])
    if still and tense == "happened":
        return None, message  # "abhi tak nahi mila"
    lesser = event is not None and event.weight < STRONG and tense in ("ongoing", "recurring")
    this_moment = signs.words[phrase.first] in word_set("at_once")
    if phrase.said == {"now"} and phrase.now == "now" and lesser and message == "happened" and not this_moment:
        return None, message  # "ab phone nahi uthata"
    if phrase.said == {"now"} and event and event.weight == 0 and signs.words[event.last - 1] in word_set("am"):
        return None, message  # "abhi photo bhej raha hoon"
    if phrase.said == {"now"} and event and signs.words[event.first : event.last] == ["am"]:
        return None, message  # "I am a havildar, presently home on leave"
    if phrase.said == {"now"} and signs.words[phrase.first] == "now" and tense == "recurring":
        return None, message  # "every rickshaw now carries a sticker"
    if phrase.now == "now" and not phrase.clock and _goes_on(phrase, tense, event, overall, signs):
        tense = "ongoing"
    if phrase.since and phrase.now == "now":
        phrase = replace(phrase, now=None)  # "for 3 months now"
        tense = "recurring" if tense == "recurring" else "ongoing"
    phrase = as_lasting(_settled(phrase, tense), tense, event, signs)
    phrase = as_habit(phrase, tense, event, signs)
    when = resolve(phrase, tense, at)
    if when is None:
        return None, tense
    when = _quoting(when, phrase, signs)
    if asked and overall is not None and overall.tense == "happened" and _is_ordered(phrase, signs):
        return None, message  # "kehta hai raat me milne aao varna ..."
    if asked and event and event.english and signs.words[event.first] == "to" and when.start and when.start > at:
        return when, "planned"  # "money was given to finish him on 18 September"
    if when.kind == "ongoing" and "planned" in ((message,) if asked else (tense,)):
        return when, "ongoing"  # "jaldi aava, maar dihe abhi"
    if asked:  # a time at which the police are asked to do something is to come, and tells no offence's tense
        return when, message
    if tense == "happened" and phrase.day == TONIGHT and when.start and when.start > at:
        return when, "planned"  # "tonight 11:30 they cut trees": cut is a present too
    tense = told_tense(tense, when, phrase, event, overall, signs, at)
    past = when.end is not None and when.end <= at and when.kind == "point"
    bare = event is not None and event.weight <= WEAK and tense in (None, "ongoing", "recurring")
    if past and event and (_is_gone(event, tense, signs) or (bare and is_matter(phrase, signs))):
        return when, "happened"
    return when, tense


def _is_ordered(phrase: Phrase, signs: Signs) -> bool:
    """Whether what is asked for then is someone's words, and not the reporter's to the police."""
    said = signs.words[max(phrase.first - _WORDS, 0) : phrase.first]
    return not (word_set("saying") | word_set("demanding")).isdisjoint(said)


_WORDS = 12  # words between a saying and the time of what is asked for


def _is_gone(event: Event, tense: Tense | None, signs: Signs) -> bool:
    """ "aaj dopahar se pehle gayab hai": it went then."""
    gone = not word_set("vanished").isdisjoint(signs.words[event.first : event.last])
    return gone and tense == "ongoing"


def _settled(phrase: Phrase, tense: Tense | None) -> Phrase:
    """`phrase` without what its tense or its clock rules out: "match ki raat" once, "abhi 1 baje", "somvar se budhvar
    tak din raat khoda"."""
    if phrase.recur and phrase.day and phrase.until and tense == "happened":
        phrase = replace(phrase, recur=None)
    if phrase.lasts and tense in ("ongoing", "recurring"):
        phrase = replace(phrase, until=None, since=True)
    if phrase.recur and phrase.recur.freq is None and phrase.clock and tense == "happened":
        phrase = replace(phrase, recur=None)  # "11 se 12 ke beech din me teen baar paisa kata"
    if phrase.recur and phrase.recur.grain == "event" and tense in ("happened", "planned"):
        phrase = replace(phrase, recur=None)
    if phrase.now and phrase.clock:
        phrase = replace(phrase, now=None)
    if phrase.now == "just" and phrase.said == {"now"} and tense == "ongoing":
        phrase = replace(phrase, now="now")  # "abhi abhi ladki ko kheench ke le ja rahe hain"
    return phrase


_STILL = frozenset(
    {"abhi tak", "abhi tk", "अभी तक", "ab tak", "ab tk", "abtak", "अब तक", "अबतक"}
    | {"till now", "until now", "till date", "upto now", "up to now"}
    | {"still", "now", "abhi bhi", "अभी भी", "ab bhi", "अब भी"}
)


def _is_complaint(event: Event | None, overall: Event | None, signs: Signs) -> bool:
    """Whether a verb tells only of an earlier complaint ("darkhwast likhi thi"), beside one that tells the offence."""
    if event is None or overall is None or event is overall or overall.weight <= WEAK or event.weight > WEAK:
        return False
    return event.tense == "happened" and not word_set("told").isdisjoint(signs.words[event.first : event.last])


def _goes_on(phrase: Phrase, tense: Tense | None, event: Event | None, overall: Event | None, signs: Signs) -> bool:
    """Whether what is told with "abhi" in a past still goes on: "abhi ... nikli hai", "aag lag gayi hai ... chilla rahe
    hain", "they have surrounded us right now"."""
    if tense != "happened":
        return _has_set_out(event, signs)
    if event is not None and "COMMA" in signs.names[phrase.last + 2 : event.first]:
        return True  # "dukan me abhi teen naqabposh, goli bhi chala chuke hain"
    perfect = event is not None and signs.words[event.last - 1] in COPULAS
    if perfect and not word_set("urgent").isdisjoint(signs.words):
        return True  # "jaldi aaiye, abhi kamre me band karke gas khol di hai"
    lasting = overall is not None and (overall.tense, overall.weight) == ("ongoing", STRONG)
    return lasting or signs.words[phrase.first] in word_set("at_once") or _has_set_out(event, signs)


def _has_set_out(event: Event | None, signs: Signs) -> bool:
    """Whether a verb tells of goods or people that have just left and are on their way."""
    if event is None or signs.words[event.last - 1] not in COPULAS:
        return False
    return not word_set("set_out").isdisjoint(signs.words[max(event.first - 1, 0) : event.last])


def _is_no_time(phrase: Phrase, event: Event | None, signs: Signs) -> bool:
    """Whether "now" only goes on with the story ("... and now they send pictures"), or "aaj bhi" means still."""
    day = phrase.day
    if day and (day.kind, day.value) == ("rel", 0) and phrase.said == {"day"} and event is not None:
        also = signs.words[phrase.last : phrase.last + 1]
        return also in (["bhi"], ["भी"]) and event.tense in ("ongoing", "recurring")  # "aaj bhi chal raha hai"
    if signs.words[phrase.first] == "still" and phrase.said == {"now"} and (event is None or event.weight < STRONG):
        return True  # "being still angry"
    if phrase.now != "now" or signs.words[phrase.first] != "now" or phrase.said != {"now"} or not phrase.first:
        return False
    before = signs.names[phrase.first - 1]
    perfect = event is not None and signs.words[event.first] in ("has", "have")
    return before in BARRIERS and (event is None or event.tense != "ongoing" or perfect)


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
