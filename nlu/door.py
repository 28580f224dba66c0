"""The first component: one normal form of the text, nothing in it that names the reporter, and its language."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from satark.language import identify
from satark.redaction import redact
from satark.text import normalise


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class Door(GraphComponent):
    """Sets `text` (normalised and redacted) and `language`."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Door:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = redact(message.get(TEXT) or "").text
            message.set(TEXT, text, add_to_output=True)
            message.set("language", identify(text), add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        for message in training_data.training_examples:
            message.set(TEXT, normalise(message.get(TEXT) or ""), add_to_output=True)
        return training_data
