"""`python -m dashboard`: serves the pages at the address that the settings name."""

from __future__ import annotations

import logging
import sys

import waitress

from dashboard.app import create_app
from satark.errors import SatarkError
from satark.logs import set_up_logging
from satark.settings import Settings

THREADS = 8


def main() -> int:
    """Runs until stopped; gives 1 after one sentence when it cannot start."""
    set_up_logging()
    try:
        settings = Settings.load()
        app = create_app(settings)
    except SatarkError as error:
        print(error, file=sys.stderr)
        return 1
    address = settings.addresses["dashboard"]
    logging.getLogger("dashboard").info("serving %s", address.url)
    waitress.serve(app.server, host=address.host, port=address.port, threads=THREADS, ident=None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
