"""What a clause makes of its verb: requests, questions, threats and talk count less than what is told."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from satark.reading import Tense
from satark.when.events import MIDDLE, STRONG, WEAK, Event
from satark.when.lexicon import word_set
from satark.when.signs import Signs
from satark.when.talk import (
    LONGEST_CLAUSE,
    is_aftermath,
    is_complained,
    is_noise,
    is_reaction,
    is_telling,
)

_ASKING = frozenset({"asked", "asking", "wanted"})
_SAYING = frozenset("SNs")
_YOUR_FUTURE = ("noge", "roge", "doge", "loge", "aoge", "ओगे", "ोगे")  # "nahi manoge to"
_LONGEST_LIST = 8  # words between two participles of one "are"
_HANDED = frozenset({"mil", "le", "de", "मिल", "ले", "दे"})  # stems between a contract and its verb
_KNOWN = frozenset({"pata", "pta", "पता"})
_SUPPOSED = 3  # words from "pata" to "to": "pata chala to"
_FEARED = 8  # words between what is feared and being found out
_QUOTE_REACH = 25  # words between a saying and what is said


def in_context(event: Event, before: list[Event], line: str, signs: Signs) -> Event:
    """`event` seen with what stands around it: what is seen being done was done; a threat is someone's words."""
    last = before[-1] if before else None
    if last:
        tied = _tied(event, last, line, signs)
        if tied:
            return tied
    said = last is not None and last.tense == "happened" and bool(_SAYING & set(line[last.first : last.last]))
    if said and event.request and line[event.first] == "f" and _is_quoted(event, before, line, signs):
        return replace(event, tense="planned", weight=MIDDLE, request=False, quoted=True)  # "kahat rahal ki maar deb"
    if event.tense == "planned" and event.weight and _is_feared(event, line, signs):
        return replace(event, weight=min(event.weight, WEAK), quoted=True)
    if not word_set("contracts").isdisjoint(signs.words[max(event.first - 2, 0) : event.first]):
        return event  # whoever told of it
    if event.tense == "planned" and event.weight and _is_else(event, line, signs):
        return replace(event, weight=min(event.weight, MIDDLE), quoted=True)
    if event.tense == "planned" and event.weight and _is_quoted(event, before, line, signs):
        return replace(event, weight=min(event.weight, MIDDLE), quoted=True)
    return event


def _tied(event: Event, last: Event, line: str, signs: Signs) -> Event | None:
    """`event` with the tense of the one before, on which it hangs; None where it stands alone."""
    verb, between = line[event.first : event.last], line[last.last : event.first]
    if last.weight == WEAK and line[last.first : last.last] == "w" and "&" in between and not set("|UM") & set(between):
        return replace(event, weight=min(event.weight, WEAK))  # "I was the cleaner there and left"
    passive = verb in ("z", "D") and last.tense == "recurring" and line[last.first] in "bi"
    if passive and not set("|U") & set(between) and len(between) <= _LONGEST_LIST:
        return replace(event, tense=last.tense, weight=last.weight)  # "are brought here and forced"
    if set("|,") & set(between):
        return None
    seen = "g" in verb and verb[0] in "Ug" and last.tense == "happened" and line[last.last - 1] in "D4zs"
    if seen and "&" not in between:
        return replace(event, tense=last.tense, weight=last.weight)  # "I saw two men taking money"
    if not (event.request and verb.startswith("o")):
        return None
    order = set(signs.words[last.first : last.last])
    order |= word_set("contracts") & set(signs.words[last.last : event.first])
    hired = word_set("hiring") | word_set("contracts")
    hired = hired & order and word_set("harms_en") & set(signs.words[event.first : event.last])
    if hired:
        return replace(event, tense="planned", weight=STRONG, request=False)  # "has been given 3 lakh to finish him"
    bribe = _ASKING & order and "NUM" in signs.names[last.last : event.first]  # "asked 5000 to write the report"
    if word_set("orders") & order and not bribe and not set("MY") & set(between):
        return replace(event, tense="planned", weight=MIDDLE, request=False)  # "telling boys to burn the shops"
    if last.tense and last.weight > WEAK:  # "came to collect money", "will come tomorrow to take her"
        return replace(event, tense=last.tense, weight=last.weight, request=False)
    return None


