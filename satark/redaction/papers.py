"""Numbers and user names that only the word before them makes personal: passport, roll number, ration card, Instagram.

Shape alone would take in half of any message; so each is looked for right behind its label.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

_FILL = (
    r"(?:[ .:=/-]|\b(?:no|num|number|nambar|nmbr|id|card|code|mera|meri|my|is|hai|h)\b"
    r"|नंबर|नम्बर|नं|आईडी|कार्ड|संख्या|है){0,6}"
)
_PAPER = regex.compile(
    r"(?:\b(?:passport|roll|enrol+ment|employee|emp|staff|pension|policy|ration|pno|badge|buckle|belt|admission|"
    r"registration|regn|regd|abha|pf|uan|esic|samagra|job ?card|kisan)\b|पासपोर्ट|रोल|राशन|पेंशन|पेन्शन|नामांकन)"
    rf"{_FILL}[ .:=/-]?(?P<number>(?=[A-Z/-]{{0,8}}[0-9])[A-Z0-9](?:[A-Z0-9]|[/-](?=[A-Z0-9])){{3,19}})"
    r"(?![\p{L}\p{N}])",
    flags=regex.IGNORECASE,
)
_HANDLE = regex.compile(
    r"(?:\b(?:insta|instagram|facebook|fb|telegram|snapchat|snap|twitter|discord)\b|इंस्टाग्राम|फेसबुक|टेलीग्राम)"
    r"(?:[ .:=-]|\b(?:id|handle|user ?name|account|profile|par|pe|mera|meri|my|is|hai|h)\b|आईडी|पर|है){0,6}"
    r"(?P<name>(?=[A-Za-z.]{0,30}[0-9_])[A-Za-z0-9][\w.]{3,40})(?![\p{L}\p{N}])",
    flags=regex.IGNORECASE | regex.ASCII,
)
_LEAST_DIGITS = 4
# "a/c XXXXXX4524": the end of an account, as a bank's message tells it.
_ENDING = regex.compile(
    rf"(?:\b(?:a/c|ac|acc?t|account|khata)\b|खाता){_FILL}(?P<number>[X*]{{2,14}}[ -]?\d{{3,6}})(?![\p{{L}}\p{{N}}])",
    flags=regex.IGNORECASE,
)
# "JP-7K3F-9QXM", "TKN/0092-B": what an office gives a tip, a complaint or a parcel.
_CODE = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}/-])(?=[A-Z/-]*[0-9])[A-Z]{2,6}(?:[/-][A-Z0-9]{1,8}){1,4}(?![\p{L}\p{M}\p{N}])",
    flags=regex.IGNORECASE,
)
_SHORTEST_CODE = 7
_MOST_DIGITS = 7  # more of them are a phone or a paper ("no-98765 43210")


def labelled(digits: str) -> Iterator[tuple[str, int, int]]:
    """(kind, start, end) of the papers and user names in `digits`, a text with plain digits; kinds as in `lexicon`."""
    for match in _PAPER.finditer(digits):
        if sum(character.isdigit() for character in match["number"]) >= _LEAST_DIGITS:
            yield "licence", match.start("number"), match.end("number")
    for match in _ENDING.finditer(digits):
        yield "account", match.start("number"), match.end("number")
    for match in _HANDLE.finditer(digits):
        yield "handle", match.start("name"), match.end("name")


def codes(digits: str) -> Iterator[tuple[int, int]]:
    """(start, end) of the reference codes in `digits`."""
    for match in _CODE.finditer(digits):
        written = match.group()
        if sum(map(str.isdigit, written)) <= _MOST_DIGITS and len(written) >= _SHORTEST_CODE and _is_code(written):
            yield match.span()


def _is_code(written: str) -> bool:
    """Whether there are several dashes, or behind the only one more than a house's number or the end of a word."""
    name, *parts = regex.split("[/-]", written)
    return len(parts) > 1 or (name.isupper() and parts[0].upper() == parts[0] and len(parts[0]) >= _LEAST_DIGITS)
