"""Places of the range: what they are called, how people write them, and which one a message means."""

from satark.gazetteer.checking import CheckReport, check_directory
from satark.gazetteer.gazetteer import Gazetteer
from satark.gazetteer.importing import ImportReport, import_directory
from satark.gazetteer.incident import Mention, PlaceReading

__all__ = ["CheckReport", "Gazetteer", "ImportReport", "Mention", "PlaceReading", "check_directory", "import_directory"]
