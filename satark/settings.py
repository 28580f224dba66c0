"""The deployment's settings: `range.yml` and the environment, read once, checked, then frozen.

`Settings.load()` is the front door. Environment: `SATARK_HOME` (state, default `var/`), `SATARK_RANGE_FILE`,
`SATARK_VAULT_URL`, `SATARK_TRACKER_URL`, `SATARK_LOCK_URL`, `SATARK_DESK_URL_<DESK>`, `SATARK_<PROCESS>_HOST`,
`SATARK_<PROCESS>_PORT`, `SATARK_ACTIONS_URL`, `SATARK_OPERATOR_TOKEN` (opens the channel's health and metrics from
other machines) and the `WHATSAPP_*` values of `WhatsApp`.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, Extra, Field, ValidationError, conint

from satark.errors import SettingsError, UnknownDesk
from satark.tables import TableError, read_table

_OURS = ("SATARK_", "WHATSAPP_")  # names of the environment that are settings
ROOT = Path(__file__).resolve().parent.parent
RANGE_DESK = "range"  # the DIG's desk, beside one desk a district
Count = conint(gt=0)


class _Frozen(BaseModel):
    class Config:
        allow_mutation = False
        extra = Extra.forbid


class Named(_Frozen):
    """A name in English and Hindi."""

    en: str
    hi: str

    def in_language(self, language: str) -> str:
        return self.hi if language == "hi" else self.en


class Range(_Frozen):
    """The police range: its id, the code its own tip ids begin with, and the DIG's office."""

    id: str
    code: str = Field(regex=r"^[A-Z]{2}$")
    name: Named
    office: Named


class District(_Frozen):
    """A district: the code its tip ids begin with, the SP's office, its police stations."""

    code: str = Field(regex=r"^[A-Z]{2}$")
    name: Named
    office: Named
    stations: tuple[Named, ...]


class Address(_Frozen):
    """Where a process listens."""

    host: str
    port: int = Field(ge=1, le=65535)

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"


class MediaBytes(_Frozen):
    """The largest file of each kind, in bytes."""

    photo: Count  # type: ignore[valid-type]
    voice: Count  # type: ignore[valid-type]
    video: Count  # type: ignore[valid-type]
    document: Count  # type: ignore[valid-type]

    def of(self, kind: str) -> int:
        return int(getattr(self, kind))


class Limits(_Frozen):
    """Bounds of queues, retries and requests; sizes in bytes, times in seconds."""

    webhook_body_bytes: Count  # type: ignore[valid-type]
    inbox_attempts: Count  # type: ignore[valid-type]
    outbox_attempts: Count  # type: ignore[valid-type]
    delivery_attempts: Count  # type: ignore[valid-type]
    lease_seconds: Count  # type: ignore[valid-type]
    retry_first_seconds: Count  # type: ignore[valid-type]
    retry_longest_seconds: Count  # type: ignore[valid-type]
    requests_seconds: Count  # type: ignore[valid-type]
    sends_per_second: Count  # type: ignore[valid-type]
    pair_burst: Count  # type: ignore[valid-type]
    pair_seconds: Count  # type: ignore[valid-type]
    answer_lost_seconds: Count  # type: ignore[valid-type]
    stop_first_seconds: Count  # type: ignore[valid-type]
    stop_longest_seconds: Count  # type: ignore[valid-type]
    media_attempts: Count  # type: ignore[valid-type]
    media_seconds: Count  # type: ignore[valid-type]
    media_bytes: MediaBytes
    conversations_at_once: Count  # type: ignore[valid-type]
    narrative_characters: Count  # type: ignore[valid-type]
    receipt_guesses: Count  # type: ignore[valid-type]
    receipt_guess_seconds: Count  # type: ignore[valid-type]
    receipt_guesses_of_all: Count  # type: ignore[valid-type]
    receipt_guess_of_all_seconds: Count  # type: ignore[valid-type]

    def retry_after(self, attempts: int) -> float:
        """Seconds to wait after that many failed tries: doubling, up to the longest wait."""
        return float(min(self.retry_first_seconds * 2 ** min(attempts, 20), self.retry_longest_seconds))


