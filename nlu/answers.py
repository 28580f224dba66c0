"""Short answers of which their own words tell more than the classifier: a place alone, a worry, a correction."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.classifier import OFFENCES
from nlu.facts import Untrained
from satark.answers import is_only, meaning, says
from satark.classification.lexicon import load_lexicon
from satark.text import tokens

_TALK = frozenset({"ask_anonymity", "ask_how", "ask_who", "ask_reward", "chitchat", "out_of_scope"})
_COURTESY = frozenset({"greet", "thanks", "goodbye", "affirm", "deny", "cancel"})
_ARROWS = ("*", "→", "->", "=")  # "*Kerakat", "Badlapur -> Kerakat"
_MOST_WORDS = 8  # in a longer message such a phrase may speak of something else
_DOUBTFUL = 0.3  # below what any question takes for a yes
_SURE = 0.9  # of a courtesy: few villages are called like one, and those words are taught well


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PlaceAlone(Untrained):
    """A message that only names a known place informs, and tells of no offence: to the letters that the classifier goes
    by, `Kuttupur` is abuse, `Mahuwari` liquor, and any `thana` its police. Runs after the readers of facts."""

    def read(self, message: Message) -> None:
        place, intent = message.get("place"), message.get(INTENT) or {}
        courteous = intent.get("name") in _COURTESY and intent.get("confidence", 0.0) >= _SURE
        if courteous or not place or not place["name"]:
            return
        if not is_only(place["text"], message.get(TEXT) or "", place["district"]):
            return
        _read_as(message, "inform", place["confidence"])
        message.set(OFFENCES, [], add_to_output=True)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class NothingCorrected(Untrained):
    """A short message that was taken for a correction and holds no word of correcting (`data/lexicon/correcting.yml`)
    tells something new: "teen din pehle kaha tha"."""

    def read(self, message: Message) -> None:
        text, intent = message.get(TEXT) or "", message.get(INTENT) or {}
        if intent.get("name") != "correct" or len(text.split()) > _MOST_WORDS:
            return
        if not says("correcting", text) and not any(arrow in text for arrow in _ARROWS):
            _read_as(message, "inform", intent.get("confidence", 0.0))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class WorryInPassing(Untrained):
    """A short message that holds a worry of `data/lexicon/questions.yml` ("dar lagta hai") is no small talk; one that
    speaks of ending one's own life (`distress.yml`) reports nothing: the help-line is said, and nothing is asked. A
    yes of one word that belongs to a crime ("daru") is a doubtful one; a choice in so many words ("keep it",
    `choices.yml`) is no question."""

    def read(self, message: Message) -> None:
        text, intent = message.get(TEXT) or "", message.get(INTENT) or {}
        sure = intent.get("confidence", 0.0)
        if len(text.split()) > _MOST_WORDS:
            return
        if intent.get("name") in ("report_offence", "emergency") and says("distress", text):
            _read_as(message, "chitchat", sure)
            message.set(OFFENCES, [], add_to_output=True)
        elif _may_be_a_worry(intent) and says("questions", text):
            _read_as(message, "ask_anonymity", sure)
        elif intent.get("name") in _TALK and meaning("choices", text):
            _read_as(message, "inform", 1.0)
        elif intent.get("name") == "affirm" and _names_a_crime(text):
            _read_as(message, "affirm", min(sure, _DOUBTFUL))


def _may_be_a_worry(intent: dict[str, Any]) -> bool:
    """Whether a message was taken for small talk, or, not surely, for a no ("agar jhooth nikla to")."""
    return intent.get("name") == "chitchat" or (
        intent.get("name") in ("deny", "cancel") and intent.get("confidence", 0.0) < _SURE
    )


def _names_a_crime(text: str) -> bool:
    """Whether the one word of a message belongs to an offence."""
    words = tokens(text)
    return len(words) == 1 and bool(load_lexicon().hits(words))


def _read_as(message: Message, name: str, confidence: float) -> None:
    intent = {"name": name, "confidence": confidence}
    message.set(INTENT, intent, add_to_output=True)
    message.set("intent_ranking", [intent], add_to_output=True)
