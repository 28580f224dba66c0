"""The network learns what it is shown, by slopes that are right; words that keep the same company lie close."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from satark.redaction import network, redact, tagger
from satark.redaction.company import company
from satark.redaction.grammar import opinion
from satark.redaction.network import LABELS, Lesson, judge, learn
from satark.redaction.passage import Passage
from satark.redaction.tagger import Tagger

VECTORS = np.random.default_rng(0).normal(size=(6, 4)).astype(np.float32)
INPUTS = [[[1, 2], [3], [0, 5], [7]], [[4, 2], [3], [9]]]
LESSONS = [Lesson.of(INPUTS[0], [0, 1, 2, 5], [0, 1, 2, 0]), Lesson.of(INPUTS[1], [3, 1, 2], [0, 1, 1])]


def test_slopes_are_those_of_the_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    for left_out in ("_DROPPED", "_DROPPED_LAST", "_UNKNOWN"):
        monkeypatch.setattr(network, left_out, 0.0)
    new = network._new(np.random.default_rng(0), 16, *VECTORS.shape)
    weights = {name: value.astype(np.float64) for name, value in new.items()}
    labels = [label for lesson in LESSONS for label in lesson.labels]

    def loss() -> float:
        first = [
            weights["T"][list(row)].sum(axis=0) + weights["T"][10 + word] + VECTORS[word] @ weights["E"] + weights["b"]
            for rows, lesson in zip(INPUTS, LESSONS, strict=True)
            for row, word in zip(rows, lesson.words, strict=True)
        ]
        said = np.concatenate([network.shares_of_labels(weights, np.array(part)) for part in (first[:4], first[4:])])
        return float(-np.log(said[np.arange(7), labels]).mean())

    slopes, met = network._slopes(weights, LESSONS, VECTORS, np.random.default_rng(1))
    of_met, slopes["T"] = slopes["T"], np.zeros_like(weights["T"])
    slopes["T"][met] = of_met
    assert slopes.keys() == weights.keys()
    for name, slope in slopes.items():
        steepest = np.unravel_index(np.abs(slope).argmax(), slope.shape)
        weights[name][steepest] += 1e-5
        above = loss()
        weights[name][steepest] -= 2e-5
        below = loss()
        weights[name][steepest] += 1e-5
        assert slope[steepest] == pytest.approx((above - below) / 2e-5, rel=1e-4), name


def test_what_is_shown_often_is_known_and_the_same_every_time() -> None:
    first, again = (learn(LESSONS * 40, 10, VECTORS, rounds=60) for _ in range(2))
    for inputs, lesson in zip(INPUTS, LESSONS, strict=True):
        rows = np.array([first["I"][list(row)].sum(axis=0) for row in inputs]) + first["b"]
        shares = judge(first, (rows + first["W"][lesson.words]).astype(np.float32))
        assert [share > 0.5 for share in shares] == [label == LABELS.index("B") for label in lesson.labels]
    assert all((first[name] == again[name]).all() for name in first)


def test_words_in_the_same_places_are_close_and_rare_ones_are_left_out() -> None:
    talk = [f"{who} {what} ke ghar".split() for who in ("sonu", "monu") for what in ("aaj", "kal", "abhi")] * 3
    words, points = company([*talk, ["kirana", "dukan"]] + [["din", "bhar"]] * 3)
    assert "kirana" not in words
    near = points / np.linalg.norm(points, axis=1, keepdims=True)
    sonu, monu, ghar = (near[words.index(word)] for word in ("sonu", "monu", "ghar"))
    assert sonu @ monu > 0.9 > sonu @ ghar


def test_a_tagger_is_read_as_it_was_written(tmp_path: Path) -> None:
    random = np.random.default_rng(3)
    weights = network._new(random, 0, 0, 4)
    weights |= {"I": weights.pop("T").repeat(2, axis=0), "W": random.normal(size=(3, len(weights["b"])))}
    weights["I"] = random.normal(size=(2, len(weights["b"]))).astype(np.float32)
    written = Tagger(weights, ["c=kin", "c=my"], ["bi", "\n"])
    written.save(tmp_path / "tagger.npz")
    passage = Passage("mera bhai\nZxq")
    said = opinion(passage)
    assert Tagger.opened(tmp_path / "tagger.npz").shares(passage, said) == written.shares(passage, said)


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("my father was hit by a man, his name is lallan", "lallan"),
        ("ek launda raat me aaya tha, uska naam bablu hai, katta dikhaya", "bablu"),
        ("एक आदमी गेट पर खड़ा था, उसका नाम कल्लू है, गांजा बेचता है", "कल्लू"),
    ],
)
def test_the_name_of_one_unknown_till_then_stays(message: str, name: str) -> None:
    assert name in redact(message).text


def test_of_two_who_need_the_tagger_at_once_one_makes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = {"_MODELS": tmp_path / "models", "_TAUGHT": tmp_path / "whose"}
    monkeypatch.setattr(tagger, "_reports", list)
    for name, folder in folders.items():
        folder.mkdir()
        monkeypatch.setattr(tagger, name, folder)
    lines = [f"mera naam {{Dulari}} hai, <Kallu> roz {number} baje <mandi> me daru bechta hai" for number in range(40)]
    (folders["_TAUGHT"] / "lines.txt").write_text("\n".join(lines), encoding="utf-8")
    tagger._fingerprint.cache_clear()
    made: list[Path] = []
    save = Tagger.save

    def counted(taught: Tagger, path: Path) -> None:
        made.append(path)
        save(taught, path)

    monkeypatch.setattr(Tagger, "save", counted)
    try:
        with ThreadPoolExecutor(2) as both:
            first, second = both.map(lambda _: tagger.taught(), range(2))
    finally:
        tagger._fingerprint.cache_clear()
    assert first == second
    assert len(made) == 1
    passage = Passage("mera naam Dulari hai", [])
    assert len(Tagger.opened(first).shares(passage, opinion(passage))) == len(passage.words)


def test_what_is_left_out_of_the_fingerprint_teaches_nothing() -> None:
    folder = Path(tagger.__file__).parent
    reached, ahead = set(), ["tagger.py"]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            imported = re.findall(r"from satark\.redaction\.(\w+) import", (folder / name).read_text(encoding="utf-8"))
            ahead += [f"{module}.py" for module in imported]
    assert reached.isdisjoint(tagger._AFTERWARDS)
    assert reached | tagger._AFTERWARDS == {file.name for file in folder.glob("*.py")}
