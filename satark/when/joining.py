"""Which verb is a phrase's, and which phrases tell of one time: "kal ... raat 11 baje"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from satark.when.asides import BARRIERS, THAT, is_errand, is_matter, is_of_another_day, is_silent
from satark.when.events import COPULAS, WEAK, Event
from satark.when.hours import NIGHTS
from satark.when.lexicon import word_set
from satark.when.phrase import Phrase, Recurrence, join
from satark.when.signs import Signs
from satark.when.talk import is_telling
from satark.when.verbs import verb_form

_FAR = 6  # words that a comma or "and" counts for, in finding the verb of a phrase


def with_verbs(phrases: list[Phrase], events: list[Event], signs: Signs) -> list[tuple[Phrase, Event | None]]:
    """Phrases with their verbs; those of one event that complete each other ("kal ... raat 11 baje") made one."""
    stops = [index for index, name in enumerate(signs.names) if name == "STOP"]
    firsts = [event.first for event in events]
    gathered: list[tuple[Phrase, Event | None]] = []
    for phrase in phrases:
        event = _event_of(phrase, events, firsts, stops, signs)
        if _is_aftermath(phrase, event, signs):
            phrase = _without_since(phrase)
            event = _event_of(phrase, events, firsts, stops, signs)
        if gathered and _is_day_off(gathered[-1][0], phrase, signs):
            left, other = gathered[-1]
            gathered[-1] = _without(left, phrase), other
            continue
        if gathered and _is_day_off(phrase, gathered[-1][0], signs):
            gathered[-1] = _without(phrase, gathered[-1][0]), event
            continue
        if gathered:
            left, other = gathered[-1]
            alike = is_silent(event) or is_silent(other) or (event and event.tense) == (other and other.tense)
            alike = alike or _is_only_how_often(left, phrase, event) or _is_one_tale(left, other, event)
            apart = _is_other_habit(left, phrase, other, events) or (
                _names_another(left, phrase, events)
                and not _closes(phrase, signs)
                and BARRIERS & set(signs.names[left.last : phrase.first])
            )
            apart = apart or _is_another_sentence(left, other, phrase, event, signs) or _is_of_duty(phrase, signs)
            apart = apart or (event is not None and other is not event and is_errand(phrase, event, signs))
            apart = apart or bool(event and event.quoted and not (other and other.quoted))
            apart = apart or _is_years_before(left, phrase, signs) or _is_by_when(left, phrase, event is other, signs)
            happened = other is not None and other.tense == "happened" and other.weight > WEAK
            apart = apart or (phrase.said == {"since", "day"} and happened and event is not other)  # "and since then"
            joined = _completed(left, phrase) if alike and not apart else None
            if left.said == {"day"} and phrase.said == {"part"} and is_of_another_day(phrase, signs):
                joined = join(left, phrase)  # "next Monday they will be away ... that night"
            joined = _open_hours(left, phrase, signs) or joined
            if joined:
                gathered[-1] = joined, event if is_silent(other) else other
                continue
        gathered.append((_on_its_day(phrase, event, gathered), event))
    return gathered


def _is_aftermath(phrase: Phrase, event: Event | None, signs: Signs) -> bool:
    """ "was beaten on Monday ... he cannot walk since then", "kal chori hui, tab se ro rahi hai": how it was after."""
    told_apart = len(phrase.spans) > 1 and signs.names[phrase.last - 1] == "THEN"
    return told_apart and event is not None and event.weight <= WEAK


def _without_since(phrase: Phrase) -> Phrase:
    spans = phrase.spans[:-1]
    return replace(phrase, last=spans[-1][1], spans=spans, since=False)


def _on_its_day(phrase: Phrase, event: Event | None, before: list[tuple[Phrase, Event | None]]) -> Phrase:
    """A bare hour told after a day on which something else was: "kal shaam 4 baje bus chali, saadhe 5 baje ..."."""
    if not before or not phrase.clock or not phrase.said <= {"clock", "part"}:
        return phrase
    if event is None or event.tense not in ("happened", None):
        return phrase
    left, other = before[-1]
    told = left.day is not None and left.clock and not (left.recur or left.since or left.until)
    return replace(phrase, day=left.day) if told and other is not None and other.tense == "happened" else phrase


def _is_only_how_often(left: Phrase, right: Phrase, event: Event | None) -> bool:
    """ "shaam hote hi jutte hain, roz ka hai": how often, of the hours that the clause before tells."""
    return left.said <= {"part", "clock"} and right.said == {"recur"} and event is not None and event.weight <= WEAK


def _is_one_tale(left: Phrase, one: Event | None, other: Event | None) -> bool:
    """Whether verbs of two tenses tell of one: a habit that "is done" and that "they do", a yesterday on which "he is
    coming", a verb that only says how things lie."""
    if one is None or other is None:
        return False
    tenses = {one.tense, other.tense}
    if left.recur and tenses <= {"ongoing", "recurring"}:
        return True
    past = left.day is not None and left.day.kind == "rel" and not left.day.both and left.day.value < 0
    if past and other.tense == "happened" and one.tense in ("ongoing", "recurring"):
        return True
    return (one.tense, one.weight) == ("ongoing", WEAK) and left.day is not None and other.tense == "happened"


