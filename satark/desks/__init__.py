"""The desks: one store a district and one for the range; a tip lives at exactly one of them."""

from satark.desks.desk import Desk, new_dispatch_id
from satark.desks.tips import DISPOSITIONS, STATUSES, Dispatch, Officer, Tip, TipEvent, tip_id

__all__ = [
    "DISPOSITIONS",
    "STATUSES",
    "Desk",
    "Dispatch",
    "Officer",
    "Tip",
    "TipEvent",
    "new_dispatch_id",
    "tip_id",
]
