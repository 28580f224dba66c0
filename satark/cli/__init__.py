"""The command line: `satark --help`."""

from satark.cli.main import main

__all__ = ["main"]
