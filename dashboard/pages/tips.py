"""The list of tips: tiles, filters, and a grid that fills by itself as tips come in."""

from __future__ import annotations

from typing import Any

import dash
import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import Input, Output, State, ctx, dcc, html, no_update

from dashboard import notices
from dashboard.auth import reader
from dashboard.filters import desk_select, offence_select, period_select, status_select
from dashboard.offices import offices
from dashboard.rows import TILES, Choice, row, tile_counts
from dashboard.texts import say
from satark.desks import Tip
from satark.settings import RANGE_DESK
from satark.stores import utc_now

REFRESH_MILLISECONDS = 4000
MOST_ROWS = 1000  # more would make every refresh slow; filters and search reach the older ones
SHOWN = {"display": "block"}
HIDDEN = {"display": "none"}
_WRAPPED = {"wrapText": True, "autoHeight": True}
_COLUMNS: tuple[tuple[str, int, dict[str, Any]], ...] = (
    ("id", 140, {"cellRenderer": "TipLink", "sortable": False}),
    ("filed", 145, {"cellRenderer": "Said", **_WRAPPED}),
    ("offences", 125, {"flex": 3, **_WRAPPED}),
    ("place", 130, {"flex": 3, **_WRAPPED}),
    ("station", 110, {"flex": 2, **_WRAPPED}),
    ("when", 125, {"flex": 3, **_WRAPPED}),
    ("priority", 102, {"cellRenderer": "Badge"}),
    ("status", 125, {"cellRenderer": "Badge"}),
    ("desk", 98, {**_WRAPPED}),
)


def layout(**_query: str) -> Any:
    """The page, filled."""
    token = offices().token(reader())  # before the tips: one filed in between shows at the next look
    tips = offices().tips(reader())
    return html.Div(
        [
            dcc.Interval(id="tips-clock", interval=REFRESH_MILLISECONDS),
            dcc.Store(id="tips-seen", data={"token": token, "count": len(tips)}),
            dmc.Title(say("tips.title"), order=2),
            html.Div(_tiles(tips), id="tip-tiles", className="tiles"),
            dmc.Paper(
                [
                    dmc.TextInput(
                        id="tip-search",
                        label=say("filter.search"),
                        placeholder=say("filter.search_hint"),
                        debounce=300,
                        className="filter",
                    ),
                    status_select("tip-status-filter"),
                    offence_select("tip-offence-filter"),
                    period_select("tip-period-filter"),
                    desk_select("tip-desk-filter"),
                ],
                withBorder=True,
                p="sm",
                className="filters",
            ),
            html.Div(role="status", id="tip-news", className="news"),  # announced by screen readers
            html.Div(_emptiness(tips, tips), id="tip-empty", style=HIDDEN if tips else SHOWN),
            html.Div(_cut(tips), id="tip-cut", className="dimmed"),
            html.Div(_grid(tips), id="tip-grid", style=SHOWN if tips else HIDDEN),
        ]
    )


def _rows(tips: list[Tip]) -> list[dict[str, Any]]:
    now = utc_now()
    return [row(offices().settings, tip, now) for tip in tips[:MOST_ROWS]]


def _cut(chosen: list[Tip]) -> str:
    return say("tips.cut", shown=MOST_ROWS, count=len(chosen)) if len(chosen) > MOST_ROWS else ""


def _tiles(tips: list[Tip]) -> list[Any]:
    counts = tile_counts(tips, utc_now())
    return [
        html.Div(
            [html.Div(str(counts[name]), className="count"), html.Div(say(f"tile.{name}"), className="what")],
            className=f"tile tile-{name}" + ("" if counts[name] else " none"),
        )
        for name in TILES
    ]


def _emptiness(tips: list[Tip], chosen: list[Tip]) -> Any:
    if chosen:
        return ""
    kind = "filtered" if tips else "empty"
    return dmc.Paper(
        [dmc.Text(say(f"tips.{kind}"), fw=600), dmc.Text(say(f"tips.{kind}_more"), c="dimmed", size="sm")],
        withBorder=True,
        className="emptiness",
    )


def _grid(tips: list[Tip]) -> Any:
    wide = reader().desk == RANGE_DESK
    columns = [
        {"field": field, "headerName": say(f"column.{field}"), "minWidth": width, "width": width, **more}
        for field, width, more in _COLUMNS
        if wide or field != "desk"
    ]
    return dag.AgGrid(
        id="tip-list",
        rowData=_rows(tips),
        columnDefs=columns,
        defaultColDef={"sortable": True, "resizable": True, "suppressMovable": True},
        getRowId="params.data.id",
        className="ag-theme-quartz tip-grid",
        style={"height": None},  # the grid's own 400 pixels would cut a long list
        dashGridOptions={
            "domLayout": "autoHeight",
            "pagination": True,
            "paginationPageSize": 25,
            "paginationPageSizeSelector": [25, 50, 100],
            "enableCellTextSelection": True,
            "ensureDomOrder": True,
            "localeText": {
                "noRowsToShow": say("tips.filtered"),
                "page": say("grid.page"),
                "to": say("grid.to"),
                "of": say("grid.of"),
                "pageSizeSelectorLabel": say("grid.page_size"),
            },
        },
    )


def add_to(app: dash.Dash) -> None:
    """Registers the page and its callbacks."""
    dash.register_page("tips", path="/", layout=layout)
    app.clientside_callback(
        "cell => cell && cell.colId !== 'id' ? '/tip/' + cell.rowId : window.dash_clientside.no_update",
        Output("_pages_location", "pathname", allow_duplicate=True),
        Input("tip-list", "cellClicked"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output("tip-list", "rowData"),
        Output("tip-tiles", "children"),
        Output("tip-empty", "children"),
        Output("tip-empty", "style"),
        Output("tip-grid", "style"),
        Output("tip-cut", "children"),
        Output("tip-news", "children"),
        Output("tips-seen", "data"),
        Output(notices.HOLDER, "sendNotifications", allow_duplicate=True),
        Input("tips-clock", "n_intervals"),
        Input("tip-status-filter", "value"),
        Input("tip-offence-filter", "value"),
        Input("tip-period-filter", "value"),
        Input("tip-desk-filter", "value"),
        Input("tip-search", "value"),
        State("tips-seen", "data"),
        prevent_initial_call=True,
    )
    def refresh(
        _ticks: int, status: str, offence: str, period: str, desk: str, search: str, seen: dict[str, Any]
    ) -> Any:
        held, account = offices(), reader()
        token = held.token(account)
        if ctx.triggered_id == "tips-clock" and token == seen["token"]:
            raise dash.exceptions.PreventUpdate
        tips = held.tips(account)
        chosen = Choice(status, offence, period, desk, search).chosen(tips, utc_now())
        arrived = len(tips) - seen["count"]
        news = say("tips.news_one") if arrived == 1 else say("tips.news", count=arrived)
        return (
            _rows(chosen),
            _tiles(tips),
            _emptiness(tips, chosen),
            HIDDEN if chosen else SHOWN,
            SHOWN if chosen else HIDDEN,
            _cut(chosen),
            news if arrived > 0 else no_update,
            {"token": token, "count": len(tips)},
            notices.done(news) if arrived > 0 else no_update,
        )
