"""What is prepared for a day to come, what is found later, and what only goes on beside it."""

import datetime as dt

import pytest

from satark.reading import KOLKATA
from satark.when.reading import read
from tests.satark.when.telling import WEDNESDAY_MORNING, habit, window

AFTER_CHHATH = dt.datetime(2026, 11, 20, 18, 0, tzinfo=KOLKATA)


@pytest.mark.parametrize(
    ("text", "tense", "expected"),
    [
        ("they have hired a hall for cards on Dussehra night", "planned", "10-20 20:00/10-21 04:00 daypart"),
        ("29 tarikh ko barat ke liye daru ki peti mangwayi hai", "planned", "09-29 00:00/09-30 00:00 day"),
        ("on the 15th they hired a hall and fought", "happened", "09-15 00:00/09-16 00:00 day"),
        ("a gang where they r planning to burn the shop on 2 Oct", "planned", "10-02 00:00/10-03 00:00 day"),
        (
            "kai din se bhanak thi, aaj subah jhanka to kothri me laash thi",
            "happened",
            "09-23 06:00/09-23 11:00 daypart",
        ),
        ("right now they r loading cows, who loads at 2 at night", "ongoing", "09-23 10:30/? None"),
        ("abhi abhi bachche ko gadi me daal ke le ja rahe hain", "ongoing", "09-23 10:30/? None"),
        ("रात भर ट्रॉली चलत रहल हऽ", "happened", "09-22 20:00/09-23 04:00 daypart"),
        ("bhai ka khata khali ho gaya, 19 ko hua", "happened", "09-19 00:00/09-20 00:00 day"),
        ("pichhe se 19 ko mara, 19 log the", "happened", None),
    ],
)
def test_when_it_is_to_come_or_was_found(text: str, tense: str, expected: str | None) -> None:
    assert read(text, WEDNESDAY_MORNING).tense == tense
    assert window(text, WEDNESDAY_MORNING) == expected


def test_what_began_at_a_feast_goes_on() -> None:
    reading = read("chhath ke din se satta shuru hua hai school ke piche, ab tak band nahi hua", AFTER_CHHATH)
    assert reading.tense == "ongoing"
    assert reading.when is not None and reading.when.end == AFTER_CHHATH


@pytest.mark.parametrize(
    "text",
    [
        "kisi ne pual me aag laga di. hamara unse zameen ka vivad chalta hai",
        "गोदाम में शराब उतरवा दी है, चुनाव आ रहा है",
        "मेरा पर्स झपट लिया, फोन में यही नंबर चलता है",
        "बीस पेड़ काट डाले, बाबू लोग सो रहे हैं",
    ],
)
def test_what_goes_on_beside_an_offence_is_not_its_tense(text: str) -> None:
    assert read(text, WEDNESDAY_MORNING).tense == "happened"


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("twenty drums of spirit are stored under the stairs", "ongoing"),
        ("kids r chained in the kiln", "ongoing"),
        ("goats are sold there", "recurring"),
        ("Jai Hind. I am a havildar, presently on leave. Boys are selling smack here", "ongoing"),
        ("बोरे में लाश मिली है, मुंह पर तार बंधा है। कोई फोन नहीं कर रहा", "happened"),
    ],
)
def test_a_state_lasts(text: str, tense: str) -> None:
    assert read(text, WEDNESDAY_MORNING).tense == tense


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("shop looted on sunday night abt 11.20", "09-20 23:20/09-20 23:21 minute"),
        ("2day mrng arnd 8.40 they snatched it", "09-23 08:40/09-23 08:41 minute"),
        ("biff ke din lathi chali", "09-17 00:00/09-18 00:00 day"),
        ("bif ka maas bechta hai", None),
        ("काल्हु साँझ मार भइल", "09-22 16:00/09-22 20:00 daypart"),
        ("वीडियो काल पर पुलिस बनकर पैसा लिया", None),
        ("DDU pe ek ladka bag le gaya", None),
    ],
)
def test_spellings(text: str, expected: str | None) -> None:
    assert window(text, WEDNESDAY_MORNING) == expected


def test_days_listed_without_a_comma() -> None:
    when = read("har som budh sukra ko wahan taash jamta hai", WEDNESDAY_MORNING).when
    assert when is not None and when.rrule == "FREQ=WEEKLY;BYDAY=MO,WE,FR"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("found hanging at 6.30 this morning, no police till now", "09-23 06:30/09-23 06:31 minute"),
        ("chain snatched on sat evng 6.45 near the temple", "09-19 18:45/09-19 18:46 minute"),
        (
            "they killed her on monday afternoon, they told all it was snake bite. yesterday they fed people",
            "09-21 11:00/09-21 16:00 daypart",
        ),
        ("beat the guard with rods yesterday. he is not going out today", "09-22 00:00/09-23 00:00 day"),
        ("is budhwar ko school ke maidan me galat sabha hai", "09-23 00:00/09-24 00:00 day"),
        ("30 tarikh ki raat resort me charas aur daru ki party ho rahi hai", "09-30 20:00/10-01 04:00 daypart"),
        ("21 tarikh ko phone aaya paanch lakh do, 2 october tak ka time diya", "09-21 00:00/09-22 00:00 day"),
        ("she was cheated, dob 12/03/1999", None),
        ("pammi sends photos, 3000 full night", None),
        ("sunrise public school ke samne maar peet hui", None),
        ("galti ho gayi, subah ke saat baje ki baat hai, kal ki", "09-22 07:00/09-22 08:00 hour"),
        ("ab tak do ladke nahi laute. kal phir le jane wala hai", "09-24 00:00/09-25 00:00 day"),
        (
            "five lakh has been given to a shooter to eliminate the witness on 28 September",
            "09-28 00:00/09-29 00:00 day",
        ),
        ("cutting going on in the mill rt nw, come b4 sunrise", "09-23 10:30/? None"),
        ("the SI took 20,000 on 4 September to remove a name. Now asking more", "09-04 00:00/09-05 00:00 day"),
        ("On 14 September I paid Rs 21,000 and since then he has blocked me", "09-14 00:00/09-15 00:00 day"),
        ("they beat me, for three months now", "06-23 00:00/09-23 10:30 month"),
        ("men go in for half hour each, he takes money", None),
    ],
)
def test_which_of_several_times(text: str, expected: str | None) -> None:
    assert window(text, WEDNESDAY_MORNING) == expected


def test_a_night_with_its_end_and_a_since_with_its_nights() -> None:
    assert habit("ladkiya roz raat 9 baje aati hain aur subah 5 baje tak rehti hain") == "FREQ=DAILY 21:00-05:00"
    assert habit("every friday morning at 4 two cows are cut there") == "FREQ=WEEKLY;BYDAY=FR 04:00-05:00"
    assert habit("every night after 11 two machines dig the pond") == "FREQ=DAILY 23:00-?"
    assert habit("two sipahi stop every truck from 1 to 4 at night") == "FREQ=DAILY 01:00-04:00"
    assert habit("he cuts cow on Thursday night behind the market") == "FREQ=WEEKLY;BYDAY=TH 20:00-04:00"
    assert habit("calves leave at 3 am on every haat day, that is Wednesday and Saturday") == (
        "FREQ=WEEKLY;BYDAY=WE,SA 03:00-04:00"
    )
    assert window("somvar se balu nikal rahe hain, raat bhar machine chal rahi hai") == "09-21 00:00/09-23 10:30 day"
