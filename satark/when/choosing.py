"""Which phrase of time is the offence's."""

from __future__ import annotations

from satark.when.asides import NEAR_SUBJECT, THAT, is_errand, is_matter, is_today
from satark.when.events import MIDDLE, STRONG, WEAK, Event
from satark.when.lexicon import lexicon, word_set
from satark.when.phrase import Phrase
from satark.when.signs import Signs
from satark.when.spelling import fold
from satark.when.verbs import verb_form

_ANNOUNCING = THAT | {"ki", "saying"}
_CALLED = 6  # words from the call to what it announced
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
_LONGEST_NOUN = 16
_NOT_SO = frozenset({"not", "isn't", "aren't"})
_OF = frozenset({"ki", "ka", "ke", "की", "का", "के"})


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


def _still_is(event: Event, signs: Signs) -> bool:
    """ "4 mahina se band kaile ba": done, and so it is by now."""
    return verb_form(signs.words[event.last - 1]) == "BA"


def choose(
    gathered: list[tuple[Phrase, Event | None]], overall: Event | None, signs: Signs
) -> tuple[Phrase, Event | None]:
    """The phrase of the offence: the one that says most, not that of talk; what is yet to come before what was."""
    dated = any(
        (phrase.day or (phrase.period and phrase.until))
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
        to_come = event is not None and (event.tense == "planned" or (event.tense is None and not event.request))
        if to_come and is_today(phrase) and phrase.said == {"day"}:
            score -= _ERRAND  # "now he is breaking the door ... today he will kill"
        if phrase.since and choice is gathered[0] and event is overall and event is not None and event.state:
            score += _HELD
        if phrase.now == "now" and urgent and (event is None or event.tense == "ongoing"):
            score += _URGENT
        if phrase.now == "now" and event is not None and event.request and overall and overall.tense == "ongoing":
            score += _URGENT + _TALK  # "send someone right now, he is breaking the door, says today he will ..."
        if event is not None and _is_return(phrase, event, signs) and _has_deed(phrase, gathered, signs):
            score -= _BEFORE_IT
        if event is not None and _is_talk(event) and not _dates_it(phrase, event, signs):
            score -= _TALK
        if phrase.since and event is not None and event.tense == "happened" and not _still_is(event, signs):
            score -= _BEFORE_IT
        if phrase.bound == "until" and phrase.day and event is not None and event.tense == "happened":
            score -= _HABIT_BESIDE_A_DAY  # "kal shaam tak bandha tha, subah khoon dhoya ja raha tha"
        if phrase.whole and phrase.since and phrase.span and overall and overall.tense in ("happened", "planned"):
            score -= _BEFORE_IT  # "for nineteen years", told of what was done once: how long somebody has been there
        denied = event is not None and not (word_set("negations") | _NOT_SO).isdisjoint(
            signs.words[event.first : event.last]
        )
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
                not word_set("object_mark").isdisjoint(signs.words[phrase.first - 1 : phrase.first])
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
        if event is not None and is_errand(phrase, event, signs):
            score -= _ERRAND
        if len(gathered) > 1 and _came_to_nothing(phrase, signs):
            score -= _HABIT_BESIDE_A_DAY
        if event is not None and event.tense == "happened" and (_is_later(phrase) or _is_last_seen(event, signs)):
            score -= _BEFORE_IT
        if event is not None and (event.tense, event.weight) == ("ongoing", WEAK) and _is_hearsay(event, signs):
            score -= _BEFORE_IT
        if dated and event is not None and event.tense == "planned" and _is_what_was_called(phrase, signs):
            score -= _BEFORE_IT
        if phrase.first and signs.words[phrase.first - 1] in THAT and (event is None or event.tense != "planned"):
            score -= _BEFORE_IT  # "kaha ki aaj bikri nahi hui"
        if event is not None and event.quoted and (dated or (overall is not None and overall.tense == "happened")):
            score -= _BEFORE_IT
        if _is_also(phrase, signs) and any(other.recur and other.first < phrase.first for other, _ in gathered):
            score -= _HABIT_BESIDE_A_DAY
        return score

    return max(gathered, key=worth)


def _is_also(phrase: Phrase, signs: Signs) -> bool:
    """ "har roz juaa hota hai, kal bhi hua": one more time of what is told as a habit."""
    after = signs.words[phrase.last : phrase.last + 2]
    if not word_set("object_mark").isdisjoint(after[:1]):
        after = after[1:]
    return bool(phrase.day) and after[:1] in (["bhi"], ["भी"], ["to"], ["तो"], ["also"], ["too"])


def _is_regular(phrase: Phrase) -> bool:
    """Whether a habit has its hours or days: "har mahine ki 5 tarikh ko", "roz bhor me"."""
    recur = phrase.recur
    return bool(recur and (phrase.part or phrase.clock or recur.byday or recur.monthdays))


def _came_to_nothing(phrase: Phrase, signs: Signs) -> bool:
    """ "sham 6 baje kahasuni hui, tab kuch nahi hua. Raat 10 baje ...", "at 4 they argued, nothing happened then"."""
    after = signs.words[phrase.last : phrase.last + _QUARREL]
    nobody = [at for at, word in enumerate(after[:-1]) if word in word_set("nobody")]
    return any(
        after[at] == "nothing" or after[at + 1] in word_set("negations") for at in nobody
    ) and not _THEN.isdisjoint(after)


_QUARREL = 14  # words in which what came to nothing is told
_THEN = frozenset({"then", "tab", "us", "uss", "तब", "उस"})


def _is_return(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """ "aaj bhor 5 baje laute to dekha": when it was seen, and not when it was done."""
    if event.tense != "happened" or phrase.last > event.first:
        return False
    found = word_set("discovering") & set(signs.words[event.first : event.last])
    return bool(found) or not word_set("returning").isdisjoint(signs.words[phrase.last : event.first][:NEAR_SUBJECT])


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
    return not _OF.isdisjoint(after[:1]) and not word_set("attributes").isdisjoint(after)


def _is_what_was_called(phrase: Phrase, signs: Signs) -> bool:
    """ "call aaya ki aaj raat connection kat jayega": what a caller or a message announced."""
    if not phrase.first or signs.words[phrase.first - 1] not in _ANNOUNCING:
        return False
    return not word_set("contacts").isdisjoint(signs.words[max(phrase.first - _CALLED, 0) : phrase.first - 1])


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


def _dates_it(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """Whether a phrase dates the offence by name: "ghatna 3 june ki hai", "the incident was on Monday"."""
    if is_matter(phrase, signs):
        return True
    first, last = min(phrase.first, event.first), max(phrase.last, event.last)
    if event.request or last - first > NEAR_SUBJECT * 2:
        return False
    return not word_set("incidents").isdisjoint(signs.words[max(first - 2, 0) : last])
