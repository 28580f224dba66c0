"""Where the teller lives, works or signs: told of a person, and no incident place unless it happens there."""

from __future__ import annotations

from satark.gazetteer.entry import OUTSIDE
from satark.gazetteer.lexicon import Lexicon
from satark.gazetteer.sentence import Sentence
from satark.gazetteer.spots import Spot
from satark.phonetics import sound_key

SUBJECT_BEFORE = 6  # words from "main", "hum" to the place
NEAR_KIN = 5  # words from "my husband" to where he is
STAY_AFTER = 7  # words from the place to the verb of living or working
ENGLISH_BEFORE = 12  # words from "I" to the place
LONGEST_TITLE = 6  # words of a line that names an office
LONGEST_SIGNATURE = 30  # words after "Yours faithfully"


_LIES = ("padt", "padat", "pard", "पड़")  # "gaon padta hai", which sounds like padhta
_LIVE = frozenset({"live", "living", "lives", "staying", "residing"})
_WED = frozenset({"married", "marriage"})
_AM = (["am"], ["are"])  # "what can we do, we are in Surat"


class StayReader:
    """Tells the places of the teller's own life from those of the event: home, work, kin, address, signed."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def role(self, sentence: Sentence, spot: Spot) -> str | None:
        """The role, or None where the place is not told as one of the teller's life."""
        around = spot.around
        afar = bool(spot.hits) and all(hit.entry.district == OUTSIDE for hit in spot.hits)
        if around.lead is not None and around.relation is None and self._is_kin(sentence, spot.start, afar):
            return "kin"
        if around.lead == "in" and self._after_post(sentence, spot):
            return "work"  # "my brother is [reporter post] at Gorakhpur"
        if around.post == "of" and self._of_own_post(sentence, spot):
            return "home"  # "[reporter post] hu gram Saidpur ki"
        if around.post != "in" and around.relation is None and self._is_address(sentence, spot):
            return (
                self._own_stay(sentence, spot, max(spot.last, around.end))
                or self._english_stay(sentence, spot)
                or "address"
            )
        if around.relation is not None and self._is_their_house(sentence, spot):
            return None
        at = spot.last if around.post == "in" else max(spot.last, around.end)
        if self._told_before(sentence, spot) or self._told_after(sentence, at):
            if afar and self._has_kin(sentence, spot.start):
                return "kin"  # "mere pati Saudi me rahte hain"
            return "work" if self._works(sentence, spot, at) else "home"
        return self._own_stay(sentence, spot, max(spot.last, around.end)) or self._english_stay(sentence, spot)

    def signature(self, sentence: Sentence, spots: list[Spot]) -> int:
        """The word from which on the letter is only signed; the sentence's end where it is not."""
        lexicon, end = self._lexicon, len(sentence)
        for at in range(end - 1, max(0, end - LONGEST_SIGNATURE) - 1, -1):
            if (
                sentence.closed[at]
                or not (at and sentence.paused[at])
                or lexicon.closing.at(sentence.sounds, at) is None
            ):
                continue
            if any(spot.end <= at and spot.hits and spot.role != "office" for spot in spots):
                return at
        return end

    def heading(self, sentence: Sentence) -> int:
        """The word from which on a letter speaks: before it stands who it is written to ("To the SHO Gahmar.")."""
        if not len(sentence) or self._lexicon.opening.at(sentence.sounds, 0) is None:
            return 0
        at = sentence.bounds(0)[1]
        while at < len(sentence):
            last = sentence.bounds(at)[1]
            initials = {word.text for word in sentence.words[at:last]} & self._lexicon.office_initials
            titles = self._lexicon["office_words"] | self._lexicon["officers"]
            if last - at > LONGEST_TITLE or not (initials or titles.intersection(sentence.sounds[at:last])):
                break
            at = last
        return at

    def _told_before(self, sentence: Sentence, spot: Spot) -> bool:
        return any(
            self._lexicon.home_before.before(sentence.sounds, at) is not None
            and not sentence.paused[at]
            and not sentence.closed[at - 1]
            for at in {spot.start, spot.first}
        )

    def _told_after(self, sentence: Sentence, at: int) -> bool:
        return any(
            position < len(sentence)
            and not sentence.closed[position]
            and self._lexicon.home_after.at(sentence.sounds, position) is not None
            and not sentence.words[position].lower.startswith(_LIES)
            and not sentence.paused[at]
            and (position == at or sentence.sounds[at] in self._lexicon.function)
            for position in (at, at + 1)
        )

    def _works(self, sentence: Sentence, spot: Spot, at: int) -> bool:
        near = [*sentence.sounds[max(0, spot.start - 4) : spot.start], *sentence.sounds[at : at + STAY_AFTER]]
        return not self._lexicon["work_stays"].isdisjoint(near)

    def _is_their_house(self, sentence: Sentence, spot: Spot) -> bool:
        """ "unka ghar Kotwali ke paas hai": where the house of somebody told of stands, and no home of the teller."""
        sounds = sentence.sounds
        return (
            spot.start >= 2
            and sounds[spot.start - 1] in self._lexicon["house_words"]
            and sentence.words[spot.start - 2].lower in self._lexicon.theirs
        )

    def _is_kin(self, sentence: Sentence, at: int, afar: bool) -> bool:
        """Whether "my uncle in", "my husband is in" stands before the place: the teller's kin lives there; not "my
        sister is married in". Nothing happens `afar`, though a tag stands between."""
        if any(word.lower in _WED for word in sentence.words[max(0, at - 2) : at]):
            return False
        told = [place for place in range(sentence.bounds(at)[0], at) if not (afar and sentence.closed[place])]
        before = [sentence.sounds[place] for place in told[-NEAR_KIN:]]
        own = [place for place, sound in enumerate(before) if sound in self._lexicon["self"]]
        return bool(own) and any(sound in self._lexicon["kin"] for sound in before[own[0] + 1 :])

    def _is_address(self, sentence: Sentence, spot: Spot) -> bool:
        """ "mera pata: ward 4, Saiyadraja." and what stands beside a masked address, up to the end of the sentence."""
        at = spot.start
        while at and not sentence.starts_sentence(at):
            at -= 1
            if sentence.closed[at]:
                if sentence.is_reporter(at, "address"):
                    return sentence.paused[spot.start] or self._ends(sentence, spot)
            elif self._lexicon.address.at(sentence.sounds, at) is not None:
                return True
            elif sentence.sounds[at] in self._lexicon["locatives"]:
                return False
        return False

    def _after_post(self, sentence: Sentence, spot: Spot) -> bool:
        """ "[reporter post] at Gorakhpur"."""
        at = spot.first - 1
        while at > 0 and sentence.sounds[at] in self._lexicon["english_in"]:
            at -= 1
        while at > 0 and sentence.closed[at - 1]:
            at -= 1
        return at >= 0 and sentence.is_reporter(at, "post")

    def _of_own_post(self, sentence: Sentence, spot: Spot) -> bool:
        """ "[reporter post] hu X ki": whose office the teller holds."""
        at = spot.start - 1
        after = max(spot.last, spot.around.end) + 1  # behind "ki"
        ends = after >= len(sentence) or sentence.paused[after]
        if at < 1 or sentence.words[at].lower not in self._lexicon.own_copulas or not ends:
            return False
        at -= 1
        while at and sentence.closed[at - 1]:
            at -= 1
        return sentence.is_reporter(at, "post")

    def _ends(self, sentence: Sentence, spot: Spot) -> bool:
        end = max(spot.last, spot.around.end)
        return end >= len(sentence) or sentence.paused[end]

    def _own_stay(self, sentence: Sentence, spot: Spot, at: int) -> str | None:
        """ "main Saidpur me rehta hu", "hum Shahganj se hain", "Saidpur me compounder hu"."""
        if spot.around.post not in {"in", "of", "from", None} or spot.around.relation in {"near", "behind"}:
            return None
        lexicon, sounds = self._lexicon, sentence.sounds
        is_told = self._has_subject(sentence, spot.start) or self._has_kin(sentence, spot.start)
        role = "home" if spot.around.post == "in" and self._stays_before(sentence, spot.start) else None
        for position in range(at, min(at + STAY_AFTER + 1, len(sentence))):
            if sentence.paused[position]:
                tagged = position > at and all(sentence.closed[at:position]) and sentence.is_reporter(at)
                return role if tagged and is_told else None  # "main ... hun, Kidhawai me [reporter post], ..."
            if sentence.closed[position]:
                role = "work" if sentence.is_reporter(position) else role
                continue
            sound = sounds[position]
            if sound in lexicon["finite_stays"] and is_told:
                return "kin" if self._has_kin(sentence, spot.start) else "work"
            if sound in lexicon["stay_words"] and role is None:
                role = "home"
            elif sound in lexicon["work_stays"] or sound in lexicon["trades"]:
                role = "work"
            is_copula = sound in lexicon["copulas"]
            if is_copula and spot.around.post in {"from", "of"} and position - at <= 2 and is_told:
                return "home"
            if is_copula and position == at and spot.around.post == "in" and self._has_kin(sentence, spot.start):
                return "kin"
            if role is not None and (sentence.words[position].lower in lexicon.own_copulas or (is_told and is_copula)):
                return role
            if (sound in lexicon["motion"] or sound in lexicon["presence_words"]) and role is None:
                return None
            role = role or self._unlisted_trade(sentence, spot, position, at, is_told)
        return None

    def _stays_before(self, sentence: Sentence, start: int) -> bool:
        """ "rehta to X me hu", "mayke X me hu": the verb of staying, or whose house it is, before the place."""
        for at in range(start - 1, max(-1, start - 3), -1):
            if sentence.paused[at + 1]:
                return False
            if sentence.sounds[at] in self._lexicon["stay_words"] | self._lexicon["parents_houses"]:
                return True
        return False

    def _has_subject(self, sentence: Sentence, start: int) -> bool:
        """Whether "main", "hum" stands before the place in its clause."""
        if sentence.starts_sentence(start):
            return False
        for at in range(start - 1, max(-1, start - 1 - SUBJECT_BEFORE), -1):
            if sentence.words[at].lower in self._lexicon.subjects:
                return True
            if sentence.starts_sentence(at):
                return False
        return False

    def _unlisted_trade(self, sentence: Sentence, spot: Spot, position: int, at: int, is_told: bool) -> str | None:
        """ "main X me Y hu": whatever Y is, a noun between the place and the copula is what the teller does there."""
        following = position + 1
        if spot.around.post != "in" or not is_told or position > at + 1 or following >= len(sentence):
            return None
        verb = sentence.sounds[position].endswith(("ta", "te", "ti", "kar", "ke", "raha", "rahi"))
        return "work" if not verb and sentence.words[following].lower in self._lexicon.own_copulas else None

    def _has_kin(self, sentence: Sentence, start: int) -> bool:
        """Whether "mere pati" stands just before the place."""
        before = sentence.sounds[max(0, start - 4) : start]
        return not self._lexicon["self"].isdisjoint(before) and not self._lexicon["kin"].isdisjoint(before)

    def _english_stay(self, sentence: Sentence, spot: Spot) -> str | None:
        """ "I am a teacher in X", "we run a shop at X"."""
        if spot.around.lead is None and spot.start and not sentence.closed[spot.start - 1]:
            return None
        words, lexicon = sentence.words, self._lexicon
        if sentence.starts_sentence(spot.start):
            return None
        opens = sentence.bounds(spot.start)[0]
        if words[opens].lower in _LIVE and spot.start - opens <= 2:
            return "home"  # "Live in X but the police there do not listen"
        for at in range(spot.start - 1, max(-1, spot.start - 1 - ENGLISH_BEFORE), -1):
            word = words[at].lower
            if (word in lexicon.clause_breaks and words[at + 1].lower not in {"a", "an"}) or sentence.starts_sentence(
                at + 1
            ):
                return None
            if word in {"i", "we"}:
                after = [words[place].lower for place in range(at + 1, min(at + 6, spot.start))]
                afar = bool(spot.hits) and all(hit.entry.district == OUTSIDE for hit in spot.hits)
                return "home" if afar and after[:1] in _AM and spot.start - at <= 3 else self._english_role(after)
        return None

    def _english_role(self, after: list[str]) -> str | None:
        while after and after[0] in self._lexicon.english_fillers:
            after = after[1:]
        if not after:
            return None
        is_trade = sound_key(after[0]) in self._lexicon["trades"]
        if after[0] in {"a", "an"} or after[0] in self._lexicon.english_work or is_trade:
            return "work"
        return "home" if after[0] in self._lexicon.english_lives else None
