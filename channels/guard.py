"""What a webhook may be: how deep its JSON goes, how slowly it comes, how often one source signs badly."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sanic.http import Stage
from sanic.server.protocols.http_protocol import HttpProtocol

DEEPEST = 32  # Meta's bodies have some 12 levels
BAD_SIGNATURES = 20  # from one source, then one more every REFILL_SECONDS
REFILL_SECONDS = 3.0
MOST_SOURCES = 4096


def is_deeper(value: Any, most: int = DEEPEST) -> bool:
    """Whether a JSON value has more than `most` levels; without recursion, so that no value is too deep to ask."""
    level = [value]
    for _ in range(most):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return False
    return True


def _inside(value: Any) -> list[Any]:
    values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for one in values if isinstance(one, dict | list)]


def source_of(peer: str, headers: Mapping[str, str]) -> str | None:
    """Whom a request comes from: the peer, or whom a proxy on this machine names last.

    None for this machine itself, which is never limited.
    """
    if not _is_here(peer):
        return _network_of(peer) or peer
    return _network_of(headers.get("x-forwarded-for", "").rsplit(",", 1)[-1].strip())


@lru_cache(maxsize=256)
def _network_of(address: str) -> str | None:
    """An IPv4 address itself; of IPv6 the /64 that one customer has to himself. None for what is no address."""
    try:
        read = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return str(read) if read.version == 4 else str(ipaddress.ip_network((read, 64), strict=False))


def is_local(peer: str, headers: Mapping[str, str]) -> bool:
    """Whether a request was made on this machine and not handed on by a proxy."""
    return _is_here(peer) and not any(name in headers for name in ("x-forwarded-for", "forwarded", "x-real-ip"))


@lru_cache(maxsize=256)
def _is_here(peer: str) -> bool:
    try:
        return ipaddress.ip_address(peer).is_loopback
    except ValueError:
        return False


_receive = HttpProtocol.data_received


def _count_from_the_first_byte(self: HttpProtocol, data: bytes) -> None:
    begun, http = self._time, getattr(self, "_http", None)
    under_way = http is not None and (http.stage is not Stage.IDLE or http.request_body)  # or its rest is thrown away
    _receive(self, data)
    if under_way:
        self._time = begun


def bound_requests() -> None:
    """Lets Sanic's time-outs count from a request's first byte; calling it again changes nothing.

    Sanic counts from the latest one, so that whoever sends a byte now and then would hold a connection for good.
    """
    HttpProtocol.data_received = _count_from_the_first_byte  # type: ignore[method-assign]


class Strikes:
    """Counts bad signatures by source: an allowance that refills, for a bounded number of sources."""

    def __init__(self, allowed: int = BAD_SIGNATURES, refill: float = REFILL_SECONDS, most: int = MOST_SOURCES) -> None:
        self._allowed = allowed
        self._refill = refill
        self._most = most
        self._clear_at: OrderedDict[str, float] = OrderedDict()  # when the whole allowance is back

    def is_out(self, source: str | None, now: float | None = None) -> bool:
        """Whether a source has used up its allowance."""
        now = time.monotonic() if now is None else now
        return source is not None and self._clear_at.get(source, 0.0) - now > (self._allowed - 1) * self._refill

    def strike(self, source: str | None, now: float | None = None) -> None:
        """Notes a bad signature; when too many sources are known, the one that was quiet longest is forgotten."""
        if source is None:
            return
        now = time.monotonic() if now is None else now
        self._clear_at[source] = max(self._clear_at.get(source, 0.0), now) + self._refill
        self._clear_at.move_to_end(source)
        while len(self._clear_at) > self._most:
            self._clear_at.popitem(last=False)
