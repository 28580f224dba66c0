"""What is told in passing of the reporter goes; what is told in passing of those accused stays."""

from __future__ import annotations

import pytest

from satark.redaction import redact
from satark.redaction.grammar import opinion
from satark.redaction.passage import Passage
from satark.redaction.seen import around_each

AT_THE_END = [
    ("meri cycle kal haat se gayab hui. Devki Nandan Ojha", ["Devki", "Ojha"]),
    ("मुझे डर लगता है, जल्दी कुछ कीजिए, सुगंधा", ["सुगंधा"]),
    ("I saw two men cut the lock of the temple box. Brijesh Tripathi.", ["Brijesh", "Tripathi"]),
    ("mera doosra number 9000012345 hai, naam Lakhan Pal", ["Lakhan", "Pal"]),
    ("Chandu kehte hai mujhe sab", ["Chandu"]),
    ("मेरा घर नहर के पास है, कोई मदद करे। रामसूरत पाल", ["रामसूरत"]),
]
KIN = [
    ("mere mausa ko thane me baithaya hai, unka naam Ramakant Dubey hai", ["Ramakant"]),
    ("पिताजी फौज से रिटायर हैं, श्री बैजनाथ राय। उनसे ठगी हुई", ["बैजनाथ"]),
    ("our classmate Tanuja was dragged into a car", ["Tanuja"]),
    ("मेरी छात्रा निधि ने मुझे बताया", ["निधि"]),
    ("My brother Rakesh knows. They sell ganja there", ["Rakesh"]),
    ("mera beta Rohit jaanta hai. Ye log ganja bechte hain", ["Rohit"]),
    ("mere bhai ko bhi thag liya gaya 900 me, bhai ka naam mukesh hai", ["mukesh"]),
    ("मेरी नानी के कान से बाली नोच ली, नानी का नाम फुलेसरी देवी है", ["फुलेसरी"]),
    ("hamar bhatiji kalej jaleli naam sangita ha, raste me rokat ba", ["sangita"]),
    ("mera beta teen din se nahi mila uska naam sahil hai", ["sahil"]),
    ("my sister was walking home when a boy pulled her bag and she fell. her name is anita devi", ["anita"]),
    ("they have beaten my father with sticks, he cannot stand, his name is mahesh", ["mahesh"]),
    ("the master locked a girl in the store room, she is pinki, class 8, and touched her", ["pinki"]),
    ("Raju jo mere jija lagte hai unko peeta gaya", ["Raju"]),
]
NUMBERS = [
    ("contact: Getirkij Jemuntol +91 90000 12345", ["90000 12345"]),
    ("कल चोरी हुई\ncontact: Ramu Kaka 90000 12345", ["90000 12345"]),
    ("I messaged 112 from 9000012345 but nobody came", ["9000012345"]),
    ("please block 9000012345, my phone was stolen at the fair", ["9000012345"]),
    ("maine 9000012345 se thane par call kiya tha", ["9000012345"]),
    ("send reward on phonepe number 9000012345", ["9000012345"]),
    ("aadhaar 4321 8765 2109 le gaye", ["4321 8765 2109"]),
    ("mobile " + "aloo, " * 3000 + "98765 43210", ["98765 43210"]),
]
OTHERS = [
    ("mere bhai ko ek ladke ne mara, uska naam guddu hai", "guddu"),
    ("my brother was hit by a man near the pond, his name is pintu", "pintu"),
    ("chor ka naam bhola hai, baap ka naam jagdish", "jagdish"),
    ("meri bahan ko jo dhamkata hai uska naam suresh hai", "suresh"),
    ("my mother was pushed by a woman, her name is kamla", "kamla"),
]
WORK = [
    ("main usi gaushala me chara dalne ka kaam karta hu, roz gaay kam hoti hai", ["usi gaushala me chara"]),
    ("मैं वहीं बोरा ढोता हूँ", ["वहीं बोरा ढोता"]),
    ("I wash dishes at that very hotel", ["wash dishes at that very hotel"]),
    ("I was a compounder there", ["compounder there"]),
    ("mai uska purana driver hu", ["uska purana driver"]),
]
HOME = [
    ("hamari dukan ke theek samne Kerakat me patta khela jata hai", ["hamari dukan ke theek samne"]),
    ("they burn tyres behind our house in Saidpur", ["behind our house"]),
    ("मेरे मकान के बगल में भट्ठी है", ["मेरे मकान के बगल"]),
]
STAYS = [
    "I got a call from 9000012345 about the bank",
    "please trace 9000012345, he threatens us",
    "apne ko CBI ka Mathur bolta hai",
    "he rang from 9000012345 and said he is Officer Mathur of the bank",
    "Manager is one Tinku Sahu, 9000012345, he sends the girls",
    "फिर 9000012345 से कोई विजय राणा बोला कि टैक्स भरो",
    "number 9000012345 aur 9000012346 se dhamki aati hai",
    "is UPI par paise bhej diye: lenden.77@okbiz",
    "hamar mard Ramjit roz daru pike hamke marela",
    "meri nanad Sunaina aur uska dewar mujhe satate hai, roz maarte hai",
    "a man caught my hand at Wajidpur Tiraha",
    "parchi likhne wala Sattan Kewat hai",
]


@pytest.mark.parametrize(("message", "gone"), AT_THE_END + KIN + WORK + HOME + NUMBERS)
def test_what_is_told_in_passing_is_gone(message: str, gone: list[str]) -> None:
    text = redact(message).text
    assert [words for words in gone if words in text] == []


@pytest.mark.parametrize("message", STAYS)
def test_those_who_call_take_money_or_beat_are_kept_whole(message: str) -> None:
    assert redact(message).text == message


@pytest.mark.parametrize(("message", "name"), OTHERS)
def test_the_name_of_another_is_not_taken_for_kin_spoken_of_before(message: str, name: str) -> None:
    assert name in redact(message).text


@pytest.mark.parametrize("town", ["Kerakat", "Saidpur"])
def test_the_town_stays_where_the_reporters_house_goes(town: str) -> None:
    assert town in redact(f"mere ghar ke samne {town} me jua hota hai").text


def test_an_apostrophe_belongs_to_the_name() -> None:
    assert "Souza" not in redact("it was I, Martin D'Souza of the parish school, who wrote").text


def test_the_tagger_sees_who_is_spoken_of_beyond_the_next_words() -> None:
    passage = Passage("mera bhai kal shaam ko bazar gaya. Raju ne usko mara")
    rows = [[name for names in row for name in names] for row in around_each(passage, opinion(passage))]
    assert "s=first" in rows[0] and "s=last" in rows[-1]
    assert any(feature.startswith("S=m") for feature in rows[3])
    assert "S<=mk" in rows[-1]
    assert "<me2" in rows[3] and "<kin1" in rows[3] and not any(name[1:].startswith("me") for name in rows[-1])
