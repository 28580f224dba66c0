"""From marked messages to what the network learns from: words as numbers, with whose they are."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from satark.cores import shared_out
from satark.redaction.grammar import opinion
from satark.redaction.identifiers import Identifier, identifiers
from satark.redaction.marked import Marked
from satark.redaction.mask import Cut, apply
from satark.redaction.network import LABELS, Lesson
from satark.redaction.passage import Passage
from satark.redaction.renamed import renamed
from satark.redaction.seen import all_heard, around_each, described, spelt

Example = tuple[Passage, list[str]]  # of every word: `B` gives away, `E` only looks as if it did, `O` is of no interest


class Lessons(NamedTuple):
    """Lessons, and what the numbers in them stand for: names of inputs, sounds of words."""

    inputs: list[str]
    words: list[str]
    lessons: list[Lesson]


def lessons_of(messages: Sequence[Marked], reports: Sequence[str]) -> Lessons:
    """The lessons of marked messages, and of reports in which nothing gives anybody away."""
    return _together([*shared_out(_of_marked, messages), *shared_out(_of_reports, reports)])


def _of_marked(messages: Sequence[Marked]) -> Lessons:
    return _numbered(example for message in map(renamed, messages) for example in _examples_of(message))


def _of_reports(reports: Sequence[str]) -> Lessons:
    return _numbered(_labelled(text, identifiers(text)) for text in reports)


def _together(parts: Iterable[Lessons]) -> Lessons:
    """All parts as one: the same numbers as if one had counted them all, however many there are."""
    inputs, words, lessons = dict[str, int](), dict[str, int](), list[Lesson]()
    for part in parts:
        of_input = np.array([inputs.setdefault(name, len(inputs)) for name in part.inputs], np.int64)
        of_word = np.array([words.setdefault(word, len(words)) for word in part.words], np.int64)
        lessons += [
            Lesson(of_input[lesson.inputs], lesson.sizes, of_word[lesson.words], lesson.labels)
            for lesson in part.lessons
        ]
    return Lessons(list(inputs), list(words), lessons)


def _numbered(examples: Iterable[Example]) -> Lessons:
    inputs, words, lessons = dict[str, int](), dict[str, int](), []

    def numbers(names: Iterable[str]) -> list[int]:
        return [inputs.setdefault(name, len(inputs)) for name in names]

    again = functools.cache(numbers)  # of what is seen, most was seen before
    for passage, labels in examples:
        if labels:
            heard = all_heard(passage)
            told = zip(passage.symbols, heard, around_each(passage, opinion(passage)), strict=True)
            seen = ((described(symbol), spelt(word), *beside) for symbol, word, beside in told)
            rows = [[number for names in word for number in again(names)] for word in seen]
            met = [words.setdefault(word, len(words)) for word in heard]
            lessons.append(Lesson.of(rows, met, list(map(LABELS.index, labels))))
    return Lessons(list(inputs), list(words), lessons)


def _examples_of(message: Marked) -> Iterator[Example]:
    """The message as it came, and, where there is something to take out, as it is read after part or all of it was."""
    items = identifiers(message.text)
    yield _labelled(message.text, items, message.own, message.evidence)
    if not message.own:
        return
    for step in (2, 1) if len(message.own) > 1 else (1,):
        gone = message.own[::step]
        cuts = [Cut(start, end, f"[reporter {_plain_kind(start, end, items)}]") for start, end in gone]
        text, shifted = apply(message.text, items, cuts)
        left = [span for span in message.own if span not in gone]
        yield _labelled(text, shifted, _moved(left, cuts), _moved(message.evidence, cuts))


def _moved(spans: Iterable[tuple[int, int]], cuts: Iterable[Cut]) -> list[tuple[int, int]]:
    """Where stretches that no cut touches stand once the cuts are made."""
    moved = []
    for start, end in spans:
        shift = sum(len(cut.tag) - (cut.end - cut.start) for cut in cuts if cut.end <= start)
        moved.append((start + shift, end + shift))
    return moved


def _plain_kind(start: int, end: int, items: list[Identifier]) -> str:
    kinds = {item.kind for item in items if item.start < end and item.end > start}
    return "phone" if "phone" in kinds else "vehicle" if "plate" in kinds else "id" if kinds else "name"


def _labelled(
    text: str,
    items: list[Identifier],
    own: Iterable[tuple[int, int]] = (),
    evidence: Iterable[tuple[int, int]] = (),
) -> Example:
    passage = Passage(text, items)
    labels = ["O"] * len(passage.words)
    for label, spans in (("E", evidence), ("B", own)):
        for span in spans:
            for at in passage.within(*span):
                labels[at] = label
    return passage, labels