class CleaningLimits(_Frozen):
    """What one file may cost while it is cleaned, and how large what is made of it may be."""

    pixels: Count = 64_000_000  # type: ignore[valid-type]  # of a picture, before it is unpacked
    media_seconds: Count = 900  # type: ignore[valid-type]  # of a recording
    video_edge: Count = 1280  # type: ignore[valid-type]  # longest edge of a cleaned video, in pixels
    pages: Count = 40  # type: ignore[valid-type]  # of a paper
    page_edge: Count = 2000  # type: ignore[valid-type]  # longest edge of a page, in pixels
    thumbnail_edge: Count = 480  # type: ignore[valid-type]
    output_bytes: Count = 67_108_864  # type: ignore[valid-type]
    memory_bytes: Count = 3_221_225_472  # type: ignore[valid-type]
    cpu_seconds: Count = 900  # type: ignore[valid-type]
    wall_seconds: Count = 600  # type: ignore[valid-type]


FacePolicy = Literal["keep", "bystanders", "all"]


class EvidenceRules(_Frozen):
    """How what people send is treated. `voice_heard_by` names the one desk that may hear voices which nobody has
    written down (none by default); `speech_model` is a folder that faster-whisper reads; `blur_faces` tells which faces
    in pictures are made unrecognisable (none by default: a suspect's face is evidence)."""

    keep_original_for: tuple[str, ...] = ()
    voice_heard_by: str | None = None
    speech_model: Path | None = None
    blur_faces: FacePolicy = "keep"
    limits: CleaningLimits = CleaningLimits()


class Conversation(_Frozen):
    """How long a talk may rest (minutes; longer than `unfinished_after_minutes`), from which confidence a reading is
    believed (0..1), a word that makes everything forgotten while the answer looks harmless (empty: none).

    A message of at most `short_characters` waits `settle_seconds` for the next one, so that a burst is answered once
    (0: not at all). Who is silent in the middle of a report is reminded after `remind_after_minutes`; after
    `unfinished_after_minutes` the report ends. Of a danger that lasts, what is enough for a tip goes after
    `urgent_after_minutes`. Who files is told that the office looks at it and gives it to an officer within
    `assigned_within_hours`.
    """

    session_minutes: Count  # type: ignore[valid-type]
    unsure_below: float = Field(ge=0, le=1)
    neutral_word: str = ""
    short_characters: int = Field(30, ge=0)
    settle_seconds: float = Field(1.0, ge=0, le=10)
    remind_after_minutes: float = Field(20, gt=0)
    urgent_after_minutes: float = Field(5, gt=0)
    unfinished_after_minutes: float = Field(720, gt=0, lt=1440)
    assigned_within_hours: int = Field(24, gt=0, le=720)


class Retention(_Frozen):
    """Ages in days after which the worker deletes."""

    inbox: Count  # type: ignore[valid-type]
    outbox: Count  # type: ignore[valid-type]
    dead_letters: Count  # type: ignore[valid-type]
    statuses: Count  # type: ignore[valid-type]
    deliveries: Count  # type: ignore[valid-type]
    addresses: Count  # type: ignore[valid-type]
    reply_routes: Count  # type: ignore[valid-type]
    receipts: Count  # type: ignore[valid-type]
    media: Count  # type: ignore[valid-type]
    offers: Count  # type: ignore[valid-type]
    evidence: Count  # type: ignore[valid-type]
    closed_tips: Count  # type: ignore[valid-type]
    audit: Count  # type: ignore[valid-type]


class Template(_Frozen):
    """A message approved at Meta: `body` with {{1}}, {{2}}, ... for its parameters; quick-reply `buttons`."""

    name: str
    language: str
    body: str
    buttons: tuple[str, ...] = ()


class Templates(_Frozen):
    """What may be sent outside the 24 hours after a person's last message."""

    assignment: Template
    notice: Template


class DemoPhone(_Frozen):
    """A simulated citizen's phone; `identity` is the form in which WhatsApp shows it: both, id or phone."""

    number: str
    name: str
    identity: str = "both"


class OfficerEntry(_Frozen):
    """An officer who can be assigned tips."""

    name: str
    rank: str
    station: str
    phone: str


class Demo(_Frozen):
    """Invented people of the demonstration."""

    phones: tuple[DemoPhone, ...] = ()
    officers: Mapping[str, tuple[OfficerEntry, ...]] = {}


class WhatsApp(_Frozen):
    """What connects a WhatsApp number: the environment's `WHATSAPP_*` values."""

    app_secret: str = ""
    verify_token: str = ""
    access_token: str = ""
    phone_number_id: str = ""
    graph_url: str = ""