def _is_else(event: Event, line: str, signs: Signs) -> bool:
    """Whether "or else" stands before what is to come ("... maange, warna viral kar dega"): a threat."""
    begin = max(_sentence(line, event.first), event.first - LONGEST_CLAUSE)
    if not word_set("or_else").isdisjoint(signs.words[begin : event.first]):
        return True
    if line[event.first] == "u" and "or" in signs.words[begin : event.first]:
        return True
    return "no" in line[begin : event.first] and signs.words[line.index("no", begin) + 1] in word_set("so")


def _is_feared(event: Event, line: str, signs: Signs) -> bool:
    """Whether it is what would come of being found out: "naukri chali jayegi agar mera naam nikla to", "pata chala to
    maar denge"."""
    begin = max(_sentence(line, event.first), event.first - _FEARED)
    end = line.find("|", event.last)
    around = signs.words[begin : min(end if end >= 0 else len(line), event.last + _FEARED)]
    supposed = [at for at, word in enumerate(around) if word in word_set("supposing")]
    for at, word in enumerate(around):
        if word in word_set("exposed") and supposed:
            mine = at > 0 and around[at - 1] in word_set("mine")
            known = word in _KNOWN and any(0 < place - at <= _SUPPOSED for place in supposed)
            if mine or known:
                return True
    return False


def _is_quoted(event: Event, before: list[Event], line: str, signs: Signs) -> bool:
    """Whether a saying stands just before or after ("bola ki maar denge", "jala denge kah rahe hain")."""
    if line[event.last : event.last + 1] in ("S", "N"):
        return True
    for earlier in reversed(before):
        if event.first - earlier.last > _QUOTE_REACH or "|" in line[earlier.last : event.first]:
            return False
        if not word_set("threats").isdisjoint(signs.words[max(earlier.first - 2, 0) : earlier.last]):
            return True
        if _SAYING & set(line[earlier.first : earlier.last]):
            return word_set("heard").isdisjoint(signs.words[earlier.first : earlier.last])
    return False


_ENGLISH = frozenset("Dz4hqbiwvus")  # letters of English verbs
_AGENT = frozenset({"ne", "ने"})


def judged(event: Event, line: str, begin: int, signs: Signs) -> Event:
    """`event` weighed by its clause: requests, questions, complaints of inaction and talk count little or nothing."""
    begin = max(begin, event.first - LONGEST_CLAUSE)
    verb = line[event.first : event.last]
    seen = _seen_alone(event, line, begin, signs)
    tense, weight = _weighed(seen, line, begin, signs)
    request = tense is None and (event.tense == "planned" or verb.startswith(("!", "o", "f")))
    english = bool(_ENGLISH & set(verb))
    return Event(event.first, event.last, tense, weight, request, state=seen.state, english=english)


