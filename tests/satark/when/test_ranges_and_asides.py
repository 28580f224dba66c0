"""Ranges of days and hours, days counted from others, names that look like times, and what is told in passing."""

import pytest

from tests.satark.when.telling import habit, told, window


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chaku chala tha second of June ko", "06-02 00:00/06-03 00:00 day"),
        ("the pump was stolen on the third of August", "08-03 00:00/08-04 00:00 day"),
        ("दुकान 19 की रात को लूटी गई", "09-19 20:00/09-20 04:00 daypart"),
        ("ghar me chori 17 ki shaam ko hui", "09-17 16:00/09-17 20:00 daypart"),
        ("मई में ट्रैक्टर चोरी हुआ था", "05-01 00:00/06-01 00:00 month"),
        ("a calf was stolen in May", "05-01 00:00/06-01 00:00 month"),
        ("they robbed the mill last March", "03-01 00:00/04-01 00:00 month"),
        ("pichhle mahine ke aakhri hafte me tala toota", "08-25 00:00/09-01 00:00 week"),
        ("pichhle se pichhle itwar ko maar peet hui", "09-13 00:00/09-14 00:00 day"),
        ("last to last week a shop was robbed", "09-09 00:00/09-16 00:00 week"),
        ("a fortnight ago he stabbed a boy", "09-09 00:00/09-10 00:00 day"),
        ("holi ke theek do din baad loot hui", "03-06 00:00/03-07 00:00 day"),
        ("the night before Janmashtami they broke in", "09-03 20:00/09-04 04:00 daypart"),
        ("rakhi ke din ki baat nahi, janmashtami ki agli subah loot hui", "09-05 06:00/09-05 11:00 daypart"),
        ("on New Year's Eve they fired at a man", "12-31 00:00/01-01 00:00 day"),
        ("kal se pehle wali raat ko chori hui", "09-21 20:00/09-22 04:00 daypart"),
    ],
)
def test_days_told_by_others(text: str, expected: str) -> None:
    assert window(text) == expected


def test_a_feast_of_years_ago_is_that_years() -> None:
    when = told("do saal pehle diwali ki raat hatya hui thi").when
    assert when is not None and when.start is not None
    assert when.start.isoformat() == "2024-10-31T20:00:00+05:30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("din ke 11:20 par mobile chheena gaya", "09-22 11:20/09-22 11:21 minute"),
        ("at twenty past six yesterday evening they came with rods", "09-22 18:20/09-22 18:21 minute"),
        ("late last night a truck took the cattle", "09-22 22:00/09-23 04:00 daypart"),
        ("late on Monday night they burnt the hut", "09-21 22:00/09-22 04:00 daypart"),
        ("early on Tuesday morning the goats were stolen", "09-22 03:00/09-22 06:00 daypart"),
        ("a couple of hours ago he hit her", "09-23 08:30/09-23 09:30 hour"),
        ("an hour or two ago a purse was snatched", "09-23 08:30/09-23 09:30 hour"),
        ("on Monday the 21st at 4 they beat him", "09-21 16:00/09-21 17:00 hour"),
        ("aaj suraj nikalne se pehle balu nikala gaya", "09-23 03:00/09-23 06:00 daypart"),
    ],
)
def test_hours_and_parts(text: str, expected: str) -> None:
    assert window(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since the day before yesterday they are digging", "09-21 00:00/09-23 10:30 day"),
        ("since last November he is selling smack", "11-01 00:00/09-23 10:30 month"),
        ("several weeks now they have been selling charas", "?/09-23 10:30 week"),
        ("for more than three years he has been taking bribes", "09-23 00:00/09-23 10:30 year"),
        ("ek pakhware se bhatthi chal rahi hai", "09-08 00:00/09-23 10:30 day"),
        ("pure hafte se mitti kat rahi hai", "09-16 00:00/09-23 10:30 week"),
        ("teen mahine ho gaye, ye log juaa khila rahe hain", "06-23 00:00/09-23 10:30 month"),
        ("janmashtami se aaj tak charas bik rahi hai", "09-04 00:00/09-23 10:30 day"),
        ("2021 me uski shaadi hui thi, tab se sasural wale maarte hain", "01-01 00:00/09-23 10:30 year"),
        ("कई महिनन से दारू बिकत बा", "?/09-23 10:30 month"),
    ],
)
def test_what_has_gone_on_since(text: str, expected: str) -> None:
    assert window(text) == expected
    assert told(text).tense in ("ongoing", "recurring")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from Monday to Friday between 4 and 6 pm he sells pouches", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 16:00-18:00"),
        ("mangal se guruvar roz daru bikti hai", "FREQ=WEEKLY;BYDAY=TU,WE,TH ?-?"),
        ("itwar ke itwar juaa hota hai", "FREQ=WEEKLY;BYDAY=SU ?-?"),
        ("har mahine ke aakhri somvar ko vasuli hoti hai", "FREQ=MONTHLY;BYDAY=-1MO ?-?"),
        ("they dump waste from eleven at night till three in the morning daily", "FREQ=DAILY 23:00-03:00"),
        ("raat ke 9 se lekar bhor 4 baje tak roz balu dhulta hai", "FREQ=DAILY 21:00-04:00"),
        ("the den opens at 5 in the evening and shuts at 10 at night", "FREQ=DAILY 17:00-22:00"),
        ("अड्डा शाम छह बजे खुलता है और रात एक बजे बंद होता है", "FREQ=DAILY 18:00-01:00"),
        ("aaj kal raat me tel chori ho rahi hai", "FREQ=DAILY 20:00-04:00"),
        ("raat din balu nikal raha hai", "FREQ=DAILY ?-?"),
    ],
)
def test_habits_of_ranges(text: str, expected: str) -> None:
    assert habit(text) == expected


