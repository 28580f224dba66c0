"""How long it takes people to give a tip: whole talks with the real dialogue, told by persons who know what the gold
messages tell.

`python -m benchmarks.talks` reads the reports of `tests/nlu/test`; each is the first message of a talk. Its writer then
answers what is asked, and nothing else: taps the kind of crime, writes the place by the name it has in the gold (or
"don't know"), taps the day, and sends. Others say only that they want to tell something: some know the kind of crime,
choose it from the list and do not know the rest; some know nothing at all. Counted are the person's messages, taps
among them, until the tip is filed.
"""

from __future__ import annotations

import asyncio
import collections
import datetime as dt
import itertools
import json
import logging
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rasa.utils.log_utils import configure_structlog

from benchmarks.dialogue import Dialogue
from benchmarks.scoring import REPORTS
from channels.content import Content
from channels.conversation import Outcome
from channels.rendering import LIST_LIMIT
from satark.offences import offence_types
from satark.reading import KOLKATA

LANGUAGES = ("all", "hi", "hi-Latn", "en")
LONGEST = 15  # messages of the person; a talk that takes more counts as not filed
DONT_KNOW = {"hi": "पता नहीं", "hi-Latn": "pata nahi", "en": "don't know"}
OPENINGS = {
    "hi": ("मुझे एक सूचना देनी है", "हमारे यहाँ कुछ ग़लत काम हो रहा है", "नमस्ते"),
    "hi-Latn": ("ek khabar deni thi", "hamare yahan kuch galat kaam ho raha hai", "hello ji"),
    "en": ("I want to report something", "Something illegal is going on here", "Hi"),
}
_MENUS = frozenset({"utter_ask_offence", "utter_offer_help"})
_MISSED = frozenset({"utter_out_of_scope", "utter_not_understood_yet"})
Json = Mapping[str, Any]


@dataclass(frozen=True)
class Person:
    """Somebody who writes `first` and knows of the crime what `gold` (the contract of `tests/nlu`) says."""

    first: str
    language: str
    gold: Json
    now: dt.datetime

    def answers(self, reply: Json) -> Content | None:
        """What they do when a reply asks something; None where it asks nothing they could answer."""
        answer = {
            "utter_ask_offence": self._offence,
            "utter_ask_place": self._place,
            "utter_ask_which_place": self._namesake,
            "utter_ask_district": lambda buttons: _tap(buttons, self._district()),
            "utter_ask_station": lambda buttons: _tap(buttons, "unknown"),
            "utter_ask_time": lambda buttons: _tap(buttons, self._day()),
            "utter_greet": lambda _buttons: Content("text", text="menu"),
        }.get(str(reply["response"]))
        if answer is not None:
            return answer(reply["buttons"])
        return Content("choice", choice=reply["buttons"][0]["payload"]) if reply["buttons"] else None

    def _offence(self, buttons: Sequence[Json]) -> Content:
        types = offence_types()
        if not self.gold["offences"]:
            return _tap(buttons, "unknown")
        told = next((one for one in self.gold["offences"] if one in types), "other_offence")
        wanted = {f'"{told}"', f'"{types[told].group}"'}
        fitting = [one["payload"] for one in buttons if any(name in one["payload"] for name in wanted)]
        return Content("choice", choice=fitting[0] if fitting else buttons[0]["payload"])

    def _place(self, _buttons: Sequence[Json]) -> Content:
        name = (self.gold.get("place") or {}).get("name")
        return Content("text", text=name or DONT_KNOW[self.language])

    def _namesake(self, buttons: Sequence[Json]) -> Content:
        district = str((self.gold.get("place") or {}).get("district") or "")
        names = {
            "jaunpur": ("jaunpur", "जौनपुर"),
            "ghazipur": ("ghazipur", "ग़ाज़ीपुर"),
            "chandauli": ("chandauli", "चंदौली"),
        }
        fitting = [one for one in buttons if any(name in one["title"].lower() for name in names.get(district, ()))]
        return Content("choice", choice=(fitting or list(buttons))[0]["payload"])

    def _district(self) -> str:
        return str((self.gold.get("place") or {}).get("district") or "unknown")

    def _day(self) -> str:
        when = self.gold.get("when") or {}
        if when.get("kind") == "recurring":
            return "daily"
        if when.get("kind") == "ongoing":
            return "now"
        if not when.get("from"):
            return "unknown"
        days = (self.now.date() - dt.datetime.fromisoformat(when["from"]).astimezone(KOLKATA).date()).days
        return {0: "today", 1: "yesterday"}.get(days, "unknown")


def _tap(buttons: Sequence[Json], value: str) -> Content:
    fitting = [one["payload"] for one in buttons if f'"{value}"' in one["payload"]]
    return Content("choice", choice=(fitting or [buttons[-1]["payload"]])[0])


@dataclass
class Told:
    """How a talk went: the person's messages, whether it ended filed, whether a menu was needed, what was asked."""

    language: str
    messages: int = 0
    filed: bool = False
    menu: bool = False
    asked: list[str] = field(default_factory=list)