def _seen_alone(event: Event, line: str, begin: int, signs: Signs) -> Event:
    """`event` as its words and the few before them read: some perfects tell a state."""
    verb = line[event.first : event.last]
    tense, weight = event.tense, event.weight
    if verb[0] == "C" and tense == "ongoing" and signs.words[event.first] in word_set("lying"):
        remains = not word_set("remains").isdisjoint(signs.words[begin : event.first])
        tense, weight = "happened" if remains else "ongoing", MIDDLE
    if verb in ("RZ", "RF") and signs.names[max(event.first - 1, 0)] in ("APPROX", "BAJE", "KE", "PART"):
        tense, weight = "happened", MIDDLE  # "din me barah baje ke karib raha hoga"
    if verb[0] in "bi" and "lying" in signs.words[event.first : event.last]:
        remains = not word_set("remains").isdisjoint(signs.words[begin : event.first])
        tense, weight = ("happened", MIDDLE) if remains else (tense, weight)
    if verb[0] == "v" and tense == "happened" and _has_since(event, line, signs):
        tense = "ongoing"  # "have been kept there since Diwali"
    if verb[0] in "bi" and signs.words[event.last - 1] in ("gone", "dead", "lost"):
        tense, weight = "happened", MIDDLE
    if verb[0] == "u" and "n" in verb and signs.words[event.first] == "would":
        tense, weight = "happened", MIDDLE  # "she would not let go of her bag"
    hurt = verb[0] in "bi" and verb[-1] in "Dz" and "g" not in verb
    if hurt and signs.words[event.last - 1] in word_set("injuries") and "HAR" not in signs.names[begin : event.last]:
        tense, weight = "happened", WEAK
    taken = signs.words[event.first] == "is" and signs.words[event.last - 1] in word_set("taken_en")
    if taken and tense == "recurring":
        often = {"HAR", "ROZ", "OFTEN"} & set(signs.names[begin : event.last + _LONGEST_LIST])
        tense, weight = ("recurring", weight) if often else ("happened", MIDDLE)  # "24 battery of a tower is stolen"
    if verb == "g" and signs.words[max(event.first - 1, 0) : event.first] == ["now"]:
        weight = STRONG  # "he is out on bail and now running it again"
    if verb == "g" and signs.words[event.first : event.last + 1] == ["going", "on"]:
        weight = STRONG  # "cutting going on inside"
    if verb[0] in "bi" and tense == "recurring" and signs.words[event.last - 1] in word_set("kept"):
        tense = "ongoing"  # "drums of diesel are stored without licence"
    if verb[0] == "b" and signs.words[event.last - 1] in word_set("captive"):
        tense, weight = "ongoing", STRONG  # "14 labourers are locked inside, their cards taken"
    if verb[-1] == "R" and tense == "ongoing" and set("PLT") & set(_rest(line, event.last)):
        weight = min(weight, MIDDLE)  # "laut rahi nars ka rasta roka"
    if verb[0] == "v" and tense == "happened" and signs.words[event.last - 1] in word_set("held"):
        tense = "ongoing" if signs.words[event.first] != "had" else tense  # "girls have been kept there"
    if verb[0] == "v" and tense == "ongoing" and signs.words[event.first] == "had":
        tense = "happened"
    state = verb[0] == "C" and tense == "ongoing"
    if verb[:2] == "PC":  # "kabja kiye baithe hain", and not "utha le gaye band hai"
        held = signs.words[event.first] in word_set("holding")
        tense, weight, state = ("ongoing", STRONG, True) if held else ("happened", STRONG, False)
    if verb == "P" and signs.words[event.first] in word_set("last_seen"):
        weight = MIDDLE  # "maine dekha ki ..."
    if verb == "C" and signs.words[event.first] in word_set("vanished"):
        tense, weight, state = "happened", MIDDLE, False  # "tractor parso gayab"
    if tense == "happened" and verb[-1] in "HB" and _is_state(event, signs):
        tense, state = "ongoing", True
    if tense == "recurring" and weight == MIDDLE and "HAR" in signs.names[begin : event.last + 2]:
        weight = STRONG  # "they stop every auto"
    if verb[0] == "N" and signs.words[max(event.first - 1, 0)] in ("ko", "को") and line[max(event.first - 2, 0)] == "c":
        tense, weight = "recurring", MIDDLE  # "sambandh banane ko kehta hai"
    if verb[0] == "N" and "H" in verb and _is_staked(event, signs, begin):
        tense, weight = "recurring", STRONG
    if verb[:2] == "lR" and not word_set("staked").isdisjoint(signs.words[max(event.first - 2, 0) : event.first]):
        tense, weight = "ongoing", STRONG  # "juaa lag raha hai"
    stem = event.first - (signs.words[max(event.first - 1, 0)] in _HANDED)
    told = signs.words[event.last : event.last + 4] if verb[-1] in "zD" else signs.words[max(stem - 1, 0) : stem]
    if tense == "happened" and not word_set("contracts").isdisjoint(told):
        tense, weight = "planned", MIDDLE  # "has taken supari of 2 lakh to kill ...", "supari mil gail ba"
    same = (tense, weight, state) == (event.tense, event.weight, event.state)
    return event if same else replace(event, tense=tense, weight=weight, state=state)


