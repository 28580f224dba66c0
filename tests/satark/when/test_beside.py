"""Times told beside the offence, and events that decide no tense."""

import pytest

from tests.satark.when.telling import habit, told, window


@pytest.mark.parametrize(
    "text",
    [
        "woh kirane me afeem bechta hai, mujhe raat 8 baje ke baad hi phone karna",
        "गोदाम में नकली सीमेंट भरा जाता है। सुबह दस बजे से पहले कॉल मत करिएगा, घर में सब रहते हैं",
        "He keeps a girl locked in the mill. Call me only after nine at night.",
        "mera phone din me band rehta hai. Bhatthi mandir ke peeche hai, wahin daru banti hai",
        "They brew liquor by the culvert. I pass there at six each morning on my way to the dairy.",
        "वह पुड़िया बेचता है, मैं सुबह दूध देने जाता हूं तो सब दिखता है",
        "raid padne se do ghante pehle thane se khabar aa jati hai, isliye kuch nahi milta, satta chalta hai",
    ],
)
def test_when_to_call_and_what_the_reporter_does_of_a_day_is_no_time_of_the_offence(text: str) -> None:
    assert told(text).when is None


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("kal meri bakri le gaye, ab gaon me khule aam ghoom rahe hain", "happened"),
        ("बेटे को कुएं में धकेल दिया, पूरा परिवार रो रहा है", "happened"),
        ("My barn was set on fire. Everyone says it was a spark.", "happened"),
        ("usne 20 hazar maange nahi to photo sabko bhej dega", "happened"),
        ("naam nahi bataunga, pan ki gumti me charas milti hai", "recurring"),
        ("Ladka nahar me mara mila, log kehte hain nashe me gir gaya", "happened"),
        ("वे बाइक चुराकर बेच देते हैं, एक आदमी की तो रोज़ी चली गई", "recurring"),
        ("mera tractor gayab, phone karo to malik uthata nahi", "happened"),
        ("The dealer gives short weight. A widow has lost her card because of him.", "recurring"),
    ],
)
def test_reactions_threats_and_what_came_of_it_decide_no_tense(text: str, tense: str) -> None:
    assert told(text).tense == tense


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mangal ki raat bhai ka hath tod diya, har mahine do hazar mangte hain", "09-22 20:00/09-23 04:00 daypart"),
        ("Itwar ko do admi aaye, bole har hafte paisa dena hoga", "09-20 00:00/09-21 00:00 day"),
        ("छत से सुना कि कल शाम को सेठ की दुकान लूटेंगे", "09-24 16:00/09-24 20:00 daypart"),
        ("bail khol le gaye khunte se. 4 din pehle ki baat hai", "09-19 00:00/09-20 00:00 day"),
        ("bihfe ke din hamar saman chora le gailan", "09-17 00:00/09-18 00:00 day"),
        ("From Monday the 28th through to Thursday the 1st they will hand out bottles", "09-28 00:00/10-02 00:00 day"),
        ("chor ghar me ghus gaye hain abhi, chhupe hain hum", "09-23 10:30/? None"),
        ("He bought a gun to shoot his brother next week", "09-24 00:00/10-01 00:00 week"),
        ("The knives are for Friday, they mean to settle it at the fair", "09-25 00:00/09-26 00:00 day"),
        ("kal nahi parson ki baat hai, khet se motor gayi", "09-21 00:00/09-22 00:00 day"),
        ("abhi nahi chal raha, kal ki baat hai", "09-22 00:00/09-23 00:00 day"),
    ],
)
def test_the_deed_dates_itself(text: str, expected: str) -> None:
    assert window(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jua har roz hota hai, kal bhi hua", "FREQ=DAILY ?-?"),
        ("itwar chhodkar har raat bhatthi jalti hai", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA 20:00-04:00"),
        ("Except Fridays, they gamble there daily", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,SA,SU ?-?"),
        ("roz khulta hai bas mangalvar ko band rehta hai, satta", "FREQ=WEEKLY;BYDAY=MO,WE,TH,FR,SA,SU ?-?"),
        (
            "har som aur shukra ki raat saadhe das se ek ke beech truck aate hain",
            "FREQ=WEEKLY;BYDAY=MO,FR 22:30-01:00",
        ),
        ("Every night between half past ten and two they cut cattle", "FREQ=DAILY 22:30-02:00"),
        ("har match ke din dukan par satta lagta hai", "? ?-?"),
        ("har saal 2 october ko talab par jua hota hai", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=2 ?-?"),
        ("On Saturday nights vans full of calves pass our lane", "FREQ=WEEKLY;BYDAY=SA 20:00-04:00"),
        ("Night after night they dig the bank", "FREQ=DAILY 20:00-04:00"),
    ],
)
def test_habits_with_days_left_out_and_days_of_their_own(text: str, expected: str) -> None:
    assert habit(text) == expected


def test_somvar_ko_chhod_ke_is_who_left_on_monday() -> None:
    assert window("patni ko somvar ko chhod ke bhag gaya") == "09-21 00:00/09-22 00:00 day"
