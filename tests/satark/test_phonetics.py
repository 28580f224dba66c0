"""One sound, many spellings: the keys by which names are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satark.phonetics import breath, join_skeletons, skeleton, sound_key


@pytest.mark.parametrize(
    "spellings",
    [
        "शाहगंज Shahganj sahganj SHAHGANJ Shāhganj",
        "मछलीशहर Machhlishahr Machhalishahar Machlishahr",
        "जौनपुर Jaunpur jonpur jaunpoor Jounpur",
        "गाज़ीपुर गाजीपुर Ghazipur gajipur Ghazīpur",
        "चंदौली चन्दौली Chandauli chandoli",
        "जमानियां जमनिया Zamania Jamaniya Zamanian",
        "सैयदराजा Saiyadraja Saidraja Sayyadraja sayedraja",
        "चहनियां Chahaniya Chahania",
        "बलुआ Balua Baluwa",
        "गोमती Gomti Gomati",
        "महराजगंज Maharajganj Mahrajganj",
        "२२२००१ 222001",
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: str) -> None:
    assert len({sound_key(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("balu", "Balua"),
        ("Kanpur", "Rampur"),
        ("raat", "Ratan"),
        ("Ganga", "gang"),
        ("Mau", "Mahua"),
        ("222001", "222002"),
    ],
)
def test_other_words_keep_another_key(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


@pytest.mark.parametrize(
    ("apart", "together"), [("shah ganj", "shahganj"), ("Ali Nagar", "Alinagar"), ("dildar nagar", "दिलदारनगर")]
)
def test_skeletons_of_words_join_to_that_of_the_whole(apart: str, together: str) -> None:
    joined = ""
    for word in apart.split():
        joined = join_skeletons(joined, skeleton(word))
    assert joined == skeleton(together)


def test_aspirates_tell_names_of_one_sound_apart() -> None:
    assert sound_key("Dharauli") == sound_key("Darauli")
    assert (breath("Dharauli"), breath("धरौली"), breath("Darauli")) == ("d", "d", "")


@given(st.text(max_size=40))
def test_any_text_has_a_key_of_plain_letters_and_digits(text: str) -> None:
    assert all(letter.isascii() and letter.isalnum() for letter in sound_key(text)) or not text.isascii()
