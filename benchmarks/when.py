"""Time: our grammar beside dateparser, on the same messages.

dateparser gives moments, not windows, and knows neither recurrence nor tense. To be fair to it:

* it is asked for Hindi and English, with the moment of the message as its base, the past preferred, and day before
  month, as India writes;
* of all moments it finds in a message, one that is right suffices;
* "starting window" and "starting day" ask only for what a moment can tell: that it lies in the window with which the
  time begins (its minute, hour or part of the day, else its calendar day), or on that day. Ours is judged there by its
  `from` alone. Recurring times and those without a beginning are left out of both.

"time (contract)" is the whole of it: from, to and grain, or rrule and the window in the day. Only ours can be asked.
Both read what comes through the door: the normalised, redacted text.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.sides import Case, PeerMissing, Side, by_id, chosen, compare, judged, measure, options
from satark.reading import KOLKATA, When
from satark.redaction import redact
from satark.when import read_time

NO_TIME = "no time"
FIGURES = ("starting window", "starting day", NO_TIME, "time (contract)")
_SPANS = {"minute": dt.timedelta(minutes=1), "hour": dt.timedelta(hours=1)}


def received(case: Case) -> dt.datetime:
    """When the message came, in Asia/Kolkata."""
    return dt.datetime.fromisoformat(case["received_at"]).astimezone(KOLKATA)


def starting_window(when: Any) -> tuple[dt.datetime, dt.datetime] | None:
    """The window [start, end) with which a gold time begins, as the module's docstring tells; None where it has no
    beginning or recurs."""
    if when is None or when["kind"] == "recurring" or when["from"] is None:
        return None
    start = dt.datetime.fromisoformat(when["from"]).astimezone(KOLKATA)
    if when["kind"] == "point" and when["grain"] in _SPANS:
        return start, start + _SPANS[when["grain"]]
    if when["kind"] == "point" and when["grain"] == "daypart":
        return start, dt.datetime.fromisoformat(when["to"]).astimezone(KOLKATA)
    day = start.replace(hour=0, minute=0, second=0, microsecond=0)
    return day, day + dt.timedelta(days=1)


def moments_judged(case: Case, moments: Sequence[dt.datetime]) -> Iterator[tuple[str, bool]]:
    """Whether one of the moments is where the gold time begins; nothing where it has no beginning."""
    window = starting_window(case["gold"].get("when"))
    if window is not None:
        yield "starting window", any(window[0] <= moment < window[1] for moment in moments)
        yield "starting day", any(moment.astimezone(KOLKATA).date() == window[0].date() for moment in moments)


def ours(gold: Sequence[Case]) -> Side:
    """Our grammar's figures."""
    texts = by_id(gold, lambda case: redact(case["text"]).text)

    def judge(case: Case, when: When | None) -> Iterator[tuple[str, bool]]:
        yield from moments_judged(case, [when.start] if when and when.start else [])
        for figure, right in judged(case, {"when": when.to_json() if when else None}, ("time", NO_TIME)):
            yield "time (contract)" if figure == "time" else figure, right

    return measure("satark.when", gold, lambda case: read_time(texts[case["id"]], received(case)).when, judge)


def dateparser(gold: Sequence[Case]) -> Side:
    """dateparser's figures. Raises `PeerMissing`."""
    try:
        from dateparser.search import search_dates
    except ImportError as missing:
        raise PeerMissing("dateparser") from missing
    texts = by_id(gold, lambda case: redact(case["text"]).text)

    def read(case: Case) -> list[dt.datetime]:
        base = received(case).replace(tzinfo=None)
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
        found = search_dates(texts[case["id"]], languages=["hi", "en"], settings=settings) or []
        return [moment.replace(tzinfo=moment.tzinfo or KOLKATA) for _, moment in found]

    def judge(case: Case, moments: list[dt.datetime]) -> Iterator[tuple[str, bool]]:
        yield from moments_judged(case, moments)
        first = When("point", moments[0], None, None).to_json() if moments else None
        yield from judged(case, {"when": first}, (NO_TIME,))

    return measure("dateparser", gold, read, judge)


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table; exit status 1 where dateparser is missing."""
    given = options(__doc__, argv)
    gold = chosen(given.messages)
    return compare(ours(gold), lambda: dateparser(gold), FIGURES, "Time, beside dateparser", given)


if __name__ == "__main__":
    sys.exit(main())
