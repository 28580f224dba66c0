"""A person who does anything at any moment, and what must hold however they walk."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from benchmarks.dialogue import Dialogue
from channels.content import Content
from channels.conversation import Outcome
from channels.rendering import BODY_LIMIT
from satark.reading import KOLKATA

LINES: Mapping[str, list[str]] = yaml.safe_load((Path(__file__).parent / "lines.yml").read_text(encoding="utf-8"))
DOMAIN = yaml.safe_load(Path("domain.yml").read_text(encoding="utf-8"))
RESPONSES = DOMAIN["responses"]
QUESTIONS = DOMAIN["forms"]["report_form"]["required_slots"]
BEGUN = dt.datetime(2026, 11, 20, 9, 0, tzinfo=KOLKATA)
LANGUAGES = ("hi", "hi-Latn", "en")
STRETCH = 25  # turns at random, after which the walker wants to come to an end
LAST_STEPS = 15  # messages in which a willing person must come to an end
_PIN = Content("pin", pin=(25.62, 82.92))
_FAR_PIN = Content("pin", pin=(28.61, 77.21))
_WILLING = {  # what a willing person writes where no button is offered
    "offence": "ek aadmi ganja bechta hai",
    "place": "Kerakat bazar, Jaunpur",
    "district": "Jaunpur",
    "station": "Kerakat",
    "time": "kal raat 10 baje",
}


class Stuck(AssertionError):
    """Something that must never happen did; the message tells the walk."""


class Walker:
    """Walks the dialogue with random numbers of `seed`."""

    def __init__(self, dialogue: Dialogue, seed: int) -> None:
        self._dialogue = dialogue
        self._seed = seed
        self._random = random.Random(seed)
        self._conversation = f"walker-{seed}-0"
        self._language = self._random.choice(LANGUAGES)
        self._now = BEGUN
        self._buttons: list[dict[str, str]] = []
        self._walked: list[str] = []
        self.filed = 0

    async def walk(self, turns: int) -> None:
        """So many turns at random, in stretches that each come to an end. Raises `Stuck`."""
        for number in range(1, turns + 1):
            await self._turn(self._anything())
            if number % STRETCH == 0:
                await self._come_to_an_end()

    def _anything(self) -> Content:
        if self._buttons and self._random.random() < 0.45:
            return Content("choice", choice=self._random.choice(self._buttons)["payload"])
        if self._random.random() < 0.12:
            photo = Content("media", media_kind=self._random.choice(["photo", "voice", "video", "document"]))
            return self._random.choice([photo, _PIN, _FAR_PIN, Content("sticker")])
        return Content("text", text=self._random.choice(LINES[self._random.choice(list(LINES))]))

    async def _turn(self, content: Content) -> Outcome:
        self._now += dt.timedelta(seconds=self._random.choice([1, 20, 300, 7200]))
        self._walked.append(content.text or content.choice or content.kind)
        more_to_come = content.kind == "text" and self._random.random() < 0.1
        metadata: dict[str, Any] = {"language": self._language, "more_to_come": more_to_come}
        if content.media_kind:
            metadata["evidence"] = {"id": f"piece-{len(self._walked)}", "kind": content.media_kind}
        try:
            outcome = await self._dialogue.say(self._conversation, content, self._now, metadata)
        except Exception as error:
            raise Stuck(self._told(f"{type(error).__name__}: {error}")) from error
        self._language = outcome.language or self._language
        self._look_at(outcome)
        await self._look_behind(outcome)
        if outcome.forget:  # as the channel then drops the talk
            self._conversation = f"walker-{self._seed}-{len(self._walked)}"
        return outcome

    def _look_at(self, outcome: Outcome) -> None:
        """Every answer is there, is one of ours, says all it should and fits; what is filed tells what is needed."""
        if not outcome.replies:
            raise Stuck(self._told("no answer"))
        for reply in outcome.replies:
            text = str(reply["text"] or "")
            if reply["response"] not in RESPONSES or not 0 < len(text) <= BODY_LIMIT or "{" in text or "None" in text:
                raise Stuck(self._told(f"{reply['response']} says {text!r}"))
        self._buttons = [button for reply in outcome.replies for button in reply["buttons"]]
        for report in outcome.reports:
            self.filed += 1
            if not report["offences"] or not report["desk"]:
                raise Stuck(self._told("filed without an offence or a desk"))

    async def _look_behind(self, outcome: Outcome) -> None:
        """Nothing of a report stays once it is filed or dropped, and an open form has an open question."""
        slots = await self._dialogue.slots(self._conversation)
        if outcome.reports and slots.get("report"):
            raise Stuck(self._told("the report stayed behind"))
        empty = next((name for name in QUESTIONS if slots.get(name) is None), None)
        if slots.get("requested_slot") not in (None, empty):  # the form would go on with another question
            raise Stuck(self._told(f"{slots['requested_slot']} is asked, but {empty} is empty"))
        if bool(slots.get("report")) != bool(slots.get("requested_slot")):
            raise Stuck(self._told(f"a report without a question, or a question ({slots.get('requested_slot')})"))

    async def _come_to_an_end(self) -> None:
        """A willing person, wherever the walk has led, has filed or dropped the report soon."""
        for _ in range(LAST_STEPS):
            asked = await self._dialogue.open_question(self._conversation)
            if asked is None:
                return
            await self._turn(self._answer(asked))
        raise Stuck(self._told(f"no end after {LAST_STEPS} answers, still {asked} is asked"))

    def _answer(self, asked: str) -> Content:
        if asked == "confirmed":
            return Content("choice", choice="/affirm")
        fitting = [one["payload"] for one in self._buttons if not one["payload"].startswith("/change_language")]
        if fitting and asked != "place":
            return Content("choice", choice=self._random.choice(fitting))
        if asked in _WILLING:
            return Content("text", text=_WILLING[asked])
        return Content("choice", choice="/affirm")

    def _told(self, what: str) -> str:
        return f"seed {self._seed}, {what}; the last of {len(self._walked)} messages: {self._walked[-12:]}"
