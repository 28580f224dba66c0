"""What stands where there is no page or no tip of that id."""

from __future__ import annotations

from typing import Any

import dash
import dash_mantine_components as dmc
from dash import dcc

from dashboard.texts import say


def no_such_tip(tip_id: str) -> Any:
    """The same for an id that does not exist and for one of another desk."""
    return _sorry(say("missing.tip", tip=tip_id[:16]))


def layout(**_query: str) -> Any:
    """A path that leads nowhere."""
    return _sorry(say("missing.page"))


def _sorry(sentence: str) -> Any:
    return dmc.Paper(
        [dmc.Title(say("missing.title"), order=3), dmc.Text(sentence), dcc.Link(say("tip.back"), href="/")],
        withBorder=True,
        className="emptiness",
        id="not-found",
    )


def add_to(app: dash.Dash) -> None:
    """Registers the page."""
    dash.register_page("not_found_404", layout=layout)
