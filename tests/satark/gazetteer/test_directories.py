"""Importing and checking directories of places."""

from pathlib import Path

import pytest

from satark.errors import DirectoryError
from satark.gazetteer import Gazetteer, check_directory, import_directory

LGD = """Village Directory,,,
S.No.,Village Code,Village Name (In English),Village Name (In Local),Subdistrict Name,District Name
1,201001,Xandripur,ज़ंद्रीपुर,Kerakat,Jaunpur
2,201002,,खाली,Kerakat,Jaunpur
3,201003,Elsewhere,कहीं,Sadar,Lucknow
"""
OWN = """kind,name,name_hi,district,tehsil,block,pincode,lat,lon,source,licence
village,Zembopur,,ghazipur,Saidpur,,233304,25.6,83.2,hand,none
village,Badpin,,ghazipur,Saidpur,,2333,,,hand,none
village,Badpoint,,ghazipur,Saidpur,,,95,83.2,hand,none
castle,Oddkind,,ghazipur,,,,,,hand,none
"""


def test_an_imported_village_is_read_after_the_next_load(tmp_path: Path) -> None:
    (tmp_path / "lgd.csv").write_text(LGD, encoding="utf-8")
    report = import_directory(tmp_path / "lgd.csv", tmp_path / "home")
    assert (report.added, report.unchanged) == (1, 0)
    assert [rejection.line for rejection in report.rejected] == [4, 5]
    assert "no name" in report.lines()[1]
    assert "Lucknow" in report.lines()[2]
    for text in ("Xandripur gaon me juaa", "ज़ंद्रीपुर गांव में जुआ"):
        place = Gazetteer.load(tmp_path / "home").read(text).place
        assert place is not None
        assert (place.name, place.kind, place.district, place.tehsil) == ("Xandripur", "village", "jaunpur", "Kerakat")


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(OWN, encoding="utf-8")
    first = import_directory(tmp_path / "own.csv", tmp_path)
    stored = (tmp_path / "gazetteer" / "imported.csv").read_bytes()
    second = import_directory(tmp_path / "own.csv", tmp_path)
    assert (first.added, len(first.rejected)) == (1, 3)
    assert (second.added, second.updated, second.unchanged) == (0, 0, 1)
    assert (tmp_path / "gazetteer" / "imported.csv").read_bytes() == stored


def test_a_corrected_row_is_updated_not_doubled(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(OWN, encoding="utf-8")
    import_directory(tmp_path / "own.csv", tmp_path)
    (tmp_path / "own.csv").write_text(OWN.replace("25.6,83.2", "25.7,83.3"), encoding="utf-8")
    report = import_directory(tmp_path / "own.csv", tmp_path)
    assert (report.added, report.updated) == (0, 1)
    places = Gazetteer.load(tmp_path).lookup("Zembopur", kind="village")
    assert [(place.lat, place.lon, place.pincode) for place in places] == [(25.7, 83.3, "233304")]


@pytest.mark.parametrize("content", ["", "a,b,c\n1,2,3\n", "\x00\x01"])
def test_a_file_that_is_no_directory_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "bad.csv").write_text(content, encoding="utf-8")
    with pytest.raises(DirectoryError):
        import_directory(tmp_path / "bad.csv", tmp_path)
    assert not (tmp_path / "gazetteer").exists()


def test_a_check_names_doubles_and_points_in_another_district(tmp_path: Path) -> None:
    rows = OWN + "village,Twice,,jaunpur,Shahganj,,,,,h,n\nvillage,Twice,,jaunpur,Shahganj,,,,,h,n\n"
    rows += "post_office,Misplaced,,jaunpur,,,222001,25.2583,83.2685,h,n\n"
    (tmp_path / "own.csv").write_text(rows, encoding="utf-8")
    report = check_directory(tmp_path / "own.csv")
    assert (len(report.duplicates), len(report.misplaced), len(report.rejected)) == (1, 1, 3)
    assert "Misplaced" in report.misplaced[0]
    assert report.lines()[0].startswith("4 places: 3 rejected, 1 duplicates, 1 points in doubt")


def test_all_police_stations_are_known_in_both_scripts(shipped: Gazetteer) -> None:
    stations = [entry for entry in shipped.entries if entry.kind == "police_station"]
    assert len(stations) == 70
    assert all(entry.name_hi for entry in stations)
    unfound = [s.name for s in stations for name in (s.name, s.name_hi)
               if s.district not in {p.district for p in shipped.lookup(name, kind="police_station")}]  # fmt: skip
    assert unfound == []


def test_the_shipped_places_have_no_doubles_and_no_point_in_another_district(shipped: Gazetteer) -> None:
    report = check_directory(shipped)
    assert report.duplicates == ()
    assert [line for line in report.misplaced if line.startswith(("police_station", "town", "tehsil", "block"))] == []
