"""The statistical component: what a message is for and which offences it tells of (satark.classification)."""

from __future__ import annotations

import pickle
import zlib
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from satark.classification import Example, MessageModel
from satark.training import readers_fingerprint, whose_beside

OFFENCES = "offences"
_FILE = "messages.pkl.z"
_PACKED = 3  # quickly: Rasa packs the whole model once more, and takes ten times as long for what is not packed yet
# Blocks of these intents tell in their metadata which offences their messages report; elsewhere there are none.
_TELLING = frozenset({"report_offence", "emergency"})
_UNKNOWN = frozenset({"inform", "correct"})


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MessageClassifier(IntentClassifier, GraphComponent):
    """Sets `intent`, `intent_ranking` and `offences`. Training: intents from the data, offences from block metadata."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"ranking_length": 5, "seed": 0}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raises `InvalidConfigException` for a value that makes no sense."""
        given = {**cls.get_default_config(), **config}
        if not isinstance(given["ranking_length"], int) or given["ranking_length"] < 1:
            raise InvalidConfigException("nlu.classifier: ranking_length is a whole number from 1.")
        if not isinstance(given["seed"], int):
            raise InvalidConfigException("nlu.classifier: seed is a whole number.")

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Beside its configuration and data, the code that it calls decides what training makes."""
        return readers_fingerprint()

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, model: MessageModel | None = None
    ) -> None:
        self.config = {**self.get_default_config(), **config}
        self.validate_config(self.config)
        self._storage = model_storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> MessageClassifier:
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        examples = [example_of(message) for message in training_data.training_examples if message.get(INTENT)]
        model = MessageModel()
        with whose_beside():  # readers look for it beside the models, whoever trained
            model.fit(examples, seed=self.config["seed"])
        self._model = model
        with self._storage.write_to(self._resource) as folder:
            (folder / _FILE).write_bytes(zlib.compress(pickle.dumps(self._model), _PACKED))
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> MessageClassifier:
        with model_storage.read_from(resource) as folder:
            model = pickle.loads(zlib.decompress((folder / _FILE).read_bytes()))
        return cls(config, model_storage, resource, model)

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if self._model is None:
                continue
            verdict = self._model.read(message.get(TEXT) or "")
            ranking = [
                {"name": name, "confidence": chance}
                for name, chance in verdict.intents[: self.config["ranking_length"]]
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
            offences = [
                {"type": told.offence, "confidence": told.chance, "text": told.text} for told in verdict.offences
            ]
            message.set(OFFENCES, offences, add_to_output=True)
        return messages


def example_of(message: Message) -> Example:
    """A message of the training data with the labels of its block."""
    intent = message.get(INTENT)
    metadata = (message.get("metadata") or {}).get("intent") or {}
    offences = metadata.get(OFFENCES)
    if offences is None and intent not in _TELLING | _UNKNOWN:
        offences = []
    return Example(message.get(TEXT), intent, None if offences is None else frozenset(offences))
