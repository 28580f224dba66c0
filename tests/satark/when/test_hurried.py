"""Words of time as people type them in a hurry, English words in Devanagari, and numbers that only look like years."""

import datetime as dt

import pytest

from satark.reading import KOLKATA
from satark.when.reading import read
from tests.satark.when.telling import WEDNESDAY_MORNING, window

DIWALI_NIGHT = dt.datetime(2026, 11, 8, 21, 0, tzinfo=KOLKATA)


@pytest.mark.parametrize(
    ("at", "text", "expected"),
    [
        (WEDNESDAY_MORNING, "klh rt ghr se bkri chori hui", "09-22 20:00/09-23 04:00 daypart"),
        (WEDNESDAY_MORNING, "2 mhine se gaanja bik rha h", "07-23 00:00/09-23 10:30 month"),
        (WEDNESDAY_MORNING, "संडे शाम को चाकू मारा", "09-20 16:00/09-20 20:00 daypart"),
        (WEDNESDAY_MORNING, "they cut the wire at about 5 this morning", "09-23 05:00/09-23 06:00 hour"),
        (WEDNESDAY_MORNING, "bike was stolen yesterday btw 4 n 5 pm", "09-22 16:00/09-22 17:00 hour"),
        (DIWALI_NIGHT, "diwali ke 5 din pehle se jua chal raha hai", "11-03 00:00/11-08 21:00 day"),
        (WEDNESDAY_MORNING, "raato raat lash gayab kar di", None),
        (WEDNESDAY_MORNING, "daroga har parchi ke naam pe 2000 leta hai", None),
        (WEDNESDAY_MORNING, "picture wale hal me ladki ko pakda", None),
        (WEDNESDAY_MORNING, "chor ab tak pakda nahi gaya", None),
    ],
)
def test_hurried_words_of_time(at: dt.datetime, text: str, expected: str | None) -> None:
    assert window(text, at) == expected


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("wahan any Friday night ja ke dekh lo, peti utarti hai", "FREQ=WEEKLY;BYDAY=FR"),
        ("हर फ्राइडे को ताश जमता है", "FREQ=WEEKLY;BYDAY=FR"),
        ("roz shm ko smack bikti h", "FREQ=DAILY"),
    ],
)
def test_hurried_habits(text: str, rule: str) -> None:
    when = read(text, WEDNESDAY_MORNING).when
    assert when is not None and when.rrule == rule


def test_what_a_camera_shows_tells_no_tense() -> None:
    assert (
        read("dukan ka taala tod ke cash le gaye, camera me do ladke dikh rahe hain", WEDNESDAY_MORNING).tense
        == "happened"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nahi nahi somwar galat likh diya, mangalwar ko hua tha", "09-22 00:00/09-23 00:00 day"),
        ("on 19 September at quarter to eight in the evening they fired", "09-19 19:45/09-19 19:46 minute"),
        ("twenty trolleys in a night are being filled", None),
    ],
)
def test_taken_back_and_told_at_a_quarter(text: str, expected: str | None) -> None:
    assert window(text, WEDNESDAY_MORNING) == expected


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("shaam hote hi pudiya bikne lagti hai, roz ka hai", ("FREQ=DAILY", "16:00", "20:00")),
        (
            "main school se lautti hoon to roz shaam 5 se 6 baje ladke comment karte hain",
            ("FREQ=DAILY", "17:00", "18:00"),
        ),
        ("hr rvivar ko rt me juaa hota h", ("FREQ=WEEKLY;BYDAY=SU", "20:00", "04:00")),
        (
            "har mahine ki 7 tarikh ko munshi paisa leta hai, badle me raat bhar balu nikalne dete hain",
            ("FREQ=MONTHLY;BYMONTHDAY=7", None, None),
        ),
    ],
)
def test_habits_and_their_hours(text: str, hours: tuple[str, str | None, str | None]) -> None:
    when = read(text, WEDNESDAY_MORNING).when
    assert when is not None
    assert (when.rrule, when.time_from, when.time_to) == hours


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my purse was pulled yesterday between 7-8 pm", "09-22 19:00/09-22 20:00 hour"),
        ("from 9.15-9.45 pm yesterday they were inside", "09-22 21:15/09-22 21:45 minute"),
        ("yesterday from 4 to 6 in the evening they dug the bank", "09-22 16:00/09-22 18:00 hour"),
        ("on Monday 2 to 3 at night the goats were taken", "09-22 02:00/09-22 03:00 hour"),
        ("around 7ish yesterday evening he came with a rod", "09-22 19:00/09-22 20:00 hour"),
        ("in the wee hours of Sunday the shutter was cut", "09-20 03:00/09-20 06:00 daypart"),
        ("they stole the pump last month on 14th", "08-14 00:00/08-15 00:00 day"),
        ("on 12th they stole the pump", "09-12 00:00/09-13 00:00 day"),
        ("he sells it on 4th floor", None),
        ("2nite they will load the bulls", "09-23 20:00/09-24 04:00 daypart"),
    ],
)
def test_english_hours_and_dates(text: str, expected: str | None) -> None:
    assert window(text, WEDNESDAY_MORNING) == expected


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("sand is lifted daily from 10 to 4 in the morning", ("22:00", "04:00")),
        ("every night 1 to 3 in the morning trucks pass", ("01:00", "03:00")),
        ("cards are played daily from 9 in the evening till 1 at night", ("21:00", "01:00")),
        ("every evening from 5 to 8 at night they drink there", ("17:00", "20:00")),
        ("the shop is open daily 6 am to 10 at night", ("06:00", "22:00")),
    ],
)
def test_hours_of_a_part_of_the_day(text: str, hours: tuple[str, str]) -> None:
    when = read(text, WEDNESDAY_MORNING).when
    assert when is not None
    assert (when.rrule, when.time_from, when.time_to) == ("FREQ=DAILY", *hours)