def _rest(line: str, place: int) -> str:
    """The letters from `place` to the end of its clause; none where an "and" or "but" follows at once."""
    rest = re.split(r"[|,&]", line[place : place + LONGEST_CLAUSE], maxsplit=1)[0]
    return rest if rest.startswith(".") else ""


def _is_no_verb(event: Event, verb: str, signs: Signs) -> bool:
    """Whether a word that looks like a verb is none here: "bina paisa liye", "pata na chale", "the calls"."""
    before = signs.words[event.first - 1] if event.first else ""
    if verb == "P":
        lest = before in word_set("lest") and signs.words[event.first].endswith(("e", "े"))
        return lest or not word_set("without").isdisjoint(signs.words[max(event.first - 3, 0) : event.first])
    if verb == "h" and before in word_set("kinds_of_calls"):
        return True
    if verb == "s" and before in ("-", "so"):
        return True  # "a so-called meeting"
    if verb == "h" and signs.words[event.first] in word_set("like_plurals"):
        return word_set("objects").isdisjoint(signs.words[event.last : event.last + 1])
    if signs.words[event.first] == "will" and before in word_set("owners"):
        return True  # "against her will"
    return verb in ("h", "D", "z", "4") and before in word_set("determiners")


def _is_carrying(event: Event, line: str, begin: int, signs: Signs) -> bool:
    """ "katta liye abhi chauraahe par ghoom raha hai": how the one stands there, and nothing that was taken."""
    if signs.words[event.first : event.last] not in _TAKEN or not event.first:
        return False
    taken = {"NUM", "COUNT"} & set(signs.names[max(event.first - 2, begin) : event.first])
    by = not {"ne", "ने"}.isdisjoint(signs.words[begin : event.first])
    return not taken and not by and re.match(r"\.[^|,&PLT0]*R", line[event.last :]) is not None


_TAKEN = (["liye"], ["lie"], ["लिए"], ["लिये"])


def _has_since(event: Event, line: str, signs: Signs) -> bool:
    return "SINCE" in signs.names[_sentence(line, event.first) : event.last + _LONGEST_LIST]


def _weighed(event: Event, line: str, begin: int, signs: Signs) -> tuple[Tense | None, int]:
    """Tense and weight of `event` by its clause: who is asked, who speaks, and of what."""
    clause, verb = line[begin : event.last], line[event.first : event.last]
    asked = any(line[at] == "Q" and not _is_relative(at, begin, signs) for at in range(begin, event.last))
    you, me = _speakers(event, line, begin, signs)
    tense, weight = event.tense, event.weight
    if tense == "planned":
        if verb[0] == "c" and verb[-1] == "H" and (me or is_telling(event, signs)):
            return "ongoing", WEAK  # "shikayat karni hai kal ki": the reporter's own wish
        you = you or signs.words[event.last - 1].endswith(_YOUR_FUTURE)
        if asked or you or me or "a" in clause or is_telling(event, signs):
            return None, 0
        if "Z" in verb and not _AGENT.isdisjoint(signs.words[begin : event.last]):
            return "happened", MIDDLE  # "kisi ne kata hoga"
        return tense, MIDDLE if "I" in line[_sentence(line, event.first) : event.first] else weight
    if tense in ("ongoing", "recurring"):
        if weight > WEAK and "p" in clause:
            return "planned", weight
        if (asked and you) or (weight == WEAK and (asked or "x" in clause or me)):
            return None, 0
        if not word_set("backgrounds").isdisjoint(signs.words[max(event.first - 2, 0) : event.first]):
            return tense, WEAK  # "jameen ka vivad chalta hai", "chunav aa raha hai"
        if _is_hours_kept(event, begin, signs):
            return tense, WEAK  # "bijli roz shaam 6 se raat 12 tak aati hai"
        if me and not word_set("writing").isdisjoint(signs.words[event.first : event.last]):
            return None, 0  # "ham pujari likhat hai"
        if "n" in clause and not word_set("nobodies").isdisjoint(signs.words[begin : event.last]):
            return tense, WEAK  # "koi phone nahi kar raha"
        inaction = "n" in clause and (you or set("at") & set(clause))
        if "Y" in clause and not word_set("calls").isdisjoint(signs.words[max(event.first - 2, 0) : event.last]):
            return tense, WEAK  # "subah se aap logon ko phone kar rahe hain"
        if inaction or me or is_reaction(event, clause, verb, signs):
            return tense, WEAK
        done = re.search("[PL5T4Dz]", line[:begin]) is not None  # what may have an aftermath
        done = done or word_set("aftermath").isdisjoint(signs.words[max(event.first - 1, 0) : event.last])
        return tense, min(weight, MIDDLE) if done and is_aftermath(event, begin, signs) else weight
    if is_noise(event, signs):
        return tense, STRONG
    if "I" in clause and line[event.last : event.last + 1] == "o":
        return None, 0  # "agar mera naam nikla to"
    return (tense, _weight_of_past(event, line, begin, signs, me=me)) if tense == "happened" else (tense, weight)


