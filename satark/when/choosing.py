"""Which phrase of time is the offence's, and which verb is a phrase's."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import zip_longest

from satark.when.events import COPULAS, MIDDLE, STRONG, WEAK, Event
from satark.when.hours import NIGHTS
from satark.when.lexicon import lexicon, word_set
from satark.when.phrase import Phrase, Recurrence, join
from satark.when.signs import Signs
from satark.when.spelling import fold

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
_HABIT_BESIDE_A_DAY = 5  # what a habit loses where a day is told on which it came to a crime
_LEARNT = 3  # what a past loses where the message begins by announcing something: it tells how that was learnt
_CERTAIN = 0.5  # what a date has before a weekday
_BEFORE_IT = 3  # what a "since" loses that tells of a past: it led up to the offence
_VAGUE = 3  # what "baar baar" loses
_HOURS_BESIDE_SINCE = 2  # what the hours of a habit have before since when it goes on
_HELD = 2  # what a "since" has that tells first of all how long people are held
_URGENT = 6  # what "now" has where help is called for
_ERRAND = 2  # what the hour of an errand of the reporter's people loses
_NEAR_SUBJECT = 4  # words before a phrase in which its subject may stand
_FAR = 6  # words that a comma or "and" counts for, in finding the verb of a phrase
_LONGEST_NOUN = 16
_NO = frozenset({"nahi", "nahin", "nhi", "na", "नहीं", "नही", "ना", "न"})
_WRONG = frozenset({"galat", "galti", "गलत", "गलती", "wrong", "wrongly", "mistake"})  # "mangal galat likh gaya, budh"
_SO_FAR = (" tak", " tk", "abtak", " तक", "अबतक")
_NOT_SO = _NO | {"not", "isn't", "aren't"}
_NOT, _SLIP = 3, 5  # words between a time taken back and the right one
BARRIERS = frozenset({"COMMA", "AND"})
_THAT = frozenset({"that", "कि"})  # open the words of another


def drop_denied(phrases: list[Phrase], signs: Signs) -> list[Phrase]:
    """`phrases` without one that is taken back: "shanivar ko nahi itwar ko", "not Saturday. ... Thursday"."""
    kept = []
    for phrase, follower in zip_longest(phrases, phrases[1:]):
        if signs.words[phrase.first - 1 : phrase.first] == ["not"] and _has_rival(phrase, phrases):
            continue  # "it is not Holi, it is every Tuesday"
        after = signs.words[phrase.last : phrase.last + 2]
        if after[:1] and after[0] in _NO and after[1:] == [","] and phrase.day and _has_other_day(phrase, phrases):
            continue  # "pichhle mangal nahi, usse pehle wale ko"
        if phrase.said == {"now"} and len(phrases) > 1 and _is_no_longer(phrase, signs):
            continue
        if phrase.said == {"day", "bound"} and phrase.bound == "until" and _is_today(phrase):
            continue  # "aaj tak paisa nahi mila"
        if phrase.said == {"now"} and _is_of_age(phrase, signs):
            continue
        if phrase.now == "soon" and signs.names[phrase.last : phrase.last + 1] == ["LATER"]:
            continue  # "soon after the flag hoisting"
        if phrase.said == {"part"} and _is_of_another_day(phrase, signs) and not _has_other_day(phrase, phrases):
            continue
        if phrase.said == {"now"} and len(phrases) > 1 and signs.words[phrase.first].endswith(_SO_FAR):
            continue  # "ab tak wapas nahi aayi. agle mahine ..."
        if is_matter(phrase, signs) and _NO & set(signs.words[phrase.last : phrase.last + 4]) and len(phrases) > 1:
            continue  # "kal ki baat nahi hai"
        between = signs.words[phrase.last : follower.first] if follower else []
        mended = (_NO if len(between) <= _NOT else frozenset()) & set(between) or _WRONG & set(between[:_NOT])
        if not (mended and len(between) <= _SLIP and follower and _alike(phrase, follower)):
            kept.append(_rested(phrase, signs))
    return kept


def _rested(phrase: Phrase, signs: Signs) -> Phrase:
    """ "roz shaam 4 se 6, itwar ko nahi": daily but on that day."""
    day, recur = phrase.day, phrase.recur
    if recur is None or recur.freq != "DAILY" or day is None or day.kind != "weekday":
        return phrase
    if word_set("shut").isdisjoint(signs.words[phrase.last : phrase.last + 2]):
        return phrase
    others = tuple(one for one in range(7) if one != day.value)
    return replace(phrase, day=None, recur=Recurrence("WEEKLY", byday=others))


def _is_today(phrase: Phrase) -> bool:
    return bool(phrase.day and phrase.day.kind == "rel" and phrase.day.value == 0)


def _is_of_age(phrase: Phrase, signs: Signs) -> bool:
    """ "abhi 12 ki hai": how old one is by now."""
    after = signs.words[phrase.last : phrase.last + 3]
    return signs.names[phrase.last : phrase.last + 1] == ["NUM"] and not _AGED.isdisjoint(after[1:])


_AGED = frozenset({"ki", "ka", "ke", "की", "का", "के", "saal", "sal", "साल", "baras", "baris", "बरिस", "बरस"})


def _is_of_another_day(phrase: Phrase, signs: Signs) -> bool:
    """ "usi shaam", "the same night": of a day that was not told."""
    return not word_set("that_very").isdisjoint(signs.words[max(phrase.first - 1, 0) : phrase.first])


def _has_rival(phrase: Phrase, phrases: list[Phrase]) -> bool:
    """Whether another phrase tells a time of the same kind, or a habit where this one is a day."""
    others = [one for one in phrases if one is not phrase]
    return any(_alike(phrase, one) or (phrase.said == {"day"} and one.recur) for one in others)


def _has_other_day(phrase: Phrase, phrases: list[Phrase]) -> bool:
    return any(one.day for one in phrases if one is not phrase)


def _is_no_longer(phrase: Phrase, signs: Signs) -> bool:
    """ "abhi nahi chal raha, kal ki baat hai", "it's not happening now"."""
    before, after = signs.words[max(phrase.first - 2, 0) : phrase.first], signs.words[phrase.last : phrase.last + 1]
    return "not" in before or bool(_NO & set(after))


def _alike(one: Phrase, other: Phrase) -> bool:
    """Whether both name a time of one kind: a day, week or month; or the same slots."""
    return one.said == other.said or one.said | other.said == {"day", "period"}


def overall_event(events: list[Event]) -> Event | None:
    """The event that the message as a whole reports: what goes on outweighs what has been, talk counts for nothing."""
    told = [event for event in events if event.tense and not event.quoted]
    for weight in (STRONG, MIDDLE, WEAK):
        equal = [event for event in told if event.weight == weight]
        if equal:
            if equal[0].tense == "happened" and all(event.state for event in equal if event.tense in _LASTING):
                return equal[0]
            lasting = [event for tense in _LASTING for event in equal if event.tense == tense]
            return lasting[0] if lasting and equal[0].tense != "planned" else equal[0]
    return next((event for event in events if event.tense), None)


_LASTING = ("ongoing", "recurring")


def headline(signs: Signs) -> Event | None:
    """The event of a text without a known verb. Hindi marks the doer of what is done with "ne", a past; or a noun
    tells, as headlines do: "loot", "murder" have happened, "bikri", "adda" go on."""
    for place, word in enumerate(signs.words):
        if word in ("ne", "ने", "usne", "उसने"):
            return Event(place, place + 1, "happened", WEAK)
    nouns = lexicon().headlines
    for place, word in enumerate(signs.words):
        tense = nouns.get(fold(word)) if len(word) < _LONGEST_NOUN else None
        if tense:
            return Event(place, place + 1, tense, WEAK)
    return None


def with_verbs(phrases: list[Phrase], events: list[Event], signs: Signs) -> list[tuple[Phrase, Event | None]]:
    """Phrases with their verbs; those of one event that complete each other ("kal ... raat 11 baje") made one."""
    stops = [index for index, name in enumerate(signs.names) if name == "STOP"]
    firsts = [event.first for event in events]
    gathered: list[tuple[Phrase, Event | None]] = []
    for phrase in phrases:
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
            apart = apart or (event is not None and other is not event and _is_errand(phrase, event, signs))
            apart = apart or bool(event and event.quoted and not (other and other.quoted))
            happened = other is not None and other.tense == "happened" and other.weight > WEAK
            apart = apart or (phrase.said == {"since", "day"} and happened and event is not other)  # "and since then"
            joined = _completed(left, phrase) if alike and not apart else None
            if left.said == {"day"} and phrase.said == {"part"} and _is_of_another_day(phrase, signs):
                joined = join(left, phrase)  # "next Monday they will be away ... that night"
            joined = _open_hours(left, phrase, signs) or joined
            if joined:
                gathered[-1] = joined, event if is_silent(other) else other
                continue
        gathered.append((_on_its_day(phrase, event, gathered), event))
    return gathered


def _on_its_day(phrase: Phrase, event: Event | None, before: list[tuple[Phrase, Event | None]]) -> Phrase:
    """A bare hour told after a day on which something else was: "kal shaam 4 baje bus chali, saadhe 5 baje ..."."""
    if not before or phrase.said != {"clock"} or event is None or event.tense not in ("happened", None):
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
    """Whether nothing but "ki" follows: "subah ke chhah baje ki baat hai, kal ki"."""
    rest = signs.names[phrase.last : phrase.last + 2]
    return phrase.said == {"day"} and rest[:1] == ["KE"] and rest[1:] in ([], ["STOP"])


def _is_another_sentence(left: Phrase, one: Event | None, right: Phrase, other: Event | None, signs: Signs) -> bool:
    """Whether a morning told in a later sentence is the next one's: "kal pita. Subah gaon walon ne chhudaya"."""
    if not right.said <= {"part", "since"} or right.part not in ("morning", "early_morning"):
        return False
    if one is None or other is None or one is other or is_silent(one) or is_silent(other) or right.recur:
        return False
    return bool(left.day) and other.first > left.last and "STOP" in signs.names[left.last : right.first]


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
    hours = (left.recur and not right.recur) or (left.since and left.clock)
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
    if right.bound != "until" or right.day or not left.said <= {"day", "part", "clock", "recur", "since"}:
        return None
    if left.since and not left.clock:
        return None
    if not left.clock and not (left.day and left.part in NIGHTS and right.clock):
        return None
    closing = replace(right, bound=None, recur=None)
    recur = left.recur or right.recur
    return replace(left, last=right.last, until=closing, recur=recur, since=False, spans=left.spans + right.spans)


