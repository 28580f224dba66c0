"""The frame around every page: header with the office, the language and sign-out, and the navigation beside."""

from __future__ import annotations

from typing import Any

import dash
import dash_mantine_components as dmc
import flask
from dash import Input, Output, State, dcc, html, no_update
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from dashboard.auth import reader
from dashboard.notices import HOLDER
from dashboard.offices import offices
from dashboard.texts import LANGUAGES, language, say

FONTS = '"Noto Sans", "Noto Sans Devanagari", "Lohit Devanagari", "Nirmala UI", system-ui, sans-serif'
THEME = {
    "primaryColor": "indigo",
    "primaryShade": 8,
    "fontFamily": FONTS,
    "fontFamilyMonospace": 'ui-monospace, "DejaVu Sans Mono", "Noto Sans Mono", monospace',
    "headings": {"fontFamily": FONTS, "fontWeight": "650"},
    "defaultRadius": "md",
}
NAVIGATION = (
    ("/", "tips"),
    ("/map", "map"),
    ("/patterns", "patterns"),
    ("/officers", "officers"),
    ("/audit", "audit"),
    ("/account", "account"),
)


def layout() -> Any:
    """The whole page of a signed-in account; nothing for anybody else (Dash looks once before the first request)."""
    if not current_user.is_authenticated:
        return html.Div()
    return dmc.MantineProvider(
        theme=THEME,
        forceColorScheme="light",
        children=[
            dmc.NotificationContainer(id=HOLDER, position="top-right"),
            dcc.Store(id="language-set"),
            dmc.AppShell(
                id="shell",
                header={"height": 60},
                navbar={"width": 232, "breakpoint": "sm", "collapsed": {"mobile": True}},
                padding="md",
                children=[_header(), _navigation(), dmc.AppShellMain(dash.page_container, className="main")],
            ),
        ],
    )


def _header() -> Any:
    account, held = reader(), offices()
    office = held.settings.office(account.desk).in_language(language())
    return dmc.AppShellHeader(
        className="header",
        children=[
            dmc.Group(
                [
                    dmc.Burger(id="burger", opened=False, hiddenFrom="sm", size="sm", color="white"),
                    html.Div([html.Span(className="crest"), html.Span(say("product"))], className="brand"),
                ],
                gap="sm",
                wrap="nowrap",
            ),
            html.Div(office, id="office-name", className="office"),
            dmc.Group(
                [
                    dmc.SegmentedControl(
                        id="language",
                        value=language(),
                        data=[{"value": code, "label": say(f"language.{code}")} for code in LANGUAGES],
                        size="xs",
                    ),
                    html.Span(account.username, id="user-name", className="user"),
                    html.Form(
                        [
                            dcc.Input(type="hidden", name="csrf_token", value=generate_csrf()),
                            html.Button(say("sign_out"), type="submit", id="sign-out", className="plain"),
                        ],
                        action="/logout",
                        method="post",
                    ),
                ],
                gap="sm",
                wrap="nowrap",
            ),
        ],
    )


def _navigation() -> Any:
    links = [
        dmc.NavLink(
            label=say(f"{name}.nav"),
            href=path,
            active="exact",
            leftSection=html.Span(className=f"icon icon-{name}"),
            id=f"nav-{name}",
        )
        for path, name in NAVIGATION
    ]
    return dmc.AppShellNavbar(
        [
            dmc.AppShellSection(links, grow=True, p="xs"),
            dmc.AppShellSection(html.P(say("promise")), className="promise"),
        ]
    )


def add_callbacks(app: dash.Dash) -> None:
    """The burger, and the language switch (which loads the page anew)."""
    app.clientside_callback(
        "(opened, bar) => ({...bar, collapsed: {mobile: !opened}})",
        Output("shell", "navbar"),
        Input("burger", "opened"),
        State("shell", "navbar"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        "() => false", Output("burger", "opened"), Input("_pages_location", "pathname"), prevent_initial_call=True
    )
    app.clientside_callback(
        "code => { if (code) { window.location.reload(); } return window.dash_clientside.no_update; }",
        Output("language-set", "clear_data"),
        Input("language-set", "data"),
        prevent_initial_call=True,
    )

    @app.callback(Output("language-set", "data"), Input("language", "value"), prevent_initial_call=True)
    def choose_language(code: str) -> Any:
        if code not in LANGUAGES or code == language():
            return no_update
        flask.session["language"] = code
        return code
