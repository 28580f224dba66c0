"""Location pins, by the nearest trusted points."""

import math

import pytest

from satark.gazetteer import Gazetteer
from satark.gazetteer.points import distance_km


@pytest.mark.parametrize(
    ("lat", "lon", "district", "station"),
    [
        (26.0500, 82.6850, "jaunpur", "Shahganj"),
        (25.4190, 83.5570, "ghazipur", "Zamania"),
        (25.2535, 83.3511, "chandauli", "Saiyadraja"),
        (25.3167, 83.0104, "outside", None),
        (26.0736, 83.1859, "outside", None),
        (28.6139, 77.2090, "outside", None),
        (math.nan, 83.0, "outside", None),
    ],
)
def test_a_pin_gets_its_district_and_nearest_station(
    shipped: Gazetteer, lat: float, lon: float, district: str, station: str | None
) -> None:
    place = shipped.nearest(lat, lon)
    assert (place.district, place.police_station) == (district, station)


def test_distance_of_one_degree_of_latitude() -> None:
    assert distance_km(25.0, 83.0, 26.0, 83.0) == pytest.approx(111.195, abs=0.01)
