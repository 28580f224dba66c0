"""What of a home or a workplace is the place of the crime, or another's: that stays.

A village is told to say where it happened; whoever reports from inside a lodge or an office gives the post away, not
the lodge, which is what the report is about ("isi lodge me ...", "yahan roz ..."); and where another works or lives is
evidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from satark.redaction.lexicon import sound, symbols_of
from satark.redaction.mask import Cut
from satark.redaction.passage import Passage, rule
from satark.redaction.towns import is_part_of_town, is_town

_SEATS = frozenset({"[reporter address]", "[reporter employer]"})
_PLACED = _SEATS | {"[reporter post]"}
_AHEAD = 34  # words after a workplace in which the crime is told to happen there
_CLAUSE = 24
_NEAR = 3  # words before it in which a home is named as the reporter's
_NAME = "open|given|surname|place|common&!ordinary"
_VILLAGE = rule(
    f"(?: <{_NAME}> <village> <gen|in|on|se>? | <village> <gen>? (?! <post|occupation> ) <{_NAME}> <gen|in|on|se>? )"
)
_OF_A_PLACE = rule("<open&!given&!surname>{0,1} <public_place&!given>")
_OF_A_VILLAGE = rule("<village&area_part> <gen|in|on|se>")
# The scene lies elsewhere: "main Nevada gaon ka hu, ye Jalalpur ki baat hai".
_ELSEWHERE = rule(
    "<!stop&!newline&!comma&!but>{0,6} <comma|but|stop> <but|this|that|they|is_en>{1,2} <!stop>{0,2} "
    "<place|open|given|surname> <in|gen|on>"
)
_NAMED_VILLAGE = rule(f"<{_NAME}> <gen|in|on|se>")
_TRAILING = rule("<in|on> (?: <place|cap&open|open>{1,2} ) $")
_LEADING = rule("(?: <open|place> <gen> | <place> <in> ) (?= <!stop>{0,4} <workplace|firm|org> )")
_OF_A_NUMBERED = rule("<num> <gen> <article>")
_HERE = rule(
    "<stop|newline|comma|but> <ordinary>? <yahan> | <this&!is_en&!this_en> <gen|in|on> | (?: <stop|newline> "
    "<article>? | <this&!is_en|yahan> <gen> ) "
    "<master> <cap|given|surname|dev&open>"
)
_FROM_A_PLACE = rule("<place|open> <area_part|common|public_place>? <gen|in>")
_NO_NAME = rule("(?: <beside_en> | <ref> <is|phoneword|label|colon>{0,2} ) $")  # "near ...", "reference is ..."
_COUNTED = rule("<workplace|firm|business> (?= <on|in> <num|number_word> )")
_COMES = rule("<came|goes|said> <is&!iam>? <is&!hoon>")  # "hamare tole me pastor aata hai"
_THEIR_FIRM = rule("<their> <business|firm> <!stop&!newline>{0,8} <comma> $")  # "uski dukan meri gali me hai, ..."
_BESIDE = rule("<beside> <in|on> <!beside>")  # "bagal me ... hai": what lies there is another's
_THAT = rule("<this|that> (?P<seat> <workplace|firm|landmark|business|property|own_spot|common|open> )")
_PERSONAL = "home|house|my|own|resident"
_SPEAKER = (
    "my|me|eng_me&!in|own|i_nom|i_en|we_nom|iam|am_en|kin|near_kin|tag_reporter|tag_relative|closing|applicant|namely"
    "|home|house"
)
_JAYANTI = frozenset({"jayanti", "jayanthi", "jyanti", "जयंती", "जयन्ती"})
_GREAT = frozenset("gandhi ambedkar shastri hanuman ram valmiki गांधी गाँधी अंबेडकर आंबेडकर अम्बेडकर हनुमान वाल्मीकि".split())
_CALLED = "name|namely|called|hoon|iam|am_en|closing|applicant|speaks|speaking|reporting"  # of a person
_OTHERS = "they&!who|their|given|surname|suspect|man"


def outside(passage: Passage, first: int, last: int) -> Iterator[tuple[int, int]]:
    """What is left of words first..last-1, which give a home or a workplace away, without the village it lies in."""
    start = first
    if _ELSEWHERE.pattern.match(passage.symbols, last):
        yield first, last
        return
    for match in _VILLAGE.pattern.finditer(passage.symbols, first, last):
        if start < match.start():
            yield start, match.start()
        start = match.end()
    if start == first and start and passage.symbols[start - 1] in symbols_of("village"):
        named = _NAMED_VILLAGE.pattern.match(passage.symbols, start, last)
        start = named.end() if named else start
    counted = _COUNTED.pattern.search(passage.symbols, start, last)
    last = counted.end() if counted else last
    numbered = _OF_A_NUMBERED.pattern.search(passage.symbols, start, last)
    if numbered and not any(symbol in symbols_of("home|house") for symbol in passage.symbols[start:last]):
        last = numbered.start() + 1
    if start < last:
        yield start, last


def without_scene(passage: Passage, cut: Cut) -> Iterator[Cut]:
    """`cut`, without the place that its first word names ("Modawan ke vidyalay"); nothing where it is the scene."""
    if cut.tag.endswith(" name]"):
        yield from _without_places(passage, cut)
        return
    words = passage.within(cut.start, cut.end)
    if cut.tag not in _SEATS:
        yield cut
        return
    if _is_scene(passage, words):
        return
    trailing = _TRAILING.pattern.search(passage.symbols[: words.stop], words.start + 1)
    leading = _LEADING.pattern.match(passage.symbols, words.start, words.stop)
    if cut.tag == "[reporter employer]" and leading and leading.end() < words.stop:
        yield Cut(passage.words[leading.end()].start, cut.end, cut.tag)
    elif trailing and any(
        passage.symbols[at] in symbols_of("workplace|firm") for at in range(words.start, trailing.start())
    ):
        yield Cut(cut.start, passage.words[trailing.start() - 1].end, cut.tag)
    else:
        yield cut


def _without_places(passage: Passage, cut: Cut) -> list[Cut]:
    """What of a name is nobody's place, firm or feast: of several parts between commas or brackets those that are no
    towns ("Sharda cold storage, Zamania", "Zanewara (Sikrara")."""
    words = passage.within(cut.start, cut.end)
    called = _is_called(passage, words)
    of_a_town = is_part_of_town(passage, words.start, words.stop) or is_town(passage, words.start, words.stop)
    of_a_town = of_a_town or any(  # "Loniya Patti Khutahan": a village and its thana
        is_town(passage, words.start, at) and is_town(passage, at, words.stop)
        for at in range(words.start + 1, words.stop)
    )
    if (of_a_town and not called) or _is_of_a_firm(passage, cut) or _is_a_feast(passage, cut):
        return []
    commas = [at for at in words if passage.symbols[at] in symbols_of("comma|open_mark|close_mark")]
    ends = zip([words.start, *(at + 1 for at in commas)], [*commas, words.stop], strict=True)
    parts = [part for part in ends if part[0] < part[1]]
    kept = [part for part in parts if (called and part == parts[0]) or not is_town(passage, *part)]
    held = any(passage.symbols[part[0] - 1] in symbols_of("open_mark") for part in parts if part not in kept)
    named = symbols_of("given|surname")
    if held and not called and not any(passage.symbols[at] in named for part in kept for at in range(*part)):
        return []  # "Manjhauli (Sikrara) me"
    if 1 < len(parts) > len(kept):
        return [Cut(*passage.span(*part), cut.tag) for part in kept]
    inside = _OF_A_VILLAGE.pattern.match(passage.symbols, words.stop) is not None
    inside = inside and _ELSEWHERE.pattern.match(passage.symbols, words.stop) is None
    if inside or _OF_A_PLACE.pattern.match(passage.symbols, words.stop):
        return []  # "meri mummy Sheetla Chaukiya dham ja rahi thi"
    return [cut]


def _is_of_a_firm(passage: Passage, cut: Cut) -> bool:
    """ "Maa Durga Dhaba ... girls are kept there": no victim is called so."""
    after = passage.symbols[passage.within(cut.start, cut.end).stop :][:1]
    return cut.tag == "[victim name]" and after in tuple(symbols_of("firm|business"))


def _is_a_feast(passage: Passage, cut: Cut) -> bool:
    """ "Gandhi Jayanti": a day, though both words are names."""
    words = passage.within(cut.start, cut.end)
    last = passage.quote(words.stop - 1, words.stop).casefold() if words else ""
    great = passage.quote(words.stop - 2, words.stop - 1).casefold() if words.stop > 1 else ""
    return last in _JAYANTI and great in _GREAT


def _is_called(passage: Passage, words: range) -> bool:
    """Whether the words beside say that somebody is called so."""
    before = passage.symbols[max(0, words.start - 2) : words.start]
    beside = before + passage.symbols[words.stop : words.stop + 1]
    return any(symbol in symbols_of(_CALLED) for symbol in beside) or before[-1:] in tuple(symbols_of("kin&!child"))


def _is_scene(passage: Passage, words: range) -> bool:
    """Whether what follows tells that the crime happens in the very workplace of these words."""
    symbols = passage.symbols
    before = symbols[max(0, words.start - _NEAR) : words.start]
    if any(symbol in symbols_of("my|home|house") for symbol in before):
        return False
    if any(symbols[at] in symbols_of(f"{_PERSONAL}|habit|earns&!works") for at in words) or not any(
        symbols[at] in symbols_of("workplace|firm|landmark|business") for at in words
    ):
        return False
    end = min(len(symbols), words.stop + _AHEAD)
    if _HERE.pattern.search(symbols, words.stop, end):
        return True
    heard = {sound(passage.quote(at, at + 1)) for at in words}
    return any(
        sound(passage.quote(match.start("seat"), match.end("seat"))) in heard
        for match in _THAT.pattern.finditer(symbols, words.stop, end)
    )


def is_anothers(passage: Passage, first: int, last: int, tag: str) -> bool:
    """Whether words first..last-1, which look like a name, a home or a workplace, are another's, or a place."""
    symbols = passage.symbols
    if tag not in _PLACED:
        return (
            _NO_NAME.pattern.search(symbols, max(0, first - 3), first) is not None
            or symbols[last : last + 1] in tuple(symbols_of("plate|public_place"))
            or _is_within(passage, first, last)
            or (tag == "[reporter name]" and _is_where(passage, first))
        )
    if symbols[last : last + 1] in tuple(symbols_of("ne")):
        return True
    if (
        tag == "[reporter post]"
        and _COMES.pattern.match(symbols, last)
        and symbols[first - 1] not in symbols_of("i|i_en")
    ):
        return True
    if rule("<wala> <!gen>{0,3} <given|surname>").pattern.search(symbols, first, last):
        return True
    if _THEIR_FIRM.pattern.search(symbols, max(0, first - _CLAUSE), first):
        return True
    start, end = passage.around(first, last, symbols_of("stop|newline|comma"), _CLAUSE)
    near = symbols[first - 1 : first + 1] if first else symbols[:1]
    if (
        any(symbol in symbols_of("beside_en") for symbol in near)
        and any(symbol in symbols_of("stolen|crime|strike|does") for symbol in symbols[start:end])
        and not any(symbol in symbols_of("home|house|resident|works|business|i_en") for symbol in symbols[start:end])
    ):
        return True  # "pulled my mother's chain near ..."
    if any(symbol in symbols_of(_SPEAKER) for symbol in symbols[start:end]):
        return False
    around = symbols[start:first] + symbols[last:end]
    if any(symbol in symbols_of(_OTHERS) for symbol in around):
        return True
    if _BESIDE.pattern.match(symbols, start, last):
        return symbols[end - 1] in symbols_of("is")
    while start and symbols[start - 1] not in symbols_of("stop|newline") and first - start < 2 * _CLAUSE:
        start -= 1
    speaks = any(symbol in symbols_of(_SPEAKER) for symbol in symbols[start:end])
    return not speaks and symbols[end - 1] in symbols_of("is")


