"""Messages are read as Rasa's own importer reads them, and what it does with them afterwards comes out the same."""

from pathlib import Path

import pytest
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT

from nlu.importer import CorpusImporter, TrainingDataError

ROOT = Path(__file__).parents[2]
FILES = [str(ROOT / "data" / "nlu" / name) for name in ("greet.yml", "gambling.yml", "abuse.yml")]


def test_all_data_is_read_as_rasa_reads_it() -> None:
    arguments = (str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")])
    ours, rasas = CorpusImporter(*arguments).get_nlu_data(), RasaFileImporter(*arguments).get_nlu_data()
    assert len(ours.training_examples) > 10_000
    assert ours.training_examples == rasas.training_examples
    assert ours.fingerprint() == rasas.fingerprint()


def test_config_names_it_and_a_copy_changed_leaves_the_others(tmp_path: Path) -> None:
    importer = TrainingDataImporter.load_from_config(str(ROOT / "config.yml"), str(ROOT / "domain.yml"), FILES)
    merged = importer.get_nlu_data()
    first = CorpusImporter(str(ROOT / "config.yml"), None, FILES).get_nlu_data().training_examples[0]
    message = next(one for one in merged.training_examples if one == first)
    before = first.fingerprint()
    message.set(TEXT, "something else")
    assert message.fingerprint() != before == first.fingerprint()
    message.set(TEXT, first.get(TEXT))
    message.set(INTENT, first.get(INTENT))
    assert message.fingerprint() == before


def test_a_slip_is_named(tmp_path: Path) -> None:
    file = tmp_path / "talk.yml"
    file.write_text("nlu:\n  - intent: greet\n    examples: [namaste]\n", encoding="utf-8")
    with pytest.raises(TrainingDataError, match=r"talk\.yml"):
        CorpusImporter(None, None, [str(tmp_path)]).get_nlu_data()
