"""What holds a village, told beside it: the thana, block, tehsil or town it lies in."""

from __future__ import annotations

from collections.abc import Iterable

from satark.gazetteer.entry import Entry
from satark.gazetteer.index import NameIndex
from satark.gazetteer.lexicon import Lexicon
from satark.gazetteer.resolve import WIDE_KINDS
from satark.gazetteer.sentence import Sentence
from satark.gazetteer.spelling import HALF

VILLAGES = frozenset({"village", "gram_panchayat"})
OF_THERE = frozenset({"bala", "bale", "bali"})  # "Mohammadabad wala Gyanpur"


class Holders:
    """Finds the wider place of a village's own district that is told before or behind it."""

    def __init__(self, index: NameIndex, lexicon: Lexicon) -> None:
        self._index = index
        self._lexicon = lexicon

    def is_town(self, sentence: Sentence, at: int) -> bool:
        """Whether a wider place is named right there: "gaon Kundi Badlapur me"."""
        named = not sentence.closed[at] and self._index.has(sentence.bones[at])
        return named and any(
            not hit.entry.small and not hit.slips for hit in self._index.exact([sentence.words[at].text])
        )

    def _hold(self, words: Iterable[str], village: Entry) -> bool:
        """Whether the words are a wider place of the village's district."""
        return any(
            not hit.slips and not hit.entry.small and hit.entry.district == village.district
            for hit in self._index.exact(list(words))
        )

    def is_after(self, sentence: Sentence, first: int, village: Entry) -> bool:
        """ "Mohammadabad wala Gyanpur": the place of that name in the wider one."""
        if first < 2 or sentence.sounds[first - 1] not in OF_THERE or sentence.paused[first]:
            return False
        return self._hold([sentence.words[first - 2].text], village)

    def is_before(self, sentence: Sentence, last: int, village: Entry) -> bool:
        """Whether the village's own town, thana, tehsil or district follows: "Chorouli Chakia"."""
        return self.end(sentence, last, village) is not None

    def end(self, sentence: Sentence, last: int, village: Entry) -> int | None:
        """Where the village's own town, thana, tehsil or district ends that follows at `last`; a misspelt one counts
        where the district comes behind it: "Kundaser mohmdabad ghazipur"."""
        kind = self._lexicon.kinds.at(sentence.sounds, last)
        last += kind[1] if kind and kind[0] not in VILLAGES else 0  # "Bhadkhari, thana Chandauli"
        for end in (last + 1, last + 2):
            if end > len(sentence) or sentence.starts_sentence(end - 1) or sentence.closed[end - 1]:
                return None
            if self._index.has("".join(sentence.bones[last:end])) and any(
                hit.slips <= HALF and not hit.entry.small and hit.entry.district == village.district
                for hit in self._index.exact([word.text for word in sentence.words[last:end]])
                if not hit.slips or self.end(sentence, end, village) is not None
            ):
                return end
        return None

    def is_told_before(self, sentence: Sentence, first: int, village: Entry) -> bool:
        """ "Gahmar thana, gaon Bara", "Dharmapur block ke Bithar gaon me", "dobhi block Kakrapar": the village's own
        thana, tehsil or block, told with its kind right before it, and the word for a village or a pause beside it."""
        lexicon, sounds, at = self._lexicon, sentence.sounds, first
        opened = at > 0 and sounds[at - 1] in lexicon["opens_village"]
        at -= opened
        at -= at > 0 and sounds[at - 1] in lexicon["possessives"]
        kind = lexicon.kinds.before(sounds, at) if at else None
        if kind is None or kind[0] not in WIDE_KINDS:
            return False
        at -= kind[1]
        held = any(
            start >= 0 and self._hold([word.text for word in sentence.words[start:at]], village)
            for start in (at - 1, at - 2)
        )
        following = lexicon.kinds.at(sounds, first + 1) if first + 1 < len(sentence) else None
        told = opened or (following is not None and following[0] in VILLAGES)
        return held and (told or first + 1 >= len(sentence) or sentence.paused[first + 1])

    def is_told_behind(self, sentence: Sentence, at: int) -> bool:
        """ "... gaon, tehsil Shahganj": a village's word at `at`, and after a pause the word of what holds it."""
        if at >= len(sentence) or not sentence.joined[at]:
            return False
        kinds = self._lexicon.kinds
        village = kinds.at(sentence.sounds, at)
        if village is None or village[0] not in VILLAGES:
            return False
        at += village[1]
        holder = kinds.at(sentence.sounds, at) if at < len(sentence) and sentence.paused[at] else None
        return holder is not None and holder[0] in WIDE_KINDS

    def makes_address(self, sentence: Sentence, first: int, last: int, village: Entry) -> bool:
        """ "... utra gail, Kaili Chahaniya.", "Karara Saidpur tahsil ha": an everyday word, the village's own town and
        nothing else between two pauses."""
        kind = self._lexicon.kinds.at(sentence.sounds, last)
        if self.is_told_before(sentence, first, village) or (
            kind and kind[0] in VILLAGES and self.end(sentence, last + kind[1], village) is not None
        ):
            return True  # "Gahmar thana, gaon Bara", "Bhadi gaon Shahganj me"
        end = self.end(sentence, last, village)
        opened = self._lexicon.kinds.before(sentence.sounds, first) if first and not sentence.paused[first] else None
        if end is not None and opened is not None and opened[0] in VILLAGES:
            return True  # "gaon Bara, thana Gahmar"
        while end is not None and end < len(sentence) and not sentence.paused[end]:
            kind = self._lexicon.kinds.at(sentence.sounds, end)
            further = end + kind[1] if kind else self.end(sentence, end, village)
            if further is None and sentence.sounds[end] in self._lexicon["copulas"]:
                further = end + 1
            end = further
        return end is not None and sentence.is_fragment(first, end)
