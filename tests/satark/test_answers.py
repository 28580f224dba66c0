"""Fixed meanings of whole messages, and messages that say nothing but a place."""

import pytest

from satark.answers import is_only, meaning, says


def test_a_whole_message_has_its_meaning_however_it_is_spelt():
    assert meaning("skips", "Pataa nahi") == "skip"
    assert meaning("skips", "pata nahi kisne ki chori") is None


def test_a_phrase_is_found_within_a_message():
    assert says("skips", "arre pata nahi kisne kiya") == "skip"
    assert says("skips", "patang") is None


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("Kerakat", "kerakat"),
        ("Kerakat", "it happened in Kerakat"),
        ("kerakat ke paas", "kerakat ke paas hua hai ji"),
        ("केराकत", "केराकत में हुआ था"),
    ],
)
def test_words_around_a_place_that_tell_nothing_leave_it_alone(part, text):
    assert is_only(part, text)


@pytest.mark.parametrize("text", ["Kerakat, Jaunpur", "kerakat jila jaunpur me", "केराकत जौनपुर"])
def test_the_district_beside_a_place_tells_nothing_more(text):
    part = text.replace(",", "").split()[0]
    assert is_only(part, text, "jaunpur")
    assert not is_only(part, text, "ghazipur")
    assert not is_only(part, f"{text} chor", "jaunpur")


@pytest.mark.parametrize("text", ["kerakat me juaa", "kerakat nahi", "not Kerakat", "kerakat ka daroga", ""])
def test_any_other_word_beside_a_place_counts(text):
    assert not is_only("Kerakat", text)
