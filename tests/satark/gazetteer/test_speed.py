"""The longest message costs bounded work, whatever is in it; how quick it is, `python -m benchmarks.places` tells."""

import pytest

from satark.gazetteer import Gazetteer
from satark.gazetteer.spots import MOST_SPOTS

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
def test_the_longest_message_names_a_bounded_number_of_places(imported: Gazetteer, kind: str) -> None:
    assert len(imported.read(LONG[kind][:65_536]).mentions) <= 2 * MOST_SPOTS
