"""The quick check of the actions' answers: the same verdict as Rasa's own, many times as fast."""

import subprocess
import sys

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

from channels import speed
from channels.speed import check_answers_quickly

_SLOW = RemoteAction._validate_action_result
SLOT = {"event": "slot", "name": "language", "value": "hi", "timestamp": None}
ANSWERS = [
    {"events": [SLOT], "responses": [{"text": "नमस्ते", "buttons": [], "custom": {}}]},
    {"events": [], "responses": []},
    {"events": None, "responses": [{"response": "utter_greet"}]},
    {"events": [{"name": "language"}], "responses": []},
    {"events": [{"event": 7}], "responses": []},
    {"events": "none", "responses": []},
    {"events": [], "responses": [7]},
    {"events": [], "responses": [{"buttons": [{"title": 7}]}]},
    [],
    "answer",
    None,
]


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(RemoteAction, "_validate_action_result", _SLOW)
    speed._validator.cache_clear()
    check_answers_quickly()
    return RemoteAction("action_file_report", None)


def refused(check, action, answer):
    try:
        return not check(action, answer)
    except ValidationError as error:
        assert "make sure your response from the Action endpoint is valid" in error.message
        return True


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: str(answer)[:40])
def test_the_same_answers_are_refused(quick, answer):
    verdict = refused(_SLOW, quick, answer)
    assert refused(RemoteAction._validate_action_result, quick, answer) is verdict


def test_some_of_them_are_refused_and_some_are_not(quick):
    verdicts = [refused(RemoteAction._validate_action_result, quick, answer) for answer in ANSWERS]
    assert {True, False} == set(verdicts)
    assert verdicts[0] is False
    assert verdicts[-1] is True


def test_the_schema_is_built_once(quick, monkeypatch):
    built, build = [], RemoteAction.action_response_format_spec
    monkeypatch.setattr(RemoteAction, "action_response_format_spec", lambda: built.append(1) or build())
    for _ in range(5):
        assert RemoteAction._validate_action_result(quick, ANSWERS[0])
    assert built == [1]


def test_the_first_message_finds_word_lists_and_sentences_read():
    opened_after_warming_up = (
        "import sys; from channels import speed; from satark.redaction import redact\n"
        "speed.warm_up()\n"
        "sys.addaudithook(lambda event, of: event == 'open' and print(of[0]))\n"
        "redact('mere bhai ka number 9000000002 hai')"
    )
    done = subprocess.run([sys.executable, "-c", opened_after_warming_up], capture_output=True, text=True, check=True)
    assert done.stdout == ""
