"""Prints the gold messages of a part as Rasa NLU data, for `rasa test nlu`: `python tests/nlu/as_rasa.py test`."""

import json
import sys
from pathlib import Path

import yaml

GOLD = Path(__file__).parent


def as_rasa(part: str) -> dict:
    """Rasa's NLU format: one block an intent."""
    by_intent: dict[str, list[str]] = {}
    for file in sorted((GOLD / part).glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            text = " ".join(case["text"].split()).lstrip("/")
            # Square brackets and braces would be read as Rasa's own markup.
            if text and not set("[]{}") & set(text):
                by_intent.setdefault(case["gold"]["intent"], []).append(text)
    blocks = [
        {"intent": intent, "examples": "".join(f"- {text}\n" for text in texts)} for intent, texts in by_intent.items()
    ]
    return {"version": "3.1", "nlu": blocks}


if __name__ == "__main__":
    yaml.safe_dump(as_rasa(sys.argv[1]), sys.stdout, allow_unicode=True, width=100_000)
