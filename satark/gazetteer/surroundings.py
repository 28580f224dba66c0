"""What stands around a name: kind words, postpositions, distances, prepositions; and whether a person is meant."""

from __future__ import annotations

from dataclasses import dataclass

from satark.gazetteer.lexicon import Lexicon
from satark.gazetteer.resolve import WIDE_KINDS
from satark.gazetteer.sentence import Sentence
from satark.phonetics import sound_key

WITHIN = frozenset({"me", "mein", "men", "में", "मे"})  # nothing happens within a person
_IS = frozenset({"is", "was", "it's", "complaint", "tip"})
_NAMED_BY = frozenset(sound_key(word) for word in ("naam", "phone", "number", "nambar", "mobile"))  # "X ka naam"


@dataclass
class Surroundings:
    """The grammar around a name; word positions are those of the sentence.

    `kind` is what the words say the place is; `post` the particle after it (in, from, of, to, towards, onward for a
    verb of motion, or None); `lead` the English preposition before it (in, from, to, of). `placed`: the words put
    something there; `leans`: they only take a noun.
    """

    start: int
    end: int
    kind: str | None = None
    noun: str | None = None
    relation: str | None = None
    post: str | None = None
    lead: str | None = None
    via: bool = False
    person: bool = False
    matter: bool = False  # the tip is said to be about it

    @property
    def placed(self) -> bool:
        return self.post == "in" or self.relation is not None or self.lead is not None or self.via

    @property
    def leans(self) -> bool:
        return self.post is not None or self.noun is not None


def read_surroundings(sentence: Sentence, lexicon: Lexicon, first: int, last: int, floor: int = 0) -> Surroundings:
    """Reads outwards from the words [first, last); words before `floor` belong to an earlier place."""
    around = Surroundings(start=first, end=last)
    ahead = _kind_before(sentence, lexicon, first, floor)
    _read_after(sentence, lexicon, last, around, prefixed=ahead is not None)
    _read_before(sentence, lexicon, first, around, ahead)
    if _is_matter(sentence, lexicon, around):
        around.matter, around.post = True, around.post if around.lead else "in"
    around.person = _is_person(sentence, lexicon, first, last, around)
    return around


def _is_matter(sentence: Sentence, lexicon: Lexicon, around: Surroundings) -> bool:
    """ "Saidpur ki baat hai", "mamla Saidpur ka hai", "this is about Saidpur", "it happened in Saidpur"."""
    sounds, start, end = sentence.sounds, around.start, around.end
    if start and not sentence.paused[start]:
        before = sentence.words[start - 1].lower
        if start > 1 and before == "about" and sentence.words[start - 2].lower in _IS:
            return True
        if start > 1 and around.lead == "in" and sounds[start - 2] in lexicon["happened_words"]:
            return True
    if around.post != "of" or not _open(sentence, end + 1):
        return False
    if sounds[end + 1] in lexicon["copulas"]:
        return start > 0 and not sentence.paused[start] and sounds[start - 1] in lexicon["matter_words"]
    told = sounds[end + 1] in lexicon["matter_words"]
    return told and _open(sentence, end + 2) and sounds[end + 2] in lexicon["copulas"]


def _open(sentence: Sentence, position: int) -> bool:
    """Whether the phrase goes on at `position`: there is a word, and no pause or tag before it."""
    return position < len(sentence) and not sentence.paused[position] and not sentence.closed[position]


def _read_after(sentence: Sentence, lexicon: Lexicon, at: int, around: Surroundings, prefixed: bool) -> None:
    at = _read_nouns(sentence, lexicon, at, around, prefixed)
    around.end = at
    if not _open(sentence, at):
        return
    sounds = sentence.sounds
    if _read_distance_after(sentence, lexicon, at, around) or _read_relation_after(sentence, lexicon, at, around):
        return
    sound = sounds[at]
    if sound in lexicon["locatives"]:
        around.post = "in"
        if sound in lexicon["on_words"] and around.noun:
            around.relation = "on" if around.noun in lexicon["on_nouns"] else "at"
        around.end = at + 1
    elif sound in lexicon["from_words"]:
        around.post = "from"
    elif sound in lexicon["possessives"]:
        around.post = "in" if _is_in_its_fields(sentence, lexicon, at + 1) else "of"
    elif sound in lexicon["to_words"]:
        around.post = "to"
    elif sound in lexicon["via_words"] and sound not in lexicon["english_via"]:
        around.via = True
    elif sound in lexicon["motion"]:
        around.post = "onward"
    if around.post in {"from", "of"} and _open(sentence, at + 1) and sounds[at + 1] in lexicon["via_words"]:
        around.via = True


