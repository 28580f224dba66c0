"""Days, weeks, months, festivals: which one is meant, by tense."""

import datetime as dt

import pytest

from satark.reading import KOLKATA
from tests.satark.when.telling import told, window


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kal chori hui", "09-22"),
        ("kal maal aayega", "09-24"),
        ("kal", "09-22"),
        ("kal ko gaay le ja rahe hain", "09-24"),
        ("कल हमला करने वाले हैं", "09-24"),
        ("parson jhagda hua tha", "09-21"),
        ("परसों जुलूस में गोली चलाएंगे", "09-25"),
        ("narson dakaiti hui", "09-20"),
        ("tarson maal utrega", "09-26"),
        ("bihan maal aihe", "09-24"),
        ("kaalh chori bhail", "09-22"),
        ("yesterday he was robbed", "09-22"),
        ("they will attack tomorrow", "09-24"),
        ("day before yesterday a boy was killed", "09-21"),
        ("aaju jhagda bhail", "09-23"),
    ],
)
def test_day_words_follow_the_verb(text: str, expected: str) -> None:
    start = dt.date.fromisoformat(f"2026-{expected}")
    end = start + dt.timedelta(days=1)
    assert window(text) == f"{expected} 00:00/{end:%m-%d} 00:00 day"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("somvar ko chori hui", "09-21"),
        ("mangalwar ko chori hui", "09-22"),
        ("budhwar ko chori hui", "09-16"),
        ("aaj budhwar ko chori hui", "09-23"),
        ("beefe ke din jeb katal gail", "09-17"),
        ("जुम्मे के दिन झगड़ा हुआ", "09-18"),
        ("sanichar ko maara", "09-19"),
        ("पिछले इतवार को हत्या हुई", "09-20"),
        ("last Monday he was beaten", "09-21"),
        ("agle somvar ko daka dalenge", "09-28"),
        ("shukravar ko maal aayega", "09-25"),
        ("next Friday they will rob the bank", "09-25"),
        ("is shukravar ko bechenge", "09-25"),
        ("pichhle hafte somvar ko maara tha", "09-21"),
    ],
)
def test_weekdays(text: str, expected: str) -> None:
    assert window(text, WEDNESDAY).split("/")[0] == f"{expected} 00:00"


WEDNESDAY = dt.datetime(2026, 9, 23, 10, 30, tzinfo=KOLKATA)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 din pehle bike chori hui", "09-20 00:00/09-21 00:00 day"),
        ("तीन दिन पहले बाइक चोरी हुई", "09-20 00:00/09-21 00:00 day"),
        ("teen din pahile chori bhail", "09-20 00:00/09-21 00:00 day"),
        ("three days ago it was stolen", "09-20 00:00/09-21 00:00 day"),
        ("teen din ho gaye chori hue", "09-20 00:00/09-21 00:00 day"),
        ("do hafte pahile maara", "09-09 00:00/09-10 00:00 day"),
        ("a month ago he was killed", "08-23 00:00/08-24 00:00 day"),
        ("2-3 din pehle chori hui", "09-20 00:00/09-22 00:00 day"),
        ("2 ghante pehle maara", "09-23 08:30/09-23 09:30 hour"),
        ("aadha ghanta pehle maara", "09-23 10:00/09-23 10:01 minute"),
        ("half an hour ago they left", "09-23 10:00/09-23 10:01 minute"),
        ("10 min ago he ran away", "09-23 10:20/09-23 10:21 minute"),
        ("thodi der pehle chain chheen li", "09-23 10:00/09-23 10:30 minute"),
        ("2 din baad maal aayega", "09-25 00:00/09-26 00:00 day"),
        ("in an hour they will leave", "09-23 11:30/09-23 12:30 hour"),
        ("pichhle 3 din me do chori hui", "09-20 00:00/09-23 10:30 day"),
    ],
)
def test_distances_from_now(text: str, expected: str) -> None:
    assert window(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 tarikh ko chori hui", "09-12 00:00/09-13 00:00 day"),
        ("12 tarikh ko maal aayega", "10-12 00:00/10-13 00:00 day"),
        ("12/10/2026 ko aayenge", "10-12 00:00/10-13 00:00 day"),
        ("12-10-26 ko aayenge", "10-12 00:00/10-13 00:00 day"),
        ("12.10.2026 ko aayenge", "10-12 00:00/10-13 00:00 day"),
        ("15 अगस्त को झगड़ा हुआ", "08-15 00:00/08-16 00:00 day"),
        ("Oct 12 they will come", "10-12 00:00/10-13 00:00 day"),
        ("on the 5th he was beaten", "09-05 00:00/09-06 00:00 day"),
        ("pichhle mahine ki 5 tarikh ko maara", "08-05 00:00/08-06 00:00 day"),
        ("10 se 12 tarikh tak mela me juaa chala", "09-10 00:00/09-13 00:00 day"),
        ("Monday se Wednesday tak juaa chala", "09-21 00:00/09-24 00:00 day"),
        ("kal se aaj tak do chori hui", "09-22 00:00/09-24 00:00 day"),
        ("pichhle hafte chori hui", "09-16 00:00/09-23 00:00 week"),
        ("last month he was killed", "08-01 00:00/09-01 00:00 month"),
        ("agle hafte maal aayega", "09-24 00:00/10-01 00:00 week"),
        ("जुलाई में चोरी हुई थी", "07-01 00:00/08-01 00:00 month"),
    ],
)
def test_dates_and_periods(text: str, expected: str) -> None:
    assert window(text) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("October me chori hui thi", "2025-10-01", "2025-11-01"),
        ("2025 me hatya hui", "2025-01-01", "2026-01-01"),
        ("pichhle saal hatya hui", "2025-01-01", "2026-01-01"),
        ("last year in March a boy was killed", "2025-03-01", "2025-04-01"),
        ("Holi ke din maara tha", "2026-03-04", "2026-03-05"),
        ("Holi ke do din baad maara", "2026-03-06", "2026-03-07"),
        ("होली के एक दिन पहले मारा", "2026-03-03", "2026-03-04"),
        ("two days after Holi he was beaten", "2026-03-06", "2026-03-07"),
        ("diwali pe bomb phenkenge", "2026-11-08", "2026-11-09"),
        ("pichhli diwali par goli chali", "2025-10-20", "2025-10-21"),
        ("chhath ko chain chheen li gayi", "2025-10-27", "2025-10-28"),
        ("eid par jhagda hua", "2026-03-21", "2026-03-22"),
        ("26 january ko dharm parivartan karenge", "2027-01-26", "2027-01-27"),
        ("raksha bandhan ke din maara tha", "2026-08-28", "2026-08-29"),
        ("दशहरे पर दंगा करेंगे", "2026-10-20", "2026-10-21"),
        ("new year par drugs bechenge", "2027-01-01", "2027-01-02"),
    ],
)
def test_the_right_year_is_taken(text: str, first: str, last: str) -> None:
    when = told(text).when
    assert when is not None and when.start is not None and when.end is not None
    assert (when.start.date().isoformat(), when.end.date().isoformat()) == (first, last)


