"""Numbers and addresses that name a person or a thing by their shape alone: phone, e-mail, UPI, Aadhaar, PAN, plate ...

Shape only; whose they are is decided in `owners`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from satark.redaction.numbers import Piece, chains, plain_digits, read_letters, windows
from satark.redaction.papers import codes, labelled
from satark.redaction.plates import plates

_SHORTEST, _LONGEST_PHONE, _LONGEST_ACCOUNT = 8, 15, 18  # digits
_BEFORE = 42  # characters in which the word that says what a number is may stand
_AFTER = 24

_TAG = regex.compile(
    r"\[(?:reporter |relative |victim )?"
    r"(?:name|phone|email|aadhaar|pan|voter id|id|vehicle|bank account|upi|address|employer|post)\]"
)
_MAIL_HOUSES = "gmail|g mail|yahoo|hotmail|outlook|rediffmail|जीमेल|याहू"
_EMAIL = regex.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
    r"|(?<![\w.+-])[\w.+-]{1,64}(?: (?:dot|underscore|डॉट) \w{1,30}){0,3} ?(?:@|\bat\b|\(at\)|\[at\]|एट|ऐट) ?"
    rf"(?:{_MAIL_HOUSES}) ?(?:\.|dot|डॉट|डाट)? ?(?:com|in|co\.in|कॉम|काम)\b",
    flags=regex.IGNORECASE,
)
_UPI_HOUSES = (
    "ybl|ibl|axl|paytm|ok ?(?:sbi|axis|icici|hdfcbank)|upi|apl|sbi|pnb|barodampay|airtel|fbl|"
    "pthdfc|ptsbi|ptaxis|ptyes|naviaxis|postbank"
)
_UPI = regex.compile(
    r"(?<![\w.@-])[\w.-]{1,64}@[a-z][a-z0-9]{1,20}(?![\w@])"
    rf"|(?<![\w.@-])[\w.-]{{2,64}} ?@ ?(?:{_UPI_HOUSES})(?!\w)",
    flags=regex.IGNORECASE,
)
_AT = regex.compile(rf"@|{_MAIL_HOUSES}", flags=regex.IGNORECASE)
_AROUND_AT = 170, 100  # characters before and after such a mark in which an address lies whole
_HANDLE = regex.compile(r"(?<![\w@])@[A-Za-z][\w.]{2,40}")
_PAN = regex.compile(
    r"(?<![\p{L}\p{N}])(?:[A-Z]{3}[ABCFGHJLPT][A-Z][ -]?\d{4}[ -]?[A-Z]|[A-Z]{5}\d{4}[A-Z])(?![\p{L}\p{N}])",
    flags=regex.IGNORECASE,
)
_VOTER = regex.compile(r"(?<![\p{L}\p{N}])[A-Z]{3}[ /-]?\d{7}(?!\d)", flags=regex.IGNORECASE)
_IFSC = regex.compile(
    r"(?<![\p{L}\p{N}])[A-Z]{4}[0O](?=[A-Z]{0,4}[0-9]{2})[A-Z0-9]{6}(?![\p{L}\p{N}])", flags=regex.IGNORECASE
)
_LICENCE = regex.compile(
    r"(?<![\p{L}\p{N}])[A-Z]{2}[ -]?\d{2}[ -]?(?:19|20)\d{2}[ -]?\d{7}(?!\d)", flags=regex.IGNORECASE
)
_DIGITS = regex.compile(r"[0-9]{2,}")  # each of these numbers has two digits together
_LONGEST_PAPER = 24  # characters; a licence number is the longest
_NOT_VOTER = frozenset({"FIR", "UTR", "RRN", "TXN", "REF", "MOB", "PAR", "PIN", "NUM", "CAL"})

_PREFIXES = frozenset({"0", "91", "091", "0091"})
_MOBILE = regex.compile(r"(?:0|0?91|0091)?([6-9]\d{9})")
_LANDLINE = regex.compile(r"0([1-8]\d{8,9})")
_PHONE_WORD = regex.compile(
    r"\b(?:number|no|num|nambar|namber|mobile|mob|phone|fone|fon|contact|whatsapp|call|cell|ph|sim)\b|नंबर|नम्बर|नबर|मोबाइल|फोन|संपर्क|सम्पर्क|कॉल|व्हाट्सएप|व्हाट्सअप",
    flags=regex.IGNORECASE,
)
_OTHER_NUMBER = regex.compile(
    r"\b(?:f\.?i\.?r|(?<!in )case|section|dhara|pin ?code|utr|rrn|txn|transaction|order|ref(?:erence)?|"
    r"imei|consumer|meter|docket|ticket|tracking|awb|invoice|bill|rs|rupees|rupaye)\b"
    r"|एफआईआर|मुकदमा|धारा|पिन|लेनदेन|आईएमईआई|ट्रांजैक्शन|रेफरेंस|₹",
    flags=regex.IGNORECASE,
)
_FILE_NUMBER = regex.compile(
    r"\b(?:complai?nt?|shikaya?t|sika?yat|receipt|rasid|token|application|igrs|jansunwai|rti|diary)\b"
    r"|शिकायत|आवेदन|रसीद|टोकन|प्रार्थना पत्र",
    flags=regex.IGNORECASE,
)
_ACCOUNT_WORD = regex.compile(
    r"\b(?:account|acount|acc?nt|acc|a/c|ac no|khat[ae]|khaat[ae])\b|खात[ाे]|अकाउंट|एकाउंट", flags=regex.IGNORECASE
)
# A date with its year, a time of day: no part of a longer number ("09.10.2026 at 22:40", where "at" sounds like eight).
_MOMENT = regex.compile(
    r"(?<![\w/.-])(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?![\w/-]|\.\d)"
    r"|(?<![\w/.:-])(?:[01]?\d|2[0-3])[:.][0-5]\d(?= ?(?:[ap]\.?m\b|hrs?\b|hours\b|baj|बज))"
    r"|(?<![\w:])(?:[01]?\d|2[0-3]):[0-5]\d(?![\w:])",
    flags=regex.IGNORECASE,
)
_AADHAAR_WORD = regex.compile(r"\b(?:a+dh+a+r|adhhar|uidai|uid)\b|आधार", flags=regex.IGNORECASE)
_VOTER_WORD = regex.compile(r"\b(?:voter|epic|matdata|pehchan patra)\b|वोटर|मतदाता|पहचान पत्र", flags=regex.IGNORECASE)


@dataclass(frozen=True)
class Identifier:
    """An identifier at text[start:end]. `kind` as in `lexicon.IDENTIFIER_KINDS`, or `tag`; `value` in one normal form:
    a phone's ten digits (or `+` and all digits abroad, or "" where digits are missing), else what was written."""

    kind: str
    start: int
    end: int
    value: str


