"""Places of the teller's own life: the home, the workplace, the office, the letterhead; and when it happens there."""

import pytest

from satark.gazetteer import Gazetteer
from satark.text import normalise


def name_of(gazetteer: Gazetteer, text: str) -> str | None:
    place = gazetteer.read(normalise(text)).place
    return place.name if place else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Khetasarai thane gaya tha chori likhane, diwan ne do hazar rakhwa liye", "Khetasarai"),
        ("Nonhara police station refused my FIR until I paid 1500 to the head constable", "Nonhara"),
        ("बबुरी थाने में तहरीर देने पर दरोगा ने कहा पहले पाँच हजार दो", "Baburi"),
        ("The munshi of Suhwal thana asked me 3000 to write my complaint", "Suhwal"),
        ("Badlapur kotwali me meri tahrir faad di aur bola 10 hazar lao", "Badlapur"),
        ("Sujanganj thane me sikayat ki thi. Pawara me ab bhi daru bikti hai", "Pawara"),
        ("Sujanganj thane me sikayat ki thi, kuch nahi hua", None),
    ],
)
def test_an_office_is_the_place_only_where_its_own_people_take_money(
    gazetteer: Gazetteer, text: str, name: str | None
) -> None:
    assert name_of(gazetteer, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I am a compounder in Dildarnagar, the doctor here sells expired injections", "Dildarnagar"),
        ("main Chahaniya ke ek school me padhata hu, principal paisa lekar nakal karata hai", "Chahaniya"),
        ("हम मुफ्तीगंज में किराए पर रहते हैं, ऊपर वाले कमरे में देह व्यापार होता है", "Muftiganj"),
        ("I stay on rent at Alinagar, in the next flat they keep stolen phones", "Alinagar"),
        ("pati roz marta hai dahej ke liye, hum Mariahu me rehte hai", "Mariahu"),
        ("meri behen ki sasural Sujanganj hai, wahan usko roz maarte hain", "Sujanganj"),
        ("main CHC Sakaldiha me [reporter post] hu, yahan ke doctor 500 leke medical banate hai", "Sakaldiha"),
        ("main PHC Dhanapur me mali hu. Kandwa me ladki ko jalaya gaya", "Kandwa"),
        ("main Shahganj me rehti hu, samne wale ghar me mardo ka aana jana laga rehta hai", "Shahganj"),
        ("bachao, ghar me aag laga di, main Mardah me rehta hu", "Mardah"),
    ],
)
def test_a_home_or_workplace_is_the_place_where_it_happens_there(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert name_of(gazetteer, text) == name


@pytest.mark.parametrize(
    "text",
    [
        "main Kerakat se hu, kisi ne whatsapp par OTP lekar 20000 nikal liye",
        "hum log Badlapur ke hain, OLX par bike ke naam par thagi hui",
        "mera pata: [reporter address], Shahganj. OTP fraud hua hai",
        "मेरा पता [reporter address], मुगलसराय। फोन पर किसी ने लॉटरी का झांसा दिया",
        "mera beta Pune me padhta hai, uske khate se 30000 ud gaye",
        "Labourers from Jharkhand are kept in chains by contractor Ramlal",
        "मुझे बिहार के नंबर से फोन आता है",
    ],
)
def test_a_home_an_address_and_where_people_or_calls_come_from_are_no_place(gazetteer: Gazetteer, text: str) -> None:
    assert name_of(gazetteer, text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("main Lucknow me rehta hu par Khuthan me hamari zameen par kabza ho gaya", "Khuthan"),
        ("main Surat me naukri karta hu, Muftiganj me kal raat chori hui", "Muftiganj"),
        ("mere pati mumbai me hain, yahan Sadat me devar gandi harkat karta hai", "Sadat"),
        ("My aunt in Nandganj lost 9000 to a man at the door", "Nandganj"),
        ("main abhi Jalalpur me khada hu, samne katta dikha ke loot rahe", "Jalalpur"),
        ("Saidpur ka Bhola katta bechta hai", "Saidpur"),
    ],
)
def test_the_event_is_told_apart_from_the_home(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert name_of(gazetteer, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Sir, gambling goes on daily at Marufpur market.\nYours faithfully,\nA citizen, Ward 3, Mughalsarai",
            "Marufpur",
        ),
        ("Sand is lifted at Kandwa.\nThanks & regards,\n[reporter name], Civil Court Chandauli", "Kandwa"),
        ("To the SHO Gahmar. In Bhadaura two boys sell smack", "Bhadaura"),
        ("सेवा में, थानाध्यक्ष महोदय, थाना बलुआ। चहनिया में रोज जुआ होता है।", "Chahaniya"),
        ("[reporter name] Badlapur me roz juaa hota hai", "Badlapur"),
    ],
)
def test_who_a_letter_is_to_and_who_signs_it_is_no_place(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert name_of(gazetteer, text) == name