@pytest.mark.parametrize("text", ["31 february ko chori hui", "30 फरवरी को चोरी हुई"])
def test_a_day_that_no_calendar_has_is_no_time(text: str) -> None:
    assert told(text).when is None


def test_any_zone_of_the_message_gives_times_of_kolkata() -> None:
    late_in_london = dt.datetime(2026, 9, 22, 20, 0, tzinfo=dt.timezone.utc)  # 01:30 of the 23rd in Kolkata
    when = told("kal shaam ko maara", late_in_london).when
    assert when is not None and when.start == dt.datetime(2026, 9, 22, 16, tzinfo=KOLKATA)


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        told("kal", dt.datetime(2026, 9, 22))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("do roj pahile jhagda bhail", "09-21 00:00/09-22 00:00 day"),
        ("पांच रोज पहले दुकान लूटी गई", "09-18 00:00/09-19 00:00 day"),
        ("das roz se ganja bik raha hai", "09-13 00:00/09-23 10:30 day"),
        ("kalhi raatiye chori bhail", "09-22 20:00/09-23 04:00 daypart"),
        ("parson bhinusare loot bhail", "09-21 03:00/09-21 06:00 daypart"),
        ("kal din ke 11 baje loot hui", "09-22 11:00/09-22 12:00 hour"),
        ("कल दिन के दो बजे लूट हुई", "09-22 14:00/09-22 15:00 hour"),
        ("ramnavmi ke julus me marpeet hui", "03-26 00:00/03-27 00:00 day"),
    ],
)
def test_village_ways_of_naming_a_day_and_its_part(text: str, expected: str) -> None:
    assert window(text) == expected


def test_roz_after_a_clock_is_still_a_habit() -> None:
    reading = told("raat 10 baje roz jua hota hai").when
    assert reading is not None
    assert (reading.rrule, reading.time_from) == ("FREQ=DAILY", "22:00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aaj shaam 6 baje se ganja bech raha hai", "09-22 18:00/09-23 01:40 hour"),
        ("आज शाम सात बजे दुकान में चोरी हुई", "09-22 19:00/09-22 20:00 hour"),
        ("today evening they beat my neighbour", "09-22 16:00/09-22 20:00 daypart"),
        ("aaj shaam 6 baje maal aayega", "09-23 18:00/09-23 19:00 hour"),
        ("aaj 1 baje raat me chori hui", "09-23 01:00/09-23 02:00 hour"),
    ],
)
def test_who_has_not_slept_calls_the_day_before_today(text: str, expected: str) -> None:
    assert window(text, dt.datetime(2026, 9, 23, 1, 40, tzinfo=KOLKATA)) == expected


def test_what_is_said_to_go_on_since_later_has_no_end_yet() -> None:
    assert window("aaj shaam 6 baje se ganja bech raha hai") == "09-23 18:00/? hour"
