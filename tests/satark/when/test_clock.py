"""Hours, minutes and parts of the day, in the spellings people use."""

import pytest

from tests.satark.when.telling import told, window

LAST_NIGHT_AT = {
    "23:00/09-23 00:00 hour": [
        "kal raat 11 baje chori hui",
        "kl rat 11 bje chori hui thi",
        "कल रात ग्यारह बजे चोरी हुई",
        "कल रात ११ बजे चोरी हो गई",
        "kaalh rati gyarah baje chori bhail",
        "last night at 11 my bike was stolen",
        "yesterday at 11 pm they stole it",
        "yesterday at 11 p.m. they stole it",
        "kal raat 11bje chori hui",
        "kal raatko 11 baje chori hui",
    ],
    "21:30/09-22 21:31 minute": [
        "kal raat saadhe nau baje maara",
        "kal raat sadhe 9 bje mara tha",
        "कल रात साढ़े नौ बजे मारा",
        "kal raat 9.30 bje maara",
        "kal raat 9:30 pe maara tha",
        "at half past nine last night he was beaten",
        "yesterday at 2130 hrs he was beaten",
        "kal raat 9 baj ke 30 minute par maara",
    ],
    "16:00/09-22 20:00 daypart": [
        "kal shaam ko chhed-chhad hui",
        "कल शाम को छेड़छाड़ हुई",
        "kaal sanjhiya ke marlas",
        "kal saam ko maar diya",
        "yesterday evening they beat him",
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"), [(text, f"09-22 {expected}") for expected, texts in LAST_NIGHT_AT.items() for text in texts]
)
def test_one_time_in_many_voices_is_one_window(text: str, expected: str) -> None:
    assert window(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("subah sawa paanch baje dekha", "09-23 05:15/09-23 05:16 minute"),
        ("dopahar paune do baje loota", "09-22 13:45/09-22 13:46 minute"),
        ("दोपहर डेढ़ बजे लूटा", "09-22 13:30/09-22 13:31 minute"),
        ("कल दोपहर ढाई बजे लूटा", "09-22 14:30/09-22 14:31 minute"),
        ("kal dopahar adhai baje loota", "09-22 14:30/09-22 14:31 minute"),
        ("quarter to ten last night they came", "09-22 21:45/09-22 21:46 minute"),
        ("23:00 par goli chali", "09-22 23:00/09-22 23:01 minute"),
        ("bhinsare 4 baje gaay le gailan", "09-23 04:00/09-23 05:00 hour"),
        ("aadhi raat ko goli chali", "09-22 23:00/09-23 02:00 daypart"),
        ("der raat maar peet hui", "09-22 22:00/09-23 04:00 daypart"),
        ("kal tadke chori hui", "09-22 03:00/09-22 06:00 daypart"),
        ("kal din dahade loot hui", "09-22 06:00/09-22 18:00 daypart"),
        ("kal raat ke andhere me le gaye", "09-22 20:00/09-23 04:00 daypart"),
        ("kal dopahar me jhagda hua", "09-22 11:00/09-22 16:00 daypart"),
        ("aaj subah lash mili", "09-23 06:00/09-23 11:00 daypart"),
    ],
)
def test_hours_and_parts_fall_in_their_window(text: str, expected: str) -> None:
    assert window(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kal raat 2 baje chori hui", "09-23 02:00/09-23 03:00 hour"),
        ("aaj raat 2 baje chori hui", "09-23 02:00/09-23 03:00 hour"),
        ("aaj raat 2 baje maal aayega", "09-24 02:00/09-24 03:00 hour"),
        ("parson raat 1 baje dakaiti hui", "09-22 01:00/09-22 02:00 hour"),
        ("somvar ki raat 12 baje goli chali", "09-22 00:00/09-22 01:00 hour"),
        ("कल रात साढ़े बारह बजे चोरी हुई", "09-23 00:30/09-23 00:31 minute"),
        ("last night around 2 they broke in", "09-23 02:00/09-23 03:00 hour"),
        ("12 September ki raat 3 baje hua", "09-13 03:00/09-13 04:00 hour"),
        ("tonight at 1 am they will come", "09-24 01:00/09-24 02:00 hour"),
    ],
)
def test_small_hours_said_with_night_belong_to_the_night_that_began_on_the_named_day(text: str, expected: str) -> None:
    assert window(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11 baje chori hui", "09-22 23:00/09-23 00:00 hour"),
        ("9 baje chori hui", "09-23 09:00/09-23 10:00 hour"),
        ("9 baje niklenge", "09-23 21:00/09-23 22:00 hour"),
        ("shaam ko 6 baje niklenge", "09-23 18:00/09-23 19:00 hour"),
    ],
)
def test_a_bare_hour_is_the_nearest_that_suits_the_tense(text: str, expected: str) -> None:
    assert window(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "approximate"),
    [
        ("kal 9 baje se 11 baje tak juaa chala", "09-22 21:00/09-22 23:00 hour", False),
        ("kal raat 10 se 2 baje tak balu nikala gaya", "09-22 22:00/09-23 02:00 hour", False),
        ("between 8 and 10 pm yesterday they sold smack", "09-22 20:00/09-22 22:00 hour", False),
        ("kal shaam 7 baje se raat 10 baje tak juaa hua", "09-22 19:00/09-22 22:00 hour", False),
        ("kal raat 10-11 baje ke beech chori hui", "09-22 22:00/09-22 23:00 hour", False),
        ("kal raat 10-11 baje chori hui", "09-22 22:00/09-22 23:00 hour", True),
        ("kal subah se shaam tak juaa chala", "09-22 06:00/09-22 20:00 daypart", False),
        ("kal raat 10 baje ke baad le gaye", "09-22 22:00/09-23 04:00 hour", True),
    ],
)
def test_ranges_of_hours(text: str, expected: str, approximate: bool) -> None:
    when = told(text).when
    assert window(text) == expected
    assert when is not None and when.approximate is approximate


@pytest.mark.parametrize(
    "word",
    ["karib 9 baje", "9 baje ke aaspaas", "lagbhag 9 baje", "takriban 9 baje", "करीब 9 बजे", "9 बजे के आसपास", "~9 baje"],
)
def test_words_of_roughness_make_the_time_approximate(word: str) -> None:
    when = told(f"kal raat {word} chori hui").when
    assert when is not None and when.approximate
    assert window(f"kal raat {word} chori hui") == "09-22 21:00/09-22 22:00 hour"


def test_a_day_long_event_is_an_interval() -> None:
    when = told("kal din bhar juaa chala").when
    assert when is not None and when.kind == "interval"
    assert window("kal din bhar juaa chala") == "09-22 06:00/09-22 18:00 daypart"


def test_the_words_of_the_time_are_quoted_and_located() -> None:
    text = "Shahganj me kal raat saadhe gyarah baje chori hui"
    reading = told(text)
    assert reading.when is not None and reading.when.text == "kal raat saadhe gyarah baje"
    assert {text[start:end] for start, end in reading.spans} == {"kal", "raat saadhe gyarah baje"}
