"""Hindi in Roman letters written in Devanagari, where the embedding knows it far better.

The spelling of a word is the commonest one that has its sound among the training messages: `chori`, `choree` -> चोरी.
Words without one (English, names) stay as they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from satark.language import identify
from satark.phonetics import sound_key
from satark.text import is_devanagari, tokens


class Respelling:
    """Learnt spellings; `apply` gives a Roman Hindi message in Devanagari."""

    def __init__(self, texts: Iterable[str]) -> None:
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for text in texts:
            for token in tokens(text):
                if is_devanagari(token.text):
                    seen[sound_key(token.text)][token.text] += 1
        self._spelling = {key: spellings.most_common(1)[0][0] for key, spellings in seen.items() if key}

    def apply(self, text: str) -> str:
        """`text` respelt word by word if it is Hindi in Roman letters; any other as it is."""
        if identify(text) != "hi-Latn":
            return text
        parts, end = [], 0
        for token in tokens(text):
            kept = is_devanagari(token.text) or token.text.isdigit()
            parts += [text[end : token.start], token.text if kept else self._word(token.text)]
            end = token.end
        return "".join(parts) + text[end:]

    def _word(self, word: str) -> str:
        return self._spelling.get(sound_key(word), word)
