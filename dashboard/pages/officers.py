"""A desk's officers: who can be given tips, adding and retiring them."""

from __future__ import annotations

import re
from typing import Any

import dash
import dash_mantine_components as dmc
from dash import ALL as EVERY
from dash import Input, Output, State, ctx, html

from dashboard import notices
from dashboard.auth import reader
from dashboard.filters import desk_select
from dashboard.offices import offices
from dashboard.texts import say
from dashboard.tip_panels import card
from satark.desks import Desk, Officer
from satark.errors import NotAllowed, SatarkError, UnknownOfficer
from satark.settings import RANGE_DESK

_MOBILE = re.compile(r"(?:91)?([6-9]\d{9})")  # India's mobile numbers, with or without the country code
_LONGEST = {"name": 120, "rank": 60, "station": 120}


def layout(**_query: str) -> Any:
    """The page of the account's own desk."""
    own = reader().desk
    return html.Div(
        [
            dmc.Title(say("officers.title"), order=2),
            dmc.Text(say("officers.about"), c="dimmed", size="sm"),
            html.Div(desk_select("officer-desk", own, with_all=False), className="filters bare"),
            dmc.Grid(
                [
                    dmc.GridCol(
                        card(say("officers.list"), html.Div(_lists(offices().desks[own]), id="officer-lists")),
                        span={"base": 12, "lg": 8},
                    ),
                    dmc.GridCol(card(say("officers.add"), *_form(own)), span={"base": 12, "lg": 4}),
                ]
            ),
        ]
    )


def _lists(desk: Desk) -> list[Any]:
    officers = desk.officers(active=False)
    serving = [one for one in officers if one.active]
    retired = [one for one in officers if not one.active]
    tips = [tip for tip in desk.listed() if tip.status != "closed"]
    open_tips = {one.id: sum(tip.officer_id == one.id for tip in tips) for one in officers}
    if not officers:
        return [dmc.Text(say("officers.empty"), size="sm")]
    shown = [_table(serving, open_tips, "retire")] if serving else [dmc.Text(say("officers.none_serving"), size="sm")]
    if retired:
        shown += [dmc.Title(say("officers.retired"), order=5, mt="lg"), _table(retired, open_tips, "take-back")]
    return shown


def _table(officers: list[Officer], open_tips: dict[str, int], step: str) -> Any:
    heads = [say(f"officers.{name}") for name in ("name", "rank", "station", "phone", "open_tips")]
    rows = [
        dmc.TableTr(
            [
                *(dmc.TableTd(cell) for cell in (one.name, one.rank, one.station, f"+{one.phone}")),
                dmc.TableTd(str(open_tips[one.id]), className="number"),
                dmc.TableTd(
                    dmc.Button(
                        say(f"officers.{step}"),
                        id={"type": step, "officer": one.id},
                        size="compact-sm",
                        variant="light",
                    )
                ),
            ]
        )
        for one in officers
    ]
    table = dmc.Table(
        [
            dmc.TableThead(dmc.TableTr([*(dmc.TableTh(head) for head in heads), dmc.TableTh("")])),
            dmc.TableTbody(rows),
        ]
    )
    return dmc.TableScrollContainer(table, minWidth=640)


def _form(desk: str) -> list[Any]:
    return [
        dmc.TextInput(id="officer-name", label=say("officers.name"), inputProps={"maxLength": _LONGEST["name"]}),
        dmc.TextInput(id="officer-rank", label=say("officers.rank"), inputProps={"maxLength": _LONGEST["rank"]}),
        dmc.Autocomplete(
            id="officer-station", label=say("officers.station"), data=_stations(desk), maxDropdownHeight=240
        ),
        dmc.TextInput(
            id="officer-phone", label=say("officers.phone"), placeholder="+91 …", description=say("officers.phone_hint")
        ),
        dmc.Button(say("officers.add_button"), id="officer-add", mt="sm"),
    ]


def _stations(desk: str) -> list[str]:
    """Station names in English, as the tips carry them; the range's officers serve anywhere."""
    settings = offices().settings
    districts = settings.districts.values() if desk == RANGE_DESK else [settings.districts[desk]]
    return sorted({station.en for district in districts for station in district.stations})


