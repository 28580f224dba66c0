"""Which desk a report belongs to: its district's, or the range's alone when that district's police must not see it."""

from __future__ import annotations

from functools import lru_cache

import regex

from satark.report import Report
from satark.settings import RANGE_DESK, ROOT, Settings
from satark.tables import read_table


@lru_cache(maxsize=1)
def _in_charge() -> regex.Pattern[str]:
    words = read_table(ROOT / "data/lexicon/in_charge.yml")["terms"]
    spellings = sorted({spelling for forms in words.values() for spelling in forms}, key=len, reverse=True)
    return regex.compile(
        r"(?<![\p{L}\p{M}\p{N}])(?:" + "|".join(map(regex.escape, spellings)) + r")(?![\p{L}\p{M}\p{N}])", regex.I
    )


def desk_for(report: Report, settings: Settings) -> str | None:
    """The desk's name, or None when the report's district has no desk here. Where nobody knows the district it is the
    range's, which sees all three.

    A report of police misconduct goes to the range alone when it names the SP's office or a station in charge.
    """
    district = (report.place or {}).get("district")
    if district is None and "district" in report.skipped:
        return RANGE_DESK
    if district not in settings.districts:
        return None
    if "police_misconduct" in report.offences and _in_charge().search("\n".join(report.narrative)):
        return RANGE_DESK
    return str(district)