def _is_in_its_fields(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """ "Sarauna ke khet me", "Bumkaha ke sivan me"."""
    if not (_open(sentence, at) and _open(sentence, at + 1)):
        return False
    return sentence.sounds[at] in lexicon["field_nouns"] and sentence.sounds[at + 1] in lexicon["locatives"]


def _read_nouns(sentence: Sentence, lexicon: Lexicon, at: int, around: Surroundings, prefixed: bool) -> int:
    """Words of kind ("thana", "gaon") and landmark nouns ("ke shiv mandir", "chauraha") after the name."""
    sounds = sentence.sounds
    for _ in range(3):
        if not _open(sentence, at):
            break
        kind = lexicon.kinds.at(sounds, at)
        if around.kind is not None and sounds[at] in lexicon["premise_words"]:
            at += 1
            continue
        if kind is not None and prefixed and _opens_name(sentence, lexicon, at + kind[1]):
            break
        noun_at = at + 1 if around.noun is None and sounds[at] in lexicon["possessives"] else at
        modifiers = 0
        while modifiers < 2 and _open(sentence, noun_at) and _modifies(sentence, lexicon, noun_at):
            noun_at, modifiers = noun_at + 1, modifiers + 1
        noun = lexicon.landmarks.at(sentence.breaths, noun_at) if _open(sentence, noun_at) else None
        if kind is not None and (noun is None or noun_at > at or noun[1] <= kind[1]):
            around.kind = kind[0] if around.kind in {None, "town"} else around.kind
            at += kind[1]
        elif noun is not None:
            around.noun = "".join(sounds[noun_at : noun_at + noun[1]])
            at = noun_at + noun[1]
        else:
            of_kind = lexicon.kinds.at(sounds, at + 1) if sounds[at] in lexicon["possessives"] else None
            if (
                of_kind is None
                or of_kind[0] in {"village", "district", "town"}
                or around.kind
                or not _open(sentence, at + 1)
            ):
                break
            around.kind = of_kind[0]
            at += 1 + of_kind[1]
    return at


def _modifies(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """Whether the word goes with a landmark ("shiv mandir", "sai mandir"); "se" sounds like Sai."""
    sound = sentence.sounds[at]
    return sound in lexicon["landmark_modifiers"] and not (
        sound in lexicon["from_words"] and not sentence.words[at].lower.startswith(("sai", "साई", "साईं"))
    )


def _read_relation_after(sentence: Sentence, lexicon: Lexicon, at: int, around: Surroundings) -> bool:
    sounds = sentence.sounds
    if sentence.is_and(at) or _is_thanas(sentence, lexicon, at):
        return False
    particle = sounds[at] in lexicon["possessives"] or sounds[at] in lexicon["from_words"]
    whole = lexicon.after.at(sounds, at)
    inner = lexicon.after.at(sounds, at + 1) if particle and _open(sentence, at + 1) else None
    if (whole is None and inner is None) or _is_passed(sentence, at):
        return False
    meaning, size = whole or inner or ("", 0)
    if whole is None:
        size += 1
    elif meaning in {"towards", "before", "after", "above"} and sounds[at] not in lexicon["side_words"]:
        return False
    if meaning == "beyond" and around.noun is not None and sounds[at] in lexicon["possessives"]:
        meaning = "in front of"
    around.relation = meaning
    around.post = around.post or ("towards" if meaning == "towards" else "in")
    around.end = at + size
    return True


def _is_thanas(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """ "Patrahi under Chandwak thana": whose place it is, and nothing above it."""
    near = range(at + 1, min(at + 4, len(sentence)))
    return sentence.words[at].lower == "under" and any(
        kind is not None and kind[0] in WIDE_KINDS for kind in (lexicon.kinds.at(sentence.sounds, one) for one in near)
    )


def _is_passed(sentence: Sentence, at: int) -> bool:
    """Whether the word is the English "pass" of "high school pass 5000", and no "paas"."""
    follows = sentence.sounds[at + 1] if _open(sentence, at + 1) else ""
    return sentence.words[at].lower == "pass" and follows.isdigit()


def _read_distance_after(sentence: Sentence, lexicon: Lexicon, at: int, around: Surroundings) -> bool:
    """ "X se 2 km pehle", "X ke do kilometer aage": the distance and the side."""
    sounds = sentence.sounds
    begin = at + 1 if sounds[at] in lexicon["possessives"] or sounds[at] in lexicon["from_words"] else at
    if begin < len(sentence) and sounds[begin] in lexicon["nearly_words"]:
        begin += 1
    distance = read_distance(sentence, lexicon, begin)
    if distance is None:
        return False
    words, after = distance
    side = "away"
    if _open(sentence, after):
        meaning = lexicon.after.at(sounds, after)
        if sounds[after] in lexicon["ahead_words"]:
            side, after = "beyond", after + 1
        elif meaning is not None and meaning[0] in {"before", "after", "behind", "towards"}:
            side, after = meaning[0], after + meaning[1]
        elif sounds[after] in lexicon["away_words"]:
            after += 1
    around.relation, around.post, around.end = f"{words} {side}", "in", after
    return True


def read_distance(sentence: Sentence, lexicon: Lexicon, at: int) -> tuple[str, int] | None:
    """("2 km", position after it) where a distance stands at `at`."""
    if at + 1 >= len(sentence) or sentence.closed[at]:
        return None
    sound = sentence.sounds[at]
    number = sound if sound.isdigit() and len(sound) <= 4 else None
    if number is None and sound in lexicon.numbers:
        number = f"{lexicon.numbers[sound]:g}"
    unit = lexicon.units.at(sentence.sounds, at + 1)
    if number is None or unit is None:
        return None
    return f"{number} {unit[0]}", at + 1 + unit[1]


def _kind_before(sentence: Sentence, lexicon: Lexicon, first: int, floor: int) -> tuple[str, int] | None:
    """(kind, words) of a kind word just before a name ("gram Sirsi"), or of "gaon ka naam" before it."""
    at = first
    if at and not sentence.paused[at] and sentence.sounds[at - 1] == "nam" and at >= 3:
        at -= 2 if sentence.sounds[at - 2] in lexicon["possessives"] else 0
    if not at or sentence.paused[at]:
        return None
    kind = lexicon.kinds.before(sentence.sounds, at)
    if kind is None and sentence.sounds[at - 1] in lexicon["locality_words"]:
        kind = "landmark", 1
    if (
        kind is not None
        and sentence.sounds[at - 1] in lexicon["after_name"]
        and _closes_name(sentence, lexicon, at - 1)
    ):
        return None
    if kind is None or at - kind[1] < floor or any(sentence.closed[at - kind[1] : at]):
        return None
    return kind[0], first - at + kind[1]


def _closes_name(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """Whether the word of kind at `at` belongs to a name before it: "Barthi gaon Sakaldiha"."""
    return at > 0 and sentence.joined[at] and not sentence.closed[at - 1] and _opens_name(sentence, lexicon, at - 1)


def _opens_name(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """Whether a name may begin at `at`, so that a kind word before it is that name's ("gram Sirsi thana Karanda")."""
    if not _open(sentence, at):
        return False
    sound = sentence.sounds[at]
    return not (
        sound in lexicon.function
        or sound in lexicon.common
        or lexicon.kinds.at(sentence.sounds, at) is not None
        or lexicon.after.at(sentence.sounds, at) is not None
    )


def _read_before(
    sentence: Sentence, lexicon: Lexicon, first: int, around: Surroundings, kind: tuple[str, int] | None
) -> None:
    sounds = sentence.sounds
    at = first
    if kind is not None and around.kind is None:
        around.kind = kind[0]
        at -= kind[1]
    around.start = at
    if at and not sentence.paused[at] and sounds[at - 1] == "te":
        at -= 1
    if at > 1 and not sentence.paused[at] and not sentence.paused[at - 1] and sounds[at - 1] in lexicon["copulas"]:
        at -= sounds[at - 2] in lexicon["place_words"]  # "jagah hai Padav"
    if at and sounds[at - 1] in lexicon["place_words"] and (at < 2 or sounds[at - 2] not in lexicon["possessives"]):
        around.lead = "in"
        return
    if not at or sentence.paused[at] or sentence.closed[at - 1]:
        return
    relation = lexicon.prepositions.before(sounds, at)
    sound = sounds[at - 1]
    english = sentence.words[at - 1].text.isascii()
    if sentence.words[at - 1].lower == "of" and (relation is None or relation[1] == 1):  # it sounds like "opp"
        around.lead = "of"
        return
    if relation is not None and relation[0] == "under" and around.kind in WIDE_KINDS:
        around.start, around.lead = at - relation[1], "of"  # "Patrahi under Chandwak thana"
        return
    if relation is not None and english and not _is_hindi_particle(sentence, lexicon, at, relation[1]):
        around.start = at - relation[1]
        around.lead = "to" if relation[0] == "towards" else "in"
        around.relation = around.relation or _with_distance(sentence, lexicon, around, relation[0])
    elif sound in lexicon["english_from"]:
        around.lead = "from"
    elif english and sound in lexicon["english_to"] and not _is_hindi_then(sentence, lexicon, at):
        around.lead = "to"
    elif english and sound in lexicon["english_via"]:
        around.via = True
    elif english and sentence.words[at - 1].lower in {"in", "at", "on", "inside", "within"}:
        around.lead = "in"


def _is_hindi_particle(sentence: Sentence, lexicon: Lexicon, at: int, size: int) -> bool:
    """Whether "under", "opposite" before the name belongs to an earlier noun ("pul ke under Shahganj")."""
    before = at - size - 1
    return before >= 0 and sentence.sounds[before] in lexicon["possessives"] and not sentence.paused[at - size]


def _is_hindi_then(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """ "laut rahe the to Kajgaon ke pehle": the Hindi "to" after a finite verb, and no way there."""
    before = at - 2
    return before >= 0 and not sentence.paused[at - 1] and sentence.sounds[before] in lexicon["copulas"]


def _with_distance(sentence: Sentence, lexicon: Lexicon, around: Surroundings, relation: str) -> str:
    """The relation with a distance that stands before it ("2 km before Shahganj")."""
    for back in (2, 3):
        at = around.start - back
        distance = read_distance(sentence, lexicon, at) if at >= 0 else None
        if distance is not None and distance[1] == around.start:
            around.start = at
            return f"{distance[0]} {relation}"
    return relation


def _is_person(sentence: Sentence, lexicon: Lexicon, first: int, last: int, around: Surroundings) -> bool:
    """Whether the words around say that this is somebody's name."""
    if around.kind is not None or around.noun is not None:
        return False
    sounds = sentence.sounds
    if around.post == "of" and _open(sentence, last + 1) and sounds[last + 1] in _NAMED_BY:
        return not _names_a_place(sentence, lexicon, last)  # "paikar ka naam Zakir"
    if _open(sentence, last) and sounds[last] in lexicon["name_after"]:
        return not (sounds[last] in {"nam"} and _names_a_place(sentence, lexicon, last + 2))
    if not first or sentence.paused[first] or sentence.closed[first - 1]:
        return False
    within = around.post == "in" and sentence.words[around.end - 1].lower in WITHIN
    if within and sounds[first - 1] not in _NAMED_BY:
        return False  # "mere mama Saidpur me rehte hain", "do baba Khutahan me aaye the"
    if sounds[first - 1] in lexicon["name_before"]:
        if first > 1 and sounds[first - 2] in lexicon["right_words"] and not sentence.paused[first - 1]:
            return False  # "sahi naam Jalalpur hai"
        return not _names_a_place(sentence, lexicon, first - 3) and around.relation is None
    return False


def _names_a_place(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """ "gaon ka naam X", "X naam ke gaon": the name told is a place's."""
    if not 0 <= at < len(sentence):
        return False
    return lexicon.kinds.at(sentence.sounds, at) is not None or sentence.sounds[at] in lexicon["place_words"]