def _names_another(left: Phrase, right: Phrase, events: list[Event]) -> bool:
    """Whether the right one, in another clause, tells of something else: a day where the left has none, or an hour
    beside a habit by no rule or of a month ("har amavas ko le jate hain, din me chhipate hain")."""
    if right.day and not left.day:
        return True
    between = any(left.last <= event.first < right.first for event in events)
    habit = left.recur is not None and left.recur.freq in (None, "MONTHLY") and not right.recur
    return habit and between and bool(right.said & {"part", "clock"})


def _closes(phrase: Phrase, signs: Signs) -> bool:
    """Whether a day is told of what was told before: "subah ke chhah baje ki baat hai, kal ki", "... ye kal ki baat
    hai", "raat me khol le gaye. Parson"."""
    rest = signs.names[phrase.last : phrase.last + 2]
    closing = rest[:1] == ["KE"] and rest[1:] in ([], ["STOP"])
    closing = closing or (signs.names[max(phrase.first - 1, 0)] == "STOP" and rest[:1] in ([], ["STOP"]))
    return phrase.said == {"day"} and (closing or is_matter(phrase, signs))


def _is_another_sentence(left: Phrase, one: Event | None, right: Phrase, other: Event | None, signs: Signs) -> bool:
    """Whether a morning told in a later sentence is the next one's: "kal pita. Subah gaon walon ne chhudaya"; or a part
    of the day one of many: "budh ko chhua. Raat me message bhi karta tha"."""
    if left.day and right.said == {"part"} and other is not None and other is not one:
        by_now = not word_set("by_now").isdisjoint(signs.words[max(right.first - 2, 0) : right.first])
        if by_now or _was_done(other, signs):
            return "STOP" in signs.names[left.last : right.first]  # "ab raat ko koi sota nahi"
    if not right.said <= {"part", "since"} or right.part not in ("morning", "early_morning"):
        return False
    if one is None or other is None or one is other or is_silent(one) or is_silent(other) or right.recur:
        return False
    return bool(left.day) and other.first > left.last and "STOP" in signs.names[left.last : right.first]


def _was_done(event: Event, signs: Signs) -> bool:
    """ "karta tha": again and again, in a past."""
    words = signs.words[event.first : event.last]
    return len(words) > 1 and verb_form(words[0]) == "HABIT" and verb_form(words[-1]) in ("THA", "THE")


def _is_years_before(left: Phrase, right: Phrase, signs: Signs) -> bool:
    """ "shaadi do saal pehle hui thi. 3 december ki raat ...", "biyah april me hua. Itwar ki raat ...": a day of a
    later sentence is not of that year or month."""
    years = left.day is not None and (left.day.kind, left.day.unit) == ("ago", "year")
    years = years or (left.said == {"period"} and not left.since and bool(right.day and right.day.kind == "weekday"))
    return years and right.day is not None and "STOP" in signs.names[left.last : right.first]


def _is_by_when(left: Phrase, right: Phrase, same: bool, signs: Signs) -> bool:
    """ "every Thursday before dawn they cut cows and by 7 am the meat is sold": by when something else is done."""
    return not same and bool(left.part) and right.bound == "until" and signs.words[right.first] == "by"


def _is_day_off(left: Phrase, right: Phrase, signs: Signs) -> bool:
    """ "roz hota hai, bas itwar ko band rehta hai": the day on which a daily habit rests."""
    if left.recur is None or left.recur.freq != "DAILY" or left.recur.interval > 1 or right.said != {"day"}:
        return False
    shut = signs.words[right.last : right.last + 3]
    return bool(right.day and right.day.kind == "weekday") and not word_set("shut").isdisjoint(shut)


