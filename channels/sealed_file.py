"""A file sealed on disk in chunks under the vault's key ring, written and read as a stream.

Layout: for each chunk its sealed length (four bytes, big-endian), then the sealed chunk. Every chunk is bound to the
file's name, its own number and whether it is the last, so that none can be swapped, left out or cut off unnoticed.
A file appears under its name only when it is whole and on disk.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from satark.errors import SealError
from satark.seal import KeyRing

CHUNK_BYTES = 1 << 20
_PURPOSE = "media"
_LENGTH = struct.Struct(">I")
_LONGEST_SEALED = CHUNK_BYTES + 1024


def _row(name: str, number: int, last: bool) -> str:
    return f"{name}:{number}:{'last' if last else 'more'}"


class SealedWriter:
    """Writes `folder/name`; leaves nothing behind unless `finish` was called."""

    def __init__(self, folder: Path, name: str, keys: KeyRing) -> None:
        self.path = folder / name
        self._partial = folder / f"{name}.part"
        self._name = name
        self._keys = keys
        self._held = bytearray()
        self._number = 0
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(self._partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        self._file: BinaryIO = os.fdopen(handle, "wb")

    def __enter__(self) -> SealedWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._file.closed:
            self._file.close()
            self._partial.unlink(missing_ok=True)

    def write(self, data: bytes) -> None:
        """Adds bytes."""
        self._held += data
        while len(self._held) > CHUNK_BYTES:  # one chunk is always held back: it may be the last
            self._put(bytes(self._held[:CHUNK_BYTES]), last=False)
            del self._held[:CHUNK_BYTES]

    def _put(self, chunk: bytes, last: bool) -> None:
        sealed = self._keys.seal(_PURPOSE, chunk, _row(self._name, self._number, last))
        self._file.write(_LENGTH.pack(len(sealed)) + sealed)
        self._number += 1

    def finish(self) -> None:
        """Seals the rest and puts the file, whole and on disk, in its place."""
        self._put(bytes(self._held), last=True)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        os.replace(self._partial, self.path)
        folder = os.open(self.path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def read_sealed(path: Path, keys: KeyRing) -> Iterator[bytes]:
    """The plain chunks of a sealed file. Raises `SealError` where it was changed, cut off or is under another name."""
    with path.open("rb") as file:
        number, sealed = 0, _next_chunk(file)
        while sealed is not None:
            following = _next_chunk(file)
            yield keys.open(_PURPOSE, sealed, _row(path.name, number, last=following is None))
            number, sealed = number + 1, following
    if number == 0:
        raise SealError("A sealed file is empty.")


def _next_chunk(file: BinaryIO) -> bytes | None:
    header = file.read(_LENGTH.size)
    if not header:
        return None
    length = _LENGTH.unpack(header)[0] if len(header) == _LENGTH.size else 0
    sealed = file.read(length) if 0 < length <= _LONGEST_SEALED else b""
    if not sealed or len(sealed) != length:
        raise SealError("A sealed file was cut off.")
    return sealed
