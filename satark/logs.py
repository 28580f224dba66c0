"""One logging set-up for every process: event names and codes to standard error, never a person's words or address.

Our own loggers (`satark...`) write stable event names and codes and are printed as they are. What libraries write may
quote a message, a tracker or an address anywhere, at any level, so of theirs only the place in the code is printed: the
logger, the line, the kind of exception. Local variables are printed nowhere.
"""

from __future__ import annotations

import asyncio
import logging
import re
import sys
import threading
from collections.abc import Mapping, MutableMapping
from types import TracebackType
from typing import Any

FORMAT = "%(asctime)s %(levelname)-7s %(name)s %(message)s"
_OURS = ("satark", "dashboard")
_QUIET = ("aiohttp.access", "alembic", "werkzeug", "waitress.queue", "apscheduler", "sanic.access", "sanic.root")
_EVENT = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")  # the form of structlog's event names, never of a sentence


class WithoutContent(logging.Formatter):
    """Prints our own events whole, and of any other record where it was written and what kind of error it tells."""

    def format(self, record: logging.LogRecord) -> str:
        bare = logging.makeLogRecord(record.__dict__ | {"exc_text": None, "stack_info": None})
        if not _is_ours(record.name):
            bare.msg, bare.args = _told(record), None
        return super().format(bare)

    def formatException(self, ei: object) -> str:
        kind = ei[0] if isinstance(ei, tuple) else None
        return f"({kind.__name__ if kind else 'error'})"

    def formatStack(self, stack_info: str) -> str:
        return ""


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] in _OURS


def _told(record: logging.LogRecord) -> str:
    """The event name of a structured record, else the line of code that wrote it."""
    message = record.msg
    if isinstance(message, str) and _EVENT.fullmatch(message) and not record.args:
        return message
    return f"line {record.lineno}"


def set_up_logging(level: int = logging.INFO) -> None:
    """Sets the process up: the root logger, structured loggers, warnings and whatever nobody caught.

    Called again, after a library has put up its own, it takes the library's down.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(WithoutContent(FORMAT))
    handler.setLevel(level)  # a library may lower its own logger's level
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for logger in _loggers():
        if logger.handlers:
            logger.handlers.clear()
            logger.propagate = True
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(True)
    logging.raiseExceptions = False  # a record that cannot be printed would be printed with its arguments
    _quiet_structlog()
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def quiet_loop(loop: asyncio.AbstractEventLoop) -> None:
    """What nobody caught in an event loop, by its kind; a loop's own words would hold the task and its arguments."""
    loop.set_exception_handler(_uncaught_in_loop)


def _loggers() -> list[logging.Logger]:
    return [one for one in logging.Logger.manager.loggerDict.values() if isinstance(one, logging.Logger)]


def _quiet_structlog() -> None:
    """Structured loggers keep the list of processors they were first used with: it is emptied in place."""
    structlog = sys.modules.get("structlog")
    if structlog is None:
        return
    structlog.get_config()["processors"][:] = [_event_only]


def _event_only(logger: Any, method: str, event: MutableMapping[str, Any]) -> Any:
    """A structlog processor, the last: the event's name, and the kind of the exception that came with it."""
    name = str(event.get("event", ""))
    kind = _kind_in(event, method)
    return ((name if _EVENT.fullmatch(name) else "event"),), {"exc_info": kind} if kind else {}


def _kind_in(event: Mapping[str, Any], method: str) -> Any:
    given = event.get("exc_info")
    if isinstance(given, BaseException):
        return (type(given), given, None)
    if isinstance(given, tuple):
        return given
    return sys.exc_info() if (given or method == "exception") and sys.exc_info()[0] else None


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("satark.process").critical("process.failed kind=%s at=%s", kind.__name__, _place(trace))


def _uncaught_in_thread(given: threading.ExceptHookArgs) -> None:
    if given.exc_type is not SystemExit:
        place = _place(given.exc_traceback)
        logging.getLogger("satark.process").error("thread.failed kind=%s at=%s", given.exc_type.__name__, place)


def _uncaught_in_loop(_loop: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    error = context.get("exception")
    place = _place(error.__traceback__ if isinstance(error, BaseException) else None)
    logging.getLogger("satark.process").error("task.failed kind=%s at=%s", type(error).__name__, place)


def _place(trace: TracebackType | None) -> str:
    """Module and line where it was raised."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}" if trace else "?"