def whatsapp_number(text: str) -> str:
    """A mobile number, in the digits of any script, as country code and digits: 919000000101. Raises `NotAllowed`."""
    digits = "".join(str(int(character)) for character in text if character.isdecimal()).removeprefix("0")
    found = _MOBILE.fullmatch(digits)
    if not found:
        raise NotAllowed(say("officers.phone_wrong"))
    return f"91{found[1]}"


def add_officer(desk: Desk, name: str, rank: str, station: str, phone: str) -> str:
    """Adds an officer to a desk. Gives the confirmation. Raises `NotAllowed`."""
    values = {"name": name.strip(), "rank": rank.strip(), "station": station.strip()}
    if not all(values.values()):
        raise NotAllowed(say("officers.incomplete"))
    if any(len(value) > _LONGEST[field] for field, value in values.items()):
        raise NotAllowed(say("officers.too_long"))
    if desk.name != RANGE_DESK and values["station"] not in _stations(desk.name):
        raise NotAllowed(say("officers.station_wrong"))
    officer = desk.add_officer(**values, phone=whatsapp_number(phone))
    offices().note(reader(), "officer_added", desk)
    return say("officers.added", officer=officer.name)


def change_service(desk: Desk, officer_id: str, step: str) -> str:
    officer = next((one for one in desk.officers(active=False) if one.id == officer_id), None)
    if officer is None:
        raise UnknownOfficer(say("officers.unknown"))
    if step == "retire":
        desk.retire_officer(officer_id)
        offices().note(reader(), "officer_retired", desk)
        return say("officers.was_retired", officer=officer.name)
    desk.add_officer(officer.name, officer.rank, officer.station, officer.phone)
    offices().note(reader(), "officer_added", desk)
    return say("officers.added", officer=officer.name)


def add_to(app: dash.Dash) -> None:
    """Registers the page and its callbacks."""
    dash.register_page("officers", path="/officers", layout=layout)
    lists = Output("officer-lists", "children", allow_duplicate=True)
    notice = Output(notices.HOLDER, "sendNotifications", allow_duplicate=True)
    fields = ("officer-name", "officer-rank", "officer-station", "officer-phone")

    @app.callback(lists, Output("officer-station", "data"), Input("officer-desk", "value"), prevent_initial_call=True)
    def choose_desk(name: str) -> Any:
        desk = offices().desk(reader(), name)
        return _lists(desk), _stations(desk.name)

    @app.callback(
        lists,
        notice,
        *(Output(field, "value") for field in fields),
        Input("officer-add", "n_clicks"),
        State("officer-desk", "value"),
        *(State(field, "value") for field in fields),
        prevent_initial_call=True,
    )
    def on_add(clicks: int | None, desk_name: str, *values: str | None) -> Any:
        if not clicks:
            raise dash.exceptions.PreventUpdate
        desk = offices().desk(reader(), desk_name)
        texts = [value or "" for value in values]
        try:
            message = add_officer(desk, *texts)
        except SatarkError as error:
            return dash.no_update, notices.failed(str(error)), *texts
        return _lists(desk), notices.done(message), *[""] * len(fields)

    @app.callback(
        lists,
        notice,
        Input({"type": "retire", "officer": EVERY}, "n_clicks"),
        Input({"type": "take-back", "officer": EVERY}, "n_clicks"),
        State("officer-desk", "value"),
        prevent_initial_call=True,
    )
    def on_step(_retire: Any, _take_back: Any, desk_name: str) -> Any:
        if not ctx.triggered or not ctx.triggered[0]["value"]:
            raise dash.exceptions.PreventUpdate
        desk = offices().desk(reader(), desk_name)
        pressed: dict[str, str] = dict(ctx.triggered_id)
        try:
            message = change_service(desk, pressed["officer"], pressed["type"])
        except SatarkError as error:
            return dash.no_update, notices.failed(str(error))
        return _lists(desk), notices.done(message)
