"""What Bhojpuri tells is to come, is asked for at once, goes on now; what is feared of being found out; contracts."""

import datetime as dt

import pytest

from satark.reading import KOLKATA
from satark.when import read_time
from tests.satark.when.telling import habit, window

TUESDAY_TEN = dt.datetime(2026, 1, 13, 10, 0, tzinfo=KOLKATA)


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("nadi se balu ladat hauwan abahin", "ongoing"),
        ("बजार में अबहिन लाठी चलत बा, एक जने के सिर फट गइल", "ongoing"),
        ("jaldi aava hamar marad kewadi tod ta hamke maar dihe abhi", "ongoing"),
        ("kal raat bhandar loot ke le gailen, ham pujari likhat hai", "happened"),
        ("Birju kahat rahal ki pradhan ke nipta deb, supari mil gail ba", "planned"),
        ("beti ke bech dei, sanichar ke bidai ba", "planned"),
        ("Raju katta lekar ghoom raha hai, do kartoos bhi dikhaya", "ongoing"),
        ("Raju ne goli mari, ab khule aam ghoom raha hai", "happened"),
        ("teen laika bank mitra ke lute ke baat karat rahlan", "planned"),
        ("My cousin has taken supari of 2 lakh to kill one contractor", "planned"),
        ("bike churane wala gang hai yahan, naukri chali jayegi agar mera naam nikla to", "ongoing"),
        ("mujhe pata chala hai ki kal raat pickup se gaay jayegi to pakad lijiye", "planned"),
        ("Raju naam ka ladka aaj raat 11 baje katta lekar aayega to pakad lo", "planned"),
        ("juaa hota hai roz, pata chala to mujhe maar denge", "recurring"),
        ("nahi manoge to kya karu, godam me daru ki 40 peti rakhi hai", "ongoing"),
    ],
)
def test_tense(text: str, tense: str) -> None:
    assert read_time(text, TUESDAY_TEN).tense == tense


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Birju kahat rahal ki ehi sukkar ke pradhan ke nipta deb", "01-16 00:00", "01-17 00:00 day"),
        ("beti ke bech diha, sanichar ke bidai kar dei jabardasti", "01-17 00:00", "01-18 00:00 day"),
        ("aaj raat 9 baje bank mitra ke lute ke baat karat rahlan", "01-13 21:00", "01-13 22:00 hour"),
    ],
)
def test_when_it_is_to_be(text: str, start: str, end: str) -> None:
    assert window(text, TUESDAY_TEN) == f"{start}/{end}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chain snatched near the bank on sun aftrnun 3ish", "01-11 15:00/01-11 16:00 hour"),
        ("sun 5am they choked him", "01-11 05:00/01-11 06:00 hour"),
        ("Bechu paid 2 lakh supari for Harinath, killing on 15 February", "02-15 00:00/02-16 00:00 day"),
        ("my nephew buys it. Sir I am begging you, it has been four months.", "09-13 00:00/01-13 10:00 month"),
        (
            "Please send someone right now. My husband is hacking at the door, he says today he will finish me",
            "01-13 10:00/? None",
        ),
    ],
)
def test_english_as_it_is_typed(text: str, expected: str) -> None:
    assert window(text, TUESDAY_TEN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("she is beaten every single night between ten and midnight", "FREQ=DAILY 22:00-00:00"),
        ("they dig daily from nine to noon", "FREQ=DAILY 09:00-12:00"),
    ],
)
def test_hours_to_a_turn_of_the_day(text: str, expected: str) -> None:
    assert habit(text, TUESDAY_TEN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "main godam me chaukidari karta hoon, parson raat dhai baje teen ladke saamne wale transformer se tel aur "
            "taambe ka taar nikaal kar le gaye",
            "01-12 02:30/01-12 02:31 minute",
        ),
        ("ladke raat birat pump ka motor khol le jaate hain", None),
    ],
)
def test_the_verb_of_a_time(text: str, expected: str | None) -> None:
    assert window(text, TUESDAY_TEN) == expected


@pytest.mark.parametrize(
    ("text", "tense", "start"),
    [
        ("एक लड़का झोले में तमंचे लिए अभी चाय की दुकान पर ग्राहक का इंतजार कर रहा है", "ongoing", "01-13 10:00"),
        ("pul par katta liye abhi do ladke khade logo ko dhamka rahe hain", "ongoing", "01-13 10:00"),
        ("munshi 2000 liye hamse, abhi tak FIR nahi likh raha hai", "happened", None),
        (
            "bhor me pani lagane gaye to dekhe ki gaadi me bail bhar rahe the, ye kal ki baat hai",
            "happened",
            "01-12 03:00",
        ),
        ("a lady took my son in a van on Sunday evening and they wanted to sell him", "happened", "01-11 16:00"),
    ],
)
def test_carried_and_told_of(text: str, tense: str, start: str | None) -> None:
    reading = read_time(text, TUESDAY_TEN)
    assert reading.tense == tense
    if start is not None:
        assert (window(text, TUESDAY_TEN) or "").startswith(start)


@pytest.mark.parametrize(
    ("text", "tense", "start"),
    [
        ("charas ki delivery karni hai parso raat 9 baje", "planned", "01-15 21:00"),
        ("Dumduma me maal ki delivery honi hai parso raat 9 baje", "planned", "01-15 21:00"),
        ("परसों बिचौलिए को पैसा देना है और लड़की लानी है", "planned", "01-15 00:00"),
        ("mujhe shikayat karni hai kal ki, bike le gaye", "happened", "01-12 00:00"),
        ("kal din bhar hamare khet me dumper khada raha", "happened", "01-12 06:00"),
        ("bhains chori ho gayi, raat me khol le gaye. Birno thana. Parso", "happened", "01-11 20:00"),
        ("khate se 48000 ud gaye subah, fon aaya tha", "happened", "01-13 06:00"),
        ("I want to tell about the man who died last week. Two men strangled him", "happened", "01-06 00:00"),
    ],
)
def test_what_is_to_be_done_and_what_stood_there(text: str, tense: str, start: str) -> None:
    assert read_time(text, TUESDAY_TEN).tense == tense
    assert (window(text, TUESDAY_TEN) or "").startswith(start)
