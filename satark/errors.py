"""The one family of errors the domain raises; each boundary maps it once to a sentence for a person."""

from __future__ import annotations


class SatarkError(Exception):
    """Base of everything the domain raises on purpose. Its message is safe to show and to log."""


class SettingsError(SatarkError):
    """`range.yml` or the environment says something that cannot be used."""


class DirectoryError(SatarkError):
    """A gazetteer directory cannot be read at all (single bad rows are reported, not raised)."""


class StoreError(SatarkError):
    """A store cannot be opened or does not hold what was asked for."""


class UnknownDesk(StoreError):
    """No desk of that name is configured."""


class UnknownTip(StoreError):
    """No tip of that id at this desk."""


class UnknownOfficer(StoreError):
    """No officer of that id at this desk."""


class NotAllowed(SatarkError):
    """The step is not possible in the tip's present status."""


class SealError(SatarkError):
    """A key is missing, locked by another passphrase, or does not fit the ciphertext."""
