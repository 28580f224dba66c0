"""A message as the rules see it: words, marks, identifiers and tags, each one symbol that stands for its classes.

A `Rule` is a regular expression whose atoms are word classes in angle brackets:

    <my> <kin> (?P<name> <given|surname|open>{1,3} )

Blanks do not count. Symbols are one character a word, so a search is linear in the number of words.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

import regex

from satark.redaction.identifiers import Identifier, identifiers
from satark.redaction.lexicon import Lexicon, lexicon, symbols_of, tag_classes
from satark.redaction.needs import Need, Whereabouts, need_of

# Initials before a name are one word: "K. P. Sharma", "A.N. Dubey", "R K Verma"; the office S.P. is none.
_INITIALS = r"(?<![\p{L}.])(?!S\. ?P\b|D\. ?M\b|U\. ?P\b)(?:(?:[A-Z]\. ?){1,4}|(?:[B-HJ-Z] ){2,3})(?=[A-Z][a-z]{2})"
# An apostrophe after the first letter of a name belongs to it: D'Souza, O'Neil.
_TOKEN = regex.compile(
    _INITIALS + r"|(?<!\p{L})[Mm]/[Ss](?!\p{L})"  # "M/s Kallu Traders"
    r"|(?<!\p{L})[DO]['’](?=\p{Lu}\p{Ll})\p{L}+|\p{L}[\p{L}\p{M}]*|[\p{N}][\p{N}\p{M}]*|\n|[^\s\p{L}\p{N}]",
    flags=regex.V1,
)
_MARKS = {
    **dict.fromkeys("!?।॥;", "stop"),
    **dict.fromkeys(":-–—=~>*_|•", "colon"),
    **dict.fromkeys("([{", "open_mark"),
    **dict.fromkeys(")]}", "close_mark"),
    "\n": "newline",
    ",": "comma",
    ".": "dot",
    "/": "slash",
}
_AFTER_SENTENCE = ("", " ", "\n")
_LETTER = re.compile("[A-Z]")  # "U.P.", "B.A.": its point ends no sentence
_STOP, _DOT = frozenset({"stop"}), frozenset({"dot"})
_SHORT = 120  # words of a message that is searched whole
_ATOM = re.compile(r"<([^<>=]+)>")
_GROUP = re.compile(r"\(\?P<(\w+)>")


Said = TypeVar("Said", bound=str)


class Word(NamedTuple):
    """One word, mark, identifier or tag: `text[start:end]`; `item` where it is an identifier or tag."""

    start: int
    end: int
    item: Identifier | None = None


class Passage:
    """A text cut into words, with `symbols[i]` the symbol of `words[i]` and `written[i]` how it stands (`#` for what is
    an identifier or a tag)."""

    def __init__(self, text: str, items: list[Identifier] | None = None) -> None:
        """`items` are the text's identifiers where they are known already."""
        self.text = text
        self.items = identifiers(text) if items is None else items
        self.words: list[Word] = []
        self.written: list[str] = []
        symbols: list[str] = []
        lex = lexicon()
        position = 0
        for item in self.items:
            self._cut(position, item.start, symbols, lex)
            self.words.append(Word(item.start, item.end, item))
            self.written.append("#")
            symbols.append(_item_symbol(item, lex))
            position = item.end
        self._cut(position, len(text), symbols, lex)
        self.symbols = "".join(symbols)
        self.whereabouts = Whereabouts(self.symbols)

    def _cut(self, start: int, end: int, symbols: list[str], lex: Lexicon) -> None:
        text, words, texts, abbreviation = self.text, self.words, self.written, symbols_of("abbreviation")
        for match in _TOKEN.finditer(text, start, end):
            first, last = match.span()
            written = match.group()
            if written[-1] == " ":  # initials before a name
                written, last = written[:-1], last - 1
            words.append(Word(first, last))
            texts.append(written)
            if written != ".":
                symbols.append(_word_symbol(written))
            elif text[last : last + 1] in _AFTER_SENTENCE and not (
                symbols and (symbols[-1] in abbreviation or _LETTER.fullmatch(text, *words[-2][:2]))
            ):
                symbols.append(lex.symbol(_STOP))
            else:
                symbols.append(lex.symbol(_DOT))

    def quote(self, first: int, last: int) -> str:
        """The text of words first..last-1 as it stands."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def within(self, start: int, end: int) -> range:
        """The indices of the words of which text[start:end] holds something."""
        first = max(0, bisect.bisect_right(self._starts, start) - 1)
        if first < len(self.words) and self.words[first].end <= start:
            first += 1
        return range(first, bisect.bisect_left(self._starts, end))

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where words first..last-1 stand in the text."""
        return self.words[first].start, self.words[last - 1].end

    def around(self, first: int, last: int, ends: str, before: int, after: int | None = None) -> tuple[int, int]:
        """The first word and the one after the last of what words first..last-1 stand in: up to the nearest of the
        `ends` (symbols) on either side, and no further than `before` and `after` words (as many where it is None)."""
        start, end, after = first, last, before if after is None else after
        while start and self.symbols[start - 1] not in ends and first - start < before:
            start -= 1
        while end < len(self.symbols) and self.symbols[end] not in ends and end - last < after:
            end += 1
        return start, end


