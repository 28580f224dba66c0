"""Reads messages in bulk with the trained model: JSON lines in, readings out, the same pipeline as the live assistant.

`python -m nlu.batch [--at ISO-8601]`; `satark understand` is this command.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import json
import logging
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.model import get_latest_model
from rasa.utils.log_utils import configure_structlog

from nlu.contract import reading_of
from satark.errors import SatarkError
from satark.reading import KOLKATA
from satark.settings import ROOT
from satark.text import LONGEST_MESSAGE


class ModelMissing(SatarkError):
    """There is no trained model."""


def load_agent(models: Path = ROOT / "models") -> Agent:
    """The newest trained model. Raises `ModelMissing`."""
    newest = get_latest_model(str(models))
    if newest is None:
        raise ModelMissing("There is no trained model yet: run `make train` (or `satark train`) first.")
    return Agent.load(newest)


async def read_message(agent: Agent, text: str, received_at: dt.datetime, message_id: str | None) -> dict[str, Any]:
    """The reading of one message; its text is never taken for a command."""
    message = UserMessage(
        text=text[:LONGEST_MESSAGE].lstrip("/ \t\n") or "", metadata={"received_at": received_at.isoformat()}
    )
    if agent.processor is None:
        raise ModelMissing("The model is not loaded.")
    return reading_of(await agent.processor.parse_message(message), message_id)


async def read_lines(agent: Agent, lines: TextIO, out: TextIO, default_at: dt.datetime | None) -> bool:
    """Reads every line of `lines`, writes one of `out` for each; False when a line could not be used."""
    good = True
    for line in lines:
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            text, message_id = str(entry.get("text") or ""), entry.get("id")
            at = dt.datetime.fromisoformat(entry["received_at"]) if entry.get("received_at") else default_at
            at = at or dt.datetime.now(KOLKATA)
            if at.tzinfo is None:
                at = at.replace(tzinfo=KOLKATA)
        except (ValueError, AttributeError, TypeError) as error:
            good = False
            print(json.dumps({"id": None, "error": f"not a message: {type(error).__name__}"}), file=out, flush=True)
            continue
        reading = await read_message(agent, text, at, message_id)
        print(json.dumps(reading, ensure_ascii=False), file=out, flush=True)
    return good


def main() -> int:
    """Exit status 0, 1 when a line was no message, 2 without a model."""
    parser = argparse.ArgumentParser(prog="satark understand", description=__doc__)
    parser.add_argument("--at", type=dt.datetime.fromisoformat, help="when messages without received_at came")
    options = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    configure_structlog(logging.WARNING)
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a broken byte costs a letter, never the run
    default_at = options.at
    if default_at is not None and default_at.tzinfo is None:
        default_at = default_at.replace(tzinfo=KOLKATA)
    try:
        agent = load_agent()
    except SatarkError as error:
        print(error, file=sys.stderr)
        return 2
    return 0 if asyncio.run(read_lines(agent, sys.stdin, sys.stdout, default_at)) else 1


if __name__ == "__main__":
    sys.exit(main())