class Talks:
    """Persons who talk with the dialogue, one after the other."""

    def __init__(self) -> None:
        self._dialogue = Dialogue()
        self._numbers = itertools.count()

    async def talk(self, person: Person) -> Told:
        """One person's talk from their first message to the filed tip, or until they have nothing to answer."""
        conversation, told = f"person-{next(self._numbers)}", Told(person.language)
        content: Content | None = Content("text", text=person.first)
        now = person.now
        while content is not None and told.messages < LONGEST:
            told.messages += 1
            now += dt.timedelta(seconds=20)
            outcome = await self._dialogue.say(conversation, content, now)
            if outcome.reports:
                told.filed = True
                return told
            content = self._next(person, outcome, told)
        return told

    def _next(self, person: Person, outcome: Outcome, told: Told) -> Content | None:
        responses = [str(reply["response"]) for reply in outcome.replies]
        told.asked += responses
        told.menu = told.menu or bool(_MENUS & set(responses))
        for reply in reversed(outcome.replies):
            if content := person.answers(reply):
                told.messages += _pages(reply, content)
                return content
        missed = bool(_MISSED & set(responses)) and responses.count("utter_out_of_scope") <= 1
        return Content("text", text="menu") if missed else None


def _pages(reply: Json, content: Content) -> int:
    """How many taps on "more" it takes to see the choice in a list longer than WhatsApp shows."""
    payloads = [one["payload"] for one in reply["buttons"]]
    if len(payloads) <= LIST_LIMIT or content.choice not in payloads:
        return 0
    return payloads.index(content.choice) // (LIST_LIMIT - 1)


def is_complete(gold: Json) -> bool:
    """Whether a report tells offence, a place of the range that no other has the name of, and the time."""
    place = gold.get("place") or {}
    served = place.get("district") not in (None, "outside") and not place.get("needs_clarification")
    tense = gold.get("tense") or []
    lasting = {"ongoing", "recurring"} & set([tense] if isinstance(tense, str) else tense)
    return bool(gold["offences"] and served and (gold.get("when") or lasting))


def reporters(cases: Iterable[Json]) -> Iterator[tuple[str, Person]]:
    """The writers of the gold's reports within the range, with the kind of their talk."""
    for case in cases:
        gold = case["gold"]
        if gold["intent"] in REPORTS and (gold.get("place") or {}).get("district") != "outside":
            kind = "complete first message" if is_complete(gold) else "something missing"
            now = dt.datetime.fromisoformat(case["received_at"])
            yield kind, Person(case["text"], gold["language"], gold, now)


def know_nothing() -> Iterator[tuple[str, Person]]:
    """People who only want to tell something: of each kind of crime, or of they do not know what."""
    now = dt.datetime(2026, 11, 20, 11, 0, tzinfo=KOLKATA)
    for language, openings in OPENINGS.items():
        for opening in openings:
            yield "nothing known", Person(opening, language, {"offences": []}, now)
            for offence in offence_types():
                yield "only the kind known", Person(opening, language, {"offences": [offence]}, now)


async def measure(people: Iterable[tuple[str, Person]]) -> dict[str, list[Told]]:
    """All talks, by kind."""
    talks = Talks()
    found: dict[str, list[Told]] = collections.defaultdict(list)
    for kind, person in people:
        found[kind].append(await talks.talk(person))
    return found


def figures(found: Mapping[str, Sequence[Told]]) -> dict[str, float]:
    """The agreed figures: medians of the person's messages to a filed tip, and shares between 0 and 1."""
    told = [talk for kind in ("complete first message", "something missing") for talk in found.get(kind, ())]
    return {
        "messages, complete first message": _median(found.get("complete first message", ())),
        "messages, nothing known": _median(found.get("nothing known", ())),
        "filed without a menu": sum(talk.filed and not talk.menu for talk in told) / max(len(told), 1),
    }


def _median(talks: Sequence[Told]) -> float:
    """Of the talks that were filed; as many as can be where none was."""
    return float(statistics.median([talk.messages for talk in talks if talk.filed] or [LONGEST]))


def table(found: Mapping[str, Sequence[Told]]) -> str:
    """Markdown: a row a kind of talk and language."""
    lines = [
        "| talks | language | number | messages (median) | nine in ten need at most | filed | filed without a menu |"
    ]
    lines.append("|---|---|---|---|---|---|---|")
    for kind, talks in found.items():
        for language in LANGUAGES:
            ours = [talk for talk in talks if language in ("all", talk.language)]
            filed = sorted(talk.messages for talk in ours if talk.filed)
            if not filed:
                continue
            most = filed[min(len(filed) - 1, 9 * len(filed) // 10)]
            without = sum(talk.filed and not talk.menu for talk in ours)
            shares = f"{len(filed) / len(ours):.3f} | {without / len(ours):.3f}"
            lines.append(f"| {kind} | {language} | {len(ours)} | {statistics.median(filed):g} | {most} | {shares} |")
    return "\n".join(lines)


def main() -> int:
    """Prints the table, and with `--unfiled` the questions of the talks that came to no end."""
    from benchmarks.evaluate import cases, use_directory

    logging.basicConfig(level=logging.WARNING)
    configure_structlog(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        use_directory(folder)
        found = asyncio.run(measure(itertools.chain(reporters(cases("test")), know_nothing())))
    print(table(found))
    if "--unfiled" in sys.argv:
        paths = collections.Counter(
            json.dumps([kind, talk.language, talk.asked])
            for kind, talks in found.items()
            for talk in talks
            if not talk.filed
        )
        print("\n".join(f"{count} x {path}" for path, count in paths.most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
