"""From signs to phrases: rules applied along the text, then neighbours joined: "kal" + "raat" + "11 baje"."""

from __future__ import annotations

from dataclasses import replace

from satark.when import clocks, dates, feasts, habits, lengths
from satark.when.builders import BUILDERS, Found
from satark.when.lexicon import word_set
from satark.when.phrase import Phrase, join
from satark.when.rules import fitting, rules
from satark.when.signs import Signs

_LOADED = (clocks, dates, feasts, habits, lengths)  # their import fills BUILDERS
_GAP = frozenset({"KE", "PREP", "COMMA", "AT", "APPROX", "BHAR"})
_LONGEST_GAP = 2
_LINKS = frozenset({"SE", "TO", "DASH", "TAK", "AND", "YA"})
_TIMES = frozenset({"day", "part", "clock", "period"})
# English words that stand before the time they bound.
_BEFORE = {
    "since": "since",
    "from": "since",
    "frm": "since",
    "after": "after",
    "before": "before",
    "till": "until",
    "til": "until",
    "until": "until",
    "by": "until",
}
_LEKAR = frozenset({"lekar", "leke", "लेकर", "onwards"})


def read_phrases(signs: Signs) -> list[Phrase]:
    """Every phrase of time in `signs`, in order, neighbours joined."""
    pieces = [_approximate(piece, signs) for piece in _pieces(signs)]
    chunks = [_early_or_late(chunk, signs) for chunk in _chunks(pieces, signs)]
    return _since_then(_bounded(_ranges(chunks, signs), signs), signs)


def _since_then(phrases: list[Phrase], signs: Signs) -> list[Phrase]:
    """A past that "tab se" takes up ("2022 me shaadi hui thi, tab se maarte hain") is one since which it goes on."""
    found = list(phrases)
    for place, name in enumerate(signs.names):
        if name != "THEN":
            continue
        past = [i for i, phrase in enumerate(found) if phrase.last <= place]
        if not past or not found[past[-1]].said <= _PASTS or place - found[past[-1]].last > _TAKEN_UP:
            continue
        if not word_set("cut_off").isdisjoint(signs.words[place + 1 : place + 1 + _NEAR_THEN]):
            continue  # "paid on 14 February, and since then he has blocked me"
        if signs.words[place + 1 : place + 2] and signs.words[place + 1] in word_set("negations"):
            continue  # "kal doodh lene gayi, tab se nahi lauti"
        phrase = found[past[-1]]
        spans = (*phrase.spans, (place, place + 1))
        found[past[-1]] = replace(phrase, first=place, last=place + 1, since=True, spans=spans)
    return found


_PASTS = frozenset({"day", "period", "part"})
_NEAR_THEN = 6  # words after it that tell what came of it
_TAKEN_UP = 12  # words between a past and the "tab se" that takes it up


def _pieces(signs: Signs) -> list[Phrase]:
    start = rules().start
    found: list[Phrase] = []
    place = 0
    while match := start.search(signs.letters, place):
        place = match.start()
        piece = None
        for rule in fitting(signs.letters[place : place + 2]):
            hit = rule.pattern.match(signs.letters, place)
            if hit and hit.end() > place:
                piece = BUILDERS[rule.builder](Found(hit, signs))
                if piece:
                    break
        if piece:
            found.append(piece)
            place = piece.last
        else:
            place += 1
    return found


def _approximate(piece: Phrase, signs: Signs) -> Phrase:
    """Takes in "karib", "around" before and "ke aaspaas" after the piece."""
    names, first, last = signs.names, piece.first, piece.last
    if first and names[first - 1] == "APPROX":
        first -= 1
    elif first > 1 and names[first - 1] in ("KE", "AT", "PREP") and names[first - 2] == "APPROX":
        first -= 2
    if last < len(names) and names[last] == "APPROX":
        last += 1
    elif last + 1 < len(names) and names[last] == "KE" and names[last + 1] == "APPROX":
        last += 2
    if (first, last) == (piece.first, piece.last):
        return piece
    return replace(piece, first=first, last=last, approximate=True, spans=((first, last),))


