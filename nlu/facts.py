"""The components of facts: time and tense, place and route, vehicles, phones, and what could give the reporter away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from satark.gazetteer import Gazetteer
from satark.reading import KOLKATA
from satark.redaction import identity_risks, phones
from satark.settings import Settings
from satark.vehicles import vehicles
from satark.when import TimeReading, read_time

TIME_SPANS = "time_spans"


def received_at(message: Message) -> dt.datetime:
    """When the message came: `received_at` of its metadata (ISO 8601 with offset), else now."""
    given = (message.get("metadata") or {}).get("received_at")
    return dt.datetime.fromisoformat(given) if given else dt.datetime.now(KOLKATA)


class Untrained(GraphComponent):
    """A component that only reads."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GraphComponent:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            self.read(message)
        return messages

    def read(self, message: Message) -> None:
        raise TypeError(f"{type(self).__name__} reads nothing")

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class TimeReader(Untrained):
    """Sets `when`, `tense` and the spans of the time words."""

    def read(self, message: Message) -> None:
        reading = read_time(message.get(TEXT) or "", received_at(message))
        message.set("when", reading.when.to_json() if reading.when else None, add_to_output=True)
        message.set("tense", self._tense(message, reading), add_to_output=True)
        message.set(TIME_SPANS, [list(span) for span in reading.spans])

    def _tense(self, message: Message, reading: TimeReading) -> str | None:
        """Who calls for help tells of what goes on, whatever has been done by then ("he has locked the door")."""
        calls = (message.get(INTENT) or {}).get("name") == "emergency"
        dated = reading.when is not None and reading.when.kind != "ongoing"
        return "ongoing" if calls and reading.tense and not dated else reading.tense


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PlaceReader(Untrained):
    """Sets `place` and `route`; reads the gazetteer once a process."""

    def __init__(self) -> None:
        self._gazetteer = Gazetteer.load(Settings.load().home)

    def read(self, message: Message) -> None:
        spans = [(start, end) for start, end in message.get(TIME_SPANS) or []]
        reading = self._gazetteer.read(message.get(TEXT) or "", time_spans=spans)
        message.set("place", reading.place.to_json() if reading.place else None, add_to_output=True)
        message.set("route", reading.route.to_json() if reading.route else None, add_to_output=True)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class DetailReader(Untrained):
    """Sets `vehicles`, `phones` and `identity_risks`."""

    def read(self, message: Message) -> None:
        text = message.get(TEXT) or ""
        readers: dict[str, Callable[[str], Any]] = {
            "vehicles": vehicles,
            "phones": phones,
            "identity_risks": identity_risks,
        }
        for name, reader in readers.items():
            message.set(name, [item.to_json() for item in reader(text)], add_to_output=True)
