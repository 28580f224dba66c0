"""Measurements, one file a claim; each prints its figure beside a peer's."""
