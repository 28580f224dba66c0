"""Who runs it, who is called what by others, whose a number is by the verb: told plainly, by the rules alone."""

import pytest

from satark.redaction.accused import accused
from satark.redaction.anothers import anothers
from satark.redaction.owners import owners
from tests.satark.redaction.telling import names, passage, words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("gambling den in Dildarnagar. Run by Shaukat Ansari. Entry 1000", "Shaukat Ansari"),
        ("I was beaten by Chatur near the pond", "Chatur"),
        ("Bablu Tiwari. Remember this name. He fired two rounds", "Bablu Tiwari"),
        ("us aadmi ka pura naam Rampyare Gupta hai, baap Kanhaiya", "Kanhaiya"),
        ("Rakesh Bagadiya, flat 5C Ganga Enclave, Mughalsarai, runs hawala", "Rakesh Bagadiya"),
        ("eent bhattha ka naam BBF hai, majdoor bandhak hain", "BBF"),
        ("डिपमा से मुझे जान का खतरा है", "डिपमा"),
        ("मुझे रसुआ ने मारा", "रसुआ"),
        ("us auto wale ka naam Lethano hai", "Lethano"),
        ("naam Ridwa hai uska", "Ridwa"),
        ("do ladke the, mote wale ka naam Shivam hai", "Shivam"),
        ("pili saree wali mehraru, naav Binda, ladki bechti hai", "Binda"),
        ("his name is Mahnaz. They sell liquor", "Mahnaz"),
        ("आरोपी नाकई है, मदद करें", "नाकई"),
    ],
)
def test_whose_name_it_is_not(text, name):
    found = passage(text)
    assert name in words(found, anothers(found))


def test_a_nephew_who_runs_it_is_accused():
    found = passage("My own nephew, Ayush Rai, is running online betting through the app")
    assert words(found, accused(found)) == "Ayush Rai"


@pytest.mark.parametrize(
    "text",
    [
        "mujhe Suresh ne bataya ki jua hota hai",
        "mera naam Ridwa hai, uska bhai chor hai",
        "Ramesh Yadav, Kerakat, chalata hu tempo",
    ],
)
def test_what_looks_alike_is_nobodys_in_particular(text):
    found = passage(text)
    assert not anothers(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LADKI KA BHAI HU, SHRAVAN SETH, MERA NO 9000000017", "SHRAVAN SETH"),
        ("500 rs gram. Akash Nigam this side, final year", "Akash Nigam"),
        ("if they learn that Pratap Asthana told this I am finished", "Pratap Asthana"),
        ("nobody should know that the video is by Hemlata Ojha", "Hemlata Ojha"),
        ("ye msg Dasai ki taraf se hai", "Dasai"),
        ("hamar mehraru ke naav Chirai ha, hamar naav Patru", "Chirai"),
        ("mera aadmi Fauji kehte hai sab", "Fauji"),
        ("meri apni bike hai, naam hai Sabhajit, Bajaj me kaam karta hu", "Sabhajit"),
        ("raju ko pakdein - ek pita, Ramkhelawan", "Ramkhelawan"),
        ("mera beta Pintu galat sangat me pad gaya", "Pintu"),
        (
            "meri Passion ghar ke bahar se chori hui, naam Ashok Maurya, mobile 9000000437, kasba Mariahu",
            "Ashok Maurya",
        ),
        ("Santosh ki taraf se", "Santosh"),
        ("पूजा के साथ दुष्कर्म हुआ", "पूजा"),
    ],
)
def test_who_writes_and_theirs(text, name):
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Suraj ka Mumbai wala number chal raha hai 9000000417", "other"),
        ("Dablu ka phone abhi on hai 9000000418", "other"),
        ("mujhe 3 din se ek number se gandi photo aa rahi hai 9000000419", "other"),
        ("bootlegger no: 9000000420", "other"),
        ("9000000431 se gaali de raha hai koi", "other"),
        ("ye number 9000000432 baar baar call karta hai", "other"),
        ("this number 9000000433 is blackmailing my sister", "other"),
        ("please trace 9000000434", "other"),
        ("please trace my mobile 9000000435", "reporter"),
        ("9000000436 pe mujhe call karo", "reporter"),
        ("UP62 BQ 3917 meri apni bike hai", "reporter"),
        ("हम ई-रिक्शा चलाते हैं, गाड़ी नंबर UP65 ET 3392", "reporter"),
        ("main gadi chalata hu apni, tempo UP65 FT 2019. Ek sawari baithi", "reporter"),
        ("wo bolero chalata hai, gaadi number UP65 ET 3392", "other"),
        ("hum tempo chalate hain, bolero UP65 AT 1234 se daru aati hai", "other"),
    ],
)
def test_whose_number_the_verb_tells(text, owner):
    assert [owned.owner for owned in owners(passage(text))] == [owner]
