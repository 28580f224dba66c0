"""The vault's tables. Keyed names (HMAC) and sealed content only: nothing here reads without the vault's key file."""

from __future__ import annotations

import sqlalchemy as sa

from satark.stores import UtcDateTime

metadata = sa.MetaData()

# One row a person who ever wrote; `id` is the pseudonym that Rasa and the actions see. One with `lapses_at` exists for
# a last answer only, to somebody who was forgotten.
conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("phone", sa.LargeBinary),
    sa.Column("user_id", sa.LargeBinary),
    sa.Column("language", sa.String(8)),
    sa.Column("last_heard_at", UtcDateTime, nullable=False),
    sa.Column("forget_due", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("lapses_at", UtcDateTime),
    sa.Column(
        "promised", sa.Boolean, nullable=False, server_default=sa.false()
    ),  # was told that nobody sees who they are
)

# Either form of an address (number, business-scoped id), as a keyed name, leads to the conversation. A form that the
# person gave up is retired: what was written before that moment is still theirs, what comes later is somebody else's.
aliases = sa.Table(
    "aliases",
    metadata,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("conversation", sa.String(64), sa.ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False),
    sa.Column("retired_at", UtcDateTime),
)

# A report that somebody is telling: when they last wrote, and how far their silence has gone: `channels/silence.py`.
talks = sa.Table(
    "talks",
    metadata,
    sa.Column("conversation", sa.String(64), primary_key=True),
    sa.Column("heard_at", UtcDateTime, nullable=False, index=True),
    sa.Column("step", sa.String(8), nullable=False),
)

# `written_at` is when the person wrote, by WhatsApp's clock: the order in which their messages are processed.
inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("name", sa.String(64), nullable=False, unique=True),
    sa.Column("conversation", sa.String(64), nullable=False),
    sa.Column("written_at", UtcDateTime, nullable=False),
    sa.Column("received_at", UtcDateTime, nullable=False),
    sa.Column("status", sa.String(8), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("not_before", UtcDateTime, nullable=False),
    sa.Column("lease_until", UtcDateTime),
    sa.Column("content", sa.LargeBinary),
    sa.Column("reason", sa.String(120)),
    sa.Index("inbox_waiting", "status", "conversation", "id"),
)

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("name", sa.String(80), nullable=False, unique=True),
    sa.Column("conversation", sa.String(64), nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("status", sa.String(10), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("not_before", UtcDateTime, nullable=False),
    sa.Column("lease_until", UtcDateTime),
    sa.Column("provider_name", sa.String(64), index=True),
    sa.Column("sent_at", UtcDateTime),
    sa.Column("delivery", sa.String(10)),
    sa.Column("content", sa.LargeBinary),
    sa.Column("reason", sa.String(120)),
    sa.Index("outbox_waiting", "status", "conversation", "id"),
)

# Reports and officers' answers on their way to a desk.
deliveries = sa.Table(
    "deliveries",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("desk", sa.String(40), nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("status", sa.String(10), nullable=False, index=True),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("not_before", UtcDateTime, nullable=False),
    sa.Column("content", sa.LargeBinary),
    sa.Column("reason", sa.String(120)),
)

# A random token per tip: the desk knows the token, only the vault knows where it leads. That (`content`) is sealed
# under a key of the tip's own, which is wrapped (`tip_key`) by the key of its `day`; `holder` is the conversation's
# name under the day's key. Without the day's key nothing leads from a tip to a person. (`conversation`: rows of old.)
reply_routes = sa.Table(
    "reply_routes",
    metadata,
    sa.Column("token", sa.String(64), primary_key=True),
    sa.Column("conversation", sa.String(64), index=True),
    sa.Column("tip_id", sa.String(16), nullable=False),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("day", sa.String(10)),
    sa.Column("holder", sa.String(64), index=True),
    sa.Column("tip_key", sa.LargeBinary),
    sa.Column("content", sa.LargeBinary),
)

day_keys = sa.Table(
    "day_keys",
    metadata,
    sa.Column("day", sa.String(10), primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

# What is kept of receipts (satark/receipts.py): nothing here leads to a person. `tip` is a keyed name.
receipts = sa.Table(
    "receipts",
    metadata,
    sa.Column("tip", sa.String(64), primary_key=True),
    sa.Column("drawer", sa.String(4), nullable=False, index=True),
    sa.Column("hash", sa.String(200), nullable=False),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

# The tip that a conversation is about after its receipt was shown, for some minutes; `waiting` for words or a yes.
receipt_lines = sa.Table(
    "receipt_lines",
    metadata,
    sa.Column("conversation", sa.String(64), primary_key=True),
    sa.Column("waiting", sa.String(10)),
    sa.Column("until", UtcDateTime, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

# Wrong receipts: when the allowance of an address (a keyed name), and that of everybody together, is whole again.
guesses = sa.Table(
    "guesses",
    metadata,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("full_at", UtcDateTime, nullable=False),
)

# Conversations that belong to officers, and the tip whose outcome an officer is about to write.
officer_lines = sa.Table(
    "officer_lines",
    metadata,
    sa.Column("conversation", sa.String(64), primary_key=True),
    sa.Column("desk", sa.String(40), nullable=False),
    sa.Column("officer_id", sa.String(36), nullable=False),
    sa.Column("writing_about", sa.String(16)),
)

# Pictures, recordings and files that people sent; `id` is the keyed name of their message. Statuses: new, taken,
# fetched (sealed under the home, to be cleaned), cleaning, cleaned, awaiting (a voice nobody has written down), failed.
# `tip_id` and `desk` are set once the report is filed; `found` (sealed) is what the cleaning found and made.
media = sa.Table(
    "media",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("conversation", sa.String(64), nullable=False, index=True),
    sa.Column("kind", sa.String(10), nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("status", sa.String(10), nullable=False, index=True),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("not_before", UtcDateTime, nullable=False),
    sa.Column("lease_until", UtcDateTime),
    sa.Column("content_type", sa.String(100)),
    sa.Column("size", sa.Integer),
    sa.Column("content", sa.LargeBinary),
    sa.Column("reason", sa.String(120)),
    sa.Column("tip_id", sa.String(16)),
    sa.Column("desk", sa.String(40)),
    sa.Column("keep_original", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("desk_has", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("found", sa.LargeBinary),
)

# When each person's allowance of messages is whole again (channels/pace.py).
paces = sa.Table(
    "paces",
    metadata,
    sa.Column("conversation", sa.String(64), primary_key=True),
    sa.Column("full_at", UtcDateTime, nullable=False),
)

# The channel at rest after an error of the account: since when, until when, how many rests in a row.
stops = sa.Table(
    "stops",
    metadata,
    sa.Column("name", sa.String(20), primary_key=True),
    sa.Column("reason", sa.String(120), nullable=False),
    sa.Column("since", UtcDateTime, nullable=False),
    sa.Column("until", UtcDateTime, nullable=False),
    sa.Column("times", sa.Integer, nullable=False),
)

# Choices that did not fit into one list: a tap on "more" or on a row leads back to them.
offers = sa.Table(
    "offers",
    metadata,
    sa.Column("name", sa.String(24), primary_key=True),
    sa.Column("conversation", sa.String(64), nullable=False, index=True),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("content", sa.LargeBinary),
)

dead_letters = sa.Table(
    "dead_letters",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("reason", sa.String(120), nullable=False),
    sa.Column("name", sa.String(64), nullable=False, unique=True),
    sa.Column("content", sa.LargeBinary),
)
