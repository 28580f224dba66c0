"""Bare hours of the afternoon, ends told behind the hour, prices by the night, what a later sentence tells of another
time, and verbs that are none."""

import pytest

from satark.reading import KOLKATA
from satark.when import read_time
from tests.satark.when.telling import WEDNESDAY_MORNING, habit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("har guruvar ko 2 se 4 baje ek aadmi vasooli karne aata hai", "FREQ=WEEKLY;BYDAY=TH 14:00-16:00"),
        ("roz 12 baje se 3 baje sanjh tak taash chalela", "FREQ=DAILY 12:00-15:00"),
        ("ganja aawela har somaar aa biphe ke", "FREQ=WEEKLY;BYDAY=MO,TH ?-?"),
        (
            "raat ko nau baje ke baad se maal utarta hai aur subah paanch baje tak dhota hai roz",
            "FREQ=DAILY 21:00-05:00",
        ),
        ("he sends the drums on a pickup, always Friday night", "FREQ=WEEKLY;BYDAY=FR 20:00-04:00"),
        ("roz shaam school jaate waqt ladkiyon ko chhedta hai", "FREQ=DAILY 16:00-20:00"),
        ("It happens nearly every day after class. My cousin cried today.", "FREQ=DAILY ?-?"),
    ],
)
def test_hours_of_a_habit(text: str, expected: str) -> None:
    assert habit(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "lodge me galat kaam chal raha, manager Vicky, ek raat 3000",
        "girls are kept in the lodge, 1500 a night",
        "the gang brings saws, cuts for two hours, and the logs go to a mill",
    ],
)
def test_prices_and_lengths_are_no_time(text: str) -> None:
    assert read_time(text, WEDNESDAY_MORNING).when is None


@pytest.mark.parametrize(
    ("text", "tense", "start"),
    [
        ("chhau mahina se majdoor ke band kar ke rakhle ba", "ongoing", (2026, 3, 23)),
        ("काल्ह आधा रात के दू गो भैंस चोराइल बा", "happened", (2026, 9, 22)),
        ("कल रात बदलापुर बाजार की बात है। मैं सामान लेने गया था, दस मिनट में बाइक गायब", "happened", (2026, 9, 22)),
        ("parson chhua tha. raat me message bhi karta tha", "happened", (2026, 9, 21)),
        ("na diya to 4 july ko taala tod diya. ab raat ko koi sota nahi", "happened", (2026, 7, 4)),
        ("kal dopahar me doodh lene gayi thi, tab se nahi lauti", "happened", (2026, 9, 22)),
        ("They took the girl from the fair on 4 July, a woman called Munni says she is sold", "happened", (2026, 7, 4)),
        (
            "A dumper without number dug our field on 4 July at night. By morning the road was gone",
            "happened",
            (2026, 7, 4),
        ),
        ("tonight 11:30 they cut sal trees in the forest", "planned", (2026, 9, 23)),
        ("come to the water, they say. This Sunday eleven families are called.", "planned", (2026, 9, 27)),
        ("aaj haath dikha kuen me. wo usi raat se nahi dikha jis raat jhagda hua", "happened", (2026, 9, 23)),
        ("subah khoon dhoya ja raha tha. jo janwar kal shaam tak bandha tha ab nahi hai", "happened", (2026, 9, 23)),
        ("bahut marlen, lathi se. biphe ke din rahal bhorhare", "happened", (2026, 9, 17)),
        ("I am a peon in the hostel for nineteen years. On 4 July the cook took a girl", "happened", (2026, 7, 4)),
    ],
)
def test_what_another_sentence_tells_stays_apart(text: str, tense: str, start: tuple[int, int, int]) -> None:
    reading = read_time(text, WEDNESDAY_MORNING)
    assert reading.tense == tense
    assert reading.when is not None and reading.when.start is not None
    began = reading.when.start.astimezone(KOLKATA)
    assert (began.year, began.month, began.day) == start


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Raju Don 5 hazar rangdari mangale ba", "happened"),
        ("gaon me lalach dekar dharm badalwa raha Johny", "ongoing"),
        ("Shots being fired at the ghat right now, one boatman hit, shooter came on a bike", "ongoing"),
    ],
)
def test_verbs_of_making_and_passives(text: str, tense: str) -> None:
    assert read_time(text, WEDNESDAY_MORNING).tense == tense
