"""Text as every reader of the project sees it: one normal form, words with offsets, digits, clusters.

`normalise` runs once, at the door. All offsets elsewhere are those of its result.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

import regex

LONGEST_MESSAGE = 65_536  # characters; WhatsApp sends at most 4,096, the command line may send more

# Letters with nukta that NFC leaves in two code points and keyboards send in one (Unicode composition exclusions).
_NUKTA_PAIRS = {
    "\u0958": "\u0915\u093c",
    "\u0959": "\u0916\u093c",
    "\u095a": "\u0917\u093c",
    "\u095b": "\u091c\u093c",
    "\u095c": "\u0921\u093c",
    "\u095d": "\u0922\u093c",
    "\u095e": "\u092b\u093c",
    "\u095f": "\u092f\u093c",
}
# Cyrillic and Greek letters that look like Latin ones: used to slip words past a reader.
_HOMOGLYPHS = dict(
    zip(
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u03bf\u03b1\u039f\u0391",
        "aeopcyxijsABEKMHOPCTXIoaOA",
        strict=True,
    )
)
_FOLDED = str.maketrans(_NUKTA_PAIRS | _HOMOGLYPHS)
_TO_FOLD = re.compile(f"[{''.join(_NUKTA_PAIRS | _HOMOGLYPHS)}]")
_STYLED = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff]")
# ZWJ and ZWNJ also go: they only choose a glyph's look, never a word's sense in Hindi.
# Halves of surrogate pairs go too: JSON can carry them, UTF-8 cannot.
_INVISIBLE = regex.compile(r"[\p{Cf}\p{Cs}\p{Cc}--[\n\t]]+", flags=regex.V1)
_SPACES = regex.compile(r"[^\S\n]+")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*")
_DEVANAGARI = regex.compile(r"\p{Devanagari}")
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")


class Token(NamedTuple):
    """A word of a text: `text == source[start:end]`."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.text.lower()


def normalise(text: str) -> str:
    """Gives the one form in which a message is read: NFC, nukta letters in two code points, look-alike letters folded,
    invisible and control characters gone, runs of blanks as one space, cut at `LONGEST_MESSAGE` characters."""
    text = unicodedata.normalize("NFC", text[:LONGEST_MESSAGE])
    # Full-width or styled (mathematical) letters and digits, as some keyboards and spammers send.
    text = unicodedata.normalize("NFKC", text) if _STYLED.search(text) else text
    text = text.translate(_FOLDED) if _TO_FOLD.search(text) else text
    text = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _SPACES.sub(" ", text).strip()


def tokens(text: str) -> list[Token]:
    """Words and numbers of `text` in order; Devanagari vowel signs stay within their word."""
    return [Token(match.group(), *match.span()) for match in _WORD.finditer(text)]


def is_devanagari(text: str) -> bool:
    """Whether any character of `text` is Devanagari."""
    return _DEVANAGARI.search(text) is not None


def ascii_digits(text: str) -> str:
    """`text` with Devanagari digits as 0-9; same length, so offsets hold."""
    return text.translate(_DIGITS)


def clusters(text: str) -> list[str]:
    """User-perceived characters (extended grapheme clusters): a cut between them never breaks a Devanagari letter."""
    found: list[str] = regex.findall(r"\X", text)
    return found