def _is_of_duty(phrase: Phrase, signs: Signs) -> bool:
    """ "I was on duty till 8 am"."""
    near = signs.words[max(phrase.first - 3, 0) : phrase.last]
    return phrase.bound == "until" and not word_set("duties").isdisjoint(near)


def is_silent(event: Event | None) -> bool:
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
    for event in events[after : after + 2]:
        if event.first >= high:
            break
        distance = _distance(phrase.last, event.first, signs) + _in_passing(phrase, event, signs)
        distance += 2 * _FAR * (signs.words[event.first] in _THAT or _is_purpose(event, signs))
        if not (event.request and "COMMA" in signs.names[phrase.last : event.first]):  # "..., please don't write"
            choices.append((distance, event))
        if distance < _FAR or not _in_passing(phrase, event, signs):
            break
    before = events[after - 1] if after and events[after - 1].first > low else None
    if before is not None and not (choices and _is_opened(before, phrase, signs)):
        event = before
        turned = _FAR * (event.state + (not event.english))
        choices.append((_distance(event.last, phrase.first, signs) + turned, event))
    # English tells when after its verb: of two as near, the one before.
    return min(choices, key=lambda choice: (choice[0], choice[1].first > phrase.first))[1] if choices else None


def _is_opened(event: Event, phrase: Phrase, signs: Signs) -> bool:
    """ "nivedan hai ki kal raat ...": what is told begins after it."""
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
    if word in _THAT or word in word_set("turns"):
        return True
    before = signs.words[place - 1] if place else ""
    return word in _KI and (before in COPULAS or before in _WERE or before in word_set("saying"))


