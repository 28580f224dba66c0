"""When it happened, happens or will happen: the grammar of time and tense (design/understanding, section 4)."""

from satark.when.reading import TimeReading
from satark.when.reading import read as read_time

__all__ = ["TimeReading", "read_time"]
