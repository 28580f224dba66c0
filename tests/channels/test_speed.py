"""The quick check of the actions' answers: the same verdict as Rasa's own, many times as fast."""

import subprocess
import sys
import time

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

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


def test_it_takes_a_fraction_of_the_time(quick):
    def seconds(check):
        begun = time.perf_counter()
        for _ in range(5):
            check(quick, ANSWERS[0])
        return time.perf_counter() - begun

    RemoteAction._validate_action_result(quick, ANSWERS[0])
    assert seconds(RemoteAction._validate_action_result) < seconds(_SLOW) / 4


def test_the_first_message_finds_word_lists_and_sentences_read():
    measured = (
        "import time; from channels import speed; from satark.redaction import redact\n"
        "for work in (speed.warm_up, lambda: redact('mere bhai ka number 9000000002 hai')):\n"
        "    begun = time.process_time(); work(); print(time.process_time() - begun)"
    )
    done = subprocess.run([sys.executable, "-c", measured], capture_output=True, text=True, check=True)
    reading, first_message = map(float, done.stdout.split())
    assert first_message < reading / 10
