"""The chat language: a talk is told as what the person says and taps and what must come back.

async with new_talk() as talk:
    await talk.say("hamare yahan roz shaam ko juaa hota hai")
    await talk.expect(location=True)
    await talk.say("babur bazar chandauli")
    await talk.expect("Babur", choices=["Bhejiye"])
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from simulator.client import Message, NoReply, Phone

WAIT = 40.0
QUIET = 2.0
_TIP_ID = re.compile(r"\b[\w]+-[\w]+-[\w]+\b")


class Talk:
    """One person's chat with the assistant; replies are looked at once each, in order."""

    def __init__(self, phone: Phone) -> None:
        self._phone = phone

    async def __aenter__(self) -> Talk:
        await self._phone.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._phone.__aexit__(None, None, None)

    async def say(self, *texts: str) -> None:
        """Writes texts, one right after the other."""
        for text in texts:
            await self._phone.say(text)

    async def tap(self, choice: str) -> None:
        """Taps a button or row of the latest message that offers it."""
        await self._phone.tap(choice)

    async def send_photo(self, path: Path, caption: str = "") -> None:
        await self._phone.send_photo(path, caption=caption)

    async def send_location(self, latitude: float, longitude: float) -> None:
        await self._phone.send_location(latitude, longitude)

    async def send(self, request: Mapping[str, Any]) -> None:
        """Sends anything that the simulated phone can."""
        await self._phone.send(request)

    async def expect(self, *parts: str, choices: Sequence[str] = (), location: bool = False) -> Message:
        """The next reply: it has all `parts` (any case), offers all `choices`, asks for a pin if `location`."""
        reply = await self._phone.wait_for_reply(timeout=WAIT)
        missing = [part for part in parts if part.casefold() not in reply.text.casefold()]
        assert not missing, f"{missing} not in {reply.text!r}"
        titles = [choice.title for choice in reply.choices]
        assert set(choices) <= set(titles), f"{list(choices)} not all in {titles}"
        assert reply.wants_location or not location, f"no location is asked for in {reply.text!r}"
        return reply

    async def expect_filed(self) -> str:
        """The next reply is that of a filed tip; gives its id."""
        reply = await self.expect()
        found = _TIP_ID.search(reply.text)
        assert found, f"no tip id in {reply.text!r}"
        return found.group()

    async def expect_silence(self) -> None:
        """Nothing more comes for a little while."""
        await asyncio.sleep(QUIET)
        try:
            reply = await self._phone.wait_for_reply(timeout=0.5)
        except NoReply:
            return
        raise AssertionError(f"one more reply came: {reply.text!r}")
