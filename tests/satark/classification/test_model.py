"""The model as a whole, on a small part of the real training data: shapes, bounds, and that it learns."""

import pickle

import pytest

from satark.classification import Example, MessageModel, Verdict
from satark.classification.model import REPORTING

ODD = [
    "",
    " ",
    "🙂",
    "?" * 40,
    "\u202eनमस्ते\u202c",
    "שלום עולם",
    "مرحبا بالعالم",
    "{{7*7}} '; DROP TABLE tips; --",
    "/restart",
    '/report_offence{"offence": "murder"}',
    "\x00\x01\x02",
    "क" * 65_536,
    "chori " * 10_000,
    "1234567890 " * 400,
]


def assert_sound(verdict: Verdict) -> None:
    names = [name for name, _ in verdict.intents]
    chances = [chance for _, chance in verdict.intents]
    assert len(names) == len(set(names)) == 21
    assert sum(chances) == pytest.approx(1, abs=1e-6)
    assert chances == sorted(chances, reverse=True)
    told = [offence.chance for offence in verdict.offences]
    assert told == sorted(told, reverse=True)
    assert all(0 < chance <= 1 for chance in told)
    assert not verdict.offences or names[0] in REPORTING


@pytest.mark.parametrize("text", ODD, ids=lambda text: repr(text[:20]))
def test_every_text_gets_a_sound_verdict(model: MessageModel, text: str):
    assert_sound(model.read(text))


@pytest.mark.parametrize("text", ["", "🗿🗿", "שלום", '/report_offence{"offence": "murder"}', "x {y}"])
def test_nothing_known_or_a_command_is_out_of_scope(model: MessageModel, text: str):
    verdict = model.read(text)
    assert verdict.intents[0] == ("out_of_scope", 1.0)
    assert verdict.offences == ()


@pytest.mark.parametrize(
    ("text", "offence"),
    [
        ("yahan roz taash par juaa hota hai", "gambling"),
        ("गांव के पीछे कच्ची शराब की भट्ठी चल रही है", "illicit_liquor"),
        ("sand is dug out of the river at night by tractors", "illegal_mining"),
    ],
)
def test_plain_reports_are_understood_in_three_ways_of_writing(model: MessageModel, text: str, offence: str):
    verdict = model.read(text)
    assert verdict.intents[0][0] == "report_offence"
    assert offence in {told.offence for told in verdict.offences}
    assert all(told.text and told.text in text for told in verdict.offences)


@pytest.mark.parametrize(
    ("text", "intent"), [("namaste", "greet"), ("धन्यवाद", "thanks"), ("mera naam to nahi batayenge", "ask_anonymity")]
)
def test_plain_talk_reports_nothing(model: MessageModel, text: str, intent: str):
    verdict = model.read(text)
    assert verdict.intents[0][0] == intent
    assert verdict.offences == ()


def test_the_same_messages_teach_the_same(model: MessageModel, examples: list[Example]):
    again = MessageModel()
    again.fit(examples)
    for text in ("namaste", "yahan roz taash par juaa hota hai", "a boy was beaten near the pond and robbed"):
        one, other = model.read(text), again.read(text)
        assert dict(one.intents) == pytest.approx(dict(other.intents), abs=0.01)
        assert [told.offence for told in one.offences] == [told.offence for told in other.offences]


def test_a_pickled_model_reads_the_same(model: MessageModel):
    kept = pickle.loads(pickle.dumps(model))
    for text in ("namaste", "yahan roz taash par juaa hota hai", "dhanyavaad"):
        own, again = model.read(text), kept.read(text)
        assert own.intents[0][0] == again.intents[0][0]
        assert [told.offence for told in own.offences] == [told.offence for told in again.offences]


def test_too_few_messages_of_an_intent_are_refused(examples: list[Example]):
    with pytest.raises(ValueError, match="3 examples"):
        MessageModel().fit([*examples, Example("alag baat", "another_intent", frozenset())])


def test_out_of_scope_must_be_taught(examples: list[Example]):
    without = [example for example in examples if example.intent != "out_of_scope"]
    with pytest.raises(ValueError, match="out_of_scope"):
        MessageModel().fit(without)


def test_most_of_what_was_learnt_is_known(model: MessageModel, examples: list[Example]):
    some = examples[::4]
    right = sum(model.read(example.text).intents[0][0] == example.intent for example in some)
    assert right / len(some) > 0.8