def _is_hours_kept(event: Event, begin: int, signs: Signs) -> bool:
    """Whether an office opens, or the power comes."""
    verb, clause = signs.words[event.first : event.last], signs.words[begin : event.last]
    return any(
        not word_set(verbs).isdisjoint(verb) and not word_set(subjects).isdisjoint(clause)
        for verbs, subjects in (("opening", "offices"), ("coming_on", "supplies"))
    )


def _is_asked_for(begin: int, event: Event, signs: Signs) -> bool:
    """ "asked 10000 to write her FIR": what the money was asked for."""
    asked = signs.words[begin - 1] in word_set("asked_en")
    return asked and any(word[0].isdigit() for word in signs.words[begin : event.first])


def _is_relative(place: int, begin: int, signs: Signs) -> bool:
    """Whether "where" or "who" asks nothing: "a group where they plan to ...", "the man who will bring them"."""
    return signs.words[place] in ("where", "who", "which", "whose") and place > begin + 1


def _weight_of_past(event: Event, line: str, begin: int, signs: Signs, *, me: bool) -> int:
    """What a past counts: little where it is talk, a complaint, or the reporter's own story."""
    clause, verb, words = line[begin : event.last], line[event.first : event.last], signs.words[begin : event.last]
    told_by_caller = not word_set("callers").isdisjoint(words)
    if told_by_caller and set("Ss") & set(verb):
        return MIDDLE  # "a caller said he was from the bank"
    called = "Y" in clause and not word_set("calls").isdisjoint(words)
    if called or (set("aSs") & set(clause) and not told_by_caller) or is_complained(event, line, begin, signs):
        return min(event.weight, WEAK)
    if "R" in verb and not word_set("matter").isdisjoint(signs.words[max(event.first - 2, 0) : event.first]):
        return WEAK  # "baat kar rahe the ki ..."
    if me and verb == "w":
        return WEAK  # "I was the cleaner there"
    if me and not word_set("witness").isdisjoint(signs.words[event.first : event.last]):
        return min(event.weight, MIDDLE)  # "I only saw the deal"
    return event.weight


def _speakers(event: Event, line: str, begin: int, signs: Signs) -> tuple[bool, bool]:
    """Whether the police ("you") and whether the reporter is the subject of the clause."""
    you = me = False
    clause = line[begin : event.last]
    if "Y" not in clause and "M" not in clause:
        return you, me
    for place in range(begin, event.last):
        if line[place] == "Y":
            you = you or not _is_object(place, signs)
        elif line[place] == "M":
            me = me or not (set("UHb") & set(line[place + 1 : event.first]) or _is_object(place, signs))
    return you, me


def _is_state(event: Event, signs: Signs) -> bool:
    """Whether a perfect tells of a state that lasts: "lage hue hain", "बान्हल बा"."""
    words = signs.words[event.first : event.last - 1]
    held = words[-1] in word_set("states") or words[-1] in word_set("trapped")
    surrounded = signs.words[event.first - 1] in word_set("surrounding") if event.first else False
    return (len(words) > 1 and words[-1] in word_set("being")) or held or surrounded


