"""Festivals, ranges of days, and the hours that stand beside them in any order."""

import datetime as dt

import pytest

from satark.reading import KOLKATA
from tests.satark.when.telling import WEDNESDAY_MORNING, window

FRIDAY_NIGHT = dt.datetime(2026, 11, 20, 21, 15, tzinfo=KOLKATA)
A_JULY_AFTERNOON = dt.datetime(2026, 7, 15, 16, 20, tzinfo=KOLKATA)
A_MAY_EVENING = dt.datetime(2026, 5, 13, 18, 30, tzinfo=KOLKATA)
AN_OCTOBER_MORNING = dt.datetime(2026, 10, 30, 8, 10, tzinfo=KOLKATA)
AFTER_MIDNIGHT = dt.datetime(2026, 6, 16, 1, 20, tzinfo=KOLKATA)


@pytest.mark.parametrize(
    ("at", "text", "expected"),
    [
        (WEDNESDAY_MORNING, "holi ke agle din danga hua", "03-05 00:00/03-06 00:00 day"),
        (WEDNESDAY_MORNING, "chhath se ek din pehle chori hui thi", "10-26 00:00/10-27 00:00 day"),
        (WEDNESDAY_MORNING, "bakrid ke din gaay kati thi", "05-28 00:00/05-29 00:00 day"),
        (WEDNESDAY_MORNING, "muharram ke juloos me talwar lahrayi", "06-26 00:00/06-27 00:00 day"),
        (WEDNESDAY_MORNING, "navratri ke pehle din mandir ka daan patra toda", "09-22 00:00/09-23 00:00 day"),
        (WEDNESDAY_MORNING, "raksha bandhan par meri bahan ko uthaya", "08-28 00:00/08-29 00:00 day"),
        (WEDNESDAY_MORNING, "janmashtami ki raat chori hui", "09-04 20:00/09-05 04:00 daypart"),
        (WEDNESDAY_MORNING, "khichdi ke din nadi par daru biki", "01-14 00:00/01-15 00:00 day"),
        (WEDNESDAY_MORNING, "makar sankranti ke do din baad hatya hui", "01-16 00:00/01-17 00:00 day"),
        (WEDNESDAY_MORNING, "naye saal ki raat ladki chhedi", "01-01 20:00/01-02 04:00 daypart"),
        (WEDNESDAY_MORNING, "eid ke agle din mere dost ko chaku mara", "03-22 00:00/03-23 00:00 day"),
        (WEDNESDAY_MORNING, "Diwali se do din pehle juaa hoga", "11-06 00:00/11-07 00:00 day"),
        (WEDNESDAY_MORNING, "holi wale din se ladki gayab hai", "03-04 00:00/09-23 10:30 day"),
        (WEDNESDAY_MORNING, "pichle saal dussehre par danga hua tha", "10-02 00:00/10-03 00:00 day"),
        (FRIDAY_NIGHT, "दीपावली की रात पड़ोसी ने कट्टे से फायर किया", "11-08 20:00/11-09 04:00 daypart"),
        (A_JULY_AFTERNOON, "bakrid ke ek hafte baad nala me khaal mili", "06-04 00:00/06-05 00:00 day"),
        (
            AN_OCTOBER_MORNING,
            "The murder was on Karva Chauth night, the body was thrown in the Gomti.",
            "10-29 20:00/10-30 04:00 daypart",
        ),
    ],
)
def test_festivals_and_the_days_beside_them(at: dt.datetime, text: str, expected: str | None) -> None:
    assert window(text, at) == expected


@pytest.mark.parametrize(
    ("at", "text", "expected"),
    [
        (WEDNESDAY_MORNING, "somwar se budhwar tak mitti khodi gayi", "09-21 00:00/09-24 00:00 day"),
        (WEDNESDAY_MORNING, "मंगलवार से गुरुवार तक जुआ चला", "09-15 00:00/09-18 00:00 day"),
        (WEDNESDAY_MORNING, "Monday to Wednesday trucks were loaded here", "09-21 00:00/09-24 00:00 day"),
        (A_JULY_AFTERNOON, "1 se 5 july tak mela me jeb katri hui", "07-01 00:00/07-06 00:00 day"),
        (A_JULY_AFTERNOON, "12/13 july ki raat ko chori hui", "07-12 20:00/07-13 04:00 daypart"),
    ],
)
def test_ranges_of_days(at: dt.datetime, text: str, expected: str | None) -> None:
    assert window(text, at) == expected


