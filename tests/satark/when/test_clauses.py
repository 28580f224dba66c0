"""The verb of its own clause decides which day a phrase means."""

import datetime as dt

import pytest

from satark.reading import KOLKATA
from tests.satark.when.telling import WEDNESDAY_MORNING, window

FRIDAY_NIGHT = dt.datetime(2026, 11, 20, 21, 15, tzinfo=KOLKATA)
A_JULY_AFTERNOON = dt.datetime(2026, 7, 15, 16, 20, tzinfo=KOLKATA)
A_MAY_EVENING = dt.datetime(2026, 5, 13, 18, 30, tzinfo=KOLKATA)
AN_OCTOBER_MORNING = dt.datetime(2026, 10, 30, 8, 10, tzinfo=KOLKATA)


@pytest.mark.parametrize(
    ("at", "text", "expected"),
    [
        (
            WEDNESDAY_MORNING,
            "The wedding of the minor girl is on 12 October, family is hiding it",
            "10-12 00:00/10-13 00:00 day",
        ),
        (WEDNESDAY_MORNING, "18 september ko hamar bhatijwa ke le gailen sa", "09-18 00:00/09-19 00:00 day"),
        (WEDNESDAY_MORNING, "28 सितंबर को शराब की खेप उतरने वाली है", "09-28 00:00/09-29 00:00 day"),
        (WEDNESDAY_MORNING, "From 2 to 6 September sand mining went on near the bridge", "09-02 00:00/09-07 00:00 day"),
        (WEDNESDAY_MORNING, "they fly on 30 September with the girls", "09-30 00:00/10-01 00:00 day"),
        (
            WEDNESDAY_MORNING,
            "2 september ko us aadmi ne pistol dikhakar paise maange, kehta hai phir aaunga aur maar dunga",
            "09-02 00:00/09-03 00:00 day",
        ),
        (
            WEDNESDAY_MORNING,
            "१५ सितम्बर को मोबाइल छीन लिया और कहा कि पुलिस को बताया तो जान से मारेंगे",
            "09-15 00:00/09-16 00:00 day",
        ),
        (WEDNESDAY_MORNING, "Girl was taken on 3rd August, now they are asking 2 lakh", "08-03 00:00/08-04 00:00 day"),
        (A_MAY_EVENING, "shaadi 17 may ko hai aur ladki 13 saal ki", "05-17 00:00/05-18 00:00 day"),
        (A_MAY_EVENING, "17 mai ko 13 saal ki bachchi ki shaadi karwa rahe hain", "05-17 00:00/05-18 00:00 day"),
        (WEDNESDAY_MORNING, "10 tarikh ko dukan me chori bhail", "09-10 00:00/09-11 00:00 day"),
        (WEDNESDAY_MORNING, "28 tarikh ko supari wala kaam hoga", "09-28 00:00/09-29 00:00 day"),
        (WEDNESDAY_MORNING, "25 tarikh ko chori hui thi", "08-25 00:00/08-26 00:00 day"),
        (AN_OCTOBER_MORNING, "agle mahine ki 15 ko maal aayega", "11-15 00:00/11-16 00:00 day"),
        (FRIDAY_NIGHT, "pichle mahine 20 ko mere bhai ko mara tha", "10-20 00:00/10-21 00:00 day"),
    ],
)
def test_a_date_without_a_year_goes_by_the_verb_beside_it(at: dt.datetime, text: str, expected: str | None) -> None:
    assert window(text, at) == expected


@pytest.mark.parametrize(
    ("at", "text", "expected"),
    [
        (WEDNESDAY_MORNING, "kal raat do bachiyan bechi jayengi mugalsarai me", "09-24 20:00/09-25 04:00 daypart"),
        (WEDNESDAY_MORNING, "parson gaay kaati jaayegi", "09-25 00:00/09-26 00:00 day"),
        (WEDNESDAY_MORNING, "kal subah khep aane wali hai", "09-24 06:00/09-24 11:00 daypart"),
        (WEDNESDAY_MORNING, "कल रात को लड़की को बेचा जाएगा", "09-24 20:00/09-25 04:00 daypart"),
        (WEDNESDAY_MORNING, "kal uski vidai hai, ladki 14 saal ki hai", "09-24 00:00/09-25 00:00 day"),
        (WEDNESDAY_MORNING, "kal nabalig ki shaadi hai ramgarh me", "09-24 00:00/09-25 00:00 day"),
        (WEDNESDAY_MORNING, "The consignment arrives Friday night at Dobhi", "09-25 20:00/09-26 04:00 daypart"),
        (
            WEDNESDAY_MORNING,
            "He told his boys to attack the house on Monday, they have weapons",
            "09-28 00:00/09-29 00:00 day",
        ),
        (
            WEDNESDAY_MORNING,
            "a cattle truck is to leave for Bengal on Thursday night",
            "09-24 20:00/09-25 04:00 daypart",
        ),
        (WEDNESDAY_MORNING, "Tomorrow the minor girl is getting married in Karanda", "09-24 00:00/09-25 00:00 day"),
        (FRIDAY_NIGHT, "आने वाली 25 तारीख को खेप आएगी", "11-25 00:00/11-26 00:00 day"),
        (
            A_MAY_EVENING,
            "They will hand over the girl on the night of 20 May near the canal.",
            "05-20 20:00/05-21 04:00 daypart",
        ),
        (
            A_MAY_EVENING,
            "A shooter has been paid to kill the headmaster on Saturday morning.",
            "05-16 06:00/05-16 11:00 daypart",
        ),
        (A_MAY_EVENING, "The truck leaves tonight at 11 from the cold store.", "05-13 23:00/05-14 00:00 hour"),
        (A_MAY_EVENING, "kal Jaunpur se 12 pistol aayi hai, parson bechi jayengi", "05-15 00:00/05-16 00:00 day"),
        (
            A_MAY_EVENING,
            "parso jo jhagda hua tha uska badla lene ke liye ye log kal raat hamla karne wale hain",
            "05-14 20:00/05-15 04:00 daypart",
        ),
    ],
)
def test_what_is_to_be_done_lies_ahead(at: dt.datetime, text: str, expected: str | None) -> None:
    assert window(text, at) == expected


