"""Where it happened: one place a message, in any spelling and script."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from satark.gazetteer import Gazetteer
from satark.phonetics import sound_key
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
    assert (place.name, place.relation) == ("Mughalsarai", "in front of mandir")
    assert "kali mandir" in place.text


def test_an_unknown_named_landmark_keeps_its_words_beside_the_thana_named(shipped: Gazetteer) -> None:
    place = place_of(shipped, "thana Kerakat ke Xyfodi chauraha par juaa")
    assert place is not None
    assert (place.name, place.district, place.police_station) == ("Kerakat", "jaunpur", "Kerakat")
    assert "Xyfodi chauraha" in place.text


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


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("दुल्लहपुर के उत्तर ओर", "north of"),
        ("Dullahpur ke pachhim taraf", "west of"),
        ("south of Dullahpur", "south of"),
        ("behind the Dullahpur block office", "behind"),
    ],
)
def test_sides_of_the_compass_and_offices_are_relations(shipped: Gazetteer, text: str, relation: str) -> None:
    reading = shipped.read(normalise(text))
    assert reading.place is not None
    assert (reading.place.name, reading.place.relation) == ("Dullahpur", relation)
    assert reading.route is None


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Dullahpur me bank ke samne satta lagta hai", "in front of bank"),
        ("दुल्लहपुर बाजार में होटल के पीछे जुआ होता है", "behind होटल"),
        ("they gamble behind the bank in Dullahpur", "behind bank"),
        ("Dullahpur me bank ka manager ghoos leta hai", None),
    ],
)
def test_what_is_met_everywhere_tells_where_in_a_named_place(
    shipped: Gazetteer, text: str, relation: str | None
) -> None:
    reading = shipped.read(normalise(text))
    assert reading.place is not None
    assert (reading.place.name, reading.place.relation) == ("Dullahpur", relation)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Karanda nahi, Nandganj", "Nandganj"),
        ("Not Badlapur, it is Singramau", "Singramau"),
        ("I wrote Dildarnagar by mistake, it is Dhina", "Dhina"),
        ("galti se Saidpur likh diya, Sadat me hua", "Sadat"),
    ],
)
def test_a_place_taken_back_is_not_the_place(gazetteer: Gazetteer, text: str, name: str) -> None:
    place = place_of(gazetteer, text)
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("text", "name", "quoted"),
    [
        ("Kerakat me loco colony ke pichhe ganja", "Kerakat", "loco colony"),
        ("a girl was harassed at Xyfodi Nursing Home, Jangipur", "Jangipur", "Nursing Home"),
        ("सब्जी मंडी में वसूली होती है। दिलदारनगर।", "Dildarnagar", "सब्जी मंडी"),
    ],
)
def test_an_unlisted_landmark_is_told_by_the_place_that_holds_it(
    gazetteer: Gazetteer, text: str, name: str, quoted: str
) -> None:
    place = place_of(gazetteer, text)
    assert place is not None
    assert (place.name, place.needs_clarification) == (name, False)
    assert quoted in place.text


@pytest.mark.parametrize(
    "text",
    ["बस स्टैंड के पास जुआ", "पुराने कुएं के पास ताश", "behind the brick kiln", "purane thane ke pichhe", "ईंट भट्ठे के पीछे"],
)
def test_a_landmark_of_an_unknown_district_asks(gazetteer: Gazetteer, text: str) -> None:
    place = place_of(gazetteer, text)
    assert place is not None
    assert (place.name, place.kind, place.district, place.needs_clarification) == (None, "landmark", None, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She lives in Saidpur, it happens there", "Saidpur"),
        ("Line Bazar thane me FIR likhane gaya to munshi ne 3000 maange", "Line Bazar"),
        ("I complained at Alinagar police station. Brothel running in Dulhipur", "Dulhipur"),
        ("azamgarh ke mubarakpur me nakli dawa", "Azamgarh"),
        ("nh 19 pe chandauli se 3 km aage dhaba", "Chandauli"),
    ],
)
def test_homes_offices_and_districts_are_places_where_the_words_say_so(
    gazetteer: Gazetteer, text: str, name: str
) -> None:
    place = place_of(gazetteer, text)
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("हसनपुर", "Hasanpur"),
        ("कमालपुर", "Kamalpur"),
        ("नवाबगंज", "Nawabganj"),
        ("चांदपुर", "Chandpur"),
        ("मटसा", "Matsa"),
        ("टांडा कलां", "Tanda Kala"),
        ("दिलदारनगर", "Dildarnagar"),
    ],
)
def test_unspoken_vowels_of_devanagari_are_not_heard(text: str, name: str) -> None:
    assert [sound_key(word) for word in text.split()] == [sound_key(word) for word in name.split()]


@pytest.mark.parametrize("text", ["paid on OLX 5000", "gaadi number UP67 M 0045 thi", "fees for full year in cash"])
def test_acronyms_registrations_and_lookalikes_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.read(text).mentions == ()


def test_a_village_is_held_by_the_town_after_it(imported: Gazetteer) -> None:
    for text in (
        "palhanpur, rampur. ganja bikta hai",
        "Gaon Shahjani, Thana Rampur, Jaunpur",
        "chorouli chakia jangal",
    ):
        place = place_of(imported, text)
        assert place is not None
        assert (place.kind, place.district) in {("village", "jaunpur"), ("village", "chandauli")}


def test_no_misspelt_village_swallows_a_town(imported: Gazetteer) -> None:
    place = place_of(imported, "satta chal rha jaunpur kotwali ke pichhe")
    assert place is not None
    assert place.name == "Kotwali (Jaunpur city)"


def test_a_road_is_told_by_the_town_of_the_range_it_is_named_after(gazetteer: Gazetteer) -> None:
    place = place_of(gazetteer, "करंडा रोड पर ट्रैक्टर रोका")
    assert place is not None
    assert (place.name, place.district, place.text) == ("Karanda", "ghazipur", "करंडा रोड पर")


def test_the_place_of_the_reporters_post_is_a_home(gazetteer: Gazetteer) -> None:
    place = place_of(gazetteer, "बबुरी का [reporter post] हूँ। चकरघट्टा के जंगल में चार लड़के")
    assert place is not None
    assert place.name == "Chakarghatta"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("main delhi me rehta hun, mera ghar Saidpur hai, wahan roz jua hota hai", "Saidpur"),
        ("hum surat me naukri karte hain, chori Muftiganj me hui", "Muftiganj"),
        ("I teach in Azamgarh, two men were beaten in Sikrara", "Sikrara"),
        ("My uncle in Ballia told me that a gang from Dhanapur sells girls", "Dhanapur"),
        ("gang from Dhanapur sells girls", "Dhanapur"),
        ("ladki ko bech diya dilli wale ko", None),
        ("shahganj wali road par loot hui", "Shahganj"),
    ],
)
def test_where_the_teller_or_the_kin_lives_is_not_where_it_happened(
    gazetteer: Gazetteer, text: str, name: str | None
) -> None:
    place = place_of(gazetteer, text)
    assert (place.name if place else None) == name
