"""Evidence: pictures, recordings and papers made anew from what they show, nothing left of where they came from."""

from satark.evidence.cleaned import Cleaned, Facts, Refused
from satark.evidence.rooms import clean_apart
from satark.evidence.types import KINDS_OF_TYPE

__all__ = ["KINDS_OF_TYPE", "Cleaned", "Facts", "Refused", "clean_apart"]