def _without(left: Phrase, right: Phrase) -> Phrase:
    days = tuple(day for day in range(7) if right.day is None or day != right.day.value)
    first, last = min(left.first, right.first), max(left.last, right.last)
    return replace(left, first=first, last=last, recur=Recurrence("WEEKLY", byday=days), spans=left.spans + right.spans)


def _is_other_habit(left: Phrase, right: Phrase, event: Event | None, events: list[Event]) -> bool:
    """Whether a day on which something happened stands apart from a habit: "somvar ko aaya, bola har mahine do"."""
    if not (left.day and right.recur) or left.recur:
        return False
    if event is not None and event.tense == "happened" and event.weight > WEAK:
        return True
    return any(left.last <= other.first < right.first and other.tense == "happened" for other in events)


def _open_hours(left: Phrase, right: Phrase, signs: Signs) -> Phrase | None:
    """ "opens at 4 in the afternoon and shuts at 11 at night", "6 baje khulta hai, 11 baje band hota hai"."""
    if not (left.clock and right.clock) or left.until or right.day:
        return None
    if not _stands_beside(left, "openings", signs) or not _stands_beside(right, "closings", signs):
        return None
    closed = replace(right, bound=None, recur=None)
    return replace(left, last=right.last, until=closed, recur=left.recur or right.recur, spans=left.spans + right.spans)


def _stands_beside(phrase: Phrase, words: str, signs: Signs) -> bool:
    """Whether one of the named words stands within two of a phrase."""
    return not word_set(words).isdisjoint(signs.words[max(phrase.first - 2, 0) : phrase.last + 2])


def _completed(left: Phrase, right: Phrase) -> Phrase | None:
    """Two phrases told apart as one time, where they may be."""
    hours = (left.recur and not right.recur) or (left.since and left.clock) or _begins_after(left)
    until = _until(left, right) if hours else None
    if until:
        return until  # "roz raat 9 baje aati hain, subah 5 baje tak rehti hain"
    if left.part and right.part and left.part != right.part:
        return _until(left, right) if left.part in NIGHTS else None  # "kal raat ..., bhor ke 3 baje tak"
    if _is_another_time(left, right):
        return None
    if left.since and left.day and right.whole:
        return None  # "somvar se nikal rahe hain, raat bhar machine chalti hai"
    if left.day and left.day.kind == "festival" and right.recur and not left.since:
        return None
    if left.since and right.recur and right.said & {"part", "clock"}:
        return None  # "since Diwali ... counted every night"
    if _is_long(left, right) or _is_long(right, left):
        return None  # "I walk at four in the morning. Three times this month ..."
    return _until(left, right) or (join(left, right) if _complete(left, right) else None)


def _is_another_time(left: Phrase, right: Phrase) -> bool:
    """Whether a week, month or year told apart cannot be that of a day told before: "pichhle guruvar ..., agle mahine",
    "on Wednesday ..., bought in 2019"."""
    if left.period and not left.day and right.day and right.bound:
        return True  # "pichhle mahine aaye the ... diwali ke pehle"
    if not (left.day or left.period) or right.period is None or (right.day and not right.bound):
        return False
    loose = left.day is not None and left.day.kind in ("date", "weekday") and not (left.day.month or left.day.which)
    return not loose or right.period.unit == "year" or right.bound is not None


def _is_long(one: Phrase, other: Phrase) -> bool:
    """Whether one tells a week or longer, or a since, which an hour told elsewhere does not narrow."""
    return bool(
        (one.period or (one.since and not one.recur))
        and not one.day
        and other.said & {"part", "clock"}
        and not other.day
    )


def _until(left: Phrase, right: Phrase) -> Phrase | None:
    """ "raat 8 baje ... subah 3 baje tak": a start and an end told apart."""
    begun = left.said - {"bound"} if _begins_after(left) and right.clock else left.said
    if right.bound != "until" or right.day or not begun <= {"day", "part", "clock", "recur", "since"}:
        return None
    if left.since and not left.clock:
        return None
    if not left.clock and not (left.day and left.part in NIGHTS and right.clock):
        return None
    closing = replace(right, bound=None, recur=None)
    recur, spans = left.recur or right.recur, left.spans + right.spans
    return replace(left, last=right.last, until=closing, recur=recur, since=False, bound=None, spans=spans)


def _begins_after(phrase: Phrase) -> bool:
    """ "raat 10 baje ke baad se": the hour of a beginning."""
    return phrase.bound == "after" and phrase.clock is not None


