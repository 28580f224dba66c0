"""What the vault and the tracker forget with time; each age stands in `range.yml`."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from channels.dead_letters import DeadLetters
from channels.media import Media
from channels.offers import Offers
from channels.outbox import open_outbox_of
from channels.queues import open_inbox
from channels.vault import Vault
from satark.settings import Settings
from satark.stores import open_engine

# Rasa's own table, by name: the worker does without Rasa.
_EVENTS = sa.table("events", sa.column("sender_id"), sa.column("timestamp"))


def forget_old(settings: Settings, vault: Vault, now: dt.datetime) -> None:
    """Deletes what is older at `now` (aware) than the settings' retention allows."""
    ages, outbox = settings.retention, open_outbox_of(settings, vault)

    def before(days: int) -> dt.datetime:
        return now - dt.timedelta(days=days)

    outbox.forget_contents()
    open_inbox(vault, settings.limits).forget_before(before(ages.inbox), before(ages.dead_letters))
    DeadLetters(vault).forget_before(before(ages.dead_letters))
    outbox.forget_before(before(ages.outbox))
    Offers(vault).forget_before(before(ages.offers))
    Media(settings, vault).forget_before(before(ages.media))
    with vault.writing() as connection:
        vault.routes.forget_before(connection, before(ages.reply_routes))
        _forget_statuses(connection, before(ages.statuses))
        _forget_deliveries(connection, before(ages.deliveries))
        _forget_receipts(connection, before(ages.receipts), now)
        _forget_addresses(connection, before(max(ages.addresses, ages.reply_routes)))
    forget_lapsed_talks(settings, now)


def _forget_statuses(connection: Connection, moment: dt.datetime) -> None:
    """Which message WhatsApp knows ours by, and whether it was read."""
    outbox = tables.outbox
    old = sa.and_(outbox.c.status == "done", outbox.c.sent_at < moment)
    connection.execute(outbox.update().where(old).values(provider_name=None, delivery=None, content=None))


def _forget_deliveries(connection: Connection, moment: dt.datetime) -> None:
    """Those handed over; what no desk has taken stays for the operator."""
    deliveries = tables.deliveries
    connection.execute(deliveries.delete().where(deliveries.c.status == "done", deliveries.c.created_at < moment))


def _forget_receipts(connection: Connection, moment: dt.datetime, now: dt.datetime) -> None:
    connection.execute(tables.receipts.delete().where(tables.receipts.c.created_at < moment))
    connection.execute(tables.receipt_lines.delete().where(tables.receipt_lines.c.until < now))
    connection.execute(tables.guesses.delete().where(tables.guesses.c.full_at < now))
    connection.execute(tables.paces.delete().where(tables.paces.c.full_at < now))


def _forget_addresses(connection: Connection, moment: dt.datetime) -> None:
    """Of whoever has not written since and is no officer. Ways back are younger than what their makers last wrote."""
    people, lines = tables.conversations, tables.officer_lines
    officers = sa.exists(sa.select(lines.c.conversation).where(lines.c.conversation == people.c.id))
    silent = sa.and_(people.c.last_heard_at < moment, people.c.forget_due.is_(False), ~officers)
    gone = sa.select(people.c.id).where(silent)
    connection.execute(tables.aliases.delete().where(tables.aliases.c.conversation.in_(gone)))
    connection.execute(people.delete().where(silent))


def forget_lapsed_talks(settings: Settings, now: dt.datetime) -> int:
    """Deletes from the tracker whatever was said in talks that rest longer than a session; how many events."""
    engine = open_engine(settings.tracker_url)
    try:
        if not sa.inspect(engine).has_table(_EVENTS.name):
            return 0
        moment = (now - dt.timedelta(minutes=settings.conversation.session_minutes)).timestamp()
        lapsed = sa.select(_EVENTS.c.sender_id).group_by(_EVENTS.c.sender_id)
        lapsed = lapsed.having(sa.func.max(_EVENTS.c.timestamp) < moment)
        with engine.begin() as connection:
            return int(connection.execute(_EVENTS.delete().where(_EVENTS.c.sender_id.in_(lapsed))).rowcount)
    finally:
        engine.dispose()
