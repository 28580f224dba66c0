"""A whole file in a box: as `satark.seal.seal_to`, without the third that text coding would add to large files.

Layout: length of the wrapped key (four bytes, big-endian), the key in a box of `seal_to`, nonce, XChaCha20-Poly1305.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

import nacl.bindings as sodium
import nacl.exceptions
import nacl.utils

from satark.errors import SealError
from satark.seal import PrivateBox, Recipient, seal_to

_LENGTH = struct.Struct(">I")
_KEY_BYTES = sodium.crypto_aead_xchacha20poly1305_ietf_KEYBYTES
_NONCE_BYTES = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES


def context_of(tip_id: str, evidence_id: str, part: str) -> str:
    """Where a box of a piece of evidence belongs: the tip, the piece, and which part of it."""
    return f"{tip_id}:{evidence_id}:{part}"


def seal_file(recipients: Sequence[Recipient], content: bytes, context: str) -> bytes:
    """A box that any one of `recipients` opens and nobody else; `context` is authenticated."""
    key, nonce = nacl.utils.random(_KEY_BYTES), nacl.utils.random(_NONCE_BYTES)
    wrapped = seal_to(recipients, key, context)
    box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(content, context.encode(), nonce, key)
    return _LENGTH.pack(len(wrapped)) + wrapped + nonce + box


def open_file(box: PrivateBox, sealed: bytes, context: str) -> bytes:
    """The content of a box of `seal_file`. Raises `SealError`."""
    try:
        start = _LENGTH.size + _LENGTH.unpack_from(sealed)[0]
        key = box.open(sealed[_LENGTH.size : start], context)
        nonce, content = sealed[start : start + _NONCE_BYTES], sealed[start + _NONCE_BYTES :]
        opened: bytes = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(content, context.encode(), nonce, key)
    except (struct.error, nacl.exceptions.CryptoError) as error:
        raise SealError(f"This file was not sealed to {box.name}, was changed, or belongs elsewhere.") from error
    return opened
