"""Maps that need no other host: stations and towns as labelled points over a plain ground with a graticule.

`SATARK_MAP_TILES` may name a tile server (`https://.../{z}/{x}/{y}.png`); without it nothing is loaded from anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import dash_leaflet as dl
import flask
from dash import dcc, html

from dashboard.auth import reader
from dashboard.palette import GROUP_COLOURS
from dashboard.telling import say_group, say_offences, say_status, say_tip_place
from dashboard.texts import language, say, say_moment
from satark.desks import Tip
from satark.gazetteer.directory import read_directory
from satark.gazetteer.entry import OUTSIDE, Entry
from satark.hotspots import group_of
from satark.settings import RANGE_DESK, ROOT

_CENTRE = [25.45, 83.05]  # of the range; WGS 84 degrees
_MARGIN_DEGREES = 0.1
_GRATICULE_DEGREES = 0.25
_FARTHEST = 26.5, 85.0  # north-east end of the graticule
_NEAREST = 24.5, 81.5
_LISTED_IN_POPUP = 8
_NEAR_ZOOM = 12


@lru_cache(maxsize=1)
def known_points() -> tuple[Entry, ...]:
    """Districts' towns, police stations and towns with a point; one entry a point, the weightiest."""
    entries = [
        entry
        for name in ("districts", "towns", "police_stations")
        for entry in read_directory(ROOT / "data" / "gazetteer" / f"{name}.csv").entries
        if entry.lat is not None and entry.lon is not None and entry.district and entry.district != OUTSIDE
    ]
    points: dict[tuple[float | None, float | None], Entry] = {}
    for entry in entries:
        points.setdefault((entry.lat, entry.lon), entry)
    return tuple(points.values())


def point_of(tip: Tip) -> tuple[float, float] | None:
    """A tip's coordinates where it has any: (latitude, longitude)."""
    lat, lon = (tip.place or {}).get("lat"), (tip.place or {}).get("lon")
    return (float(lat), float(lon)) if lat is not None and lon is not None else None


def ground() -> list[Any]:
    """What lies under the tips: tiles where the operator has set them, the graticule, and the known points."""
    tiles = flask.current_app.config["MAP_TILES"]
    return [*([dl.TileLayer(url=tiles)] if tiles else []), *_graticule(), *map(_landmark, known_points())]


def _graticule() -> list[Any]:
    south, west = _NEAREST
    north, east = _FARTHEST
    steps_north = int((north - south) / _GRATICULE_DEGREES) + 1
    steps_east = int((east - west) / _GRATICULE_DEGREES) + 1
    lats = [south + _GRATICULE_DEGREES * step for step in range(steps_north)]
    lons = [west + _GRATICULE_DEGREES * step for step in range(steps_east)]
    lines = [[[[lat, west], [lat, east]] for lat in lats], [[[south, lon], [north, lon]] for lon in lons]]
    return [
        dl.Polyline(positions=line, color="#c9d3dd", weight=1, opacity=0.7, interactive=False)
        for direction in lines
        for line in direction
    ]


def _landmark(entry: Entry) -> Any:
    weight = "tehsil" if entry.name == entry.tehsil and entry.kind == "town" else entry.kind.replace("_", "-")
    name = entry.name_hi.split("|")[0] if language() == "hi" and entry.name_hi else entry.name
    return dl.CircleMarker(
        center=[entry.lat, entry.lon],
        radius={"district": 5, "town": 3}.get(entry.kind, 2.5),
        color="#5b6b7b",
        weight=1,
        fillColor="#ffffff" if entry.kind == "police_station" else "#8fa0b0",
        fillOpacity=1,
        interactive=False,
        children=dl.Tooltip(name, permanent=True, direction="right", className=f"label label-{weight}", offset=[4, 0]),
    )


def tip_markers(tips: Sequence[Tip]) -> list[Any]:
    """One marker a point: its size by the number of tips there, its colour that of the group most of them have."""
    points: dict[tuple[float, float], list[Tip]] = {}
    for tip in tips:
        point = point_of(tip)
        if point:
            points.setdefault(point, []).append(tip)
    return [_marker(point, there) for point, there in sorted(points.items(), key=lambda item: -len(item[1]))]


def _marker(point: tuple[float, float], tips: Sequence[Tip]) -> Any:
    groups = [group_of(tip) for tip in tips]
    commonest = max(groups, key=groups.count)
    listed = [
        html.Li([dcc.Link(tip.id, href=f"/tip/{tip.id}"), f" {say_offences(tip)}, {say_moment(tip.filed_at)}",
                 html.Span(f" ({say_status(tip.status)})")])
        for tip in tips[:_LISTED_IN_POPUP]
    ]  # fmt: skip
    more = len(tips) - len(listed)
    popup = html.Div(
        [
            html.Strong(say_tip_place(tips[0].place)),
            html.Ul(listed),
            html.Span(say("map.more", count=more) if more > 0 else ""),
        ],
        className="popup",
    )
    return dl.CircleMarker(
        center=list(point),
        radius=7 + min(18, 3 * (len(tips) - 1) ** 0.7),
        color="#ffffff",
        weight=1.5,
        fillColor=GROUP_COLOURS[commonest],
        fillOpacity=0.85,
        className="tip-marker",
        children=[dl.Popup(popup, maxWidth=320), dl.Tooltip(f"{say_group(commonest)}: {len(tips)}")],
    )


def range_map(element_id: str, tips: Sequence[Tip]) -> Any:
    """The whole range with these tips."""
    return html.Div(
        dl.Map(
            [*ground(), dl.LayerGroup(tip_markers(tips), id=f"{element_id}-tips"), dl.ScaleControl(imperial=False)],
            id=element_id,
            center=_CENTRE,
            zoom=9,
            viewport={"bounds": _bounds(), "transition": "fitBounds"},
            zoomSnap=0.5,
            attributionControl=False,
            style={"height": "100%"},
        ),
        id=f"{element_id}-frame",
        className="map-frame far",
    )


def _bounds() -> list[list[float]]:
    """South-west and north-east of what the reader's office serves, by its known points."""
    desk = reader().desk
    points = [entry for entry in known_points() if desk in (RANGE_DESK, entry.district)]
    lats, lons = [entry.lat or 0.0 for entry in points], [entry.lon or 0.0 for entry in points]
    return [
        [min(lats) - _MARGIN_DEGREES, min(lons) - _MARGIN_DEGREES],
        [max(lats) + _MARGIN_DEGREES, max(lons) + _MARGIN_DEGREES],
    ]


def tip_map(tip: Tip) -> Any:
    """A small map around one tip, or a sentence when its place has no coordinates."""
    point = point_of(tip)
    if point is None:
        return html.P(say("tip.no_point"), className="dimmed")
    return html.Div(
        dl.Map(
            [*ground(), *tip_markers([tip])],
            center=list(point),
            zoom=_NEAR_ZOOM - 1.5,
            zoomSnap=0.5,
            attributionControl=False,
            style={"height": "100%"},
        ),
        className="map-frame small near",
    )
