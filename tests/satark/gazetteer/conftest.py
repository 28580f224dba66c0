"""The gazetteer as shipped, and with the large directory imported."""

from pathlib import Path

import pytest

from satark.gazetteer import Gazetteer, import_directory

DIRECTORY = Path(__file__).parents[4] / "shared" / "gazetteer" / "places.csv"


@pytest.fixture(scope="session")
def shipped() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    if not DIRECTORY.exists():
        pytest.skip(f"the large directory of places is not here: {DIRECTORY.name}")
    home = tmp_path_factory.mktemp("home")
    report = import_directory(DIRECTORY, home)
    assert report.added > 12_000
    return Gazetteer.load(home)


@pytest.fixture(scope="session", params=["shipped", "imported"])
def gazetteer(request: pytest.FixtureRequest) -> Gazetteer:
    return request.getfixturevalue(request.param)