@pytest.mark.parametrize(
    ("at", "text", "expected"),
    [
        (WEDNESDAY_MORNING, "raat 10 baje shukravar ko hatya hui", "09-18 22:00/09-18 23:00 hour"),
        (WEDNESDAY_MORNING, "10 baje raat shukravar ko hatya hui", "09-18 22:00/09-18 23:00 hour"),
        (WEDNESDAY_MORNING, "7 pm Sunday a boy was stabbed", "09-20 19:00/09-20 20:00 hour"),
        (WEDNESDAY_MORNING, "sham 7 baje sanichar ke chori bhail", "09-19 19:00/09-19 20:00 hour"),
        (WEDNESDAY_MORNING, "on Sunday at 9 in the evening a boy was stabbed", "09-20 21:00/09-20 22:00 hour"),
        (
            FRIDAY_NIGHT,
            "A quarter to nine in the evening yesterday my phone was snatched",
            "11-19 20:45/11-19 20:46 minute",
        ),
        (
            A_MAY_EVENING,
            "Yesterday at five to nine in the night someone fired at our gate.",
            "05-12 20:55/05-12 20:56 minute",
        ),
        (A_MAY_EVENING, "At twenty past six this morning three men took my goats.", "05-13 06:20/05-13 06:21 minute"),
        (A_MAY_EVENING, "कल्हिए राति में बारह बजे के करीब ओकर गोरू खोल ले गइलें सन", "05-13 00:00/05-13 01:00 hour"),
        (
            A_MAY_EVENING,
            "budhwar ki raat 1 baje hospital ke peeche se ek navjaat shishu ko utha le gaye",
            "05-07 01:00/05-07 02:00 hour",
        ),
        (FRIDAY_NIGHT, "kal dophar 3.30 pe school ke bahar chaku mara", "11-19 15:30/11-19 15:31 minute"),
        (A_JULY_AFTERNOON, "kal rat10 baje maara", "07-14 22:00/07-14 23:00 hour"),
        (FRIDAY_NIGHT, "subah 10 aur dopahar 1 ke beech ghar me chori hui", "11-20 10:00/11-20 13:00 hour"),
        (AFTER_MIDNIGHT, "abhi 1 baje goli chali hai", "06-16 01:00/06-16 02:00 hour"),
    ],
)
def test_hours_stand_before_or_after_their_day(at: dt.datetime, text: str, expected: str | None) -> None:
    assert window(text, at) == expected


@pytest.mark.parametrize(
    ("at", "text", "expected"),
    [
        (WEDNESDAY_MORNING, "aaj subah paune aath baje chain chhini", "09-23 07:45/09-23 07:46 minute"),
        (WEDNESDAY_MORNING, "kal dopahar dedh baje marpeet hui", "09-22 13:30/09-22 13:31 minute"),
        (WEDNESDAY_MORNING, "कल रात ढाई बजे ट्रक निकला", "09-23 02:30/09-23 02:31 minute"),
        (WEDNESDAY_MORNING, "kal shaam sadhe 6 bje mobile chhina", "09-22 18:30/09-22 18:31 minute"),
        (WEDNESDAY_MORNING, "kal rat sarhe gyara baje aye the", "09-22 23:30/09-22 23:31 minute"),
        (WEDNESDAY_MORNING, "सवा दस बजे बैंक के बाहर लूट हुई", "09-23 10:15/09-23 10:16 minute"),
        (A_JULY_AFTERNOON, "savva nau baje subah lootpat hui", "07-15 09:15/07-15 09:16 minute"),
        (A_JULY_AFTERNOON, "raat ke paune barah baje dumper nikla", "07-14 23:45/07-14 23:46 minute"),
        (WEDNESDAY_MORNING, "dedh ghanta pehle chori hui", "09-23 09:00/09-23 09:01 minute"),
        (WEDNESDAY_MORNING, "paune do ghante pehle bhage hain", "09-23 08:45/09-23 08:46 minute"),
        (A_JULY_AFTERNOON, "pauna ghanta pehle chaku mara", "07-15 15:35/07-15 15:36 minute"),
        (A_JULY_AFTERNOON, "an hour and a half ago two bikes were stolen", "07-15 14:50/07-15 14:51 minute"),
        (A_JULY_AFTERNOON, "one and a half hours ago two bikes were stolen", "07-15 14:50/07-15 14:51 minute"),
        (WEDNESDAY_MORNING, "dhai mahine se balu nikal raha hai", "07-08 00:00/09-23 10:30 month"),
        (A_JULY_AFTERNOON, "साढ़े तीन महीने से लड़की बंधक है", "03-31 00:00/07-15 16:20 month"),
    ],
)
def test_quarters_and_halves(at: dt.datetime, text: str, expected: str | None) -> None:
    assert window(text, at) == expected
