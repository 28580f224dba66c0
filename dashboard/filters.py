"""The controls that choose tips: status, offence, period and, for the range, the desk."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc

from dashboard.auth import reader
from dashboard.offices import offices
from dashboard.rows import ALL, PERIODS
from dashboard.telling import say_desk, say_group, say_status
from dashboard.texts import language, say
from satark.desks import STATUSES
from satark.offences import offence_groups, offence_types


def status_select(element_id: str) -> Any:
    """All statuses."""
    data = [{"value": status, "label": say_status(status)} for status in STATUSES]
    return _select(element_id, "filter.status", data)


def offence_select(element_id: str) -> Any:
    """Every offence, under its group's name; the group itself can be chosen too."""
    kinds = offence_types().values()
    data = [
        {
            "group": say_group(group),
            "items": [
                {"value": f"group:{group}", "label": say("filter.whole_group", group=say_group(group))},
                *({"value": kind.key, "label": kind.name(language())} for kind in kinds if kind.group == group),
            ],
        }
        for group in offence_groups()
    ]
    return dmc.Select(
        id=element_id,
        label=say("filter.offence"),
        data=[{"value": ALL, "label": say("filter.all")}, *data],
        value=ALL,
        searchable=True,
        allowDeselect=False,
        nothingFoundMessage=say("filter.nothing"),
        maxDropdownHeight=320,
        className="filter",
    )


def period_select(element_id: str, value: str = ALL) -> Any:
    """The last day, week, month, quarter, year, or everything."""
    data = [{"value": period, "label": say(f"period.{period}")} for period in PERIODS]
    return _select(element_id, "filter.period", data, value)


def desk_select(element_id: str, value: str = ALL, with_all: bool = True) -> Any:
    """The desks the account may see; not shown where it is only one."""
    desks = offices().visible(reader())
    data = [{"value": desk.name, "label": say_desk(offices().settings, desk.name)} for desk in desks]
    select = _select(element_id, "filter.desk", data, value, with_all)
    if len(desks) == 1:
        select.style = {"display": "none"}
    return select


def _select(element_id: str, label: str, data: list[Any], value: str = ALL, with_all: bool = True) -> Any:
    everything = [{"value": ALL, "label": say("filter.all")}] if with_all else []
    return dmc.Select(
        id=element_id,
        label=say(label),
        data=[*everything, *data],
        value=value,
        allowDeselect=False,
        className="filter",
    )
