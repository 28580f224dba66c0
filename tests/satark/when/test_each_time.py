"""What is met with each time, feasts from which days are counted, what came to nothing, what is yet to come, and times
told of something else in a later sentence."""

import datetime as dt

import pytest

from satark.reading import KOLKATA
from satark.when import read_time
from tests.satark.when.telling import habit, window

NOVEMBER_NOON = dt.datetime(2026, 11, 12, 13, 0, tzinfo=KOLKATA)  # a Thursday; Diwali was on the 8th


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jab bhi subah 6 baje doodh lene nikalti hoon wo picha karta hai", "? 06:00-07:00"),
        ("जब भी रात 9 बजे दुकान बंद करके लौटता हूं ये लोग रोकते हैं", "? 21:00-22:00"),
        ("Whenever I come back at 8 pm he stands there and passes comments", "? 20:00-21:00"),
        (
            "every Tuesday before dawn they load bulls and by 7 am the yard is washed",
            "FREQ=WEEKLY;BYDAY=TU 03:00-06:00",
        ),
        ("har ravivar ki raat murga ladate hain, ek ek bazi pe hazaron lagte hain", "FREQ=WEEKLY;BYDAY=SU 20:00-04:00"),
        ("roj muh anhare balu nikalela", "FREQ=DAILY 03:00-06:00"),
        (
            "mere sasur roz mujhe marte hain. shaam ko phone bhai ke paas rehta hai, subah baat karna",
            "FREQ=DAILY ?-?",
        ),
    ],
)
def test_habits(text: str, expected: str) -> None:
    assert habit(text) == expected


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("राखी के अगले दिन शाम पांच बजे मेरी साइकिल चोरी हुई", "2026-08-29 17:00", "2026-08-29 18:00"),
        ("rakhi ke do din pehle chori hui thi", "2026-08-26 00:00", "2026-08-27 00:00"),
        ("diwali wale din raat 11 baje goli chali", "2026-11-08 23:00", "2026-11-09 00:00"),
        ("कल मुंह अन्हारे हमार बैल खोल ले गइलें", "2026-11-11 03:00", "2026-11-11 06:00"),
        ("uska biyah april me hua tha. itwar ki raat usko belt se mara", "2026-11-08 20:00", "2026-11-09 04:00"),
        ("october ka mamla hai. 12 tarikh ki raat chori hui", "2026-10-12 20:00", "2026-10-13 04:00"),
        (
            "kal sham 6 baje bahas hui thi tab kuch nahi hua. Raat 10 baje goli chala di",
            "2026-11-11 22:00",
            "2026-11-11 23:00",
        ),
        (
            "Yesterday at 4 pm they quarrelled, nothing happened then. At 9:40 pm he came back and broke his arm",
            "2026-11-11 21:40",
            "2026-11-11 21:41",
        ),
        (
            "We had come out of the fair on Saturday evening around 7 when a boy snatched her purse",
            "2026-11-07 19:00",
            "2026-11-07 20:00",
        ),
        ("raat ko delivery honi hai katte ki", "2026-11-12 20:00", "2026-11-13 04:00"),
        ("कल रात को शराब उतरनी है गोदाम में", "2026-11-13 20:00", "2026-11-14 04:00"),
    ],
)
def test_once(text: str, start: str, end: str) -> None:
    when = read_time(text, NOVEMBER_NOON).when
    assert when is not None and when.start is not None and when.end is not None
    assert (f"{when.start:%Y-%m-%d %H:%M}", f"{when.end:%Y-%m-%d %H:%M}") == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "thodi thodi der me naya aadmi nikalta hai us kamre se",
        "jab bhi paisa maango to maarta hai",
        "meri saheli rakhi ke papa juaa khelte hain",
    ],
)
def test_no_time(text: str) -> None:
    assert read_time(text, NOVEMBER_NOON).when is None


@pytest.mark.parametrize("text", ["raat ko maal aana hai", "परसों पेटी निकलनी है", "kal subah shaadi honi hai bachchi ki"])
def test_what_is_due_is_planned(text: str) -> None:
    assert read_time(text, NOVEMBER_NOON).tense == "planned"