_KI = frozenset({"ki", "ke", "k"})
_OPENERS = _THAT | _KI
_WERE = frozenset({"tha", "the", "thi", "rahe", "raha", "rahi"})


def choose(
    gathered: list[tuple[Phrase, Event | None]], overall: Event | None, signs: Signs
) -> tuple[Phrase, Event | None]:
    """The phrase of the offence: the one that says most, not that of talk; what is yet to come before what was."""

    dated = any(
        phrase.day
        and not phrase.recur
        and event is not None
        and event.tense == "happened"
        and event.weight > WEAK
        and not _is_also(phrase, signs)
        for phrase, event in gathered
    )

    opening, verb = gathered[0]
    announced = verb is not None and verb is overall and verb.tense == "planned" and opening.day is not None
    coming = opening.day is not None and opening.day.which == 1

    urgent = not word_set("urgent").isdisjoint(signs.words)

    def worth(choice: tuple[Phrase, Event | None]) -> float:
        phrase, event = choice
        score = float(sum(_WORTH.get(slot, 0) for slot in phrase.said))
        if (
            phrase.said == {"recur"}
            and signs.names[phrase.first : phrase.last] == ["OFTEN"]
            and not _is_each(phrase, signs)
        ):
            score -= _VAGUE  # "baar baar"
        hourly = phrase.recur and phrase.said & {"part", "clock"} and event and event.tense == "recurring"
        if hourly and any(other.since for other, _ in gathered):
            score += _HOURS_BESIDE_SINCE
        if _tells_which(phrase, signs):
            score -= _ERRAND
        if event is not None and event.tense == "planned" and _is_today(phrase) and phrase.said == {"day"}:
            score -= _ERRAND  # "now he is breaking the door ... today he will kill"
        if phrase.since and choice is gathered[0] and event is overall and event is not None and event.state:
            score += _HELD
        if phrase.now == "now" and urgent and (event is None or event.tense == "ongoing"):
            score += _URGENT
        if event is not None and _is_return(phrase, event, signs) and _has_deed(phrase, gathered, signs):
            score -= _BEFORE_IT
        if event is not None and _is_talk(event) and not _dates_it(phrase, event, signs):
            score -= _TALK
        if phrase.since and event is not None and event.tense == "happened":
            score -= _BEFORE_IT
        denied = event is not None and not _NOT_SO.isdisjoint(signs.words[event.first : event.last])
        if (
            event is not None
            and event.tense in ("planned", "ongoing", "recurring")
            and event.weight > WEAK
            and not denied
        ):
            score += (3 + 3 * (phrase.first == 0)) if phrase.now == "now" and event.tense == "ongoing" else 1
        elif phrase.now == "now" and overall and (overall.tense, overall.weight) == ("ongoing", STRONG):
            score += 1
        score -= _is_long_ago(phrase)
        score += _CERTAIN * bool(phrase.day and phrase.day.kind == "date" and phrase.day.month)
        if phrase.day and "HUE" in signs.names[phrase.first : phrase.last]:
            score -= _BEFORE_IT * (
                signs.words[phrase.first - 1 : phrase.first] in (["ko"], ["को"])
            )  # "shaadi ko 14 mahine hue"
        habit = phrase.recur or (event is not None and (event.tense, event.weight) == ("recurring", STRONG))
        if dated and habit and not phrase.day and not (choice is gathered[0] and _is_regular(phrase)):
            score -= _HABIT_BESIDE_A_DAY
        first = choice is gathered[0] and event is overall
        if dated and phrase.since and not first and (event is None or event.weight <= WEAK or event.state):
            score -= _HABIT_BESIDE_A_DAY
        if announced and event is not None and event.tense == "happened":
            score -= _LEARNT
        if coming and phrase.since:
            score -= _BEFORE_IT  # "agle shukravar ko bechenge, do mahine se band rakha hai"
        if event is not None and _is_errand(phrase, event, signs):
            score -= _ERRAND
        if event is not None and event.tense == "happened" and (_is_later(phrase) or _is_last_seen(event, signs)):
            score -= _BEFORE_IT
        if event is not None and (event.tense, event.weight) == ("ongoing", WEAK) and _is_hearsay(event, signs):
            score -= _BEFORE_IT
        if phrase.first and signs.words[phrase.first - 1] in _THAT and (event is None or event.tense != "planned"):
            score -= _BEFORE_IT  # "kaha ki aaj bikri nahi hui"
        if event is not None and event.quoted and overall is not None and overall.tense == "happened":
            score -= _BEFORE_IT
        if _is_also(phrase, signs) and any(other.recur and other.first < phrase.first for other, _ in gathered):
            score -= _HABIT_BESIDE_A_DAY
        return score

    return max(gathered, key=worth)


