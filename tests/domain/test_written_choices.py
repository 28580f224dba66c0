"""What our buttons say may be written as well: their titles are known as words, in every language."""

from pathlib import Path

import pytest
import yaml

from satark.answers import meaning

RESPONSES = yaml.safe_load(Path("domain.yml").read_text(encoding="utf-8"))["responses"]
# (response, payload, lexicon, key)
CHOICES = [
    ("utter_confirm", "/deny", "parts", "change"),
    ("utter_ask_time", '/inform{{"time": "other"}}', "parts", "other_time"),
    ("utter_ask_time", '/inform{{"time": "unknown"}}', "skips", "skip"),
    ("utter_ask_how", '/inform{{"menu": "open"}}', "commands", "menu"),
    ("utter_offer_help", '/inform{{"menu": "open"}}', "commands", "menu"),
    ("utter_ask_identity", '/inform{{"identity": "safer"}}', "choices", "safer"),
    ("utter_ask_identity", '/inform{{"identity": "leave_out"}}', "choices", "leave_out"),
    ("utter_ask_identity", '/inform{{"identity": "keep"}}', "choices", "keep"),
]


@pytest.mark.parametrize(("response", "payload", "lexicon", "key"), CHOICES)
def test_a_title_that_is_written_means_what_its_tap_means(response, payload, lexicon, key):
    buttons = [button for variation in RESPONSES[response] for button in variation["buttons"]]
    titles = [button["title"] for button in buttons if button["payload"] == payload]
    assert len(titles) == 3
    assert {title: meaning(lexicon, title) for title in titles} == dict.fromkeys(titles, key)