@pytest.mark.parametrize(
    ("text", "tense", "start"),
    [
        ("They promise fees if we change our names. Next meeting Sunday 4 pm", "planned", "2026-11-15 16:00"),
        ("हमार साइकिल काल्ह चोरी भइल", "happened", "2026-11-11 00:00"),
        ("diwali ki rati jua pakda gawa raha lekin sipahi paisa lai ke chhodi dihin", "happened", "2026-11-08 20:00"),
        ("my cycle was stolen yesterday around 4pm i only went for a ticket", "happened", "2026-11-11 16:00"),
        ("कल शाम पांच बजे बहन का दुपट्टा खींच लिया मोड़ के पास सिकरारा थाना लगता है", "happened", "2026-11-11 17:00"),
        ("gaay bail bharal jaat ba अबहिंए bagaicha me", "ongoing", "2026-11-12 13:00"),
    ],
)
def test_other_ways_of_telling_when(text: str, tense: str, start: str) -> None:
    reading = read_time(text, NOVEMBER_NOON)
    assert reading.tense == tense
    assert reading.when is not None and reading.when.start is not None
    assert f"{reading.when.start:%Y-%m-%d %H:%M}" == start


@pytest.mark.parametrize(
    "text",
    [
        "14 labourers are locked inside a kiln, their Aadhaar cards taken",
        "he was inside for murder, is out on bail and now running matka numbers",
    ],
)
def test_what_goes_on_now(text: str) -> None:
    assert read_time(text, NOVEMBER_NOON).tense == "ongoing"


def test_the_first_of_every_month_in_bhojpuri() -> None:
    assert habit("हर महीना के पहिला तारीख के लिफाफा दे जालें") == "FREQ=MONTHLY;BYMONTHDAY=1 ?-?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Illegal mining between 11pm and 4am daily since Dussehra", "FREQ=DAILY 23:00-04:00"),
        ("diwali ki raat se roz juaa hota hai", "FREQ=DAILY ?-?"),
    ],
)
def test_hours_of_a_habit_since_a_feast(text: str, expected: str) -> None:
    assert habit(text) == expected


def test_between_quarters() -> None:
    assert (
        window("kal raat saadhe nau paune das ke beech bag chheena", NOVEMBER_NOON) == "11-11 21:30/11-11 21:45 minute"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 3rd to 7th of last month somebody dug up the river bank with machines", "10-03 00:00/10-08 00:00 day"),
        ("august aur september dono mahina nadi se ret nikali gayi", "08-01 00:00/10-01 00:00 month"),
        ("The next day of Diwali our goat was stolen", "11-09 00:00/11-10 00:00 day"),
        ("Constable Lallan demanded 4000 to release my bike, day before yesterday", "11-10 00:00/11-11 00:00 day"),
        ("on Monday two vans with some 30 bulls for slaughter stopped near the canal", "11-09 00:00/11-10 00:00 day"),
        (
            "school subah 8 se 2 baje tak khulta hai. somvar ki raat us me se pankhe chori ho gaye",
            "11-09 20:00/11-10 04:00 daypart",
        ),
        (
            "light roz shaam 7 se 11 tak aati hai, usi me pani bharte hain. parso raat motor khol le gaye",
            "11-10 20:00/11-11 04:00 daypart",
        ),
        ("हमार दुकान रोज 9 बजे खुलेला, काल्ह दुपहरिया में गल्ला से पइसा निकाल लिहले", "11-11 11:00/11-11 16:00 daypart"),
        ("kai din se soch raha tha ki likhun. somvar ko Ramu ne Kallu ko mar diya", "11-09 00:00/11-10 00:00 day"),
    ],
)
def test_days_beside_what_only_looks_like_one(text: str, expected: str) -> None:
    assert window(text, NOVEMBER_NOON) == expected


@pytest.mark.parametrize(
    "text",
    [
        "sahab mai ek majdoor aadmi hu, pata nahi kisko batau",
        "3 saal se mill me chaukidar hoon",
        "the bank people told come between 11 and 3, my account is empty",
        "mobile par bijli kat jayegi wala message aaya aur khate se 20000 gayab",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    reading = read_time(text, NOVEMBER_NOON)
    assert reading.when is None
    assert reading.tense != "planned"


def test_a_childs_age_beside_now_takes_nothing_from_it() -> None:
    reading = read_time("ek aadmi abhi 6 saal ki bachchi ko van me le ja raha hai", NOVEMBER_NOON)
    assert reading.when is not None and reading.when.kind == "ongoing"


def test_what_is_promised_is_no_time_of_the_deed() -> None:
    reading = read_time(
        "paise le liye, ab mangne jao to kehta hai agle mahine mil jayega, passport bhi rakh liya", NOVEMBER_NOON
    )
    assert reading.when is None


def test_what_is_being_prepared_goes_on() -> None:
    reading = read_time("a man has been preparing forged marksheets in his shop for about two weeks", NOVEMBER_NOON)
    assert reading.tense == "ongoing" and reading.when is not None
    planned = read_time("they are preparing to rob the jeweller on 20 November", NOVEMBER_NOON)
    assert planned.tense == "planned"
