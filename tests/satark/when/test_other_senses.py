"""Words of time in another sense name no time."""

import datetime as dt
import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from satark.when import read_time
from satark.when.lexicon import lexicon
from tests.satark.when.telling import WEDNESDAY_MORNING, told
from tests.work import calls


@pytest.mark.parametrize(
    "text",
    [
        "kal-purja ki dukan me chori ka maal rakha hai",
        "कल-पुर्जे की दुकान में चोरी हुई",
        "uska naam Sham Lal hai",
        "do bhai katta leke ghoomte hain",
        "10 log aaye the",
        "5 peti daru rakhi hai",
        "2 km pehle bhatti hai",
        "pehle bhi bataya tha",
        "Ratanpura me juaa hota hai",
        "baraat me goli chali",
        "ward 5 me juaa chal raha hai",
        "sector 9 me ganja bikta hai",
        "makan no 12/3 me daru hai",
        "mobile 98765 43210 hai",
        "UP 62 AT 1234 se le gaye",
        "UP62AT1234 se le gaye",
        "5000 rupaye maange",
        "100 number par call kiya",
        "NH 31 par truck khada hai",
        "112 par phone kiya",
        "5 se 7 log aaye the",
        "Ravi ko maara",
        "hafta vasooli karta hai",
    ],
)
def test_no_time_is_read(text: str) -> None:
    assert told(text).when is None


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=200))
def test_any_text_is_read_without_fault(text: str) -> None:
    reading = told(text)
    assert all(0 <= start < end <= len(text) * 4 for start, end in reading.spans)


_WORDS = st.sampled_from(
    [*sorted(lexicon().signs.exact), "11:30", "12/10/2026", "9999", "0", ".", ",", "-", "31", "24"]
)


@settings(deadline=None, max_examples=300)
@given(st.lists(_WORDS, max_size=25))
def test_any_heap_of_time_words_is_read_without_fault(words: list[str]) -> None:
    when = told(" ".join(words)).when
    if when is not None and when.start is not None and when.end is not None:
        assert when.start <= when.end
        assert when.start.utcoffset() == dt.timedelta(hours=5, minutes=30)


@pytest.mark.parametrize(
    "text",
    [
        "kal " * 16_384,
        "9 se " * 13_000,
        "11:30 " * 10_900,
        "a" * 65_536,
        "1" * 65_536,
        "raha " * 13_000,
        "-" * 65_536,
        "".join(random.Random(1).choices(string.ascii_lowercase + "     ", k=65_536)),
    ],
    ids=["days", "ranges", "clocks", "letter", "digit", "verbs", "dashes", "random"],
)
def test_the_longest_message_costs_no_more_than_its_length(text: str) -> None:
    read_time("kal 11:30 baje 9 se 11 raha", WEDNESDAY_MORNING)
    whole, half = text[:65_536], text[:32_768]
    assert calls(read_time, whole, WEDNESDAY_MORNING) < 3 * calls(read_time, half, WEDNESDAY_MORNING) + 50_000


def test_of_a_very_long_message_head_and_tail_are_read() -> None:
    filling = "aur bhi baatein " * 3_000
    assert told(f"kal raat 11 baje chori hui. {filling}").when is not None
    assert told(f"{filling}. kal raat 11 baje chori hui").when is not None