def identifiers(text: str) -> list[Identifier]:
    """All identifiers of `text`, left to right, none overlapping; tags among them. Linear in the length of `text`."""
    digits = plain_digits(text)
    found = [Identifier("tag", match.start(), match.end(), match.group()) for match in _TAG.finditer(text)]
    _add_addresses(text, found)
    near = _near_digits(digits)
    _add(
        found,
        [Identifier("licence", match.start(), match.end(), match.group()) for match in _within(_LICENCE, digits, near)],
    )
    _add(found, [Identifier("plate", plate.start, plate.end, plate.registration or "") for plate in plates(text)])
    for kind, pattern in (("pan", _PAN), ("ifsc", _IFSC)):
        _add(
            found,
            [Identifier(kind, match.start(), match.end(), match.group()) for match in _within(pattern, digits, near)],
        )
    voters = (match for match in _within(_VOTER, digits, near) if _is_voter(match, digits))
    _add(found, [Identifier("voter", match.start(), match.end(), match.group()) for match in voters])
    _add(found, [Identifier(kind, start, end, digits[start:end]) for kind, start, end in labelled(digits)])
    _add(found, [Identifier("digits", start, end, digits[start:end]) for start, end in codes(digits)])
    taken = [(item.start, item.end) for item in found]
    taken += [match.span() for match in _within(_MOMENT, digits, near) if not _is_taken(match.span(), found)]
    _add(found, list(_numeric(read_letters(digits), sorted(taken))))
    return found


