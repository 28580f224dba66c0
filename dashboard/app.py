"""The dashboard's front door: `create_app` puts desks, keys, sign-in, headers and pages together."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import dash
import flask
from flask_wtf.csrf import CSRFError

from dashboard import evidence, shell
from dashboard.auth import reader, set_up_auth
from dashboard.keys import unlock_boxes
from dashboard.offices import Offices, offices
from dashboard.pages import PAGES
from dashboard.security import CSRF_COOKIE, set_up_headers, set_up_security
from dashboard.texts import language, say
from satark.errors import SatarkError, StoreError
from satark.settings import Settings

FOLDER = Path(__file__).parent


class Pages(dash.Dash):
    """Dash with the page's language named and the product's own icon."""

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        parts["favicon"] = '<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">'
        page: str = super().interpolate_index(**parts)
        return page.replace("<html>", f'<html lang="{language()}">', 1)


def create_app(settings: Settings, environ: Mapping[str, str] | None = None) -> dash.Dash:
    """A dashboard over the desks of `settings`; `app.server` is its WSGI application.

    `environ` (default: the process's own) gives the passphrases (see `dashboard.keys`), `SATARK_MAP_TILES` and
    `SATARK_DASHBOARD_HTTPS`. Raises `StoreError`, and `SealError` when a passphrase does not open its key.
    """
    environ = os.environ if environ is None else environ
    tiles = environ.get("SATARK_MAP_TILES", "")
    server = flask.Flask("dashboard", template_folder=str(FOLDER / "templates"), static_folder=None)
    server.extensions["offices"] = Offices.open(settings, unlock_boxes(settings, environ))
    server.config["MAP_TILES"] = tiles
    set_up_auth(server)
    set_up_security(server, settings, environ)
    _add_routes(server)
    app = Pages(
        __name__,
        server=server,  # type: ignore[arg-type]
        assets_folder=str(FOLDER / "assets"),
        use_pages=True,
        pages_folder="",
        title=settings.range.office.en,
        update_title="",
        suppress_callback_exceptions=True,
        add_log_handler=False,  # the process's own logging quotes nobody's words
        csrf_token_name=CSRF_COOKIE,
        serve_locally=True,
    )
    app.layout = shell.layout
    shell.add_callbacks(app)
    for page in PAGES:
        page.add_to(app)
    _add_tip_route(server, app)
    evidence.add_route(server)
    set_up_headers(server, app.csp_hashes, tiles, environ)
    return app


def _add_routes(server: flask.Flask) -> None:
    @server.get("/health")
    def health() -> Any:
        try:
            for desk in offices().desks.values():
                desk.latest_change()
        except StoreError:
            return {"status": "store"}, 503
        return {"status": "ok"}

    @server.errorhandler(CSRFError)
    def without_token(_error: CSRFError) -> Any:
        if flask.request.path == "/login":
            return flask.redirect("/login?expired=1")
        return flask.Response(say("login.expired"), status=400)


def _add_tip_route(server: flask.Flask, app: dash.Dash) -> None:
    @server.get("/tip/<tip_id>")
    def tip_page(tip_id: str) -> Any:
        try:
            offices().find(reader(), tip_id)
        except SatarkError:
            return app.index(), 404
        return app.index()
