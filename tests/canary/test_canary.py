"""Nothing by which a reporter could be known lies anywhere outside the vault, whatever goes wrong meanwhile.

`SATARK_CANARY` conversations (40; `make canary` has 300) go through the whole product with its processes set to talk
and failing one after the other. Afterwards every byte is searched for everything the people carried.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import time

import pytest
import sqlalchemy as sa

from channels import tables
from channels.vault import Vault
from tests.canary import stores
from tests.canary.conversations import talk
from tests.canary.deployment import Deployment
from tests.canary.forms import Canary
from tests.canary.people import SUSPECT, crowd
from tests.canary.searcher import Searcher

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(3600)]

CONVERSATIONS = int(os.environ.get("SATARK_CANARY", "40"))
AT_ONCE = 12
TROUBLE_EVERY = 30  # seconds
TIPS_SHOWN = 12  # of each office
SETTLING_SECONDS = 300
SHARE_FILED = 0.7  # of the conversations: with fewer, too little would have been searched


async def troubled(deployment: Deployment) -> None:
    while True:
        await asyncio.sleep(TROUBLE_EVERY / 3)
        await deployment.trouble()
        await asyncio.sleep(TROUBLE_EVERY)


async def settled(deployment: Deployment) -> None:
    """Returns when every queue of the vault is empty."""
    vault, ends = Vault.open(deployment.settings), time.monotonic() + SETTLING_SECONDS
    waiting = ("new", "taken", "fetched", "cleaning")
    queues = (tables.inbox, tables.outbox, tables.deliveries, tables.media)
    query = [sa.select(sa.func.count()).where(one.c.status.in_(waiting)) for one in queues]
    while time.monotonic() < ends:
        with vault.reading() as connection:
            if not sum(connection.execute(one).scalar() for one in query):
                return
        await asyncio.sleep(0.5)


async def all_talks(deployment: Deployment, people):
    at_once = asyncio.Semaphore(AT_ONCE)
    folder = deployment.folder.parent / "phones"  # what lies on the people's own phones
    folder.mkdir()

    async def one(person):
        async with at_once:
            return await talk(deployment.company.simulator, person, folder)

    return await asyncio.gather(*(one(person) for person in people))


async def gathered(deployment: Deployment, started: float, unopened: list[str]):
    """(place, bytes) of everything outside the vault, and the vault's own files as they lie."""
    settings = deployment.settings
    pages = await stores.shown(settings, TIPS_SHOWN)
    whatsapp = f"{deployment.url('assistant')}/webhooks/whatsapp"
    urls = [f"{whatsapp}/health", f"{whatsapp}/metrics", f"{deployment.url('actions')}/health"]
    figures = await stores.figures([*urls, f"{deployment.url('dashboard')}/health"])
    printed = list(stores.commands(settings, deployment.company.environment))
    lying = [*stores.on_disk(deployment.folder), *stores.beside_the_code(started)]
    return [*pages, *figures, *printed, *lying, *stores.opened(settings, unopened)]


async def test_no_canary_leaves_the_vault(tmp_path):
    seed = os.environ.get("SATARK_CANARY_SEED") or secrets.token_hex(4)
    people = list(crowd(CONVERSATIONS, seed))
    deployment, started = Deployment(tmp_path / "run", seed), time.time()
    unopened: list[str] = []
    async with deployment.running():
        ready = time.time()
        trouble = asyncio.create_task(troubled(deployment))
        talked = await all_talks(deployment, people)
        trouble.cancel()
        told = time.time()
        await settled(deployment)
        found = await gathered(deployment, started, unopened)
        gathered_at = time.time()
        deaths, spoilt = deployment.company.deaths["worker"], deployment.recorder.spoilt

    canaries = [canary for one in talked for canary in (*one.person.canaries, *one.canaries)]
    searcher = Searcher(canaries)
    hits = [hit for place, data in found for hit in searcher.search(data, place)]
    filed = sum(one.filed for one in talked)
    size = sum(len(data) for _, data in found) / 1e6
    print(
        f"\nseed {seed}: {len(talked)} talks, {filed} filed, {spoilt} actions spoilt, {deaths} deaths of the worker, "
        f"{len(canaries)} canaries, {len(found)} places, {size:.0f} MB; {ready - started:.0f} s to start, "
        f"{told - ready:.0f} s of talk, {gathered_at - told:.0f} s to gather, "
        f"{time.time() - gathered_at:.0f} s of search"
    )
    assert filed >= SHARE_FILED * len(talked)
    assert spoilt or len(talked) < 20
    assert not unopened
    assert_the_accused_arrived(found)
    assert any("evidence, opened.content" in place for place, _ in found)
    listed = "\n".join(sorted(str(hit) for hit in hits))
    assert not hits, f"{len(hits)} hits (seed {seed}):\n{listed[:20000]}"


def assert_the_accused_arrived(found) -> None:
    """The same search finds what must be found: in opened boxes, on pages, in the requests to the actions."""
    searcher = Searcher([Canary(0, "vehicle", SUSPECT)])
    places = {hit.place for place, data in found for hit in searcher.search(data, place)}
    for wanted in ("tips, opened.content", "/tip/", "captured/action-requests"):
        assert any(wanted in place for place in places), wanted
