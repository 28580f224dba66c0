"""Reading stays quick with the large directory imported, and bounded for the longest message."""

import statistics
import time

import pytest

from satark.gazetteer import Gazetteer

MESSAGE = (
    "namaste sahab kal raat 10 baje Kerakat thana kshetra ke Sidhauna gaon ke paas nahar ki puliya par teen ladke "
    "truck rok kar paisa le rahe the aur mana karne par lathi se mara"
)


def _seconds(gazetteer: Gazetteer, text: str) -> float:
    start = time.perf_counter()
    gazetteer.read(text)
    return time.perf_counter() - start


def test_a_message_of_thirty_words_takes_less_than_two_milliseconds(imported: Gazetteer) -> None:
    assert statistics.median(_seconds(imported, MESSAGE) for _ in range(50)) < 0.002


LONG = {
    "unknown words": " ".join(
        f"{word}{number}" for number in range(2_000) for word in ("shahgunj", "xopura", "ramnagr")
    ),
    "one word": "ka" * 33_000,
    "one place": "Shahganj se " * 5_500,
    "brackets": "[" * 65_536,
    "links": "http" * 16_384,
    "villages": "rampur gaon " * 5_500,
}


@pytest.mark.parametrize("kind", LONG)
def test_the_longest_message_takes_bounded_time(imported: Gazetteer, kind: str) -> None:
    text = LONG[kind][:65_536]
    assert min(_seconds(imported, text) for _ in range(3)) < 0.4


def test_loading_with_the_large_directory_is_quick(imported: Gazetteer) -> None:
    start = time.perf_counter()
    Gazetteer(imported.entries)
    assert time.perf_counter() - start < 1.5