def _early_or_late(chunk: Phrase, signs: Signs) -> Phrase:
    """Takes in "late" and "early" told apart from their part of the day: "late on Sunday night"."""
    first = chunk.first - 1
    if first > 0 and signs.words[first] in ("on", "in"):
        first -= 1
    part = _QUALIFIED.get((signs.words[first], chunk.part or "")) if first >= 0 else None
    if part is None:
        return chunk
    return replace(chunk, first=first, part=part, spans=((first, chunk.spans[0][1]), *chunk.spans[1:]))


_QUALIFIED = {("late", "night"): "late_night", ("early", "morning"): "early_morning"}


def _chunks(pieces: list[Phrase], signs: Signs) -> list[Phrase]:
    """Joins pieces that stand side by side, or with only "ko", "ke", "me" between."""
    chunks: list[Phrase] = []
    for piece in pieces:
        joined = None
        if chunks and piece.first - chunks[-1].last <= _LONGEST_GAP:
            between = signs.names[chunks[-1].last : piece.first]
            if all(name in _GAP for name in between):
                joined = join(chunks[-1], piece)
        if joined:
            chunks[-1] = joined
        else:
            chunks.append(piece)
    return chunks


def _ranges(chunks: list[Phrase], signs: Signs) -> list[Phrase]:
    """Makes one of "X se Y tak", "from X to Y", "X - Y", "between X and Y"."""
    found: list[Phrase] = []
    for chunk in chunks:
        left = found[-1] if found else None
        opening = _TIMES | {"recur"} if left and left.said & {"clock", "part"} and not chunk.day else _TIMES
        if left and _is_closing_habit(left, chunk) and _linked(left, chunk, signs):
            left, chunk = replace(left, recur=chunk.recur), replace(chunk, recur=None)  # "between 2 and 4 am daily"
            opening = _TIMES | {"recur"}
        if left and _linked(left, chunk, signs) and left.said <= opening and chunk.said <= _TIMES:
            last = chunk.last
            if signs.names[last : last + 1] == ["TAK"]:
                last += 1
            found[-1] = replace(
                left,
                last=last,
                until=chunk,
                spans=((left.spans[0][0], last),),
                approximate=left.approximate or "YA" in signs.names[left.last : chunk.first],
            )
        else:
            found.append(chunk)
    return found


def _is_closing_habit(left: Phrase, right: Phrase) -> bool:
    """Whether the habit of a range was joined to its end: "between 2 and 4 am daily"."""
    if right.recur is None or left.recur is not None:
        return False
    return bool(right.said & {"clock", "part"}) and right.said <= _TIMES | {"recur"}


def _linked(left: Phrase, right: Phrase, signs: Signs) -> bool:
    between = list(range(left.last, right.first))
    words = [signs.words[i] for i in between]
    names = [signs.names[i] for i in between]
    if _names_its_end(left, right, names, words, signs):
        return True
    if len(names) == 2 and words[1] in _LEKAR:
        names = names[:1]
    if len(names) != 1 or names[0] not in _LINKS or not left.said or not right.said:
        return False
    if names[0] == "SE":
        return True
    if names[0] == "YA":
        return left.said == right.said == {"day"}
    before = signs.words[left.first - 1] if left.first else ""
    if names[0] == "AND":
        return before == "between"
    return names[0] == "DASH" or words[0] in ("to", "till", "until", "tak", "तक") or before in ("from", "between")


def _names_its_end(left: Phrase, right: Phrase, names: list[str], words: list[str], signs: Signs) -> bool:
    """ "From Monday the 13th through to polling day, Wednesday the 15th": a name of the last day before it."""
    opened = left.first > 0 and signs.words[left.first - 1] == "from"
    if not opened or not 1 < len(names) <= _LONGEST_END or not (left.day and right.day):
        return False
    return names[0] == "TO" and names[-1] == "COMMA" and not _LINKS & set(names[1:])


_LONGEST_END = 6  # words from "to" to the day that a name of it comes before


def _bounded(chunks: list[Phrase], signs: Signs) -> list[Phrase]:
    """Reads what bounds a chunk: "se" since, "tak" until, "ke baad" after, "se pehle" before; or "since" before it."""
    return [
        _bound(chunk, signs, chunks[i + 1].first if i + 1 < len(chunks) else 1 << 30) for i, chunk in enumerate(chunks)
    ]


