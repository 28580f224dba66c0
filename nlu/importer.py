"""How Rasa reads the training messages (`importers` of config.yml): what its own importer makes of them, in a fraction
of its time.

Rasa's reads every file three times with a parser written in Python, again for each command within one process, and
copies and fingerprints every message at each of its merges: a minute and a half before the first message teaches.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from rasa.shared.exceptions import RasaException
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from satark.corpus import CorpusError, blocks_of


class TrainingDataError(RasaException):
    """A file of training messages cannot be used; names the file."""


class CorpusImporter(RasaFileImporter):
    """Stories, rules, domain and configuration as Rasa reads them; messages by `satark.corpus`."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """All messages. Raises `TrainingDataError`."""
        return _data(tuple(self._nlu_files))


class _Taught(Message):
    """A message that remembers its fingerprint until something of it changes, in its copies too."""

    _cached_fingerprint: str | None

    def set(self, prop: str, info: Any, add_to_output: bool = False) -> None:
        known = self._cached_fingerprint if self.data.get(prop) == info else None
        super().set(prop, info, add_to_output)
        self._cached_fingerprint = known

    def __deepcopy__(self, memo: dict[int, Any]) -> _Taught:
        twin = _Taught(self.data, set(self.output_properties), self.time, list(self.features))
        twin._cached_fingerprint = self._cached_fingerprint
        return twin


@functools.lru_cache(maxsize=1)  # one command asks for the same files several times
def _data(files: tuple[str, ...]) -> TrainingData:
    try:
        blocks = [block for file in files for block in blocks_of(Path(file))]
    except CorpusError as error:
        raise TrainingDataError(str(error)) from error
    return TrainingData(
        [
            _Taught.build(message, block.intent, intent_metadata=block.metadata)
            for block in blocks
            for message in block.messages
        ]
    )
