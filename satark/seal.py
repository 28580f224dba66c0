"""Keys and sealing: the vault's key ring, and boxes that only a desk's private key opens.

Two kinds of secret. `KeyRing` is for the side that must read its own data again (vault): HMAC-SHA-256 and
AES-256-GCM under a key a purpose, with key ids so that old data stays readable after a rotation.
`seal_to` is for data that the sealing side must not read back (desks): a fresh XChaCha20-Poly1305 key a box,
wrapped for each recipient by an X25519 sealed box (libsodium through PyNaCl). Private keys lie in files protected
by a passphrase (Argon2id, SecretBox).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import nacl.bindings
import nacl.exceptions
import nacl.pwhash
import nacl.secret
import nacl.utils
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from nacl.public import PrivateKey, PublicKey, SealedBox

from satark.errors import SealError

_KEY_BYTES = 32
_NONCE_BYTES = 12  # AES-GCM, NIST SP 800-38D
_BOX_VERSION = 1


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _unb64(text: str) -> bytes:
    return base64.b64decode(text.encode("ascii"), validate=True)


def write_private(path: Path, content: str) -> None:
    """Writes a file that only its owner may read (0600, folder 0700), all of it or nothing; never over another.

    Raises `FileExistsError`.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.link(partial, path)
    finally:
        partial.unlink()


@dataclass(frozen=True)
class KeyRing:
    """Symmetric keys by id; `current` seals and names, older ones only open. Each purpose derives its own subkey."""

    keys: Mapping[str, bytes]
    current: str
    pepper: bytes

    @classmethod
    def load_or_create(cls, path: Path) -> KeyRing:
        """Opens the key file, or makes one with fresh random keys. Raises `SealError` when it cannot be read."""
        if not path.exists():
            first = {"current": "k1", "keys": {"k1": _b64(os.urandom(_KEY_BYTES))}, "pepper": _b64(os.urandom(32))}
            try:
                write_private(path, json.dumps(first))
            except FileExistsError:  # another process was first: its keys are the ones
                return cls.load(path)
        return cls.load(path)

    @classmethod
    def load(cls, path: Path) -> KeyRing:
        """Opens an existing key file. Raises `SealError`."""
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            keys = {key_id: _unb64(key) for key_id, key in content["keys"].items()}
            ring = cls(keys, content["current"], _unb64(content["pepper"]))
        except (OSError, ValueError, KeyError) as error:
            raise SealError(f"The key file {path.name} cannot be read.") from error
        if ring.current not in keys:
            raise SealError(f"The key file {path.name} lacks its current key.")
        return ring

    def _subkey(self, key_id: str, purpose: str) -> bytes:
        return hmac.new(self.keys[key_id], b"seal:" + purpose.encode(), hashlib.sha256).digest()

    def name(self, purpose: str, value: str) -> str:
        """A keyed name for `value` (64 hex digits): HMAC-SHA-256 under the pepper, another key for each purpose."""
        subkey = hmac.new(self.pepper, b"name:" + purpose.encode(), hashlib.sha256).digest()
        return hmac.new(subkey, value.encode(), hashlib.sha256).hexdigest()

    def seal(self, purpose: str, content: bytes, row: str) -> bytes:
        """AES-256-GCM; `row` (the identity of the row that will hold it) is authenticated, so a swap fails to open."""
        nonce = os.urandom(_NONCE_BYTES)
        sealed = AESGCM(self._subkey(self.current, purpose)).encrypt(nonce, content, f"{purpose}:{row}".encode())
        return self.current.encode() + b":" + nonce + sealed

    def open(self, purpose: str, sealed: bytes, row: str) -> bytes:
        """Raises `SealError` when the key is unknown, the content was changed, or it belongs to another row."""
        key_id, _, rest = sealed.partition(b":")
        if key_id.decode("ascii", "replace") not in self.keys:
            raise SealError("The key that sealed this is not in the key file.")
        key = self._subkey(key_id.decode(), purpose)
        try:
            return AESGCM(key).decrypt(rest[:_NONCE_BYTES], rest[_NONCE_BYTES:], f"{purpose}:{row}".encode())
        except InvalidTag as error:
            raise SealError("A sealed value was changed or stands in the wrong row.") from error


