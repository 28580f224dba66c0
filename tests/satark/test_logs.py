"""Logs of every process: what happened and where, never what a person wrote, whoever writes the log."""

import asyncio
import io
import logging
import subprocess
import sys
import threading
import warnings

import pytest
import structlog
from rasa.utils.log_utils import configure_structlog

from satark.logs import quiet_loop, set_up_logging

SECRET = "mera number 98123 45670, Canary Naam"


@pytest.fixture
def logged():
    """Everything the process has written, after the set-up of a process; the logging of tests is put back."""
    root = logging.getLogger()
    before = (root.handlers[:], root.level, sys.excepthook, threading.excepthook, structlog.get_config())
    configure_structlog(logging.DEBUG)  # as Rasa does, with debugging on
    known = structlog.get_logger("rasa.core.processor")
    known.debug("processor.early", text=SECRET)  # it keeps the processors it was first used with
    logging.getLogger("rasa").setLevel(logging.DEBUG)
    set_up_logging()
    written = io.StringIO()
    (handler,) = root.handlers
    assert handler.stream is sys.stderr
    handler.setStream(written)
    yield written.getvalue
    logging.captureWarnings(False)
    logging.raiseExceptions = True
    root.handlers, root.level = before[0], before[1]
    sys.excepthook, threading.excepthook = before[2], before[3]
    structlog.configure(**before[4])


def test_our_own_events_are_printed_whole(logged):
    logging.getLogger("satark.worker").warning("outbox.message_failed kind=%s", "StoreError")
    assert "satark.worker outbox.message_failed kind=StoreError" in logged()


def test_what_a_library_writes_tells_the_place_only(logged):
    rasa = logging.getLogger("rasa.core.processor")
    rasa.error(f"Encountered an exception while running action; tracker: {SECRET}")
    rasa.warning("could not parse %s", SECRET)
    rasa.debug("parsed %s", SECRET)
    try:
        raise ValueError(SECRET)
    except ValueError:
        rasa.exception("failed for %r", SECRET)
    written = logged()
    assert "rasa.core.processor line" in written
    assert "(ValueError)" in written
    assert "98123" not in written and "Canary" not in written


def test_structured_logs_keep_the_event_and_lose_the_rest(logged):
    log = structlog.get_logger("rasa.core.channels.rest")
    try:
        raise KeyError(SECRET)
    except KeyError:
        held = SECRET  # a local variable that a rich traceback would print
        log.exception("rest.message.failed", text=held)
        structlog.get_logger().error(SECRET, tracker=SECRET)
    written = logged()
    assert "rest.message.failed" in written and "(KeyError)" in written
    assert "98123" not in written and "Canary" not in written


def test_a_record_that_cannot_be_printed_is_not_printed_with_its_arguments(logged, capfd):
    logging.getLogger("satark.worker").warning("broken %d", SECRET)
    assert "98123" not in logged() + "".join(capfd.readouterr())


def test_warnings_tasks_and_threads_tell_no_words(logged):
    def fails():
        raise RuntimeError(SECRET)

    thread = threading.Thread(target=fails)
    thread.start()
    thread.join()

    async def main():
        loop = asyncio.get_running_loop()
        quiet_loop(loop)
        loop.call_soon(fails)
        await asyncio.sleep(0.01)

    asyncio.run(main())
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn(SECRET, stacklevel=1)
    written = logged()
    assert "thread.failed kind=RuntimeError" in written
    assert "task.failed kind=RuntimeError" in written
    assert "98123" not in written and "Canary" not in written


def test_a_process_that_ends_by_an_error_says_its_kind_and_place():
    code = f"from satark.logs import set_up_logging\nset_up_logging()\nheld = {SECRET!r}\nraise ValueError(held)"
    done = subprocess.run([sys.executable, "-X", "dev", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "process.failed kind=ValueError at=__main__:4" in done.stderr
    assert "98123" not in done.stderr + done.stdout
