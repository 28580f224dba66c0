"""Times told beside the offence: when to phone the reporter, what the reporter does of a day, by when to pay."""

from __future__ import annotations

from itertools import pairwise

from satark.when.asides import is_matter
from satark.when.events import COPULAS, STRONG, WEAK, Event
from satark.when.lexicon import word_set
from satark.when.phrase import Phrase, Recurrence
from satark.when.signs import Signs
from satark.when.verbs import verb_form

_REACH = 4  # words between a time and the call that is asked for then
_CLAUSE = 10  # words before a verb in which its subject may stand
_BETWEEN = frozenset(
    "PREP KE APPROX LATER AGO SE TAK AT PART PARTISH PLURAL_PART NUM FRAC MIXED HM BAJE MERIDIEM DIN REL BIHAN WEEKDAY"
    " DASH AND".split()
)


_PASTS = frozenset({"PAST_EN", "WENT", "PAST_ED", "WAS", "DID", "HAVE"})


def is_beside(phrase: Phrase, event: Event | None, overall: Event | None, signs: Signs) -> bool:
    """Whether `phrase`, whose verb is `event`, tells no time of the offence."""
    if _is_of_a_life(phrase, signs) or _is_routine_en(phrase, signs) or _is_deadline(phrase, event, overall, signs):
        return True
    if _is_of_papers(phrase, signs) or _is_of_a_case(phrase, signs) or _is_vague_habit(phrase, event, signs):
        return True
    if _is_of_marriage(phrase, signs) or _is_residence(phrase, event, signs) or _is_complaint(phrase, overall, signs):
        return True
    if phrase.bound == "until" and not word_set("respites").isdisjoint(signs.words[phrase.last : phrase.last + 2]):
        return True
    if _is_threatened(phrase, signs) and overall is not None and overall.tense != "planned":
        return True
    if _is_opening(phrase, signs) or (event is not None and _is_pondered(phrase, event, signs)):
        return True
    if _is_quoted_habit(phrase, overall, signs) or _is_of_my_life(phrase, signs):
        return True
    if event is None:
        return False
    if _is_some_day(phrase, event, overall, signs):
        return True
    if _is_reason(phrase, event, signs) or _is_promise(phrase, event, overall, signs):
        return True
    if phrase.recur and (event.tense, event.weight) == ("recurring", WEAK) and overall and overall.tense == "happened":
        return True  # "maar diya, maa raat din roti hai"
    if _is_before_each(phrase, event, signs) or _is_past_of_years(phrase, event, overall):
        return True
    later = phrase.day and phrase.day.kind == "ago" and phrase.day.value > 0 and event.tense is None
    if later and not event.request:
        return True  # "do mahine baad ghar lauta to ..."
    return _is_routine(phrase, event, signs) or _is_biography(phrase, event, signs)


def _is_some_day(phrase: Phrase, event: Event, overall: Event | None, signs: Signs) -> bool:
    """ "... bech raha hai, kal ko mera beta bhi pine lagega": some day, and not tomorrow."""
    if phrase.said != {"day"} or phrase.day is None or not phrase.day.both or event.tense != "planned":
        return False
    told = overall is not None and overall is not event and overall.tense in ("ongoing", "recurring", "happened")
    return told and not word_set("object_mark").isdisjoint(signs.words[phrase.last : phrase.last + 1])


def _is_promise(phrase: Phrase, event: Event, overall: Event | None, signs: Signs) -> bool:
    """ "paisa nahi lautata, kehta hai agle mahine ho jayega": what is promised, beside what is done."""
    if not event.quoted or event.tense != "planned" or phrase.since or not (phrase.day or phrase.period):
        return False
    done = overall is not None and overall.tense != "planned" and overall.weight > WEAK
    promised = not word_set("promised").isdisjoint(signs.words[max(event.first - 1, 0) : event.last])
    return done and promised


