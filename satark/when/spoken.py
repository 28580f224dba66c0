"""The tense in which a phrase of time is told: it decides which "kal" is meant, and whether a time recurs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from satark.reading import Tense, When
from satark.when.asides import is_silent
from satark.when.events import COPULAS, STRONG, WEAK, Event
from satark.when.hours import NIGHTS
from satark.when.lexicon import word_set
from satark.when.phrase import Day, Period, Phrase, Recurrence, Span, join, weekday_span
from satark.when.signs import Signs


def spoken_tense(phrase: Phrase, event: Event | None, overall: Event | None, signs: Signs) -> Tense | None:
    """The tense of the phrase's own verb; where that is weak or missing, the message's."""
    own = event if event is not None and event.tense else None
    if (own and _is_coming(phrase, own, signs)) or _is_due(phrase, signs):
        return "planned"
    if own and own.tense == "happened" and _is_prepared_for(phrase, own, signs):
        return "planned"
    if own and own.state and _is_arranged(phrase, own, signs):
        return "planned"
    if own and own.tense == "recurring" and phrase.day and (phrase.day.kind, phrase.day.which) == ("weekday", 0):
        return "planned"  # "this Sunday eleven families are called"
    if own and own.weight > WEAK:
        tense = own.tense
    else:
        tense = overall.tense if overall and overall.weight > WEAK else None
        if tense is None and (own or overall) and not (phrase.day or phrase.period or phrase.shift):
            tense = (own or overall).tense  # type: ignore[union-attr]
    if (
        tense == "ongoing"
        and own
        and own.weight > WEAK
        and not own.state
        and _may_be_ahead(phrase)
        and _share_clause(phrase, own, signs)
    ):
        return "planned"
    if tense == "recurring" and own and (_is_tomorrow(phrase, own, signs) or _is_timetabled(phrase, own, signs)):
        return "planned"  # "tomorrow a truck goes ..."
    if tense == "happened" and phrase.since and own and signs.words[own.first] in ("has", "have"):
        return "ongoing"  # "for two years he has taken money"
    return tense


def _share_clause(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """Whether no comma or "and" stands between a phrase and its verb; "ek aur", one more, is no "and"."""
    ahead = event.first >= phrase.last  # then no verb stands between: "aur" joins things
    first, last = (phrase.last, event.first) if ahead else (event.last, phrase.first)
    return not any(
        name == "COMMA" or (name == "AND" and signs.names[index - 1] != "NUM" and not ahead)
        for index, name in enumerate(signs.names[first:last], start=first)
    )


def _is_prepared_for(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """ "have booked a hall for cards on Diwali night", "28 ko dawat ke liye do gaay khareedi hai": what is to come."""
    words = signs.words[event.first : event.last]
    perfect = words[0] in ("has", "have") or words[-1] in COPULAS
    if not (perfect and _may_be_ahead(phrase) and not phrase.recur) or word_set("preparations").isdisjoint(words):
        return False
    if phrase.day and phrase.day.kind == "rel":
        return False
    purposed = signs.words[max(phrase.first - _NEAR, 0) : phrase.first], signs.words[phrase.last : phrase.last + _NEAR]
    return "for" in purposed[0] or not _FOR.isdisjoint(purposed[1])


def _is_arranged(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """ "12 tarikh ko subah 9 baje sabha rakhi hai"."""
    day = phrase.day
    ahead = day is not None and day.kind in ("date", "weekday") and _may_be_ahead(phrase)
    return ahead and signs.words[event.first] in ("rakhi", "rakha", "रखी", "रखा") and phrase.last <= event.first


_FOR = frozenset({"liye", "lie", "khatir", "लिए", "लिये", "खातिर"})
_NEAR = 6  # words between a day and the "hai" of what is due on it


def _is_coming(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """ "parson uski vidai hai": a bare "hai" beside a day tells what is due, for what was would have "thi"."""
    bare = event.weight == WEAK and event.last - event.first == 1 and signs.words[event.first] in COPULAS
    if not bare or not _may_be_ahead(phrase) or (phrase.day and phrase.day.kind == "rel" and not phrase.day.both):
        return False
    if signs.names[phrase.last : event.first] == ["KE"]:
        return not word_set("due").isdisjoint(signs.words[max(phrase.first - _NEAR, 0) : phrase.first])
    return 0 <= event.first - phrase.last <= 2 * _NEAR and _share_clause(phrase, event, signs)


def _is_due(phrase: Phrase, signs: Signs) -> bool:
    """ "the wedding is on 12 October", "is tomorrow"."""
    before = signs.words[max(phrase.first - 2, 0) : phrase.first]
    if signs.words[phrase.first] == "about" or "date" in before:
        return False
    if before[-1:] == ["on"]:
        before = before[:-1]
    return before[-1:] in (["is"], ["are"]) and _may_be_ahead(phrase) and not phrase.recur


def _is_timetabled(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """ "they leave on 12 September", "the load arrives Friday night": one day, and so no habit."""
    day = phrase.day
    if day is None or phrase.recur or phrase.since or day.which == -1 or day.year:
        return False
    if day.kind == "date" and day.month:
        return True
    return day.kind in ("weekday", "date") and not word_set("departures").isdisjoint(
        signs.words[event.first : event.last]
    )


def _is_tomorrow(phrase: Phrase, event: Event, signs: Signs) -> bool:
    day = phrase.day
    if day is None or day.kind != "rel" or day.both or phrase.recur:
        return False
    return day.value > 0 or (day.value == 0 and phrase.part in NIGHTS and _share_clause(phrase, event, signs))


def _may_be_ahead(phrase: Phrase) -> bool:
    """Whether a progressive verb beside the phrase tells of what is to come: "kal maal aa raha hai"."""
    day = phrase.day
    if phrase.period and phrase.period.shift == 1:
        return True
    if day is None or phrase.since or phrase.lasts:
        return False
    if day.kind == "rel":
        return day.both or day.value > 0 or (day.value == 0 and phrase.part in NIGHTS)
    return day.kind in ("weekday", "festival", "date") and day.which != -1 and day.year is None


def told_tense(
    tense: Tense | None,
    when: When,
    phrase: Phrase,
    event: Event | None,
    overall: Event | None,
    signs: Signs,
    at: dt.datetime,
) -> Tense | None:
    """The offence's tense, once its time is known."""
    if when.kind == "recurring":
        return "recurring"
    if phrase.span and phrase.span.back is False:
        return "planned"
    if phrase.since and when.end is not None and not (event is not None and event.weight == 0):
        over = tense == "happened" and _is_over(phrase, event, overall, signs)
        return tense if tense == "recurring" or over else "ongoing"
    if when.kind == "ongoing":
        going = overall is not None and overall.tense == "ongoing" and overall.weight == STRONG
        return "planned" if tense == "planned" and not going else "ongoing"
    named = (phrase.day and phrase.day.which == 1) or (phrase.period and phrase.period.shift == 1)
    if tense and when.start and when.start > at and named:
        return "planned"  # "supari di hai, agle shukravar ko ...", "he bought a pistol to kill him next week"
    if tense == "planned" and when.end and when.end <= at and phrase.day and phrase.day.kind == "date":
        return "happened"
    day = phrase.day
    if day and day.kind == "rel" and not day.both and day.value and not phrase.since:
        if day.value > 0:
            return "planned"  # "he has fixed the deal, they come tomorrow", "tomorrow she is getting married"
        if tense in ("ongoing", "recurring") and day.value < 0:
            return "happened"  # "we are attacked yesterday"
    if tense == "recurring" and day and day.kind == "rel" and day.value and when.end and when.end <= at:
        return "happened"  # "jo jeetta hai use loot lete hain, kal mera mausa phasa"
    if tense in ("recurring", "ongoing") and day and when.kind == "point" and when.start and when.start <= at and event:
        dated = day.kind in ("festival", "date") or (day.kind == "rel" and bool(phrase.said & {"part", "clock"}))
        over = day.kind == "weekday" and when.end is not None and when.end <= at
        if (dated or over) and event.english:
            return "happened"  # "today 6 pm two boys snatch her chain", "on tuesday at 12 my uncle is stop one tractor"
    past = phrase.day and phrase.day.kind == "ago" and when.end and when.end <= at
    if tense == "recurring" and past and is_silent(event):
        return "happened"  # "... bech deta hai. 4 din pehle ki baat hai"
    if tense:
        return tense
    if event is not None and event.weight == 0 and (overall is None or overall.tense):
        return overall.tense if overall else None
    if phrase.now == "soon" or (when.start and when.start > at):
        return "planned"
    return "happened"


