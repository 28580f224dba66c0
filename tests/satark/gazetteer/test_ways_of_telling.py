"""The many ways in which people tell where it happened: everyday names, stations, rivers, what a tip is about."""

import pytest

from satark.gazetteer import Gazetteer
from satark.text import normalise


def told(gazetteer: Gazetteer, text: str) -> tuple[str | None, str | None] | None:
    place = gazetteer.read(normalise(text)).place
    return (place.name, place.district) if place else None


@pytest.mark.parametrize(
    ("text", "name", "district"),
    [
        ("katra gaon ka Jhagru chilam pilata hai", "Katra", "jaunpur"),
        ("kundi gaon ka Salim gaay kaat ke bechta hai", "Kundi", "jaunpur"),
        ("अवही गाँव के घाट पर रात में दारू उतरती है", "Avahi", "chandauli"),
        ("कुंडहा गाँव, जल्दी आइए", "Kundaha", "jaunpur"),
        ("हुरहुरी गाँव से बोल रहे हैं, गोली चल रही है, जल्दी किसी को भेजिए", "Hurhuri", "jaunpur"),
        ("केराकत के नरहन गाँव में चोरी हुई", "Narhan", "jaunpur"),
        ("kundi", "Kundi", "jaunpur"),
        ("katra, thana badlapur", "Katra", "jaunpur"),
    ],
)
def test_a_village_called_like_an_everyday_word_is_heard_before_the_word_for_a_village(
    imported: Gazetteer, text: str, name: str, district: str
) -> None:
    assert told(imported, text) == (name, district)


@pytest.mark.parametrize(
    "text",
    [
        "ट्रकों की लंबी कतार में बालू भरी जाती है",
        "चाय की अड़ी पर बैठ के पैसा वसूलता है",
        "log kehte hain dil ka daura par gala dabaya gaya tha",
        "बक्से में तमंचा छिपाकर रखता है",
        "usne takiye ki aad me pudiya rakhi hai, poore gaon me bechta hai",
        "daaru gaon me bikti hai roz",
        "sahab, kal raat mere bhai ko peeta gaya",
        "naam Bhikhari, umar 40, roz raat daru bechta hai",
        "Salman, Makkhan aur Tulsi, kal raat teeno ne gaay kaati",
    ],
)
def test_an_everyday_word_that_nothing_places_is_no_place(imported: Gazetteer, text: str) -> None:
    assert told(imported, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "दुबई भेजने के नाम पर एजेंट ने 90 हजार ठग लिए",
        "सिंगापुर में नौकरी दिलाने के बहाने पैसा ले लिया",
        "The agent promised me a driver's job in Muscat and took 80,000",
        "Oman ka visa dikhakar pachas hajar le gaya",
        "main saudi me hu, mere bhatije ka khata link bhejkar khali kar diya",
        "मलेशिया में काम का लालच देकर फोन पे से पैसे ले लिए",
    ],
)
def test_a_country_of_a_job_or_a_call_is_no_place(gazetteer: Gazetteer, text: str) -> None:
    assert told(gazetteer, text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("चकिया में एक आदमी सऊदी भेजने के नाम पर गरीबों को ठगता है", "Chakia"),
        ("kerakat bazar me office khol ke oman ka visa dene ke naam par thagi ho rahi hai", "Kerakat"),
    ],
)
def test_where_the_promise_is_made_is_the_place(gazetteer: Gazetteer, text: str, name: str) -> None:
    place = gazetteer.read(normalise(text)).place
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("गंगा में नाव डूब गई है, दस आदमी थे, गहमर घाट", "Gahmar"),
        ("ganga me ek aadmi ko dhakka de diya, zamania ghat pe", "Zamania"),
        ("In the Ganga two boats full of sand come every night to Saidpur ghat", "Saidpur"),
        ("gomti nadi me poklen lagakar balu nikal rahi hai", "Gomti"),
    ],
)
def test_a_ghat_tells_where_on_the_river(gazetteer: Gazetteer, text: str, name: str) -> None:
    place = gazetteer.read(normalise(text)).place
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("shahganj isteson ke paas ladke smack bechte hain", "Shahganj Jn"),
        ("गहमर टेसन पर रोज दारू की पेटी उतरती है", "Gahmar"),
        ("धीना रेलवे इस्टेशन के पीछे जुआ", "Dheena"),
        ("दुल्लहपुर स्टेशन पर गांजा उतरता है", "Dullahapur"),
        ("Aurihar station ke bahar chain chheeni gayi", "Aunrihar Jn"),
    ],
)
def test_a_station_asked_for_by_any_word_for_one_is_the_railway_station(
    gazetteer: Gazetteer, text: str, name: str
) -> None:
    place = gazetteer.read(normalise(text)).place
    assert place is not None
    assert place.kind == "railway_station"
    assert place.name is not None
    assert place.name.casefold() == name.casefold()