def _is_within(passage: Passage, first: int, last: int) -> bool:
    """Whether words that are no listed name end like a place, or something is within them: "Rasra me", "Chaukia
    dham": nothing happens within a person."""
    symbols = passage.symbols
    if any(symbol in symbols_of("given|surname") for symbol in symbols[first:last]):
        return False
    within = symbols[last : last + 1] in tuple(symbols_of("within"))
    return within or symbols[last - 1] in symbols_of("public_place")


def _is_where(passage: Passage, first: int) -> bool:
    """Whether a word that is no listed name stands where English tells a place: "my house in Khilchi"."""
    if not first or passage.symbols[first] in symbols_of("given|surname"):
        return False
    return passage.quote(first - 1, first).lower() in ("in", "at", "near")


def names_in(passage: Passage, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The names in a stretch that begins with a place ("Ballia jile ke Rasra me hamar beti"); any other is whole."""
    parts, symbols = symbols_of("gen|in|on|se|ko|comma"), passage.symbols
    if not _FROM_A_PLACE.pattern.match(symbols, first, last):
        yield first, last
        return
    named, start = symbols_of("given|surname"), first
    for at in range(first, last + 1):
        if at == last or symbols[at] in parts:
            if any(symbol in named for symbol in symbols[start:at]):
                yield start, at
            start = at + 1
