"""What the rules of grammar say of a passage: words they would cut, and whose each number is."""

from __future__ import annotations

from dataclasses import dataclass

from satark.redaction.addresses import address_cuts
from satark.redaction.employment import employment_cuts
from satark.redaction.firms import firm_cuts
from satark.redaction.mask import Cut
from satark.redaction.names import name_cuts
from satark.redaction.owners import Owned, owners
from satark.redaction.passage import Passage


@dataclass(frozen=True)
class Opinion:
    """The cuts of words that the rules propose, and the owner of every identifier by its word index."""

    cuts: tuple[Cut, ...]
    owned: dict[int, Owned]


def opinion(passage: Passage) -> Opinion:
    """What all rules say of `passage`."""
    cuts = name_cuts(passage) + address_cuts(passage) + employment_cuts(passage) + firm_cuts(passage)
    return Opinion(tuple(sorted(cuts, key=lambda cut: (cut.start, -cut.end))), {o.index: o for o in owners(passage)})
