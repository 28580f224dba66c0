"""All tips of a period on the map, and beside it those whose place has no coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash
import dash_mantine_components as dmc
from dash import Input, Output, dcc, html

from dashboard.auth import reader
from dashboard.charts import legend
from dashboard.filters import desk_select, offence_select, period_select
from dashboard.maps import point_of, range_map, tip_markers
from dashboard.offices import offices
from dashboard.rows import Choice
from dashboard.telling import say_offences, say_tip_place
from dashboard.texts import say
from satark.desks import Tip
from satark.stores import utc_now

_MOST_LISTED = 60
_FIRST_PERIOD = "month"


def layout(**_query: str) -> Any:
    """The page with the tips of the last month."""
    tips = Choice(period=_FIRST_PERIOD).chosen(offices().tips(reader()), utc_now())
    return html.Div(
        [
            dmc.Title(say("map.title"), order=2),
            dmc.Paper(
                [
                    offence_select("map-offence-filter"),
                    period_select("map-period-filter", _FIRST_PERIOD),
                    desk_select("map-desk-filter"),
                ],
                withBorder=True,
                p="sm",
                className="filters",
            ),
            dmc.Grid(
                [
                    dmc.GridCol(range_map("tip-map", tips), span={"base": 12, "lg": 9}),
                    dmc.GridCol(html.Div(_beside(tips), id="map-beside"), span={"base": 12, "lg": 3}),
                ]
            ),
        ]
    )


def _beside(tips: Sequence[Tip]) -> list[Any]:
    without = [tip for tip in tips if point_of(tip) is None]
    listed = [
        html.Li([dcc.Link(tip.id, href=f"/tip/{tip.id}"), html.Div(f"{say_offences(tip)}: {say_tip_place(tip.place)}")])
        for tip in without[:_MOST_LISTED]
    ]
    shown = say("map.shown", count=len(tips) - len(without)) if tips else say("map.empty")
    return [
        dmc.Text(shown, fw=600, id="map-count"),
        legend(tips),
        dmc.Text(say("map.without", count=len(without)), fw=600, id="map-without") if without else None,
        html.Ul(listed, className="without"),
    ]


def add_to(app: dash.Dash) -> None:
    """Registers the page and its callbacks."""
    dash.register_page("map", path="/map", layout=layout)
    app.clientside_callback(  # labels of small places would cover each other from afar
        "zoom => 'map-frame ' + (zoom >= 11 ? 'near' : zoom >= 9.5 ? 'middle' : 'far')",
        Output("tip-map-frame", "className"),
        Input("tip-map", "zoom"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output("tip-map-tips", "children"),
        Output("map-beside", "children"),
        Input("map-offence-filter", "value"),
        Input("map-period-filter", "value"),
        Input("map-desk-filter", "value"),
        prevent_initial_call=True,
    )
    def choose(offence: str, period: str, desk: str) -> Any:
        tips = Choice(offence=offence, period=period, desk=desk).chosen(offices().tips(reader()), utc_now())
        return tip_markers(tips), _beside(tips)