def _is_reason(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """ "diwali hai to aaj juaa chal raha hai": which day it is, before what is done on it."""
    said = event.first == phrase.last and event.last - event.first == 1 and signs.words[event.first] in COPULAS
    return said and phrase.said == {"day"} and signs.words[event.last : event.last + 1] in (["to"], ["तो"], ["so"])


def _is_of_a_life(phrase: Phrase, signs: Signs) -> bool:
    """ "meri shaadi ko 8 mahine hue": how long ago a wedding was, and no offence."""
    since = signs.words[max(phrase.first - 2, 0) : phrase.first]
    return (
        not word_set("object_mark").isdisjoint(since[-1:])
        and since[0] in word_set("due")
        and "HUE" in signs.names[phrase.first : phrase.last]
    )


def _is_of_marriage(phrase: Phrase, signs: Signs) -> bool:
    """ "meri shaadi do saal pehle hui thi", "she was married three years ago": what came before the offence."""
    day, period = phrase.day, phrase.period
    ago = day is not None and day.kind == "ago" and day.unit in ("year", "month") and day.value < 0
    if not ago and (day or period is None or period.unit != "year"):
        return False
    before, after = _clause_around(phrase, signs)
    if "married" in before[-_WEDDING:]:
        return True
    wed = not word_set("weddings").isdisjoint(before[-_WEDDING:])
    return wed and not word_set("took_place").isdisjoint(after[:_WEDDING])


_WEDDING = 4  # words between a wedding and how long ago it was


def _is_opening(phrase: Phrase, signs: Signs) -> bool:
    """ "the bank opens from 10 to 4", "hamar dukan roz 8 baje khulela", "bijli shaam 6 se 12 tak aati hai": the hours
    that an office or an own shop keeps."""
    if not phrase.said & {"clock", "part"} or phrase.said & {"day", "period", "span"}:
        return False
    before, after = _clause_around(phrase, signs)
    around = (*before[-_OPENING:], *after[:_OPENING])
    if not (word_set("supplies").isdisjoint(around) or word_set("coming_on").isdisjoint(around)):
        return True
    if word_set("opening").isdisjoint(around):
        return False
    start = _sentence_start(phrase.first, signs.names, _OWNED)
    words = signs.words[start : phrase.first]
    if not word_set("offices").isdisjoint((*words, *around)):
        return True
    mine = word_set("mine")
    return any(one in mine and shop in word_set("shops") for one, shop in pairwise(words))


_OWNED = 18  # words between an office or an own shop and its hours
_OPENING = 6  # words between an hour and what opens then


def _is_pondered(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """ "bahut din se soch raha tha ki bataun": for how long the reporter had thought of telling."""
    words = signs.words[event.first : min(event.last + 2, len(signs.words))]
    was = not word_set("was").isdisjoint(words[1:])
    return phrase.since and was and words[0] in word_set("pondering")


def _is_of_my_life(phrase: Phrase, signs: Signs) -> bool:
    """ "I retired last year and live on rent": what came before, of the teller alone."""
    before, _ = _clause_around(phrase, signs)
    return "i" in before and not word_set("life_events").isdisjoint(before)


def _clause_around(phrase: Phrase, signs: Signs) -> tuple[list[str], list[str]]:
    """The words before and after a phrase, each up to the nearest comma, "and" or stop."""
    first, last = phrase.first, phrase.last
    while first and signs.names[first - 1] not in _PAUSES:
        first -= 1
    while last < len(signs.names) and signs.names[last] not in _PAUSES:
        last += 1
    return signs.words[first : phrase.first], signs.words[phrase.last : last]


_PAUSES = frozenset({"STOP", "COMMA", "AND"})


def _is_residence(phrase: Phrase, event: Event | None, signs: Signs) -> bool:
    """ "I am living here for 12 years", "hum 12 saal se guard hain": how long the reporter has been there."""
    if not phrase.since or phrase.day:
        return False
    before, after = _clause_around(phrase, signs)
    years = "year" in (phrase.span and phrase.span.unit, phrase.period and phrase.period.unit)
    if years and event is not None and event.weight <= WEAK and event.last - event.first == 1:
        verb = signs.words[event.first]
        if verb in word_set("am"):
            return True  # "2 saal se bhatthe pe munshi hoon"
        is_one = verb in COPULAS or verb == "am"
        if is_one and not (word_set("speaker") | word_set("mine")).isdisjoint((*before, *after)):
            return True
    if years and event is not None and signs.words[event.first] in word_set("residing"):
        return True  # "2019 me sevanivritt hua, tab se yahin rehta hai"
    been = before.index("been") if "been" in before else None
    if been is not None and "i" in before[:been] and not "".join(before[been + 1 : been + 2]).endswith("ing"):
        return True  # "I have been chowkidar there since Dussehra"
    place = next((at for at in range(len(before) - 1, -1, -1) if before[at] in word_set("living_en")), None)
    return place is not None and not {"i", "we", "i'm", "i've"}.isdisjoint(before[:place][-_SUBJECT:])


_SUBJECT = 4  # words from "I" to its verb


def _is_of_papers(phrase: Phrase, signs: Signs) -> bool:
    """ "kagaz 12 march 2020 ka hai", "the deed is dated 5 May 2015": when a paper was made."""
    if not phrase.day or phrase.day.kind != "date" or phrase.said - {"day", "period"}:
        return False
    before, after = _clause_around(phrase, signs)
    if word_set("papers").isdisjoint(before[-_PAPER:]):
        return False
    dated = "dated" in (*before[-1:], *signs.words[phrase.first : phrase.last])
    return dated or (bool(phrase.day.year) and after[:1] in (["ka"], ["ki"], ["ke"], ["का"], ["की"], ["के"]))


_PAPER = 4  # words from a paper to its date


def _is_of_a_case(phrase: Phrase, signs: Signs) -> bool:
    """ "mukadma 2018 se chal raha hai", "the case is in court since 2021"."""
    if not phrase.since:
        return False
    before, after = _clause_around(phrase, signs)
    return not word_set("lawsuits").isdisjoint((*before[-_PAPER:], *after[:1]))


def _is_vague_habit(phrase: Phrase, event: Event | None, signs: Signs) -> bool:
    """ "every few weeks", "har kuch din par": again and again, at no time that could be told; or how things always lie
    ("curtains always down", "gate hamesha band rehta hai")."""
    if phrase.recur is None or phrase.said != {"recur"} or phrase.recur.freq is not None:
        return False
    if "KAI" in signs.names[phrase.first : phrase.last]:
        return True
    if phrase.recur != Recurrence(None):
        return False
    if event is None or event.weight <= WEAK or signs.words[phrase.first] in word_set("each_time"):
        return True
    return event.weight < STRONG and signs.words[event.first] in word_set("living")


def _is_complaint(phrase: Phrase, overall: Event | None, signs: Signs) -> bool:
    """ "3 october ko shikayat di thi, adda abhi bhi chal raha hai": when it was complained of."""
    if overall is None or overall.tense not in ("ongoing", "recurring") or overall.weight <= WEAK:
        return False
    if not phrase.said <= {"day", "period", "part"} or not (phrase.day or phrase.period):
        return False
    before, after = _clause_around(phrase, signs)
    if word_set("complaints").isdisjoint((*before[-_COMPLAINT:], *after[:_COMPLAINT])):
        return False
    return phrase.last > overall.last or overall.first > phrase.last


_COMPLAINT = 4  # words between a time and the complaint made then


def _sentence_start(place: int, names: list[str], most: int = 1 << 30) -> int:
    """The first word of the sentence of word `place`, or the word `most` before it where that is nearer."""
    end = max(place - most, 0)
    while place > end and names[place - 1] != "STOP":
        place -= 1
    return place


def _sentence(phrase: Phrase, signs: Signs) -> tuple[int, int]:
    """First word and the word after the last of the sentence that a phrase stands in."""
    first, last = _sentence_start(phrase.first, signs.names), phrase.last
    while last < len(signs.names) and signs.names[last] != "STOP":
        last += 1
    return first, last


def calls_asked(signs: Signs) -> list[int]:
    """Where a call to the reporter is asked for, or the reporter's phone is said to be off."""
    contacts, names = word_set("contacts"), signs.names
    found = [place for place, word in enumerate(signs.words) if word in contacts]
    return [place for place in found if _is_wish(place, _sentence_start(place, names), signs)]


def is_for_a_call(phrase: Phrase, calls: list[int], signs: Signs) -> bool:
    """ "phone shaam ko hi karna", "ring me only after dark", "mera phone subah band rehta hai"; and what the same
    sentence goes on to say of the day ("..., din me dukan par bheed rehti hai"). `calls`: see `calls_asked`."""
    if not calls or phrase.since or phrase.said & {"now", "shift", "span"}:
        return False
    first, last = _sentence(phrase, signs)
    for place in calls:
        if first <= place < last:
            near = phrase.first - place <= _REACH and place - phrase.last <= _REACH
            if near or (phrase.first > place and not phrase.day):
                return True
    return False


def _is_wish(place: int, first: int, signs: Signs) -> bool:
    """Whether the word of a call at `place` is one that is asked for."""
    before, after = signs.words[first:place][-2:], signs.words[place + 1 : place + 4]
    if signs.words[place].isascii() and signs.words[place] in word_set("calls_en"):
        led = not before or before[-1] in word_set("asks_en")
        led = led or (signs.names[place - 1] == "COMMA" and bool(after) and after[0] in _HOURS)  # "..., call after 7"
        if led and (not after or after[0] in word_set("call_objects") or after[0][0] in "+0123456789"):
            return True
    end = place + 1
    between = word_set("wish_fillers") | word_set("own_people")  # "phone sham ko bhai ke paas rehta hai"
    while end < len(signs.words) and (signs.names[end] in _BETWEEN or signs.words[end] in between):
        end += 1
    if not word_set("going_on").isdisjoint(signs.words[end + 1 : end + 2]):
        return False  # "ab phone nahi utha raha": another's
    return end < len(signs.words) and signs.words[end] in word_set("wishes")


def _is_routine(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """What the reporter does of a day: "subah doodh dene jata hoon", "I pass there at 8 each morning"; but not what is
    met with each time ("jab bhi shaam 5 baje nikalti hoon ...")."""
    if signs.words[phrase.first] in word_set("each_time"):
        return False
    words = signs.words[max(event.first - 1, 0) : event.last]
    if event.tense not in (None, "recurring") or word_set("routines").isdisjoint(words):
        return False
    if event.last <= phrase.first and not event.english and signs.words[event.last] in word_set("so") | _THEN:
        return False  # "school se lautti hoon to roz shaam 5 baje ..."
    if signs.words[event.last - 1] in word_set("am"):
        return True
    if phrase.since:
        return False
    place = event.first - 1
    while place >= max(event.first - _CLAUSE, 0) and signs.names[place] not in ("STOP", "COMMA"):
        if signs.words[place] in word_set("speaker"):
            return signs.names[place + 1] not in ("PREP", "KE", "SE")
        place -= 1
    return signs.words[event.first] in word_set("speaker")


_HOURS = frozenset({"after", "before", "between", "at", "only"})
_THEN = frozenset({"tab", "tabhi", "तब", "तभी"})


def _is_routine_en(phrase: Phrase, signs: Signs) -> bool:
    """ "I pass that way at 8 each morning", whose verb English leaves as it is."""
    place = phrase.first - 1
    while place >= max(phrase.first - _CLAUSE, 0) and signs.names[place] not in ("STOP", "COMMA", "AND"):
        if signs.words[place] in ("i", "we"):
            if verb_form(signs.words[place + 1]) in _PASTS:
                return False  # "we had come out of the film on Saturday evening when ..."
            if signs.words[place - 1 : place] in (["when"], ["while"]):
                return True
            return not word_set("routines").isdisjoint(signs.words[place + 1 : place + 3])
        place -= 1
    return False


def _is_biography(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """ "I was the cleaner there for two years and left"."""
    if not phrase.span or event.tense != "happened" or event.weight > WEAK:
        return False
    first = max(min(phrase.first, event.first) - _CLAUSE, 0)
    return not word_set("speaker").isdisjoint(signs.words[first : max(phrase.first, event.first)])


def _is_before_each(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """ "chhape se ek ghanta pehle phone aata hai": so long before what comes again and again."""
    if (event.tense, event.weight > WEAK) != ("recurring", True) or phrase.since or is_matter(phrase, signs):
        return False
    ago = phrase.day is not None and phrase.day.kind == "ago"
    return (ago or phrase.shift is not None) and phrase.last <= event.first


def _is_past_of_years(phrase: Phrase, event: Event, overall: Event | None) -> bool:
    """ "he was released in 2022 and again runs a den": what was years before that which goes on."""
    day, period = phrase.day, phrase.period
    years = day.kind == "ago" and day.unit == "year" if day else period is not None and period.unit == "year"
    if not years or phrase.since or overall is None or event is overall:
        return False
    lasting = overall.tense in ("ongoing", "recurring") and overall.weight == STRONG
    return lasting and event.tense == "happened"


def _is_threatened(phrase: Phrase, signs: Signs) -> bool:
    """ "paisa do varna kal chhap dunga"."""
    before = signs.words[_sentence_start(phrase.first, signs.names, _THREAT) : phrase.first]
    if not word_set("or_else").isdisjoint(before):
        return True
    return any(one in word_set("negations") and two in word_set("so") for one, two in pairwise(before))


_THREAT = 5  # words between "or else" and the time of what is threatened


def _is_quoted_habit(phrase: Phrase, overall: Event | None, signs: Signs) -> bool:
    """ "pasli todi, bole har mahine das hazar dena hoga": what is asked for from now on, where a past is told."""
    if not phrase.recur or phrase.day or overall is None or overall.tense != "happened" or overall.weight <= WEAK:
        return False
    return not word_set("saying").isdisjoint(signs.words[max(phrase.first - _SAID, 0) : phrase.first])


_SAID = 2  # words between a saying and the habit that is said


def _is_deadline(phrase: Phrase, event: Event | None, overall: Event | None, signs: Signs) -> bool:
    """ "bole shukravar tak 50 hazar de do": by when to pay, where a past tells that it was demanded."""
    if phrase.bound != "until" or not phrase.day:
        return False
    if signs.names[phrase.last : phrase.last + 1] == ["YA"]:
        return True  # "five thousand by Sunday or her photographs go to her father"
    if overall is None or overall.tense != "happened":
        return False
    if event is not None and event.tense == "happened" and event.weight > WEAK and event.first > phrase.last:
        return False
    first, last = _sentence(phrase, signs)
    return not word_set("payments").isdisjoint(signs.words[first:last])
