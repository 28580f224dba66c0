"""One tip: what was told, where, what has been done since, and the steps an office can take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import dash
import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html, no_update

from dashboard import evidence, notices, tip_panels
from dashboard.auth import reader
from dashboard.content import TipContent, briefing
from dashboard.maps import tip_map
from dashboard.offices import Found, offices
from dashboard.pages import missing
from dashboard.texts import say
from satark.desks import DISPOSITIONS, new_dispatch_id
from satark.errors import NotAllowed, SatarkError, UnknownOfficer, UnknownTip
from satark.seal import Recipient, seal_to

REFRESH_MILLISECONDS = 3000
COURIER = "courier"  # whose key officers' messages are sealed to


def layout(tip_id: str = "", **_query: str) -> Any:
    """The page of a tip the account may see; a page of any other id says that there is none."""
    try:
        found = offices().find(reader(), tip_id)
    except UnknownTip:
        return missing.no_such_tip(tip_id)
    offices().note(reader(), "opened", found.desk, tip_id)
    content = _content_or_why_not(found)
    return html.Div(
        [
            dcc.Interval(id="tip-clock", interval=REFRESH_MILLISECONDS),
            dcc.Store(id="tip-id", data=tip_id),
            dcc.Store(id="tip-token", data=tip_panels.token(found)),
            dcc.Link("← " + say("tip.back"), href="/", className="back"),
            html.Div(tip_panels.heading(found), id="tip-heading"),
            dmc.Grid(
                [
                    dmc.GridCol(
                        [
                            *tip_panels.words(found, content),
                            tip_panels.card(
                                say("tip.evidence"), html.Div(evidence.panel(found, content), id="tip-evidence")
                            ),
                        ],
                        span={"base": 12, "md": 7, "xl": 8},
                    ),
                    dmc.GridCol(
                        [
                            tip_panels.card(say("tip.steps"), html.Div(tip_panels.steps(found), id="tip-steps")),
                            tip_panels.card(say("tip.timeline"), html.Div(tip_panels.timeline(found), id="timeline")),
                            tip_panels.card(say("tip.map"), tip_map(found.tip)),
                        ],
                        span={"base": 12, "md": 5, "xl": 4},
                    ),
                ],
                gutter="md",
            ),
        ]
    )


def _content(found: Found) -> TipContent:
    return TipContent.parse(offices().open_content(reader(), found.tip))


def _content_or_why_not(found: Found) -> TipContent | str:
    try:
        return _content(found)
    except SatarkError as error:
        return str(error)


def _panels(tip_id: str) -> tuple[Any, ...]:
    found = offices().find(reader(), tip_id)
    sent = evidence.panel(found, _content_or_why_not(found))
    return tip_panels.heading(found), tip_panels.steps(found), tip_panels.timeline(found), sent, tip_panels.token(found)


_PANELS = (
    Output("tip-heading", "children", allow_duplicate=True),
    Output("tip-steps", "children", allow_duplicate=True),
    Output("timeline", "children", allow_duplicate=True),
    Output("tip-evidence", "children", allow_duplicate=True),
    Output("tip-token", "data", allow_duplicate=True),
)
_NOTICES = Output(notices.HOLDER, "sendNotifications", allow_duplicate=True)


def _step(tip_id: str, work: Callable[[Found], str]) -> tuple[Any, ...]:
    """Does one step and gives the panels anew with a notice: its confirmation, or why it was not possible."""
    try:
        notice = notices.done(work(offices().find(reader(), tip_id)))
    except SatarkError as error:
        notice = notices.failed(str(error))
    try:
        return (*_panels(tip_id), notice)
    except SatarkError:
        return (*[no_update] * len(_PANELS), notice)


def assign(found: Found, officer_id: str) -> str:
    """Gives the tip to an officer of its desk, with a briefing that only the courier opens. Gives the confirmation.

    Raises `SatarkError` when the key, the officer or the tip's status does not allow it.
    """
    officer = next((one for one in found.desk.officers() if one.id == officer_id), None)
    if officer is None:
        raise UnknownOfficer(say("tip.choose_officer"))
    courier = Recipient.load(offices().settings.keys, COURIER)
    dispatch_id = new_dispatch_id()
    sealed = seal_to([courier], briefing(found.tip, _content(found), officer), context=dispatch_id)
    found.desk.assign(found.tip.id, officer.id, reader().username, (dispatch_id, sealed))
    offices().note(reader(), "assigned", found.desk, found.tip.id)
    return say("tip.assigned", tip=found.tip.id, officer=officer.name)


def close(found: Found, disposition: str | None) -> str:
    """Closes the tip. Gives the confirmation. Raises `SatarkError`."""
    if disposition not in DISPOSITIONS:
        raise NotAllowed(say("tip.choose_disposition"))
    found.desk.close(found.tip.id, reader().username, disposition)
    offices().note(reader(), "closed", found.desk, found.tip.id)
    return say("tip.closed", tip=found.tip.id)


def reopen(found: Found) -> str:
    """Takes a closing back. Gives the confirmation. Raises `SatarkError`."""
    found.desk.reopen(found.tip.id, reader().username)
    offices().note(reader(), "reopened", found.desk, found.tip.id)
    return say("tip.reopened", tip=found.tip.id)


def add_to(app: dash.Dash) -> None:
    """Registers the page and its callbacks."""
    dash.register_page("tip", path_template="/tip/<tip_id>", layout=layout)

    @app.callback(
        *_PANELS, Input("tip-clock", "n_intervals"), State("tip-id", "data"), State("tip-token", "data"),
        prevent_initial_call=True,
    )  # fmt: skip
    def refresh(_ticks: int, tip_id: str, token: str) -> Any:
        try:
            if tip_panels.token(offices().find(reader(), tip_id)) == token:
                raise dash.exceptions.PreventUpdate
            return _panels(tip_id)
        except UnknownTip:
            raise dash.exceptions.PreventUpdate from None

    @app.callback(
        *_PANELS, _NOTICES,
        Input("assign-button", "n_clicks"), State("tip-id", "data"), State("assign-officer", "value"),
        prevent_initial_call=True,
    )  # fmt: skip
    def on_assign(clicks: int | None, tip_id: str, officer_id: str | None) -> Any:
        if not clicks:
            raise dash.exceptions.PreventUpdate
        return _step(tip_id, lambda found: assign(found, officer_id or ""))

    @app.callback(
        *_PANELS, _NOTICES,
        Input("close-confirm", "n_clicks"), State("tip-id", "data"), State("close-disposition", "value"),
        prevent_initial_call=True,
    )  # fmt: skip
    def on_close(clicks: int | None, tip_id: str, disposition: str | None) -> Any:
        if not clicks:
            raise dash.exceptions.PreventUpdate
        return _step(tip_id, lambda found: close(found, disposition))

    @app.callback(
        *_PANELS, _NOTICES, Input("reopen-button", "n_clicks"), State("tip-id", "data"), prevent_initial_call=True
    )
    def on_reopen(clicks: int | None, tip_id: str) -> Any:
        if not clicks:
            raise dash.exceptions.PreventUpdate
        return _step(tip_id, reopen)

    app.clientside_callback(
        """(ask, cancel, confirm, chosen) => {
            const pressed = window.dash_clientside.callback_context.triggered_id;
            return pressed === 'close-button' && Boolean(ask) && Boolean(chosen);
        }""",
        Output("close-modal", "opened"),
        Input("close-button", "n_clicks"),
        Input("close-cancel", "n_clicks"),
        Input("close-confirm", "n_clicks"),
        State("close-disposition", "value"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        "chosen => !chosen",
        Output("close-button", "disabled"),
        Input("close-disposition", "value"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        "chosen => !chosen",
        Output("assign-button", "disabled"),
        Input("assign-officer", "value"),
        prevent_initial_call=True,
    )