def _is_also(phrase: Phrase, signs: Signs) -> bool:
    """ "har roz juaa hota hai, kal bhi hua": one more time of what is told as a habit."""
    after = signs.words[phrase.last : phrase.last + 2]
    if after[:1] in (["ko"], ["को"]):
        after = after[1:]
    return bool(phrase.day) and after[:1] in (["bhi"], ["भी"], ["to"], ["तो"], ["also"], ["too"])


def _is_regular(phrase: Phrase) -> bool:
    """Whether a habit has its hours or days: "har mahine ki 5 tarikh ko", "roz bhor me"."""
    recur = phrase.recur
    return bool(recur and (phrase.part or phrase.clock or recur.byday or recur.monthdays))


def _is_return(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """ "aaj bhor 5 baje laute to dekha": when it was seen, and not when it was done."""
    if event.tense != "happened" or phrase.last > event.first:
        return False
    found = word_set("discovering") & set(signs.words[event.first : event.last])
    return bool(found) or not word_set("returning").isdisjoint(signs.words[phrase.last : event.first][:_NEAR_SUBJECT])


def _has_deed(phrase: Phrase, gathered: list[tuple[Phrase, Event | None]], signs: Signs) -> bool:
    """Whether another phrase dates what was done before it was seen."""
    return any(
        other is not phrase
        and bool(other.day or other.period)
        and event is not None
        and event.tense == "happened"
        and event.weight > WEAK
        and not _is_return(other, event, signs)
        for other, event in gathered
    )


def _is_each(phrase: Phrase, signs: Signs) -> bool:
    """ "har amavas ko"."""
    return signs.words[phrase.first].startswith(("har ", "हर ", "every "))


def _tells_which(phrase: Phrase, signs: Signs) -> bool:
    """ "kal subah 8 baje ki pali wali pariksha ka parcha": which one it is, and not when it is done."""
    after = signs.words[phrase.last : phrase.last + 4]
    return after[:1] in (["ki"], ["ka"], ["ke"], ["की"], ["का"], ["के"]) and not {
        "wali",
        "wale",
        "wala",
        "वाली",
        "वाले",
        "वाला",
    }.isdisjoint(after)


def _is_later(phrase: Phrase) -> bool:
    """ "14 mahine baad ghar laut rahe the": so long after something else."""
    return bool(phrase.day and phrase.day.kind == "ago" and phrase.day.value > 0)


def _is_hearsay(event: Event, signs: Signs) -> bool:
    """ "log kah rahe hain kal sanjh ko ..."."""
    return not word_set("hearsay").isdisjoint(signs.words[max(event.first - 1, 0) : event.last])


def _is_last_seen(event: Event, signs: Signs) -> bool:
    """ "kal sanjh ko uske sath dekhi gayi thi": when a victim was last seen."""
    words = signs.words[event.first : event.last]
    return len(words) > 1 and not word_set("last_seen").isdisjoint(words)


def _is_long_ago(phrase: Phrase) -> bool:
    """Whether a phrase goes back years: what led up to the offence, where another time is told."""
    day, period = phrase.day, phrase.period
    return bool(day and (day.kind, day.unit) == ("ago", "year")) or bool(period and period.unit == "year" and not day)


def _is_talk(event: Event) -> bool:
    return event.weight == 0 or (event.weight == WEAK and event.tense == "happened")


def is_matter(phrase: Phrase, signs: Signs) -> bool:
    """ "5 din pahle ki baat hai", "parson raat ki ghatna"."""
    after = signs.words[phrase.last : phrase.last + 3]
    if signs.names[phrase.last - 1] == "KE":
        after = signs.words[phrase.last - 1 : phrase.last + 2]
    if after[:1] in (["ka"], ["ki"], ["का"], ["की"]) and after[1:2] and after[1] in COPULAS:
        return True  # "raat 11 baje ka hai"
    if after[:1] in (["ke"], ["के"]) and after[1:2] in (["ह"], ["ba"], ["बा"], ["हौ"], ["hau"], ["hawe"]):
        return True  # "parson ke ba"
    of = after[:1] in (["ki"], ["ke"], ["की"], ["के"])
    return of and not word_set("matter").isdisjoint(after[1:])


def _dates_it(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """Whether a phrase dates the offence by name: "ghatna 3 june ki hai", "the incident was on Monday"."""
    if is_matter(phrase, signs):
        return True
    first, last = min(phrase.first, event.first), max(phrase.last, event.last)
    if event.request or last - first > _NEAR_SUBJECT * 2:
        return False
    return not word_set("incidents").isdisjoint(signs.words[max(first - 2, 0) : last])


def _is_errand(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """Whether the reporter's own people only went about their day then: "papa subah 4 baje khet gaye the"."""
    if event.tense != "happened" or signs.words[event.first] not in word_set("errands"):
        return False
    if signs.words[event.last : event.last + 1] == ["missing"]:
        return False
    first = min(phrase.first, event.first)
    around = signs.words[max(first - _NEAR_SUBJECT, 0) : event.first]
    if not word_set("doers").isdisjoint(around):
        return False
    return not (word_set("own_people") | word_set("homeward")).isdisjoint(around)
