"""The panels of a tip's page, each built from the tip as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.auth import reader
from dashboard.content import TipContent
from dashboard.offices import Found, offices
from dashboard.telling import (
    say_desk,
    say_event,
    say_offences,
    say_priority,
    say_station,
    say_status,
    say_tip_place,
    say_tip_when,
)
from dashboard.texts import say, say_moment
from satark.desks import DISPOSITIONS, TipEvent
from satark.desks.evidence import evidence_token
from satark.errors import SealError
from satark.settings import RANGE_DESK


def token(found: Found) -> str:
    """Differs after anything that the panels show has changed."""
    tip = found.tip
    events = found.desk.timeline(tip.id)
    sent = evidence_token(found.desk, tip.id)
    return f"{tip.status}|{tip.officer_id}|{tip.disposition}|{len(events)}|{sent}"


def card(title: str, *children: Any) -> Any:
    """A titled box."""
    return dmc.Paper([dmc.Title(title, order=4, className="card-title"), *children], withBorder=True, className="card")


def heading(found: Found) -> list[Any]:
    """Id, status and priority."""
    tip = found.tip
    badges = [
        html.Span(say_status(tip.status), className=f"badge badge-status-{tip.status}"),
        html.Span(say_priority(tip.priority), className=f"badge badge-priority-{tip.priority}"),
    ]
    if reader().desk == RANGE_DESK:
        badges.append(html.Span(say_desk(offices().settings, tip.desk), className="badge badge-plain"))
    if tip.disposition:
        badges.append(html.Span(say(f"disposition.{tip.disposition}"), className="badge badge-plain"))
    return [
        dmc.Group([dmc.Title(tip.id, order=2, className="tip-id"), *badges], gap="xs"),
        dmc.Text(say_offences(tip), size="lg", fw=500, className="offences"),
    ]


def words(found: Found, content: TipContent | str) -> Iterable[Any]:
    """The narrative and the facts; `content` is a sentence where the words cannot be opened here."""
    if isinstance(content, str):
        sealed = dmc.Alert([html.P(say("tip.sealed")), html.P(content)], title=say("tip.sealed_title"), color="yellow")
        yield card(say("tip.narrative"), html.Div(sealed, id="narrative"))
        yield _facts(found, None)
        return
    if content.unfinished:
        yield dmc.Alert(say("tip.unfinished_note"), title=say("tip.unfinished"), id="unfinished", color="yellow")
    yield card(say("tip.narrative"), html.Div(content.narrative, id="narrative", className="narrative"))
    yield _facts(found, content)
    if content.vehicles:
        columns = (say("tip.registration"), say("tip.vehicle_type"), say("tip.as_told"))
        yield card(say("tip.vehicles"), _table(columns, _cells(content.vehicles, "registration", "type", "text")))
    phones = [phone for phone in content.phones if phone.get("number")]
    if phones:
        yield card(say("tip.phones"), _table((say("tip.number"), say("tip.as_told")), _cells(phones, "number", "text")))


def _cells(entries: Iterable[Mapping[str, Any]], *fields: str) -> list[tuple[str, ...]]:
    return [tuple(str(entry.get(field) or "–") for field in fields) for entry in entries]


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Any:
    return dmc.TableScrollContainer(
        dmc.Table(
            [
                dmc.TableThead(dmc.TableTr([dmc.TableTh(head) for head in heads])),
                dmc.TableTbody([dmc.TableTr([dmc.TableTd(cell) for cell in row]) for row in rows]),
            ]
        ),
        minWidth=300,
    )


def _facts(found: Found, content: TipContent | None) -> Any:
    tip = found.tip
    place = tip.place or {}
    route = (content.route if content else None) or {}
    facts = [
        ("offences", say_offences(tip)),
        ("place", say_tip_place(tip.place)),
        ("place_text", content.place_text if content else None),
        ("station", say_station(offices().settings, tip)),
        ("tehsil", place.get("tehsil")),
        ("pincode", place.get("pincode")),
        ("route_from", say_tip_place(route["from"]) if route.get("from") else None),
        ("route_to", say_tip_place(route["to"]) if route.get("to") else None),
        ("when", say_tip_when(tip)),
        ("when_text", content.when_text if content else None),
        ("tense", say(f"tense.{tip.tense}") if tip.tense else None),
        ("filed", say_moment(tip.filed_at)),
        ("language", say(f"spoken.{tip.language}")),
    ]
    rows = [row for name, value in facts if value for row in (html.Dt(say(f"fact.{name}")), html.Dd(str(value)))]
    return card(say("tip.facts"), html.Dl(rows, className="facts"))


def timeline(found: Found) -> Any:
    """The tip's events, oldest first."""
    events = found.desk.timeline(found.tip.id)
    items = [
        dmc.TimelineItem(
            [dmc.Text(say_moment(event.at), size="xs", className="moment"), *_note(event)], title=say_event(event)
        )
        for event in events
    ]
    return dmc.Timeline(items, active=len(events) - 1, bulletSize=14, lineWidth=2)