def is_aside(event: Event, line: str, begin: int, signs: Signs) -> bool:
    """Whether a verb tells no event: nothing came of it ("kuch na hua"), or it says when ("ghar jaate samay")."""
    verb, follows = line[event.first : event.last], line[event.last : event.last + 1]
    if _is_no_verb(event, verb, signs) or _is_carrying(event, line, begin, signs):
        return True
    if verb.startswith("!") and event.first and signs.words[event.first - 1] in word_set("excuses"):
        return True  # "maaf kijiye"
    if verb == "C" and word_set("vanished").isdisjoint(signs.words[event.first : event.last]):
        return True
    after = signs.words[event.last : event.last + 1]
    if (
        verb in ("D", "z")
        and event.first
        and line[event.first - 1] in "hqg"
        and line[event.last : event.last + 1] == "."
    ):
        return signs.words[event.first - 1] not in word_set("becoming")  # "sells stolen bikes", not "gets killed"
    if verb == "g" and follows and follows in "ZFPOJRGT":
        return True  # "firing hogi"
    if (
        verb == "g"
        and event.tense is None
        and event.weight == 0
        and not set("4w") & set(line[event.last : event.last + 2])
    ):
        return True  # "children playing near the mill found ..."
    if verb.startswith("k") and event.first > begin and line[begin - 1 : begin] not in ("", "|", ","):
        return True  # "khud rahi hai talab ki"
    if event.english and verb[-1] in "qh" and signs.words[event.last - 2 : event.last - 1] == ["for"]:
        return True  # "20 oxen for slaughter"
    if signs.words[event.first] == "to" and begin and _is_asked_for(begin, event, signs):
        return True
    if event.tense == "planned" and not word_set("of_which").isdisjoint(after):
        return True  # "kat jayega wala link"
    if verb[-1] == "R" and _is_attributive(event, line, signs):
        return True
    if verb == "g" and signs.words[event.first] in word_set("described"):
        return True
    if signs.words[event.last - 1] in word_set("naming") and not word_set("selves").isdisjoint(after):
        return True  # "a lady who calls herself ..."
    named = not word_set("nicknaming").isdisjoint(signs.words[event.first : event.last])
    if named and not {"log", "लोग"}.isdisjoint(signs.words[max(event.first - 3, 0) : event.first]):
        return True  # "usko log Chhotu bulate hain"
    if verb == "G" and not word_set("while").isdisjoint(after):
        return True
    before = signs.words[max(event.first - 2, 0) : event.first]
    negated = "n" in line[max(event.first - 1, 0) : event.first]
    return event.tense == "happened" and negated and not word_set("nothing").isdisjoint(before)


def _is_attributive(event: Event, line: str, signs: Signs) -> bool:
    """ "le jaa rahi pickup ko roka": which pickup it was; what was done follows."""
    after = range(event.last + 1, min(event.last + 3, len(signs.words)))
    marked = [place for place in after if signs.words[place] in word_set("object_mark")]
    return bool(marked) and bool(set("PL") & set(re.split(r"[|,]", line[marked[0] :], maxsplit=1)[0]))


def _sentence(line: str, place: int) -> int:
    """Where the sentence of `place` begins."""
    return line.rfind("|", 0, place) + 1


def _is_staked(event: Event, signs: Signs, begin: int) -> bool:
    """Whether "lagta hai" tells of stakes, crowds or stalls ("paisa lagta hai"), and not of what seems."""
    if signs.words[event.first] not in word_set("lagta") or event.first == begin:
        return False
    follows = signs.words[event.last : event.last + 1]
    return word_set("seems").isdisjoint(signs.words[begin : event.last]) and follows not in (
        ["ki"],
        ["ke"],
        ["कि"],
        ["jaise"],
    )


def _is_object(index: int, signs: Signs) -> bool:
    """Whether a postposition follows ("police ko", "hum par"): then the word is not the subject."""
    follows = signs.names[index + 1 : index + 3]
    return bool({"PREP", "KE", "SE", "TAK"} & set(follows[:1])) or (
        len(follows) > 1 and follows[0] == "COUNT" and follows[1] in ("PREP", "KE", "SE")
    )