@pytest.mark.parametrize(
    ("text", "name", "district"),
    [
        ("phir wahi log maar peet kiye, makra, kal raat 9 baje", "Makra", "jaunpur"),
        ("sandha - aaj subah - bike chori", "Sandha", "jaunpur"),
        ("भड़खरी, थाना चंदौली", "Bhadkhari", "chandauli"),
        ("Jakhania wala Sonhara, wahi pe roz jua", "Sonhara", "ghazipur"),
        ("I meant the village Rampur in Saidpur tehsil. You have taken it as Rampur thana", "Rampur", "ghazipur"),
    ],
)
def test_a_bare_name_beside_a_time_or_its_holder_is_a_place(
    imported: Gazetteer, text: str, name: str, district: str
) -> None:
    spans = [
        (text.index(time), text.index(time) + len(time)) for time in ("kal raat 9 baje", "aaj subah") if time in text
    ]
    place = imported.read(normalise(text), time_spans=spans).place
    assert place is not None
    assert (place.name, place.district) == (name, district)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mera ghar Badlapur hai par baat Sakaldiha ki hai", "Sakaldiha"),
        ("ham Gahmar ke hain, mamla Zamania ka hai, bachcha chori", "Zamania"),
        ("My home is Saidpur but this is about Gahmar where liquor is loaded", "Gahmar"),
        ("rehta to Gahmar me hu magar jo dekha wo Chakia me dekha, do bail kate", "Chakia"),
        ("BABURI KI BAAT HAI, GIRLS SCHOOL KE GATE PE LADKE KHADE RAHTE HAIN", "Baburi"),
        ("गाजीपुर शहर में करंडा की बात है, एक औरत को पीटते हैं", "Karanda"),
        ("होटल में लड़कियाँ बाहर से आती हैं। जगह है पड़ाव।", "Padao"),
        ("The constables beat a boy. It happened in Nonhara.", "Nonhara"),
        ("At the gate of P.S. Suhwal the munshi takes money", "Suhwal"),
    ],
)
def test_what_a_tip_is_said_to_be_about_is_the_place(gazetteer: Gazetteer, text: str, name: str) -> None:
    place = gazetteer.read(normalise(text)).place
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    "text",
    [
        "I am cashier at the Union Bank branch in Badlapur. A man called and took 50,000 by OTP",
        "main Badlapur ki bank shakha me cashier hu. mere bhai se otp pucha aur paisa nikal liya",
        "I work as a clerk in the post office at Kerakat. Somebody sent me a link and 12,000 went",
        "मेरे जीजा केराकत में रहते हैं, उन्हें किसी ने फोन पर ठग लिया",
        "मैं चकिया डाकखाने में काम करता हूँ, मेरी बहन को व्हाट्सएप पर गंदे वीडियो भेजता है कोई",
        "To, The SHO, PS Saidpur. Sir, an unknown caller took 40,000 by OTP yesterday.",
    ],
)
def test_where_one_works_or_writes_to_is_no_place_of_a_fraud(gazetteer: Gazetteer, text: str) -> None:
    assert told(gazetteer, text) is None


@pytest.mark.parametrize(
    ("text", "origin", "destination"),
    [
        ("orissa se saidpur me ganja ka bora utarta hai", "Odisha", "Saidpur"),
        ("दो गाय गहमर में काटी गईं। मांस दिलदारनगर पहुँचाया जाएगा", "Gahmar", "Dildarnagar"),
        ("नाव से दारू पार होती है। गहमर घाट। बिहार में बेचेलें", "Gahmar", "Bihar"),
    ],
)
def test_what_is_brought_or_sold_tells_the_ends_of_its_way(
    gazetteer: Gazetteer, text: str, origin: str, destination: str
) -> None:
    route = gazetteer.read(normalise(text)).route
    assert route is not None
    assert (route.origin and route.origin.name, route.destination and route.destination.name) == (origin, destination)


@pytest.mark.parametrize(
    "text",
    [
        "सिकंदर के पास तमंचा है",
        "Abdul ne goli chalai, Kadir par case hai",
        "He bought it from Shabnam for 3000",
        "wo Gulzar se maal leta hai",
        "Odisha ka ganja hai, 5000 kilo bechta hai",
        "मध्य प्रदेश से तमंचे मंगाकर बेचता है",
    ],
)
def test_a_person_called_like_a_village_and_the_source_of_goods_are_no_place(imported: Gazetteer, text: str) -> None:
    assert told(imported, text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sikandara me goli chali", "Sikandara"),
        ("mere mama saidpur me rehte hain, unke padosi ne katta kharida hai", "Saidpur"),
        ("रौजा चौराहा गाजीपुर पर वसूली होती है", "Rauza"),
        ("badlapur ki bank shakha ke bahar ek aadmi card badal leta hai", "Badlapur"),
    ],
)
def test_what_stands_around_a_name_tells_a_place_from_a_person(imported: Gazetteer, text: str, name: str) -> None:
    place = imported.read(normalise(text)).place
    assert place is not None
    assert place.name == name


def test_what_is_done_elsewhere_happens_there(gazetteer: Gazetteer) -> None:
    assert told(gazetteer, "mirzapur ke ek hotel me galat kaam hota hai") == ("Mirzapur", "outside")
    assert told(gazetteer, "My bag was stolen at Lucknow yesterday") == ("Lucknow", "outside")
