"""The chats on disk, so that a restarted demo goes on where it stopped."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict
from pathlib import Path

from .chats import ChatMessage
from .handsets import Handset
from .media import MediaItem

SCHEMA = """
CREATE TABLE IF NOT EXISTS handset (id TEXT PRIMARY KEY, fields TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS message (wamid TEXT PRIMARY KEY, handset_id TEXT NOT NULL, fields TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS media
    (id TEXT PRIMARY KEY, mime_type TEXT NOT NULL, filename TEXT NOT NULL, added REAL NOT NULL, content BLOB NOT NULL);
"""


class Store:
    """A SQLite file; ":memory:" where nothing shall outlive the process."""

    def __init__(self, path: Path | None) -> None:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=NORMAL")
        self._connection.executescript(SCHEMA)

    def handsets(self) -> list[Handset]:
        rows = self._connection.execute("SELECT fields FROM handset ORDER BY CAST(id AS INTEGER)")
        return [Handset(**json.loads(fields)) for (fields,) in rows]

    def messages(self) -> list[ChatMessage]:
        rows = self._connection.execute("SELECT fields FROM message")
        return sorted((ChatMessage(**json.loads(fields)) for (fields,) in rows), key=lambda message: message.seq)

    def media(self) -> list[MediaItem]:
        rows = self._connection.execute("SELECT id, mime_type, filename, content, added FROM media")
        return [MediaItem(*row) for row in rows]

    def keep_handset(self, handset: Handset) -> None:
        self._connection.execute("REPLACE INTO handset VALUES (?, ?)", (handset.id, json.dumps(asdict(handset))))

    def keep_message(self, message: ChatMessage) -> None:
        row = (message.wamid, message.handset_id, json.dumps(asdict(message)))
        self._connection.execute("REPLACE INTO message VALUES (?, ?, ?)", row)

    def keep_media(self, item: MediaItem) -> None:
        row = (item.id, item.mime_type, item.filename, item.added, item.content)
        self._connection.execute("REPLACE INTO media VALUES (?, ?, ?, ?, ?)", row)

    def forget_chat(self, handset_id: str) -> None:
        self._connection.execute("DELETE FROM message WHERE handset_id = ?", (handset_id,))

    def close(self) -> None:
        self._connection.close()