def as_told(events: list[Event], line: str, signs: Signs) -> list[Event]:
    """`events` seen with those after them: in a report in the English present ("they keep ... they open ...") the
    habits count in full, and what a threat supposes ("gaye to kaat denge") is to come as it is."""
    events = [_before_to(event, follower, line, signs) for event, follower in zip_longest(events, events[1:])]
    events = [_once(event, line, signs) for event in events]
    events = [_as_past(event, follower, line, signs) for event, follower in zip_longest(events, events[1:])]
    events = [
        event for event, next_one in zip_longest(events, events[1:]) if not _is_attribute(event, next_one, line, signs)
    ]
    told = [event for event in events if event.tense and event.weight > WEAK]
    habits = [event for event in told if _is_habit(event)]
    if not habits or told[0].tense != "recurring":
        return events
    if len(habits) < _A_REPORT and any(line[event.first] != "v" for event in told if event.tense == "happened"):
        return events  # one habit is more than what has come of it ("one farmer has lost his land") only
    if not any(set("hqbi") & set(line[event.first : event.last]) for event in habits):
        return events
    return [replace(event, weight=STRONG) if _is_habit(event) else event for event in events]


def _as_past(event: Event, follower: Event | None, line: str, signs: Signs) -> Event:
    """`event` a past where broken English leaves its verb bare beside a past: "he lock door ... and said", "they burn
    the body and told"."""
    if not _is_bare(event, line) or follower is None or not follower.english or follower.tense != "happened":
        return event
    between = line[event.last : follower.first]
    alone = signs.words[event.first] in _ONE
    tied = between.endswith("&") and line[follower.first] in "sD4"
    return replace(event, tense="happened", weight=MIDDLE) if "|" not in between and (alone or tied) else event


def _once(event: Event, line: str, signs: Signs) -> Event:
    """`event` a past where broken English leaves the verb of one person bare beside a day: "on saturday he give"."""
    if not _is_bare(event, line) or signs.words[event.first] not in _ONE:
        return event
    names = signs.names[_sentence(line, event.first) : event.first]
    dated = {"WEEKDAY", "REL", "NIGHT_REL", "DMY", "MONTH", "FESTIVAL"}.intersection(names)
    often = {"HAR", "ROZ", "OFTEN", "SINCE"}.intersection(names)
    return replace(event, tense="happened", weight=MIDDLE) if dated and not often else event


def _is_bare(event: Event, line: str) -> bool:
    """Whether an English verb has no ending: "he lock", "they burn"."""
    return event.english and event.tense == "recurring" and line[event.last - 1] == "q"


_ONE = frozenset({"he", "she"})


def _is_attribute(event: Event, follower: Event | None, line: str, signs: Signs) -> bool:
    """Whether a bare perfect before a noun only tells which ("ank likhi parchi lekar baithte hain"): its clause goes on
    to another verb."""
    if follower is None or follower.weight < STRONG or line[event.first : event.last] not in ("P", "0"):
        return False
    between = line[event.last : follower.first]
    if not between.startswith(".") or set("|,&") & set(between) or len(between) > _LONGEST_LIST:
        return False
    return word_set("by_now").isdisjoint(signs.words[event.last : follower.first])


def _before_to(event: Event, follower: Event | None, line: str, signs: Signs) -> Event:
    """`event` seen with what "to" ties to it, a perfect: planned where it is the condition of a planned one ("gaye to
    kaat denge"), a past where it only tells how something was found ("subah jhanka to bore me laash thi")."""
    if (
        event.tense
        or event.request
        or line[event.first : event.last] != "P"
        or line[event.last : event.last + 1] != "o"
    ):
        return event
    if follower is not None and follower.tense == "planned" and "|" not in line[event.last : follower.first]:
        return replace(event, tense="planned", weight=MIDDLE, quoted=True) if follower.weight else event
    found = signs.words[event.first] in word_set("discovering")
    return replace(event, tense="happened", weight=MIDDLE) if found else event


def _is_habit(event: Event) -> bool:
    return event.tense == "recurring" and event.weight > WEAK


_A_REPORT = 2  # habits that make one
