"""Keys and sealing: the vault's key ring, and boxes that only a desk's private key opens.

Two kinds of secret. `KeyRing` is for the side that must read its own data again (vault): HMAC-SHA-256 and
AES-256-GCM under a key a purpose, with key ids so that old data stays readable after a rotation.
`seal_to` is for data that the sealing side must not read back (desks): a fresh XChaCha20-Poly1305 key a box,
wrapped for each recipient by an X25519 sealed box (libsodium through PyNaCl). Private keys lie in files protected
by a passphrase (Argon2id, SecretBox).
"""

from __future__ import annotations

import base64
import hmac
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
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


def replace_private(path: Path, content: str) -> None:
    """Puts a file that only its owner may read in the place of another, all of it or nothing."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.new")
    partial.unlink(missing_ok=True)  # of an earlier run that died
    write_private(partial, content)
    os.replace(partial, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def new_key() -> bytes:
    """A fresh key for `seal_under`."""
    return os.urandom(_KEY_BYTES)


def seal_under(key: bytes, content: bytes, row: str) -> bytes:
    """AES-256-GCM under `key`, bound to `row`."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, row.encode())


def open_under(key: bytes, sealed: bytes, row: str) -> bytes:
    """The inverse of `seal_under`. Raises `SealError` when the content was changed or belongs to another row."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], row.encode())
    except (InvalidTag, ValueError) as error:
        raise SealError("A sealed value was changed or stands in the wrong row.") from error


@dataclass
class KeyRing:
    """Symmetric keys by id; `current` seals and names, older ones only open. Each purpose derives its own subkey.

    A ring that was read from a file follows it: after `rotate`, in whatever process, the next thing sealed anywhere is
    under the new key.
    """

    keys: Mapping[str, bytes]
    current: str
    pepper: bytes
    path: Path | None = field(default=None, compare=False)
    _seen: tuple[int, int] = field(default=(0, 0), compare=False)

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
            seen = _state_of(path)
            content = json.loads(path.read_text(encoding="utf-8"))
            keys = {key_id: _unb64(key) for key_id, key in content["keys"].items()}
            ring = cls(keys, content["current"], _unb64(content["pepper"]), path, seen)
        except (OSError, ValueError, KeyError) as error:
            raise SealError(f"The key file {path.name} cannot be read.") from error
        if ring.current not in keys:
            raise SealError(f"The key file {path.name} lacks its current key.")
        return ring

    def _follow(self) -> None:
        """Reads the file again when it is another one; a moment without it (a copy being renewed) changes nothing."""
        if self.path is None:
            return
        try:
            if _state_of(self.path) == self._seen:
                return
            newer = KeyRing.load(self.path)
        except (OSError, SealError):
            return
        self.keys, self.current, self._seen = newer.keys, newer.current, newer._seen

    def _subkey(self, key_id: str, purpose: str) -> bytes:
        return _derived(self.keys[key_id], f"seal:{purpose}")

    def name(self, purpose: str, value: str) -> str:
        """A keyed name for `value` (64 hex digits): HMAC-SHA-256 under the pepper, another key for each purpose."""
        return hmac.digest(_derived(self.pepper, f"name:{purpose}"), value.encode(), "sha256").hex()

    def seal(self, purpose: str, content: bytes, row: str) -> bytes:
        """AES-256-GCM; `row` (the identity of the row that will hold it) is authenticated, so a swap fails to open."""
        self._follow()
        current = self.current
        return current.encode() + b":" + seal_under(self._subkey(current, purpose), content, f"{purpose}:{row}")

    def open(self, purpose: str, sealed: bytes, row: str) -> bytes:
        """Raises `SealError` when the key is unknown, the content was changed, or it belongs to another row."""
        key_id, _, rest = sealed.partition(b":")
        name = key_id.decode("ascii", "replace")
        if name not in self.keys:  # another process may have rotated since
            self._follow()
        if name not in self.keys:
            raise SealError("The key that sealed this is not in the key file.")
        return open_under(self._subkey(name, purpose), rest, f"{purpose}:{row}")

    @classmethod
    def rotate(cls, path: Path) -> KeyRing:
        """Adds a fresh key to the file and makes it the current one; the older keys stay to open what they sealed, and
        the pepper stays, so that people are still recognised. Raises `SealError`."""
        ring = cls.load(path)
        numbers = [int(key_id[1:]) for key_id in ring.keys if key_id[1:].isdigit()]
        current = f"k{max(numbers, default=0) + 1}"
        keys = {**ring.keys, current: new_key()}
        content = {"current": current, "keys": {key_id: _b64(key) for key_id, key in keys.items()}}
        replace_private(path, json.dumps({**content, "pepper": _b64(ring.pepper)}))
        return cls.load(path)


@lru_cache(maxsize=256)
def _derived(key: bytes, purpose: str) -> bytes:
    """A key of its own for each purpose; there are few of them, and they are asked for at every value."""
    return hmac.digest(key, purpose.encode(), "sha256")


def _state_of(path: Path) -> tuple[int, int]:
    """What differs once a file was replaced."""
    found = os.stat(path)
    return found.st_ino, found.st_mtime_ns


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