@dataclass(frozen=True)
class Recipient:
    """Somebody a box can be sealed to."""

    name: str
    public_key: bytes

    @classmethod
    def load(cls, folder: Path, name: str) -> Recipient:
        """Reads `<folder>/<name>.pub`. Raises `SealError` with what to do when it is missing."""
        try:
            return cls(name, _unb64((folder / f"{name}.pub").read_text(encoding="ascii").strip()))
        except (OSError, ValueError) as error:
            raise SealError(
                f"There is no public key for {name}: make it with `satark admin keys new {name}`."
            ) from error


@dataclass(frozen=True)
class PrivateBox:
    """A recipient's private key, unlocked."""

    name: str
    key: PrivateKey

    @classmethod
    def unlock(cls, folder: Path, name: str, passphrase: str) -> PrivateBox:
        """Opens `<folder>/<name>.key` with its passphrase. Raises `SealError`."""
        try:
            locked = json.loads((folder / f"{name}.key").read_text(encoding="ascii"))
            secret = nacl.secret.SecretBox(_stretch(passphrase, _unb64(locked["salt"]))).decrypt(_unb64(locked["box"]))
        except (OSError, ValueError, KeyError) as error:
            raise SealError(f"The private key of {name} cannot be read.") from error
        except nacl.exceptions.CryptoError as error:
            raise SealError(f"The passphrase does not open the private key of {name}.") from error
        return cls(name, PrivateKey(secret))

    def open(self, sealed: bytes, context: str) -> bytes:
        """Opens a box of `seal_to` that names this recipient; `context` must be the one it was sealed with.

        Raises `SealError`.
        """
        try:
            box = json.loads(sealed)
            content_key = SealedBox(self.key).decrypt(_unb64(box["to"][self.name]))
            return nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
                _unb64(box["box"]), context.encode(), _unb64(box["nonce"]), content_key
            )
        except (ValueError, KeyError, nacl.exceptions.CryptoError) as error:
            raise SealError(f"This box was not sealed to {self.name}, was changed, or belongs elsewhere.") from error


def _stretch(passphrase: str, salt: bytes) -> bytes:
    return nacl.pwhash.argon2id.kdf(
        nacl.secret.SecretBox.KEY_SIZE,
        passphrase.encode(),
        salt,
        opslimit=nacl.pwhash.argon2id.OPSLIMIT_INTERACTIVE,
        memlimit=nacl.pwhash.argon2id.MEMLIMIT_INTERACTIVE,
    )


def new_key_pair(folder: Path, name: str, passphrase: str) -> Recipient:
    """Makes `<name>.key` (locked by the passphrase) and `<name>.pub`. Raises `SealError` when the name has keys."""
    if (folder / f"{name}.key").exists():
        raise SealError(f"{name} has a key already; move it away first if it must be replaced.")
    secret = PrivateKey.generate()
    salt = nacl.utils.random(nacl.pwhash.argon2id.SALTBYTES)
    locked = nacl.secret.SecretBox(_stretch(passphrase, salt)).encrypt(bytes(secret))
    write_private(folder / f"{name}.key", json.dumps({"salt": _b64(salt), "box": _b64(bytes(locked))}))
    (folder / f"{name}.pub").write_text(_b64(bytes(secret.public_key)) + "\n", encoding="ascii")
    return Recipient(name, bytes(secret.public_key))


def seal_to(recipients: Sequence[Recipient], content: bytes, context: str) -> bytes:
    """A box (JSON bytes) that any one of `recipients` opens and nobody else, the sealing side included.

    `context` (where the box belongs, such as the tip's id) is authenticated.
    """
    key = nacl.utils.random(nacl.bindings.crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
    nonce = nacl.utils.random(nacl.bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
    box = nacl.bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(content, context.encode(), nonce, key)
    wrapped = {who.name: _b64(SealedBox(PublicKey(who.public_key)).encrypt(key)) for who in recipients}
    return json.dumps({"v": _BOX_VERSION, "to": wrapped, "nonce": _b64(nonce), "box": _b64(box)}).encode()
