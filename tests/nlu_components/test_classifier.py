"""The trained component: its settings, how it is kept, the labels it takes from the training data."""

from pathlib import Path
from typing import Any

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.classifier import MessageClassifier, example_of
from tests.nlu_components.conftest import CONTEXT, PIPELINE, message

SETTINGS = {**MessageClassifier.get_default_config(), "ranking_length": 3}


@pytest.mark.parametrize(
    "wrong",
    [
        {"ranking_length": 0},
        {"ranking_length": 2.5},
        {"seed": "x"},
    ],
    ids=str,
)
def test_settings_that_make_no_sense_are_refused(wrong: dict[str, Any]):
    with pytest.raises(InvalidConfigException, match=next(iter(wrong))):
        MessageClassifier.validate_config(wrong)


def test_the_settings_of_the_product_are_accepted():
    given = next(entry for entry in PIPELINE if entry["name"].endswith("MessageClassifier"))
    settings = {key: value for key, value in given.items() if key != "name"}
    assert set(settings) <= set(MessageClassifier.get_default_config())
    MessageClassifier.validate_config(settings)


def test_an_untrained_component_says_nothing(tmp_path: Path):
    component = MessageClassifier.create(SETTINGS, LocalModelStorage.create(tmp_path), Resource("new"), CONTEXT)
    [read] = component.process([message("namaste")])
    assert read.get("intent") is None and read.get("offences") is None


def test_what_was_trained_is_read_the_same_after_loading(small_data: TrainingData, tmp_path: Path):
    storage, resource = LocalModelStorage.create(tmp_path), Resource("trained")
    trained = MessageClassifier.create(SETTINGS, storage, resource, CONTEXT)
    assert trained.train(small_data) == resource
    loaded = MessageClassifier.load(SETTINGS, storage, resource, CONTEXT)
    for text in ("namaste", "dhanyavaad ji", "chori ho gayi meri bike"):
        [own], [again] = trained.process([message(text)]), loaded.process([message(text)])
        assert own.get("intent") == again.get("intent")
        assert own.get("offences") == again.get("offences")
        assert len(again.get("intent_ranking")) == 3


@pytest.mark.parametrize(
    ("intent", "metadata", "offences"),
    [
        ("report_offence", {"offences": ["theft", "assault"]}, frozenset({"theft", "assault"})),
        ("emergency", {"offences": []}, frozenset()),
        ("report_offence", None, None),
        ("inform", None, None),
        ("greet", None, frozenset()),
    ],
)
def test_offences_come_from_the_metadata_of_the_block(intent: str, metadata: Any, offences: frozenset[str] | None):
    given = Message(data={"text": "kuch", "intent": intent, "metadata": {"intent": metadata} if metadata else None})
    assert example_of(given).offences == offences
