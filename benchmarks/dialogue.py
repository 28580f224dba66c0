"""The dialogue in this very process: the trained model with the actions beside it, for talks by the thousand."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping
from typing import Any

from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

from channels.action_endpoint import note_failure
from channels.content import Content
from channels.conversation import Heard, Outcome, hear
from channels.speed import quicken
from nlu.batch import load_agent


class Actions(EndpointConfig):
    """The actions in this process, called as Rasa calls their server."""

    def __init__(self) -> None:
        super().__init__("http://localhost")
        self._executor = ActionExecutor()
        self._executor.register_package("actions")

    async def request(self, *_: Any, json: Any = None, **__: Any) -> Any:
        """What the action answers; a failure is noted, so that `hear` raises."""
        try:
            return await self._executor.run(json)
        except Exception as error:
            note_failure(error)
            raise


class Dialogue:
    """Talks with the dialogue, loaded once."""

    def __init__(self) -> None:
        quicken()
        self._agent = load_agent()
        actions = Actions()
        self._agent.action_endpoint = actions
        if self._agent.processor is None:
            raise RuntimeError("the model is not loaded")
        self._processor = self._agent.processor
        self._processor.action_endpoint = actions
        self._messages = itertools.count(1)

    async def say(
        self, conversation: str, content: Content, now: dt.datetime, metadata: Mapping[str, Any] | None = None
    ) -> Outcome:
        """What comes of a message written at `now` (aware). Raises `DialogueFailed` when an action fails."""
        name = f"{conversation}-{next(self._messages)}"
        heard = Heard(conversation, content, now, name, dict(metadata or {}))
        return await hear(heard, self._agent.handle_message, self._processor.parse_message)

    async def slots(self, conversation: str) -> dict[str, Any]:
        """What the talk holds now."""
        tracker = await self._agent.tracker_store.get_or_create_tracker(conversation)
        return dict(tracker.current_slot_values())

    async def open_question(self, conversation: str) -> str | None:
        """The question that the person has not answered yet."""
        asked = (await self.slots(conversation)).get("requested_slot")
        return None if asked is None else str(asked)
