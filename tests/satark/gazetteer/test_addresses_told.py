"""Villages told as an address is written, with the thana said elsewhere, and landmarks and stations that a word of
another place sounds nearer to."""

from collections.abc import Callable

import pytest

from satark.gazetteer import Gazetteer
from satark.redaction import towns
from satark.redaction.identifiers import identifiers
from satark.redaction.mask import Cut
from satark.redaction.passage import Passage

VILLAGES = """kind,name,district,tehsil,block
village,Charo,jaunpur,,Maharajganj
village,Bara,ghazipur,Zamania,
village,Phulli,ghazipur,Zamania,
village,Kaili,chandauli,Sakaldiha,Chahaniya
village,Karara,ghazipur,Saidpur,
village,Kundaser,ghazipur,Mohammadabad,
village,Dhananjaipur,jaunpur,Mariahu,Rampur
village,Dhudia,ghazipur,Ghazipur,
village,Bhadi,jaunpur,Shahganj,
village,Bithar,jaunpur,,Dharmapur
village,Kakrapar,jaunpur,,Dobhi
post_office,Degree College,jaunpur,,
gram_panchayat,Meharawan,jaunpur,,
railway_station,MIHRAWAN,jaunpur,,
"""


@pytest.fixture(scope="module")
def imported(importing: Callable[[str], Gazetteer]) -> Gazetteer:
    return importing(VILLAGES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("pokhara me jahar dal dihlas, sab machhari mar gail, kaili chahaniya. shak Ramashray par ba", "Kaili"),
        ("ham jhooth na bolab. karara saidpur tahsil ha", "Karara"),
        ("sasur roj maarat hai. kundaser mohmdabad ghazipur", "Kundaser"),
        ("dhananjaipur ke taal ke us paar kuch log afeem boye hain. thana rampur jaunpur", "Dhananjaipur"),
        ("भादी गांव शाहगंज में नहर की पुलिया पर बछिया का कटा सिर मिला", "Bhadi"),
        ("dharmapur block ke bithar gaon me bagaicha ke kinare drum me lahan sad raha hai", "Bithar"),
        ("kal 40 sim le gaye. dobhi block kakrapar. mera naam mat dijiye", "Kakrapar"),
        ("ek ladka roz Machlisahar degree college ke gate pe ladki ka peecha karta hai", "Machhlishahr"),
        ("A man comes to Wajitpur Tiraha every Monday and takes money", "Wajidpur Tiraha"),
        ("mehrawan tesan par ek aurat bachche ko le ja rahi thi", "Mihrawan"),
    ],
)
def test_the_narrow_place(imported: Gazetteer, text: str, name: str) -> None:
    place = imported.read(text).place
    assert place is not None and place.name == name


@pytest.mark.parametrize(
    "text",
    [
        "saidpur me karara namkeen wale ne maara",  # crisp
        "kaili shikayat, chahaniya thane par",  # was made
        "साहब दौड़िए, करंडा बाजार में अभी गोली चल रही है",  # come running
    ],
)
def test_everyday_words_are_no_villages(imported: Gazetteer, text: str) -> None:
    place = imported.read(text).place
    assert place is not None and place.name not in ("Karara", "Kaili", "Dhudia")


def test_a_filling_station_is_none_of_the_railway(imported: Gazetteer) -> None:
    place = imported.read("Sharma Filling Station pe raat ko diesel becha jaata hai").place
    assert place is None or place.kind != "railway_station"


@pytest.mark.parametrize(
    ("text", "cut", "left"),
    [
        ("dharm parivartan hota hai, manihari block me", "manihari block", []),
        ("main Manihari block colony makan 4 me rehta hu", "Manihari block colony makan 4", ["block colony makan 4"]),
    ],
)
def test_the_word_of_a_towns_kind_is_nobodys_home(text: str, cut: str, left: list[str]) -> None:
    start = text.index(cut)
    passage = Passage(text, identifiers(text))
    pieces = towns.around_towns(passage, Cut(start, start + len(cut), "[reporter address]"))
    assert [text[piece.start : piece.end] for piece in pieces] == left


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("roz raat me kiwad pitta hai. gaon charo, block maharajganj jaunpur. mera number yahi", "Charo"),
        ("गांव बारा, थाना गहमर में जुआ होता है", "Bara"),
        ("hamare gaon bahut log daru pite hain, thana gahmar", "Gahmar"),
        ("was taken from Sewrai market on Sunday. Lady's name is Munni Devi from Buxar side.", "Sewrai"),
        ("shop in Shahganj. Three boys Chandan, Phulli and one Nepali sell stolen iron there", "Shahganj"),
    ],
)
def test_the_village_that_is_meant(imported: Gazetteer, text: str, name: str) -> None:
    place = imported.read(text).place
    assert place is not None and place.name == name


def test_what_is_dug_from_a_river() -> None:
    place = Gazetteer.load().read("karmnasa nadi se balu nikal ke bechte hain, chandauli jila me").place
    assert place is not None and place.name == "Karmanasa"


def test_a_kiln_is_no_complaint() -> None:
    place = Gazetteer.load().read("kerakat block me bhatthe par 11 majdoor bandhak hain").place
    assert place is not None and (place.name, place.kind) == ("Kerakat", "block")
