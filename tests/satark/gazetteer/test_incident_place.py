"""Where it happened: one place a message, in any spelling and script."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from satark.gazetteer import Gazetteer
from satark.text import normalise


def place_of(gazetteer: Gazetteer, text: str, context: tuple[str, ...] = ()):
    return gazetteer.read(normalise(text), context).place


@pytest.mark.parametrize(
    ("text", "name", "district"),
    [
        ("शाहगंज के पास दारू बिक रही है", "Shahganj", "jaunpur"),
        ("shahgunj me sharab", "Shahganj", "jaunpur"),
        ("SAHGANJ BAJAR ME JUA", "Shahganj", "jaunpur"),
        ("machli shahar me juaa", "Machhlishahr", "jaunpur"),
        ("मड़ियाहूं में", "Mariahu", "jaunpur"),
        ("madiyahun me loot", "Mariahu", "jaunpur"),
        ("मुगलसराय में चोरी", "Mughalsarai", "chandauli"),
        ("PDDU nagar me chori", "Mughalsarai", "chandauli"),
        ("deen dayal nagar me", "Mughalsarai", "chandauli"),
        ("jamania me balu khanan", "Zamania", "ghazipur"),
        ("ज़मानियां में", "Zamania", "ghazipur"),
        ("syedraja me truck", "Saiyadraja", "chandauli"),
        ("Jonpur me", "Jaunpur", "jaunpur"),
        ("kirakat thana", "Kerakat", "jaunpur"),
        ("बलुआ घाट पर बालू", "Balua Ghat", "chandauli"),
        ("NH 19 par ganja pakda gaya", "NH 19", "chandauli"),
        ("jaunpur ke Olandganj me taash", "Olandganj", "jaunpur"),
        ("gajipur ke nonhara thana chhetra me hatya", "Nonhara", "ghazipur"),
        ("बनारस में चोरी हुई", "Varanasi", "outside"),
        ("222001 me chori", "222001", "jaunpur"),
    ],
)
def test_a_name_is_found_in_any_spelling_and_script(gazetteer: Gazetteer, text: str, name: str, district: str) -> None:
    place = place_of(gazetteer, text)
    assert place is not None
    assert (place.name, place.district) == (name, district)
    assert place.text in normalise(text)
    assert 0.4 < place.confidence <= 1


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Shahganj ke paas", "near"),
        ("शाहगंज के पास", "near"),
        ("Shahganj ke lage daru bikat ba", "near"),
        ("near Shahganj", "near"),
        ("Shahganj ke peeche", "behind"),
        ("Shahganj thane ke saamne", "in front of"),
        ("opposite Shahganj police station", "in front of"),
        ("शाहगंज के बगल में", "next to"),
        ("Shahganj pul ke niche", "under"),
        ("Shahganj se aage dhaba hai", "beyond"),
        ("Shahganj se 2 km pehle", "2 km before"),
        ("शाहगंज से दो किलोमीटर पहले", "2 km before"),
        ("2 km before Shahganj", "2 km before"),
        ("Shahganj ke bahar", "outside"),
        ("Shahganj me", None),
    ],
)
def test_words_of_relation_become_english(shipped: Gazetteer, text: str, relation: str | None) -> None:
    place = place_of(shipped, text)
    assert place is not None
    assert (place.name, place.relation) == ("Shahganj", relation)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Jaunpur me", "Jaunpur", "district"),
        ("Sakaldiha station par mobile cheena", "Sakaldiha", "railway_station"),
        ("शाहगंज रेलवे स्टेशन के पीछे", "Shahganj Jn", "railway_station"),
        ("Rampur thana", "Rampur", "police_station"),
        ("Karanda block me", "Karanda", "block"),
        ("Saidpur tehsil me ghoos", "Saidpur", "tehsil"),
        ("Gomti nadi kinare", "Gomti", "river"),
    ],
)
def test_words_of_kind_choose_among_kinds(shipped: Gazetteer, text: str, name: str, kind: str) -> None:
    place = place_of(shipped, text)
    assert place is not None
    assert (place.name, place.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jaunpur jile ke Kerakat me juaa", "Kerakat"),
        ("Badlapur tehsil ke Singramau me", "Singramau"),
        ("ganga kinare zamania me balu", "Zamania"),
        ("thana Karanda me, jila Ghazipur", "Karanda"),
        ("main Kerakat ka rehne wala hu, Chandwak me juaa hota hai", "Chandwak"),
        ("Ghazipur ke Raju ne Saidpur me chori ki", "Saidpur"),
        ("mera ghar Kerakat hai par ghatna Dobhi me hui", "Dobhi"),
        ("badlapur thane ke daroga har truck se paisa lete hai", "Badlapur"),
    ],
)
def test_the_narrowest_place_of_the_event_wins(shipped: Gazetteer, text: str, name: str) -> None:
    place = place_of(shipped, text)
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Rampur ka rehne wala Raju ganja bechta hai",
        "Raju resident of Saidpur sells ganja",
        "SP office Jaunpur ko bataya tha kuch nahi hua",
        "Alinagar thana me shikayat di thi",
        "Suresh aur Ram Singh ne marpeet ki",
        "hamare gaon me daru bikti hai",
        "mere ghar ke samne chori hui",
        "raat me aana bhai",
        "[reporter address] me chori hui",
        "",
    ],
)
def test_homes_offices_persons_and_relative_phrases_are_no_incident_place(shipped: Gazetteer, text: str) -> None:
    assert place_of(shipped, text) is None


@pytest.mark.parametrize(
    ("text", "quoted", "relation"),
    [
        ("shiv mandir ke peeche daru bikti hai", "shiv mandir ke peeche", "behind"),
        ("pul ke niche ganja", "pul ke niche", "under"),
        ("primary school ke paas", "primary school ke paas", "near"),
        ("पोखरा पर जुआ होत बा", "पोखरा पर", "at"),
    ],
)
def test_a_landmark_without_an_entry_keeps_its_words(shipped: Gazetteer, text: str, quoted: str, relation: str) -> None:
    place = place_of(shipped, text)
    assert place is not None
    assert (place.text, place.name, place.kind, place.relation) == (quoted, None, "landmark", relation)


def test_a_plain_landmark_beside_a_named_place_keeps_the_name(shipped: Gazetteer) -> None:
    place = place_of(shipped, "PDDU nagar me kali mandir ke samne")
    assert place is not None
    assert (place.name, place.relation) == ("Mughalsarai", "in front of")
    assert "kali mandir" in place.text


def test_an_unknown_named_landmark_takes_its_district_from_the_message(shipped: Gazetteer) -> None:
    place = place_of(shipped, "thana Kerakat ke Xyfodi chauraha par juaa")
    assert place is not None
    assert (place.name, place.kind, place.district, place.police_station) == (None, "landmark", "jaunpur", "Kerakat")


def test_a_place_within_another_district_is_outside(gazetteer: Gazetteer) -> None:
    place = place_of(gazetteer, "Varanasi ke Ramnagar me juaa")
    assert place is not None
    assert place.district == "outside"


def test_words_understood_as_time_are_no_place(imported: Gazetteer) -> None:
    text = "Mangari me chori"
    assert imported.read(text).place is not None
    assert imported.read(text, time_spans=[(0, 7)]).place is None


def test_mentions_quote_the_text_at_their_offsets(gazetteer: Gazetteer) -> None:
    text = normalise("Shahganj ke paas se gaay bhar ke Azamgarh ki taraf le gaye")
    reading = gazetteer.read(text)
    assert [text[mention.start : mention.end] for mention in reading.mentions] == [m.text for m in reading.mentions]
    assert {mention.role for mention in reading.mentions} == {"in", "destination"}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_no_text_raises(shipped: Gazetteer, text: str) -> None:
    reading = shipped.read(normalise(text), context=[text[:20]])
    assert reading.place is None or 0 <= reading.place.confidence <= 1