def _is_taken(span: tuple[int, int], found: list[Identifier]) -> bool:
    return any(span[0] < item.end and item.start < span[1] for item in found)


def _near_digits(digits: str) -> list[tuple[int, int]]:
    """The stretches around digits in which a paper's number lies whole, apart from each other."""
    stretches: list[tuple[int, int]] = []
    for match in _DIGITS.finditer(digits):
        start, end = max(0, match.start() - _LONGEST_PAPER), match.end() + _LONGEST_PAPER
        if stretches and start <= stretches[-1][1]:
            start, _ = stretches.pop()
        stretches.append((start, end))
    return stretches


def _within(pattern: regex.Pattern[str], text: str, stretches: list[tuple[int, int]]) -> Iterator[regex.Match[str]]:
    for start, end in stretches:
        yield from pattern.finditer(text, start, end)


def _add_addresses(text: str, found: list[Identifier]) -> None:
    """E-mail, UPI and @handles: looked for only around an @ or the name of a mail house."""
    stretches: list[tuple[int, int]] = []
    for mark in _AT.finditer(text):
        start, end = max(0, mark.start() - _AROUND_AT[0]), mark.end() + _AROUND_AT[1]
        if stretches and start <= stretches[-1][1]:
            start, _ = stretches.pop()
        stretches.append((start, end))
    for kind, pattern in (("email", _EMAIL), ("upi", _UPI), ("handle", _HANDLE)):
        hits = (match for start, end in stretches for match in pattern.finditer(text, start, end))
        _add(found, [Identifier(kind, match.start(), match.end(), match.group()) for match in hits])


def _add(found: list[Identifier], more: list[Identifier]) -> None:
    """Takes in those of `more` that overlap nothing found before, keeping the order by start."""
    if not more:
        return
    merged: list[Identifier] = []
    rank = {id(item): 0 for item in found}
    for item in sorted([*found, *more], key=lambda item: item.start):
        if merged and item.start < merged[-1].end:
            if rank.get(id(item), 1) < rank.get(id(merged[-1]), 1):
                merged[-1] = item
            continue
        merged.append(item)
    found[:] = merged


def _is_voter(match: regex.Match[str], digits: str) -> bool:
    if match.group()[:3].upper() in _NOT_VOTER:
        return False
    return (
        match.group()[:3].isupper()
        or _VOTER_WORD.search(digits, max(0, match.start() - _BEFORE), match.end() + _AFTER) is not None
    )


def _numeric(text: str, taken: list[tuple[int, int]]) -> list[Identifier]:
    found: list[Identifier] = []
    accounts = _ACCOUNT_WORD.search(text) is not None
    thorough = accounts or "+" in text
    for chain in chains(text, taken):
        if sum(len(piece.digits) for piece in chain) < _SHORTEST:
            continue
        reached = 0
        has_whole = any(len(piece.digits) >= 10 for piece in chain)
        for first, last, digits in windows(chain, _SHORTEST, _LONGEST_ACCOUNT if accounts else _LONGEST_PHONE):
            if first < reached or not (thorough or _may_be(digits, last == len(chain))):
                continue
            item = _classify(text, chain, first, last, digits, accounts, has_whole)
            if item is not None:
                found.append(item)
                reached = last
    return found


def _may_be(digits: str, is_last: bool) -> bool:
    """Whether these digits could be anything at all: a quick look before the careful one."""
    return digits[0] in "06789" or is_last or (len(digits) == 12 and digits[0] in "2345")