@pytest.mark.parametrize(
    ("at", "text", "expected"),
    [
        (WEDNESDAY_MORNING, "kal sanjh ke chauraha pe goli chalal", "09-22 16:00/09-22 20:00 daypart"),
        (WEDNESDAY_MORNING, "परसों ओकरा के लाठी से मरले सन", "09-21 00:00/09-22 00:00 day"),
        (WEDNESDAY_MORNING, "kal dukan me chori karle sa", "09-22 00:00/09-23 00:00 day"),
        (WEDNESDAY_MORNING, "कल राति घर में आग लगा दिहलें सन", "09-22 20:00/09-23 04:00 daypart"),
        (WEDNESDAY_MORNING, "kalhiye mobile chhin lele sa chatti par", "09-22 00:00/09-23 00:00 day"),
        (WEDNESDAY_MORNING, "kal teen ladke meri bahan ka purse le gaye", "09-22 00:00/09-23 00:00 day"),
        (WEDNESDAY_MORNING, "कल शाम बदमाश बाइक ले भागे", "09-22 16:00/09-22 20:00 daypart"),
        (
            A_JULY_AFTERNOON,
            "Pehle bhi shikayat ki thi 10 din pehle, ab kal phir se usne ladki ko chheda",
            "07-14 00:00/07-15 00:00 day",
        ),
        (
            A_JULY_AFTERNOON,
            "mai 2 saal se yahan rehta hun, kal raat padosi ke ghar me chori hui",
            "07-14 20:00/07-15 04:00 daypart",
        ),
        (
            A_JULY_AFTERNOON,
            "aaj subah khabar mili ki kal raat mandir ki murti chori ho gayi",
            "07-14 20:00/07-15 04:00 daypart",
        ),
        (
            A_MAY_EVENING,
            "सोमवार की शाम को लड़की कोचिंग से लौट रही थी तब तीन लड़कों ने रास्ता रोका और दुपट्टा खींचा",
            "05-11 16:00/05-11 20:00 daypart",
        ),
        (A_MAY_EVENING, "जो आदमी कल रात मंदिर के पास पकड़ा गया था उसके पास दो कट्टे थे", "05-12 20:00/05-13 04:00 daypart"),
    ],
)
def test_what_was_done_lies_behind(at: dt.datetime, text: str, expected: str | None) -> None:
    assert window(text, at) == expected


@pytest.mark.parametrize(
    ("at", "text", "expected"),
    [
        (WEDNESDAY_MORNING, "अबहियें झगड़ा होत बा", "09-23 10:30/? None"),
        (WEDNESDAY_MORNING, "abhie log jua khel rahe hain", "09-23 10:30/? None"),
        (A_MAY_EVENING, "इस बखत हमरे दुआर पर मार होत बा, जल्दी आवा", "05-13 18:30/? None"),
        (FRIDAY_NIGHT, "अबहीं पुलिया पर चार गो आदमी हथियार लेके बइठल बाड़ें", "11-20 21:15/? None"),
        (FRIDAY_NIGHT, "अभी थाने के पीछे जुआ चल रहा है", "11-20 21:15/? None"),
    ],
)
def test_what_has_just_set_out_or_goes_on_is_now(at: dt.datetime, text: str, expected: str | None) -> None:
    assert window(text, at) == expected


@pytest.mark.parametrize(
    ("at", "text", "expected"),
    [
        (WEDNESDAY_MORNING, "They were keeping the girl in a saal tree grove", None),
        (WEDNESDAY_MORNING, "they kidnapped my cousin and now they want 5 lakh", None),
        (A_JULY_AFTERNOON, "9 se 11 saal ki bachchiyon ko bechte hain", None),
        (WEDNESDAY_MORNING, "mere bete ki umar 12 saal hai, use daru pilate hain", None),
        (WEDNESDAY_MORNING, "raat wala chowkidar mila hua hai", None),
        (WEDNESDAY_MORNING, "2 ghante ka rasta hai wahan se, log daru banate hain", None),
        (A_JULY_AFTERNOON, "9 number gali me 11 nambar makan me ganja bikta hai", None),
        (FRIDAY_NIGHT, "unka naam Somwar Ram hai wo katta bechta hai", None),
        (FRIDAY_NIGHT, "do baar paisa diya, teesri baar mana kiya to mara", None),
    ],
)
def test_lengths_and_talk_are_no_time(at: dt.datetime, text: str, expected: str | None) -> None:
    assert window(text, at) == expected
