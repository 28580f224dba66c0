"""Habits with a rule of their own: spans of weekdays, days of the month, nights of a match."""

import datetime as dt

import pytest

from satark.reading import KOLKATA
from tests.satark.when.telling import WEDNESDAY_MORNING, habit, window

AN_AUGUST_NOON = dt.datetime(2026, 8, 12, 12, 0, tzinfo=KOLKATA)
FRIDAY_NIGHT = dt.datetime(2026, 11, 20, 21, 15, tzinfo=KOLKATA)
A_JULY_AFTERNOON = dt.datetime(2026, 7, 15, 16, 20, tzinfo=KOLKATA)
A_MAY_EVENING = dt.datetime(2026, 5, 13, 18, 30, tzinfo=KOLKATA)
AN_OCTOBER_MORNING = dt.datetime(2026, 10, 30, 8, 10, tzinfo=KOLKATA)


@pytest.mark.parametrize(
    ("at", "text", "expected"),
    [
        (
            WEDNESDAY_MORNING,
            "He sells outside school every monday to friday at 1 pm",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 13:00-14:00",
        ),
        (
            WEDNESDAY_MORNING,
            "har somvar se shukravar tak subah 8 baje ganja bechta hai",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 08:00-09:00",
        ),
        (WEDNESDAY_MORNING, "bhor me teen-chaar go tractor balu lekar nikalte hai", "FREQ=DAILY 03:00-06:00"),
        (WEDNESDAY_MORNING, "raat me 10-12 ladke baithkar jua khelte hain", "FREQ=DAILY 20:00-04:00"),
        (WEDNESDAY_MORNING, "shaam ko 4-5 log charas peete hain", "FREQ=DAILY 16:00-20:00"),
        (WEDNESDAY_MORNING, "match ki raat har ball pe satta lagta hai", "? 20:00-04:00"),
        (WEDNESDAY_MORNING, "raat 9 se 11 ke beech balu nikalta hai", "FREQ=DAILY 21:00-23:00"),
        (WEDNESDAY_MORNING, "raat bhar dumper chalte hain", "FREQ=DAILY 20:00-04:00"),
        (WEDNESDAY_MORNING, "har doosre din truck aata hai", "FREQ=DAILY;INTERVAL=2 ?-?"),
        (WEDNESDAY_MORNING, "weekend par farmhouse me ladkiyan lai jati hain", "FREQ=WEEKLY;BYDAY=SA,SU ?-?"),
        (WEDNESDAY_MORNING, "mahine ki pehli tarikh ko sipahi paisa lene aata hai", "FREQ=MONTHLY;BYMONTHDAY=1 ?-?"),
        (WEDNESDAY_MORNING, "महीने की 5 तारीख को दरोगा हफ्ता लेने आता है", "FREQ=MONTHLY;BYMONTHDAY=5 ?-?"),
        (WEDNESDAY_MORNING, "on the 1st of every month the constable collects 2000", "FREQ=MONTHLY;BYMONTHDAY=1 ?-?"),
        (WEDNESDAY_MORNING, "roz 9 se 11 baje raat tak jua hota hai", "FREQ=DAILY 21:00-23:00"),
        (A_JULY_AFTERNOON, "6pm-8pm daily he sells ganja", "FREQ=DAILY 18:00-20:00"),
        (A_JULY_AFTERNOON, "8-9pm ke bich roj aata hai", "FREQ=DAILY 20:00-21:00"),
        (A_JULY_AFTERNOON, "every Sat & Sun evening they drink and fight", "FREQ=WEEKLY;BYDAY=SA,SU 16:00-20:00"),
        (
            A_JULY_AFTERNOON,
            "Mon-Sat 9am to 5pm the clerk takes bribe",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA 09:00-17:00",
        ),
        (FRIDAY_NIGHT, "every first Sunday of the month they gather for gambling", "FREQ=MONTHLY;BYDAY=1SU ?-?"),
        (
            A_MAY_EVENING,
            "Every night except Sunday a tractor brings sand to the plot behind our school.",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA 20:00-04:00",
        ),
        (
            A_MAY_EVENING,
            "The gang meets on the first and the fifteenth of every month at the dharamshala.",
            "FREQ=MONTHLY;BYMONTHDAY=1,15 ?-?",
        ),
        (
            AN_OCTOBER_MORNING,
            "The dealer comes on Wednesdays and Saturdays after dusk.",
            "FREQ=WEEKLY;BYDAY=WE,SA 20:00-?",
        ),
        (
            AN_OCTOBER_MORNING,
            "Every morning between five and six, ten tractors of sand pass my gate.",
            "FREQ=DAILY 05:00-06:00",
        ),
        (FRIDAY_NIGHT, "they dig sand between midnight and 4 am daily", "FREQ=DAILY 00:00-04:00"),
        (FRIDAY_NIGHT, "sirf amavas ki raat ko hi gaay kaatte hain", "FREQ=DAILY 20:00-04:00"),
        (AN_OCTOBER_MORNING, "अतवार के दिन दुपहरिया में बगइचा में ताश के अड्डा लागेला", "FREQ=WEEKLY;BYDAY=SU 11:00-16:00"),
        (FRIDAY_NIGHT, "har budh ke haat me juaa khelal jala", "FREQ=WEEKLY;BYDAY=WE ?-?"),
        (AN_AUGUST_NOON, "daru pi ke roj mehri ke maarela", "FREQ=DAILY ?-?"),
    ],
)
def test_habits_and_their_windows(at: dt.datetime, text: str, expected: str | None) -> None:
    assert habit(text, at) == expected


@pytest.mark.parametrize(
    ("at", "text", "expected"),
    [
        (WEDNESDAY_MORNING, "The consignment arrives Friday night at Dobhi", "09-25 20:00/09-26 04:00 daypart"),
        (WEDNESDAY_MORNING, "kal raat bhar DJ pe goli chalti rahi", "09-22 20:00/09-23 04:00 daypart"),
        (WEDNESDAY_MORNING, "kal raat 9 se 11 ke beech chori hui", "09-22 21:00/09-22 23:00 hour"),
        (A_MAY_EVENING, "The truck leaves tonight at 11 from the cold store.", "05-13 23:00/05-14 00:00 hour"),
    ],
)
def test_one_day_is_no_habit(at: dt.datetime, text: str, expected: str | None) -> None:
    assert window(text, at) == expected
