"""Everything the assistant says: in three languages, within WhatsApp's limits, and really said by somebody."""

import re
from pathlib import Path

import pytest
import yaml

from channels.rendering import BODY_LIMIT, BUTTON_TITLE_LIMIT, LIST_LIMIT, ROW_TITLE_LIMIT
from satark.desks import STATUSES

DOMAIN = yaml.safe_load(Path("domain.yml").read_text(encoding="utf-8"))
RESPONSES = DOMAIN["responses"]
LANGUAGES = {None, "hi-Latn", "en"}


def language(variation):
    return next((one["value"] for one in variation.get("condition", []) if one["name"] == "language"), None)


@pytest.mark.parametrize("name", RESPONSES)
def test_every_response_exists_in_all_languages_and_fits(name):
    assert {language(variation) for variation in RESPONSES[name]} == LANGUAGES
    for variation in RESPONSES[name]:
        assert 0 < len(variation["text"]) <= BODY_LIMIT
        buttons = variation.get("buttons", [])
        limit = BUTTON_TITLE_LIMIT if len(buttons) <= 3 else ROW_TITLE_LIMIT
        assert len(buttons) <= LIST_LIMIT
        assert all(0 < len(button["title"]) <= limit for button in buttons)


@pytest.mark.parametrize("name", RESPONSES)
def test_all_languages_fill_in_the_same_facts_and_offer_the_same_choices(name):
    facts = {frozenset(re.findall(r"{(\w+)}", variation["text"])) for variation in RESPONSES[name]}
    choices = {tuple(button["payload"] for button in variation.get("buttons", [])) for variation in RESPONSES[name]}
    assert len(facts) == 1
    assert len(choices) == 1


def test_hindi_is_in_devanagari_and_the_others_are_not():
    for name, variations in RESPONSES.items():
        for variation in variations:
            letters = re.findall(r"[\u0900-\u097f]", variation["text"])
            assert bool(letters) == (language(variation) is None), name


def _answered_intents():
    rules = yaml.safe_load(Path("data/rules/questions.yml").read_text(encoding="utf-8"))["rules"]
    return {
        step["intent"]
        for rule in rules
        if {"action": "action_answer"} in rule["steps"]
        for step in rule["steps"]
        if "intent" in step
    }


def test_every_response_is_said_somewhere():
    sources = [*Path("data/rules").glob("*.yml"), *Path("actions").glob("*.py"), *Path("channels").glob("*.py")]
    said = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    made = {f"utter_status_{status}" for status in STATUSES} | {f"utter_notice_{status}" for status in STATUSES[1:]}
    asked = {f"utter_ask_report_form_{slot}" for slot in DOMAIN["forms"]["report_form"]["required_slots"]}
    topics = yaml.safe_load(Path("data/lexicon/questions.yml").read_text(encoding="utf-8"))
    answered = {f"utter_answer_{topic}" for topic in topics} | {f"utter_{intent}" for intent in _answered_intents()}
    assert [name for name in RESPONSES if name not in said and name not in made | asked | answered] == []