class Settings(_Frozen):
    """Everything a process needs to know about its deployment."""

    range: Range
    districts: Mapping[str, District]
    addresses: Mapping[str, Address]
    limits: Limits
    conversation: Conversation
    retention: Retention
    templates: Templates
    evidence: EvidenceRules = EvidenceRules()
    demo: Demo = Demo()
    home: Path
    vault_url: str
    tracker_url: str
    lock_url: str | None
    actions_url: str
    operator_token: str | None
    desk_urls: Mapping[str, str]
    whatsapp: WhatsApp

    @classmethod
    def load(cls, path: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
        """Reads `path` (default: the environment's `SATARK_RANGE_FILE`, else `range.yml` beside the code).

        Raises `SettingsError` with one sentence that names the entry at fault.
        """
        environ = os.environ if environ is None else environ
        path = path or Path(environ.get("SATARK_RANGE_FILE", ROOT / "range.yml"))
        ours = tuple(sorted((name, value) for name, value in environ.items() if name.startswith(_OURS)))
        try:
            return _read(path, path.stat().st_mtime_ns, ours)
        except OSError as error:
            raise SettingsError(f"{path} cannot be read: {error.strerror}.") from error

    @property
    def desks(self) -> tuple[str, ...]:
        """Names of all desks: the districts' in order, then the range's."""
        return (*self.districts, RANGE_DESK)

    def desk_url(self, desk: str) -> str:
        """The database address of a desk. Raises `UnknownDesk`."""
        if desk not in self.desk_urls:
            raise UnknownDesk(f"There is no desk named {desk}; there are {', '.join(self.desks)}.")
        return self.desk_urls[desk]

    def desk_code(self, desk: str) -> str:
        """The two letters that tip ids of a desk begin with."""
        self.desk_url(desk)
        return self.range.code if desk == RANGE_DESK else self.districts[desk].code

    def desk_with_code(self, code: str) -> str | None:
        """The desk whose tip ids begin with `code`; None where there is none."""
        return next((desk for desk in self.desks if self.desk_code(desk) == code), None)

    def office(self, desk: str) -> Named:
        """What a desk is called. Raises `UnknownDesk`."""
        self.desk_url(desk)
        return self.range.office if desk == RANGE_DESK else self.districts[desk].office

    @property
    def keys(self) -> Path:
        """The folder of key files (0700)."""
        return self.home / "keys"


@functools.lru_cache(maxsize=8)
def _read(path: Path, _changed: int, environ: tuple[tuple[str, str], ...]) -> Settings:
    """Settings are frozen: who asks again gets the same ones, as long as file and environment stay."""
    try:
        return Settings(**_with_environment(read_table(path), dict(environ)))
    except TableError as error:
        raise SettingsError(f"{path} cannot be read. {error}") from error
    except (TypeError, AttributeError, KeyError) as error:
        raise SettingsError(f"{path} is not a settings file: {error}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        entry = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"{path}: the entry {entry} is not usable: {first['msg']}.") from error


def _with_environment(entries: dict[str, Any], environ: Mapping[str, str]) -> dict[str, Any]:
    home = Path(environ.get("SATARK_HOME", ROOT / "var")).resolve()
    addresses = {name: _address(name, entry, environ) for name, entry in entries["addresses"].items()}
    desks = (*entries["districts"], RANGE_DESK)
    return {
        **entries,
        "addresses": addresses,
        "home": home,
        "vault_url": environ.get("SATARK_VAULT_URL", f"sqlite:///{home}/vault.db"),
        "tracker_url": environ.get("SATARK_TRACKER_URL", f"sqlite:///{home}/tracker.db"),
        "lock_url": environ.get("SATARK_LOCK_URL"),
        "actions_url": environ.get(
            "SATARK_ACTIONS_URL", f"http://{addresses['actions']['host']}:{addresses['actions']['port']}/webhook"
        ),
        "operator_token": environ.get("SATARK_OPERATOR_TOKEN") or None,
        "desk_urls": {
            desk: environ.get(f"SATARK_DESK_URL_{desk.upper()}", f"sqlite:///{home}/desks/{desk}.db") for desk in desks
        },
        "whatsapp": {
            name: environ.get(f"WHATSAPP_{name.upper()}", default)
            for name, default in (
                ("app_secret", ""),
                ("verify_token", ""),
                ("access_token", ""),
                ("phone_number_id", ""),
                ("graph_url", "https://graph.facebook.com/v23.0"),
            )
        },
    }


def _address(name: str, entry: Mapping[str, Any], environ: Mapping[str, str]) -> dict[str, Any]:
    prefix = f"SATARK_{name.upper()}"
    return {
        "host": environ.get(f"{prefix}_HOST", entry["host"]),
        "port": environ.get(f"{prefix}_PORT", entry["port"]),
    }
