"""Charts of tips in time: bars by week or month, and the hours of the week."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import plotly.graph_objects as go
from dash import html

from dashboard.palette import GROUP_COLOURS
from dashboard.shell import FONTS
from dashboard.telling import say_group
from dashboard.texts import say, weekday_names
from satark.desks import Tip
from satark.hotspots import HoursOfWeek, Period, group_of

CONFIG: Any = {"displayModeBar": False, "responsive": True}
_INK, _LINE = "#1f2a37", "#e3e8ee"
_HEAT = [[0, "#f6f8fb"], [0.35, "#b7c7e8"], [0.7, "#5b7cc4"], [1, "#1f3a7d"]]


def bars(periods: Sequence[Period], name: Callable[[Period], str]) -> go.Figure:
    """Tips a period, stacked by offence group; `name` says a period."""
    figure = go.Figure()
    labels = [name(period) for period in periods]
    for group, colour in GROUP_COLOURS.items():
        counts = [period.counts.get(group, 0) for period in periods]
        if any(counts):
            figure.add_bar(x=labels, y=counts, name=say_group(group), marker_color=colour, width=0.7)
    figure.update_layout(barmode="stack", showlegend=False)
    figure.update_yaxes(title=say("patterns.tips"), rangemode="tozero", tickformat=",d", gridcolor=_LINE)
    figure.update_xaxes(type="category", automargin=True)
    return _dressed(figure, 300)


def legend(tips: Iterable[Tip]) -> html.Ul:
    """The groups these tips belong to, each with its colour."""
    present = {group_of(tip) for tip in tips}
    return html.Ul(
        [
            html.Li([html.Span(className="dot", style={"background": colour}), say_group(group)])
            for group, colour in GROUP_COLOURS.items()
            if group in present
        ],
        className="legend",
    )


def heat(hours: HoursOfWeek) -> go.Figure:
    """Hours of the week by weight: weekdays down, hours across."""
    figure = go.Figure(
        go.Heatmap(
            z=[list(row) for row in hours.weights],
            x=[f"{hour:02d}" for hour in range(24)],
            y=weekday_names(),
            colorscale=_HEAT,
            xgap=2,
            ygap=2,
            hovertemplate=say("patterns.heat_hover"),
            colorbar={"title": say("patterns.tips"), "thickness": 12, "outlinewidth": 0},
        )
    )
    figure.update_yaxes(autorange="reversed", type="category")
    figure.update_xaxes(type="category", title=say("patterns.hour"), dtick=2)
    return _dressed(figure, 320)


def _dressed(figure: go.Figure, height: int) -> go.Figure:
    return figure.update_layout(
        height=height,
        margin={"l": 50, "r": 10, "t": 10, "b": 40},
        paper_bgcolor="white",
        plot_bgcolor="white",
        font={"family": FONTS, "color": _INK, "size": 13},
        hoverlabel={"font": {"family": FONTS}},
    )