def test_a_stretch_of_days_that_was_is_no_habit() -> None:
    assert window("from Thursday to Saturday they dug the pond day and night") == "09-17 00:00/09-20 00:00 day"


@pytest.mark.parametrize(
    "text",
    [
        "raat rani hotel me juaa chal raha hai",
        "a man sells ganja near Sunday Market",
        "savera lodge me ladkiyan bechi ja rahi hain",
        "boys are drinking near the Evening Star club",
        "the Friday Times man was beaten",
    ],
)
def test_names_are_no_times(text: str) -> None:
    assert told(text).when is None


@pytest.mark.parametrize(
    ("text", "tense", "expected"),
    [
        ("abhi tak koi nahi pakda gaya, ghatna 3 september ki hai", "happened", "09-03 00:00/09-04 00:00 day"),
        ("bhai subah 5 baje nikle the, shaam 7 baje chor ne paisa chheena", "happened", "09-22 19:00/09-22 20:00 hour"),
        ("wo raat 10 baje aate hain, kal unko 9:15 baje loota gaya", "happened", "09-22 21:15/09-22 21:16 minute"),
        ("he warned me last night that he will kill my son tomorrow", "happened", "09-22 20:00/09-23 04:00 daypart"),
        ("police ko kal phone kiya tha, juaa abhi bhi chal raha hai", "ongoing", "09-23 10:30/? None"),
        ("kah raha tha ki kal bazar gaye to maar denge", "planned", "09-24 00:00/09-25 00:00 day"),
        ("in the last 24 hours three goats were stolen", "happened", "09-22 10:30/09-23 10:30 hour"),
        ("the load leaves at midnight tonight with stolen goats", "planned", "09-23 23:00/09-24 02:00 daypart"),
    ],
)  # fmt: skip
def test_the_time_of_the_offence_among_others(text: str, tense: str, expected: str) -> None:
    assert told(text).tense == tense
    assert window(text) == expected


def test_stakes_laid_now_are_no_seeming() -> None:
    assert told("taash par paisa lag raha hai").tense == "ongoing"


def test_a_bribe_asked_for_a_service_is_no_order() -> None:
    assert told("the munshi asked me 2000 to write my report yesterday").tense == "happened"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("subah school me chaku chala", "09-23 06:00/09-23 11:00 daypart"),
        ("for the past two nights they have been stealing coal", "09-21 00:00/09-23 10:30 day"),
        ("on the last day of August he was shot", "08-31 00:00/09-01 00:00 day"),
        ("teen saal pehle uska bhai mara tha, 12 september ko usne goli chalayi", "09-12 00:00/09-13 00:00 day"),
        ("they threatened on Monday that they'd burn my shop", "09-21 00:00/09-22 00:00 day"),
        ("yesterday at 11 in the night I heard a scream near the mill", "09-22 23:00/09-23 00:00 hour"),
        ("aadhe ghante se log lathi leke khade hain", "09-23 10:00/09-23 10:30 minute"),
    ],
)
def test_times_in_longer_stories(text: str, expected: str) -> None:
    assert window(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("har hafte guruvar ko sipahi paisa le jata hai", "FREQ=WEEKLY;BYDAY=TH ?-?"),
        ("हर माह की पहली और सोलहवीं तारीख को वसूली होती है", "FREQ=MONTHLY;BYMONTHDAY=1,16 ?-?"),
    ],
)
def test_habits_of_a_week_and_a_month(text: str, expected: str) -> None:
    assert habit(text) == expected


def test_nights_that_something_lasted_are_no_day() -> None:
    assert told("for two nights they kept her locked").when is None