def _is_of_duty(phrase: Phrase, signs: Signs) -> bool:
    """ "I was on duty till 8 am"."""
    near = signs.words[max(phrase.first - 3, 0) : phrase.last]
    return phrase.bound == "until" and not word_set("duties").isdisjoint(near)


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
    for event in events[after : after + 2]:
        if event.first >= high:
            break
        distance = _distance(phrase.last, event.first, signs) + _in_passing(phrase, event, signs)
        distance += 2 * _FAR * (signs.words[event.first] in THAT or _is_purpose(event, signs))
        if not (event.request and "COMMA" in signs.names[phrase.last : event.first]):  # "..., please don't write"
            choices.append((distance, event))
        if distance < _FAR or not _in_passing(phrase, event, signs):
            break
    before = events[after - 1] if after and events[after - 1].first > low else None
    if before is not None and before.request and before.english and is_telling(before, signs):
        before = None  # "I want to tell about the man who died last week"
    if before is not None and not (choices and _is_opened(before, phrase, signs)):
        event = before
        turned = _FAR * (event.state + (not event.english))
        # "from then he beats her, today he will kill"
        planned = any(coming.tense == "planned" for _, coming in choices)
        if event.english and not planned and signs.words[phrase.last : phrase.last + 1] in _SUBJECTS:
            return event
        ends = event.english and _ends_a_clause(phrase.last, signs)
        plain = phrase.first - event.last  # "took my sister Pooja, 15, from Kurahna on Diwali night, ..."
        choices.append(((plain if ends else _distance(event.last, phrase.first, signs)) + turned, event))
    # English tells when after its verb: of two as near, the one before.
    return min(choices, key=lambda choice: (choice[0], choice[1].first > phrase.first))[1] if choices else None


def _ends_a_clause(place: int, signs: Signs) -> bool:
    """Whether a clause ends there, or another begins: "... on Sunday evening and they ran away"."""
    if signs.names[place : place + 1] == ["AND"]:
        return signs.words[place + 1 : place + 2] in _SUBJECTS
    return signs.names[place : place + 1] in (["COMMA"], ["STOP"])


def _is_opened(event: Event, phrase: Phrase, signs: Signs) -> bool:
    """ "nivedan hai ki kal raat ...", "na diya to 4 November ko ...": what is told begins after it."""
    if event.tense is None and signs.words[event.last : event.last + 1] in (["to"], ["तो"]):
        return True
    if event.tense is None and not event.request and signs.names[event.last : phrase.first] == ["COMMA"]:
        return True  # "chaukidari karta hoon, parson raat ..."
    return event.tense is None and any(_opens_words(place, signs) for place in range(event.last, phrase.first))


def _is_purpose(event: Event, signs: Signs) -> bool:
    """ "took 20,000 on 4 February to remove his name": what a thing was done for, and no verb of the time before it."""
    return event.request and event.english and signs.words[event.first] == "to"


def _in_passing(phrase: Phrase, event: Event, signs: Signs) -> int:
    """Words that a verb of a state or of a relative clause counts for as farther: the offence's is the next."""
    relative = not word_set("relatives").isdisjoint(signs.words[phrase.last : event.first + 1])
    return _FAR * (event.state + relative)


def _distance(start: int, end: int, signs: Signs) -> int:
    if end - start > 30:
        return end - start
    clauses, words, names = 0, signs.words[start:end], signs.names[start:end]
    if not (_OPENERS.isdisjoint(words) and word_set("turns").isdisjoint(words)):
        clauses = 2 * sum(_opens_words(place, signs) for place in range(start, end))
    return end - start + _FAR * (clauses + sum(map(names.count, BARRIERS)))


def _opens_words(place: int, signs: Signs) -> bool:
    """Whether a word opens what is said: "that", or "ki" after "suna", "kah rahe hain"."""
    word = signs.words[place]
    if word in THAT or word in word_set("turns"):
        return True
    before = signs.words[place - 1] if place else ""
    return word in _KI and (before in COPULAS or before in _WERE or before in word_set("saying"))


_SUBJECTS = (["i"], ["we"], ["he"], ["she"], ["they"])  # "stolen around 4 pm i only went for a ticket"
_KI = frozenset({"ki", "ke", "k"})
_OPENERS = THAT | _KI
_WERE = frozenset({"tha", "the", "thi", "rahe", "raha", "rahi"})
