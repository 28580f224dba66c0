"""What a simulator is told before it starts: secrets, limits, phones, templates, named points."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, cycle
from pathlib import Path
from typing import Any

IDENTITIES = ("both", "id", "phone")
"""Who a webhook says the sender is: number and business-scoped id, the id alone, or the number alone."""

DAY = 24 * 60 * 60.0


def normal_number(number: str) -> str:
    """Digits of a telephone number with its country code, as WhatsApp writes it: no plus sign, no spaces.

    Ten bare digits are an Indian mobile number. Raises ValueError when no telephone number is left.
    """
    digits = re.sub(r"\D", "", number)
    if len(digits) == 10:
        digits = "91" + digits
    if not 8 <= len(digits) <= 15:
        raise ValueError(f"not a telephone number: {number!r}")
    return digits


@dataclass(frozen=True)
class PhoneSpec:
    """A phone that is there from the start."""

    number: str
    name: str
    identity: str = "both"
    role: str = "citizen"

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", normal_number(self.number))
        if self.identity not in IDENTITIES:
            raise ValueError(f"identity must be one of {', '.join(IDENTITIES)}, not {self.identity!r}")

    @classmethod
    def parse(cls, text: str) -> PhoneSpec:
        """Reads NUMBER:NAME[:identity[:role]] of the command line. Raises ValueError."""
        number, _, rest = text.partition(":")
        name, _, rest = rest.partition(":")
        identity, _, role = rest.partition(":")
        if not name:
            raise ValueError(f"expected NUMBER:NAME[:identity[:role]], got {text!r}")
        return cls(number, name, identity or "both", role or "citizen")


@dataclass(frozen=True)
class Template:
    """An approved message template: `body` has {{1}}, {{2}}, ... for its parameters, `buttons` are quick replies."""

    name: str
    language: str
    body: str
    buttons: tuple[str, ...] = ()

    @property
    def parameter_count(self) -> int:
        return max((int(n) for n in re.findall(r"\{\{(\d+)\}\}", self.body)), default=0)

    def render(self, values: list[str]) -> str:
        return re.sub(r"\{\{(\d+)\}\}", lambda found: values[int(found[1]) - 1], self.body)

    @classmethod
    def read(cls, entry: Mapping[str, Any]) -> Template:
        """Reads one mapping of a templates file or of POST /sim/templates. Raises KeyError for a missing field."""
        return cls(entry["name"], entry["language"], entry["body"], tuple(entry.get("buttons", ())))


# Town centres of the three districts (GeoNames cities500, CC BY 4.0), offered in the page's location sheet.
NAMED_POINTS = (
    ("Jaunpur", 25.75356, 82.68689),
    ("Shahganj, Jaunpur", 26.04965, 82.68423),
    ("Machhlishahr, Jaunpur", 25.68564, 82.41106),
    ("Ghazipur", 25.58333, 83.58526),
    ("Zamania, Ghazipur", 25.41961, 83.55786),
    ("Chandauli", 25.25803, 83.26825),
    ("Mughalsarai, Chandauli", 25.28307, 83.11968),
    ("Chakia, Chandauli", 25.04891, 83.22155),
)

DEMO_PHONES = (PhoneSpec("919000000001", "Phone 1"), PhoneSpec("919000000002", "Officer", role="officer"))


@dataclass(frozen=True)
class SimulatorConfig:
    """Everything a simulator needs. Times are seconds; telephone numbers are digits with the country code."""

    app_secret: str
    verify_token: str
    access_token: str
    phone_number_id: str
    webhook_url: str | None = None
    host: str = "127.0.0.1"
    port: int = 8060
    public_url: str | None = None
    service_name: str = "Satark Mitra"
    display_phone_number: str = "919000000000"
    business_account_id: str = "100000000000001"
    phones: tuple[PhoneSpec, ...] = DEMO_PHONES
    templates: tuple[Template, ...] = ()
    named_points: tuple[tuple[str, float, float], ...] = NAMED_POINTS
    database: Path | None = None
    pair_burst: int = 45
    pair_interval: float = 6.0
    window: float = DAY
    media_url_life: float = 300.0
    media_life: float = 7 * DAY
    webhook_timeout: float = 20.0
    retry_delays: tuple[float, ...] = (1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600)
    retry_speed: float = 1.0
    retry_at_most: float = 3600.0
    retry_life: float = 7 * DAY
    verify_interval: float = 2.0
    status_delay: float = 0.15
    unknown_recipient: int = 131030
    late_refusals: bool = False
    log_size: int = 2000

    def __post_init__(self) -> None:
        for name in ("app_secret", "verify_token", "access_token", "phone_number_id"):
            if not getattr(self, name):
                raise ValueError(f"{name} is missing")
        if not self.phone_number_id.isdigit():
            raise ValueError("phone_number_id is a string of digits")
        if self.retry_speed <= 0:
            raise ValueError("retry_speed must be above 0")
        if min((self.retry_at_most, *self.retry_delays)) <= 0:  # else the tries would have no end
            raise ValueError("retry_at_most and retry_delays must be above 0")

    def pauses(self) -> Iterator[float]:
        """Seconds between the tries of one webhook, before `retry_speed`: they grow to `retry_at_most` at most and stay
        at the last one until `retry_life` is over; none without `retry_delays`."""
        left = self.retry_life
        for delay in chain(self.retry_delays, cycle(self.retry_delays[-1:])):
            pause = min(delay, self.retry_at_most)
            left -= pause
            if left < 0:
                return
            yield pause

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ, **changes: Any) -> SimulatorConfig:
        """Secrets from WHATSAPP_APP_SECRET, _VERIFY_TOKEN, _ACCESS_TOKEN and _PHONE_NUMBER_ID; the rest from `changes`.

        Raises ValueError naming the first one that is missing.
        """
        secrets: dict[str, Any] = {}
        for name in ("app_secret", "verify_token", "access_token", "phone_number_id"):
            variable = f"WHATSAPP_{name.upper()}"
            if not environment.get(variable):
                raise ValueError(f"{variable} is not set")
            secrets[name] = environment[variable]
        return cls(**secrets, **changes)
