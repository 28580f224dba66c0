"""The account's own page: who is signed in, and a new password."""

from __future__ import annotations

from typing import Any

import dash
import dash_mantine_components as dmc
import flask
from dash import Input, Output, State, html

from dashboard import notices
from dashboard.auth import attempts, begin_session, reader
from dashboard.offices import offices
from dashboard.texts import language, say
from dashboard.tip_panels import card
from satark.desks.accounts import SHORTEST_PASSWORD, set_account, sign_in
from satark.errors import NotAllowed, SatarkError

_FIELDS = ("password-now", "password-new", "password-again")


def layout(**_query: str) -> Any:
    """The page."""
    account = reader()
    office = offices().settings.office(account.desk).in_language(language())
    facts = html.Dl(
        [
            part
            for name, value in (("username", account.username), ("name", account.name), ("office", office))
            for part in (html.Dt(say(f"account.{name}")), html.Dd(value))
        ],
        className="facts",
    )
    inputs = [
        dmc.PasswordInput(
            id=field,
            label=say(f"account.{field}"),
            description=say("account.length", least=SHORTEST_PASSWORD) if field == "password-new" else None,
        )
        for field in _FIELDS
    ]
    return html.Div(
        [
            dmc.Title(say("account.title"), order=2),
            dmc.SimpleGrid(
                [
                    card(say("account.you"), facts),
                    card(
                        say("account.change"),
                        *inputs,
                        dmc.Button(say("account.change_button"), id="password-change", mt="sm"),
                    ),
                ],
                cols={"base": 1, "md": 2},
                maw=900,
            ),
        ]
    )


def change_password(now: str, new: str, again: str) -> str:
    """Renews the present account's password; every other session of it ends. Gives the confirmation.

    Raises `NotAllowed` with a sentence.
    """
    account, held = reader(), offices()
    desk, address = held.desks[account.desk], flask.request.remote_addr or ""
    if attempts().blocked(account.username, address):
        raise NotAllowed(say("login.blocked"))
    if sign_in(desk, account.username, now) is None:
        attempts().failed(account.username, address)
        raise NotAllowed(say("account.wrong"))
    if new != again:
        raise NotAllowed(say("account.differ"))
    if len(new) < SHORTEST_PASSWORD:
        raise NotAllowed(say("account.length", least=SHORTEST_PASSWORD))
    begin_session(set_account(desk, account.username, account.name, new))
    held.note(account, "password_changed")
    return say("account.changed")


def add_to(app: dash.Dash) -> None:
    """Registers the page and its callback."""
    dash.register_page("account", path="/account", layout=layout)

    @app.callback(
        Output(notices.HOLDER, "sendNotifications", allow_duplicate=True),
        *(Output(field, "value") for field in _FIELDS),
        Input("password-change", "n_clicks"),
        *(State(field, "value") for field in _FIELDS),
        prevent_initial_call=True,
    )
    def on_change(clicks: int | None, now: str | None, new: str | None, again: str | None) -> Any:
        if not clicks:
            raise dash.exceptions.PreventUpdate
        try:
            notice = notices.done(change_password(now or "", new or "", again or ""))
        except SatarkError as error:
            notice = notices.failed(str(error))
        return notice, "", "", ""
