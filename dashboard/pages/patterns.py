"""When and where tips gather: weeks, months, hours of the week, and the places named most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash
import dash_mantine_components as dmc
from dash import Input, Output, dcc, html

from dashboard.auth import reader
from dashboard.charts import CONFIG, bars, heat, legend
from dashboard.filters import desk_select, offence_select, period_select
from dashboard.offices import offices
from dashboard.rows import Choice
from dashboard.telling import say_desk
from dashboard.texts import say, say_day, say_month
from dashboard.tip_panels import card
from satark.desks import Tip
from satark.hotspots import by_hour_of_week, by_month, by_week, top_places
from satark.stores import utc_now


def layout(**_query: str) -> Any:
    """The page over all tips."""
    tips = offices().tips(reader())
    return html.Div(
        [
            dmc.Title(say("patterns.title"), order=2),
            dmc.Paper(
                [
                    offence_select("pattern-offence-filter"),
                    period_select("pattern-period-filter"),
                    desk_select("pattern-desk-filter"),
                ],
                withBorder=True,
                p="sm",
                className="filters",
            ),
            html.Div(_patterns(tips), id="patterns"),
        ]
    )


def _patterns(tips: Sequence[Tip]) -> Any:
    if not tips:
        return dmc.Paper(
            [dmc.Text(say("patterns.empty"), fw=600), dmc.Text(say("patterns.empty_more"), c="dimmed", size="sm")],
            withBorder=True,
            className="emptiness",
        )
    half = {"base": 12, "lg": 6}
    return dmc.Grid(
        [
            dmc.GridCol([legend(tips), _weeks(tips)], span=12),
            dmc.GridCol(_hours(tips), span=12),
            dmc.GridCol(_months(tips), span=half),
            dmc.GridCol(_places(tips), span=half),
        ]
    )


def _weeks(tips: Sequence[Tip]) -> Any:
    figure = bars(by_week(tips), lambda week: say("patterns.week", number=week.start.isocalendar()[1],
                                                  monday=say_day(week.start)))  # fmt: skip
    return card(say("patterns.weeks"), dcc.Graph(figure=figure, config=CONFIG, id="week-chart"))


def _months(tips: Sequence[Tip]) -> Any:
    figure = bars(by_month(tips), lambda month: say_month(month.start))
    return card(say("patterns.months"), dcc.Graph(figure=figure, config=CONFIG, id="month-chart"))


def _hours(tips: Sequence[Tip]) -> Any:
    hours = by_hour_of_week(tips)
    note = dmc.Text(say("patterns.hours_note", counted=hours.counted, left_out=hours.left_out), size="sm", c="dimmed")
    if not hours.counted:
        return card(say("patterns.hours"), note)
    return card(say("patterns.hours"), note, dcc.Graph(figure=heat(hours), config=CONFIG, id="hour-chart"))


def _places(tips: Sequence[Tip]) -> Any:
    places = top_places(tips)
    if not places:
        return card(say("patterns.places"), dmc.Text(say("patterns.no_places"), size="sm", c="dimmed"))
    rows = [
        dmc.TableTr(
            [
                dmc.TableTd(place.name),
                dmc.TableTd(_district(place.district)),
                dmc.TableTd(str(place.count), className="number"),
            ]
        )
        for place in places
    ]
    heads = (say("column.place"), say("patterns.district"), say("patterns.tips"))
    table = dmc.Table(
        [dmc.TableThead(dmc.TableTr([dmc.TableTh(head) for head in heads])), dmc.TableTbody(rows)], striped=True
    )
    return card(say("patterns.places"), table)


def _district(name: str | None) -> str:
    settings = offices().settings
    return say_desk(settings, name) if name in settings.districts and name else "–"


def add_to(app: dash.Dash) -> None:
    """Registers the page and its callback."""
    dash.register_page("patterns", path="/patterns", layout=layout)

    @app.callback(
        Output("patterns", "children"),
        Input("pattern-offence-filter", "value"),
        Input("pattern-period-filter", "value"),
        Input("pattern-desk-filter", "value"),
        prevent_initial_call=True,
    )
    def choose(offence: str, period: str, desk: str) -> Any:
        return _patterns(Choice(offence=offence, period=period, desk=desk).chosen(offices().tips(reader()), utc_now()))
