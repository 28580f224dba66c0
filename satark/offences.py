"""The offences of the contract (section 3): their names in three languages, their groups and their urgency.

The table is `data/offences.yml`; nothing here names an offence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from satark.errors import SettingsError
from satark.settings import ROOT
from satark.tables import read_table

LOWEST_PRIORITY = 3


@dataclass(frozen=True)
class OffenceType:
    """An offence people report: `names` by language (hi, en, hi-Latn); priority 1 (high) to 3."""

    key: str
    group: str
    priority: int
    names: Mapping[str, str]

    def name(self, language: str) -> str:
        return self.names.get(language, self.names["en"])


@lru_cache(maxsize=1)
def offence_types() -> Mapping[str, OffenceType]:
    """All offences by key, in the table's order. Raises `SettingsError` when an entry lacks a name or a priority."""
    entries = read_table(ROOT / "data" / "offences.yml")["offences"]
    try:
        return {
            key: OffenceType(
                key, entry["group"], entry["priority"], {code: entry[code] for code in ("hi", "en", "hi-Latn")}
            )
            for key, entry in entries.items()
        }
    except KeyError as error:
        raise SettingsError(f"data/offences.yml: an offence has no {error}.") from error


@lru_cache(maxsize=1)
def offence_groups() -> Mapping[str, Mapping[str, str]]:
    """Names of the groups by language, in the table's order."""
    groups: Mapping[str, Mapping[str, str]] = read_table(ROOT / "data" / "offences.yml")["groups"]
    return groups


def names(keys: Iterable[str], language: str) -> str:
    """The offences' names as one phrase."""
    return ", ".join(offence_types()[key].name(language) for key in keys)


def priority(keys: Iterable[str]) -> int:
    """The gravest priority among the offences; the lowest where there is none."""
    return min((offence_types()[key].priority for key in keys), default=LOWEST_PRIORITY)
