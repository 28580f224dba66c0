"""A person's words on their way to the dialogue: what is taken out of them, where they are cut."""

import pytest

from channels.conversation import redacted, within, without_number


def test_only_the_own_number_is_taken_out():
    assert without_number("call 9000000002 or 190000000011", "919000000001") == "call 9000000002 or 190000000011"
    assert without_number("call 9000000001", None) == "call 9000000001"


@pytest.mark.parametrize(
    ("words", "most", "left"),
    [
        ("chori hui", 9, "chori hui"),
        ("chori hui hai", 8, "chori"),
        ("call 98123 45670 now", 12, "call"),
        ("call ९८१२३-४५६७० now", 12, "call"),
        ("x" * 30, 20, ""),
    ],
)
def test_what_is_cut_off_leaves_no_half_word_and_no_half_number(words, most, left):
    assert within(words, most) == left


@pytest.mark.parametrize("lead", ["/", "//", "/\n/", "/ \t//\u00a0/", "/\u2028/", "\x1c/\x85/"])
def test_nothing_that_rasa_takes_for_a_command_leads_the_words(lead):
    assert redacted(f"{lead}affirm", None) == "affirm"