def _is_over(phrase: Phrase, event: Event | None, overall: Event | None, signs: Signs) -> bool:
    """Whether a past told with "since" tells no more than that: not "diwali se shuru hua hai", nor beside what goes
    on."""
    if phrase.span or (overall is not None and overall.tense == "ongoing" and overall.weight > WEAK):
        return False
    return event is None or word_set("beginnings").isdisjoint(signs.words[max(event.first - 1, 0) : event.last])


def as_habit(phrase: Phrase, tense: Tense | None, event: Event | None, signs: Signs) -> Phrase:
    """ "raat ko bikta hai", "shukravar ko aate hain": a habit's part of the day or weekday is every one."""
    said, day = phrase.said, phrase.day
    if phrase.recur and phrase.recur == Recurrence("WEEKLY", grain="week") and day and day.kind == "weekday":
        return replace(phrase, day=None, recur=Recurrence("WEEKLY", byday=(int(day.value),)))  # "har hafte guruvar ko"
    nightly = phrase.recur == Recurrence("DAILY", grain="daypart") and day and day.kind == "weekday"
    if nightly and day and day.which is None:
        weekly = Recurrence("WEEKLY", byday=_weekdays(day, None), grain="daypart")
        return replace(phrase, day=None, recur=weekly)  # "on Friday nights"
    if tense not in ("recurring", "ongoing"):
        return phrase
    if phrase.recur and phrase.recur.freq == "DAILY" and phrase.day and phrase.until and phrase.until.day:
        weekly = Recurrence("WEEKLY", byday=_weekdays(phrase.day, phrase.until))  # "somvar se shukravar roz"
        return replace(phrase, day=None, until=None, recur=weekly) if phrase.day.kind == "weekday" else phrase
    if phrase.recur:
        return phrase
    if phrase.now == "nowadays" and said & {"part", "clock"}:
        phrase, said = replace(phrase, now=None), said - {"now"}  # "aajkal raat me"
    if phrase.since and (phrase.day or tense != "recurring"):
        return phrase
    if tense == "ongoing" and (event is None or event.weight <= WEAK or event.state):
        return phrase
    if tense == "ongoing" and event and not _share_clause(phrase, event, signs):
        return phrase  # "shaam paanch baje, gadasa chhappar me chhipa hai"
    if phrase.day is None and said & {"part", "clock"} and not said & {"period", "span", "now"}:
        joined = join(phrase, Phrase(phrase.first, phrase.last, recur=Recurrence("DAILY", grain="daypart")))
        return joined or phrase
    if tense == "recurring" and phrase.period and phrase.period == Period("weekend"):
        return replace(phrase, period=None, recur=Recurrence("WEEKLY", byday=(5, 6)))
    if tense == "recurring" and phrase.said == {"day"} and _is_feast(phrase.day):
        return replace(phrase, day=None, recur=Recurrence("YEARLY", grain="year"))  # "diwali me juaa hota hai"
    if tense == "recurring" and phrase.day and phrase.day.kind == "weekday" and phrase.day.which is None:
        weekly = Recurrence("WEEKLY", byday=_weekdays(phrase.day, phrase.until))
        return replace(phrase, day=None, until=phrase.until if phrase.clock else None, recur=weekly)
    if tense == "recurring" and day and day.kind == "date" and day.month is None and day.which is None:
        return replace(phrase, day=None, period=None, recur=Recurrence("MONTHLY", monthdays=(int(day.value),)))
    return phrase


def as_lasting(phrase: Phrase, tense: Tense | None, event: Event | None, signs: Signs) -> Phrase:
    """ "do mahine ho gaye, juaa khila rahe hain": since then, where the verb after it tells what goes on."""
    day = phrase.day
    if tense not in ("ongoing", "recurring") or event is None or event.first < phrase.last or event.state:
        return phrase
    if day is None or day.kind != "ago" or phrase.said != {"day"}:
        return phrase
    if "HUE" not in signs.names[phrase.first : phrase.last]:
        return phrase
    return replace(phrase, day=None, since=True, span=Span(day.unit, -day.value, -day.value))


def _is_feast(day: Day | None) -> bool:
    return day is not None and day == Day("festival", key=day.key)


def _weekdays(first: Day, until: Phrase | None) -> tuple[int, ...]:
    """The weekdays of a habit: one, or "Monday se Friday tak" all between."""
    if until is None or until.day is None or until.day.kind != "weekday":
        return (int(first.value),)
    return weekday_span(first, until.day)