def _note(event: TipEvent) -> list[Any]:
    try:
        note = offices().open_note(reader(), event)
    except SealError:
        note = say("tip.note_sealed")
    return [html.Blockquote(note, className="note")] if note else []


def steps(found: Found) -> list[Any]:
    """What can be done now: assign and close an open tip, reopen a closed one."""
    tip = found.tip
    officers = {officer.id: officer for officer in found.desk.officers(active=False)}
    holder = officers.get(tip.officer_id or "")
    now_with = dmc.Text(
        say("tip.with_officer", rank=holder.rank, officer=holder.name, station=holder.station)
        if holder
        else say("tip.no_officer"),
        size="sm",
        id="tip-officer",
    )
    if tip.status == "closed":
        return [now_with, dmc.Text(say("tip.is_closed"), size="sm"), _button("reopen-button", "tip.reopen", "light")]
    choices = [
        {"value": one.id, "label": f"{one.rank} {one.name}, {one.station}"}
        for one in officers.values()
        if one.active and one.id != tip.officer_id
    ]
    return [now_with, *_assigning(choices, bool(holder)), dmc.Divider(my="md"), *_closing()]


def _assigning(choices: list[dict[str, str]], again: bool) -> list[Any]:
    if not choices and not again:
        return [
            dmc.Text([say("tip.no_officers"), " ", dmc.Anchor(say("tip.add_officers"), href="/officers")], size="sm")
        ]
    return [
        dmc.Select(
            id="assign-officer",
            label=say("tip.reassign_to" if again else "tip.assign_to"),
            placeholder=say("tip.choose_officer"),
            data=choices,
            searchable=True,
            nothingFoundMessage=say("filter.nothing"),
        ),
        _button("assign-button", "tip.assign", "filled", disabled=True),
    ]


def _closing() -> list[Any]:
    data = [{"value": name, "label": say(f"disposition.{name}")} for name in DISPOSITIONS]
    confirm = dmc.Group(
        [_button("close-cancel", "tip.cancel", "default"), _button("close-confirm", "tip.close", "filled")],
        justify="flex-end",
    )
    return [
        dmc.Select(
            id="close-disposition", label=say("tip.close_as"), placeholder=say("tip.choose_disposition"), data=data
        ),
        _button("close-button", "tip.close", "default", disabled=True),
        dmc.Modal(
            [dmc.Text(say("tip.close_sure")), dmc.Space(h="md"), confirm],
            id="close-modal",
            title=say("tip.close_title"),
            centered=True,
            opened=False,
        ),
    ]


def _button(element_id: str, text: str, variant: str, disabled: bool = False) -> Any:
    return dmc.Button(say(text), id=element_id, variant=variant, disabled=disabled, mt="xs")