_remembered: list[Passage] = []  # the last redacted text read: its phones, vehicles and risks are asked for in turn


def remember(passage: Passage) -> None:
    """Keeps the passage of a redacted text (never of one as it was sent) for those who read it next."""
    _remembered[:] = [passage]


def read(redacted_text: str) -> Passage:
    """The passage of a redacted text, the remembered one if it is that."""
    for passage in _remembered:
        if passage.text == redacted_text:
            return passage
    passage = Passage(redacted_text)
    remember(passage)
    return passage


def _item_symbol(item: Identifier, lex: Lexicon) -> str:
    if item.kind != "tag":
        return lex.symbol(frozenset({"id", item.kind}))
    inner = item.value[1:-1]
    owner, _, kind = inner.partition(" ")
    if owner not in ("reporter", "relative", "victim"):
        owner, kind = "unknown", inner
    return lex.symbol(tag_classes(owner, kind))


@functools.lru_cache(maxsize=65_536)
def _word_symbol(token: str) -> str:
    lex = lexicon()
    first = token[0]
    if len(token) > 1 and token[1] in ". ":
        return lex.symbol(frozenset({"initials"}))
    if first.isalpha():
        return lex.symbol(lex.classes(token))
    if first.isnumeric():
        return lex.symbol(frozenset({"num"}))
    return lex.symbol(frozenset({_MARKS.get(first, "other_mark")}))


class Rule(NamedTuple):
    """A compiled rule; see the module for its language."""

    pattern: re.Pattern[str]
    need: Need

    def finditer(self, passage: Passage) -> Iterator[re.Match[str]]:
        """Matches over the passage's symbols: spans are word indices."""
        if self.need.mask & passage.whereabouts.lacking():
            return iter(())
        if len(passage.symbols) <= _SHORT:
            return self.pattern.finditer(passage.symbols)
        return passage.whereabouts.matches(self.pattern, self.need)


def possible(passage: Passage, sources: tuple[str, ...]) -> Iterator[Rule]:
    """The rules among `sources` that may match `passage`: a few of many."""
    rules = _all_of(sources)
    lacking = passage.whereabouts.lacking()  # asked once all are compiled: it knows the needs of those alone
    return (one for mask, one in rules if not mask & lacking)


def possible_of(passage: Passage, sources: tuple[tuple[Said, str], ...]) -> Iterator[tuple[Said, Rule]]:
    """The same of rules each of which says something: with what it says."""
    rules = _all_of(tuple(source for _, source in sources))
    lacking = passage.whereabouts.lacking()
    return ((said, one) for (said, _), (mask, one) in zip(sources, rules, strict=True) if not mask & lacking)


@functools.cache
def _all_of(sources: tuple[str, ...]) -> list[tuple[int, Rule]]:
    return [(one.need.mask, one) for one in map(rule, sources)]


@functools.cache  # the rules are a few hundred constants
def rule(source: str) -> Rule:
    """Compiles `source`. Raises ValueError for an unknown class."""
    text = _GROUP.sub(r"(?P=\1=", source)
    text = _ATOM.sub(lambda atom: _any_of(atom[1]), text)
    text = re.sub(r"\(\?P=(\w+)=", r"(?P<\1>", text)
    pattern = re.compile("".join(text.split()))
    return Rule(pattern, need_of(pattern.pattern))


@functools.cache
def _any_of(classes: str) -> str:
    """One of the symbols of these classes as a regular expression, neighbours as ranges: they are parsed faster."""
    runs: list[list[str]] = []
    for symbol in symbols_of(classes):  # in order
        if runs and ord(symbol) == ord(runs[-1][1]) + 1:
            runs[-1][1] = symbol
        else:
            runs.append([symbol, symbol])
    return "[" + "".join(first if first == last else f"{first}-{last}" for first, last in runs) + "]"
