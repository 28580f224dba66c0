"""Prints the state of the vault's queues: `python -m channels.admin`, behind `satark admin inbox`."""

from __future__ import annotations

import sys

from channels.deliveries import Deliveries
from channels.queues import open_inbox, open_outbox
from channels.vault import Vault
from satark.errors import SatarkError
from satark.settings import Settings


def main() -> int:
    """One line a queue: how many items by status."""
    try:
        settings = Settings.load()
        vault = Vault.open(settings)
        queues = {
            "inbox": open_inbox(vault, settings.limits).counts(),
            "outbox": open_outbox(vault, settings.limits).counts(),
            "deliveries": Deliveries(vault, settings.limits).counts(),
        }
    except SatarkError as error:
        print(error, file=sys.stderr)
        return 1
    for name, counts in queues.items():
        told = ", ".join(f"{status} {count}" for status, count in sorted(counts.items())) or "empty"
        print(f"{name:<11} {told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