def _classify(
    text: str, chain: list[Piece], first: int, last: int, digits: str, accounts: bool, has_whole: bool
) -> Identifier | None:
    start, end = chain[first].start, chain[last - 1].end
    before = text[max(0, start - _BEFORE) : start]
    signed = before[-1:] == "+" or before[-2:] == "+ "
    is_last = last == len(chain)
    if len(digits) == 12 and not signed and _is_aadhaar(digits, chain[first:last], before, text[end : end + _AFTER]):
        return Identifier("aadhaar", start, end, digits)
    whole_chain = first == 0 and is_last
    if (
        accounts
        and 9 <= len(digits) <= 18
        and (len(chain[first].digits) >= 4 or whole_chain)
        and _nearest_is(_ACCOUNT_WORD, before, text[end : end + _AFTER])
    ):
        return Identifier("account", start, end, digits)
    if last - first > 1 and has_whole and any(len(piece.digits) >= 10 for piece in chain[first:last]):
        prefix = "".join(piece.digits for piece in chain[first : last - 1])
        if not signed and prefix not in _PREFIXES:
            return None  # a whole number stands in this window already, beside another
    phone = _phone_value(digits, chain[first:last], signed)
    if phone is not None and not _last_word_is(_OTHER_NUMBER, before):
        at = before.rfind("+")
        return Identifier("phone", start - (len(before) - at) if signed else start, end, phone)
    if (
        8 <= len(digits) <= 13
        and is_last
        and _last_word_is(_PHONE_WORD, before)
        and not _last_word_is(_OTHER_NUMBER, before)
        and not _last_word_is(_FILE_NUMBER, before)
    ):
        return Identifier("phone", start, end, "")
    if len(digits) >= 8 and last - first == 1:
        return Identifier("digits", start, end, digits)
    return None


def _phone_value(digits: str, pieces: list[Piece], signed: bool) -> str | None:
    mobile = _MOBILE.fullmatch(digits)
    if mobile:
        return mobile[1]
    if signed and 8 <= len(digits) <= 15:
        return f"+{digits}"
    landline = _LANDLINE.fullmatch(digits)
    if (
        landline
        and not any(piece.spoken for piece in pieces)
        and (len(pieces) == 1) == (len(digits) == 11 and len(pieces) == 1)
    ):
        return landline[1]
    return None


def _is_aadhaar(digits: str, pieces: list[Piece], before: str, after: str) -> bool:
    if _nearest_is(_AADHAAR_WORD, before, after):
        return True
    grouped = [len(piece.digits) for piece in pieces] == [4, 4, 4]
    indian_mobile = digits.startswith("91") and digits[2] in "6789" and not grouped
    return digits[0] in "23456789" and not indian_mobile and verhoeff(digits) and not _OTHER_NUMBER.search(before)


def _nearest_is(word: regex.Pattern[str], before: str, after: str) -> bool:
    """Whether `word` names the number: before it with no other number between, or right after it in its clause."""
    hits = list(word.finditer(before))
    if hits and not any(character.isdigit() for character in before[hits[-1].end() :]):
        return True
    head = regex.split(r"[,.;।\n]", after, maxsplit=1)[0]
    hit = word.search(head)
    return (
        hit is not None
        and not _PHONE_WORD.search(before)
        and not any(character.isdigit() for character in head[hit.end() :])
    )


def _last_word_is(word: regex.Pattern[str], before: str) -> bool:
    hits = list(word.finditer(before))
    if not hits:
        return False
    between = before[hits[-1].end() :]
    if any(character.isdigit() or character in "।\n;" for character in between):
        return False
    return len(between.split()) <= 3 and not (word is _OTHER_NUMBER and _names_a_phone(between))


def _names_a_phone(between: str) -> bool:
    return any(
        hit.group().lower() not in {"number", "no", "num"} and not hit.group().startswith("न")
        for hit in _PHONE_WORD.finditer(between)
    )


_MULTIPLY = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
_PERMUTE = (
    "0123456789",
    "1576283094",
    "5803796142",
    "8916043527",
    "9453126870",
    "4286573901",
    "2793806415",
    "7046913258",
)


def verhoeff(digits: str) -> bool:
    """Whether the last digit is right by Verhoeff's scheme (J. Verhoeff, Error Detecting Decimal Codes, 1969),
    as in Aadhaar."""
    check = 0
    for position, digit in enumerate(reversed(digits)):
        check = int(_MULTIPLY[check][int(_PERMUTE[position % 8][int(digit)])])
    return check == 0
