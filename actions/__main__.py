"""The actions' server: `python -m actions`. It answers the assistant only, and its errors never carry a tracker."""

from __future__ import annotations

import logging

from rasa_sdk.endpoint import create_app
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from satark.logs import set_up_logging
from satark.settings import Settings

log = logging.getLogger("satark.actions")


def build() -> Sanic:
    """Rasa SDK's application with an error handler that tells the kind of an error and nothing of the message."""
    app = create_app("actions")

    @app.exception(Exception)
    async def without_content(_request: Request, exception: Exception) -> HTTPResponse:
        log.error("action.failed kind=%s", type(exception).__name__)
        return response.json({"error": type(exception).__name__}, status=getattr(exception, "status_code", 500))

    return app


def main() -> None:
    """Serves at the address of the settings."""
    set_up_logging()
    for name in ("rasa_sdk", "sanic.root", "sanic.access"):
        logging.getLogger(name).setLevel(logging.WARNING)
    address = Settings.load().addresses["actions"]
    build().run(address.host, address.port, access_log=False)


if __name__ == "__main__":
    main()
