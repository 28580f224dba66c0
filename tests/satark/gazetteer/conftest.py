"""The gazetteer as shipped, and with the large directory imported."""

from collections.abc import Callable
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


@pytest.fixture(scope="session")
def importing(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Gazetteer]:
    """The gazetteer with the villages of a table imported."""

    def imported_from(table: str) -> Gazetteer:
        home = tmp_path_factory.mktemp("home")
        rows = home / "villages.csv"
        rows.write_text(table, encoding="utf-8")
        import_directory(rows, str(home))
        return Gazetteer.load(Path(home))

    return imported_from


@pytest.fixture(scope="session", params=["shipped", "imported"])
def gazetteer(request: pytest.FixtureRequest) -> Gazetteer:
    return request.getfixturevalue(request.param)
