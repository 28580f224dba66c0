"""One logging set-up for every process: event names and codes to standard error, never a person's words or address."""

from __future__ import annotations

import logging
import sys

FORMAT = "%(asctime)s %(levelname)-7s %(name)s %(message)s"
_TALKATIVE = ("aiohttp.access", "alembic", "werkzeug", "waitress.queue", "apscheduler")


class WithoutTracebacks(logging.Formatter):
    """Gives an exception's kind only: tracebacks and messages of libraries may quote what a person wrote."""

    def formatException(self, ei: object) -> str:
        kind = ei[0] if isinstance(ei, tuple) else None
        return f"({kind.__name__ if kind else 'error'})"

    def formatStack(self, stack_info: str) -> str:
        return ""


def set_up_logging(level: int = logging.INFO) -> None:
    """Sets the root logger up for a process of the product."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(WithoutTracebacks(FORMAT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
