"""Who did what at a desk: the newest entries first."""

from __future__ import annotations

from typing import Any

import dash
import dash_mantine_components as dmc
from dash import Input, Output, dcc, html

from dashboard.auth import reader
from dashboard.filters import desk_select
from dashboard.offices import offices
from dashboard.texts import all_texts, say, say_moment
from satark.desks import Desk
from satark.desks.accounts import audit_trail

_MOST = 500


def layout(**_query: str) -> Any:
    """The page of the account's own desk."""
    own = reader().desk
    return html.Div(
        [
            dmc.Title(say("audit.title"), order=2),
            dmc.Text(say("audit.about", count=_MOST), c="dimmed", size="sm"),
            html.Div(desk_select("audit-desk", own, with_all=False), className="filters bare"),
            dmc.Paper(html.Div(_trail(offices().desks[own]), id="audit-trail"), withBorder=True, className="card"),
        ]
    )


def _trail(desk: Desk) -> Any:
    entries = audit_trail(desk, _MOST)
    if not entries:
        return dmc.Text(say("audit.empty"), size="sm")
    heads = [say(f"audit.{name}") for name in ("at", "account", "action", "tip")]
    rows = [
        dmc.TableTr(
            [
                dmc.TableTd(say_moment(entry.at)),
                dmc.TableTd(entry.account),
                dmc.TableTd(_say_action(entry.action)),
                dmc.TableTd(dcc.Link(entry.tip_id, href=f"/tip/{entry.tip_id}") if entry.tip_id else ""),
            ]
        )
        for entry in entries
    ]
    table = dmc.Table(
        [dmc.TableThead(dmc.TableTr([dmc.TableTh(head) for head in heads])), dmc.TableTbody(rows)], striped=True
    )
    return dmc.TableScrollContainer(table, minWidth=560)


def _say_action(action: str) -> str:
    key = f"action.{action}"
    return say(key) if key in all_texts() else action


def add_to(app: dash.Dash) -> None:
    """Registers the page and its callback."""
    dash.register_page("audit", path="/audit", layout=layout)

    @app.callback(Output("audit-trail", "children"), Input("audit-desk", "value"), prevent_initial_call=True)
    def choose_desk(name: str) -> Any:
        return _trail(offices().desk(reader(), name))
