"""How the reporter came to know: "told me this yesterday", "kal pata chala ki ...", which dates no habit."""

from __future__ import annotations

from satark.when.events import MIDDLE, WEAK, Event
from satark.when.lexicon import word_set
from satark.when.phrase import Phrase
from satark.when.signs import Signs

_REACH = 14  # words between a time and the verb of telling that it belongs to
_NEXT = 3  # words of one such verb ("pata chala hai", "told me this")
_AFTER = 6  # words from an English verb of telling to its time
_THAT = frozenset({"that", "ki", "कि", "ke", "how", "about"})


def without_learning(phrases: list[Phrase], events: list[Event], signs: Signs) -> tuple[list[Phrase], list[Event]]:
    """`phrases` and `events` without those that tell how the reporter learnt of what goes on or comes again: they date
    the telling. Where nothing but a past is told, and no other day, all are kept: it was learnt soon after it was
    done."""
    learning = word_set("learning")
    places = [place for place, word in enumerate(signs.words) if word in learning and _tells(place, signs)]
    if not places or not phrases:
        return phrases, events
    rest = [event for event in events if not any(_is_of(event, place, signs) for place in places)]
    kept = [phrase for phrase in phrases if not any(_dates(phrase, place, rest, signs) for place in places)]
    if any((phrase.day or phrase.period) and not phrase.recur and not phrase.since for phrase in kept):
        return (kept, rest) if len(kept) < len(phrases) else (phrases, events)  # "3 din pehle le gaye, aaj pata chala"
    lasting = any(event.tense in ("ongoing", "recurring") and event.weight >= MIDDLE for event in rest)
    if not lasting or any(event.tense in ("happened", "planned") and event.weight > WEAK for event in rest):
        return phrases, events
    return (kept, rest) if len(kept) < len(phrases) else (phrases, events)


def _tells(place: int, signs: Signs) -> bool:
    """Whether the word at `place` is a verb by which something came to the reporter."""
    words, word = signs.words, signs.words[place]
    after = words[place + 1 : place + 1 + _NEXT]
    if word in word_set("learning_told"):
        if after[:1] in (["my"], ["our"]):
            return after[1:2] != [] and after[1] in word_set("own_people") and after[2:3] != ["to"]
        to_me = next((at for at, one in enumerate(after) if one in word_set("reporter_objects")), None)
        return to_me is not None and not {"to", "not"} & set(after[to_me + 1 : to_me + 2])  # "told me to pay"
    if word == "know":
        return words[place - 1 : place] == ["to"] and words[place - 2] in ("came", "come", "got", "get")
    if word == "found":
        return after[:1] == ["out"]
    if word in word_set("knowledge"):
        return not word_set("knowledge_verbs").isdisjoint(after[:2])
    if word in word_set("hearing"):
        return word_set("noises").isdisjoint(words[max(place - _NEXT, 0) : place + _NEXT])
    named = not word_set("names_told").isdisjoint(words[max(place - 2, 0) : place])  # "apna naam Raju bataya"
    return not named and word_set("negations").isdisjoint(after[:1])


def _is_of(event: Event, place: int, signs: Signs) -> bool:
    """Whether a verb is that of telling, or one beside it ("rote hue bataya", "told me crying")."""
    if event.first <= place + 1 and event.last > place - 1:
        return True
    before = place - _NEXT <= event.last - 1 < place and signs.words[event.last - 1] in word_set("being")
    return before or (signs.words[place] in ("know", "found") and place - _NEXT <= event.first < place)


def _dates(phrase: Phrase, place: int, others: list[Event], signs: Signs) -> bool:
    """Whether `phrase` tells when it was told: in the verb's clause, no other verb between."""
    if phrase.recur or phrase.since or phrase.span:
        return False
    if phrase.last <= place:
        first, last, most = phrase.last, place, _REACH
    else:
        first, last, most = place + 1, phrase.first, _AFTER if signs.words[place].isascii() else 1
        if not _THAT.isdisjoint(signs.words[first:last]) and not _is_about(first, signs):
            return False
    if last - first > most or {"STOP", "COMMA"} & set(signs.names[first:last]):
        return False
    return not any(first <= event.first < last for event in others if event.tense)


def _is_about(first: int, signs: Signs) -> bool:
    """ "told me about it last week"."""
    return "about" in signs.words[first : first + 2] and signs.words[first + 2 : first + 3] in (
        ["it"],
        ["this"],
        ["that"],
    )
