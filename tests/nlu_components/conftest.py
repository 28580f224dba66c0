"""The components of config.yml, each made as Rasa makes it, on a little real training data."""

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import class_from_module_path

from nlu.classifier import example_of
from satark.settings import ROOT

PIPELINE: list[dict[str, Any]] = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
RECEIVED = dt.datetime(2026, 7, 14, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=30)))
FILES = ("greet", "thanks", "out_of_scope", "inform", "ask_anonymity", "gambling", "theft", "assault")
OF_A_BLOCK = 15
CONTEXT = ExecutionContext(GraphSchema({}), "test")


def component_class(name: str) -> Any:
    """The class of a component by its name in config.yml."""
    return class_from_module_path(name)


def message(text: str) -> Message:
    """A message as the pipeline gets it."""
    return Message(data={"text": text, "metadata": {"received_at": RECEIVED.isoformat()}})


def offences_of(example: Message) -> frozenset[str]:
    """What the block of a training message says it reports; empty where it does not say."""
    return example_of(example).offences or frozenset()


@pytest.fixture(scope="session")
def small_data() -> TrainingData:
    """The first messages of each block of some files, with the metadata of their blocks."""
    data = TrainingData()
    for name in FILES:
        content = yaml.safe_load((ROOT / "data" / "nlu" / f"{name}.yml").read_text(encoding="utf-8"))
        for block in content["nlu"]:
            if "intent" in block:
                lines = block["examples"].splitlines()[:OF_A_BLOCK]
                block["examples"] = "\n".join(lines) + "\n"
        data = data.merge(RasaYAMLReader().reads(yaml.safe_dump(content, allow_unicode=True)))
    told = Counter(offence for example in data.intent_examples for offence in offences_of(example))
    kept = [
        example
        for example in data.intent_examples
        if example.get("intent") in {*FILES, "report_offence"}
        and all(told[offence] >= OF_A_BLOCK for offence in offences_of(example))
    ]
    return TrainingData(training_examples=kept)


@pytest.fixture(scope="session")
def storage(tmp_path_factory: pytest.TempPathFactory) -> LocalModelStorage:
    """Where trained components lie."""
    return LocalModelStorage.create(Path(tmp_path_factory.mktemp("model")))


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home without any imported directory: built-in places alone."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def pipeline(small_data: TrainingData, storage: LocalModelStorage, home: Path) -> list[Any]:
    """All components of config.yml, trained where they are trainable, loaded from where they were persisted."""
    patch = pytest.MonkeyPatch()
    patch.setenv("SATARK_HOME", str(home))
    made, data = [], small_data
    for number, entry in enumerate(PIPELINE):
        settings = {key: value for key, value in entry.items() if key != "name"}
        kind, resource = component_class(entry["name"]), Resource(f"component {number}")
        component = kind.create({**kind.get_default_config(), **settings}, storage, resource, CONTEXT)
        if hasattr(component, "train"):
            component.train(data)
            component = kind.load({**kind.get_default_config(), **settings}, storage, resource, CONTEXT)
        else:
            data = component.process_training_data(data)
        made.append(component)
    patch.undo()
    return made


@pytest.fixture(scope="session")
def read(pipeline: list[Any]) -> Any:
    """Text in, what the whole pipeline set out."""

    def through(text: str) -> dict[str, Any]:
        read_message = message(text)
        for component in pipeline:
            component.process([read_message])
        return read_message.as_dict(only_output_properties=True)

    return through