def _bound(chunk: Phrase, signs: Signs, limit: int) -> Phrase:
    if chunk.bound or (chunk.since and not chunk.clock) or not (chunk.said & (_TIMES | {"now"})):
        return chunk
    if chunk.until and not chunk.since:
        return _stretch(chunk, chunk.first, _skip_tail(chunk, signs))
    names = [*signs.names[chunk.last : chunk.last + 2], "", ""]
    last, since, bound = chunk.last, False, None
    if names[0] in ("SE", "KE") and names[1] in ("AGO", "LATER"):
        last, bound = last + 2, "before" if names[1] == "AGO" else "after"
    elif names[0] == "LATER" and signs.words[last] not in ("after", "later"):
        last, bound = last + 1, "after"
    elif names[0] == "SE" and not chunk.since:
        last, since = last + 1, True
    elif names[0] == "TAK" and signs.words[last] not in ("by", "till", "until"):
        last, bound = last + 1, "until"
    elif (opening := _opening(chunk, signs)) is not None:
        word = _BEFORE[signs.words[opening]]
        since, bound = word == "since", None if word == "since" else word
        day = chunk.day
        if signs.words[opening] == "by" and day and day.kind == "weekday" and day.which is None:
            chunk = replace(chunk, day=replace(day, which=1))  # a deadline is to come
        return _stretch(replace(chunk, since=since, bound=bound), opening, last)
    elif chunk.day and chunk.day.kind == "weekday" and chunk.day.which is None and _is_meant(chunk, signs):
        return replace(chunk, day=replace(chunk.day, which=1))  # "the guns are for Friday"
    if last > limit:
        return chunk
    return _stretch(replace(chunk, since=since or chunk.since, bound=bound), chunk.first, last)


def _is_meant(chunk: Phrase, signs: Signs) -> bool:
    """Whether something is meant for that day: "for Friday", "shukravar ke liye"."""
    if chunk.first and signs.words[chunk.first - 1] == "for":
        return True
    return signs.words[chunk.last : chunk.last + 2] in (["ke", "liye"], ["के", "लिए"], ["ke", "lie"], ["के", "लिये"])


def _opening(chunk: Phrase, signs: Signs) -> int | None:
    """Where the word stands that bounds a chunk from before it: "since Monday", "since the day before yesterday"."""
    before = chunk.first - 1
    if before > 0 and signs.words[before] == "the" and signs.words[before - 1] in _BEFORE:
        before -= 1
    if before < 0 or signs.words[before] not in _BEFORE:
        return None
    if signs.words[before] == "by" and (_is_ride(chunk, signs) or signs.words[before - 1 : before] in _PASSING):
        return None
    return before


def _is_ride(chunk: Phrase, signs: Signs) -> bool:
    """ "by the evening bus", "by night": how they went, or when, and no deadline."""
    after = signs.words[chunk.last : chunk.last + _RIDE]
    if not word_set("rides").isdisjoint(after):
        return True
    bare = signs.words[chunk.first - 1] == "by" and chunk.said == {"part"}
    return bare and signs.words[chunk.first : chunk.last] in (["night"], ["day"])


_RIDE = 2  # words from a time to what one rides: "the 5 pm passenger train"


_PASSING = tuple([word] for word in "come comes came coming pass passes passed go goes went stops drops".split())


def _skip_tail(chunk: Phrase, signs: Signs) -> int:
    last = chunk.last
    if signs.names[last : last + 2] == ["KE", "BICH"]:
        return last + 2
    return last + 1 if signs.names[last : last + 1] in (["BICH"], ["TAK"]) else last


def _stretch(chunk: Phrase, first: int, last: int) -> Phrase:
    if (first, last) == (chunk.first, chunk.last):
        return chunk
    spans = (
        ((first, last),)
        if len(chunk.spans) == 1
        else ((first, chunk.spans[0][1]), *chunk.spans[1:-1], (chunk.spans[-1][0], last))
    )
    return replace(chunk, first=first, last=last, spans=spans)
