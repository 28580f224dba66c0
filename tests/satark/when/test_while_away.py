"""What stands beside the time of the offence: when one left and came back, what it was told with, hurried English."""

import datetime as dt

import pytest

from satark.reading import KOLKATA
from tests.satark.when.telling import habit, told, window

THURSDAY_NIGHT = dt.datetime(2026, 5, 14, 21, 30, tzinfo=KOLKATA)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "somvar raat 9 baje godam band karke gaya, mangal subah 8 baje aaya to tala kata mila",
            "05-11 21:00/05-12 08:00 hour",
        ),
        ("कल सुबह 10 बजे साइकिल खड़ी की थी, 10:45 पर लौटा तो गायब", "05-13 10:00/05-13 10:45 minute"),
        (
            "parson sham 6 baje dukan lock karke gaya tha, kal subah 7 baje khola to maal gayab",
            "05-12 18:00/05-13 07:00 hour",
        ),
    ],
)
def test_a_loss_lies_between_leaving_and_coming_back(text: str, expected: str) -> None:
    when = told(text, THURSDAY_NIGHT).when
    assert when is not None and when.kind == "interval"
    assert window(text, THURSDAY_NIGHT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # until when, of a night that was named
        ("yesterday night they dig our pond with JCB till 2 am", "05-13 20:00/05-14 02:00 hour"),
        ("परसों रात टाल पर ट्रक लागल रहे, भोर के 4 बजे ले ईंटा लदाइल", "05-12 20:00/05-13 04:00 hour"),
        # what was seen later, and where one went afterwards
        ("kal raat 2 baje motor khol le gaye, aaj subah 6 baje uthe to dekha", "05-14 02:00/05-14 03:00 hour"),
        (
            "aaj dopahar bazar me parse kheench liya, 5 baje ghar pahunchi tab likh rahi hu",
            "05-14 11:00/05-14 16:00 daypart",
        ),
        (
            "last week two calves were cut near the pond. Yesterday children saw the bones",
            "05-07 00:00/05-14 00:00 week",
        ),
        # till when one was on duty
        ("yesterday at 11 pm they unloaded the boxes, I was on duty till 6 am", "05-13 23:00/05-14 00:00 hour"),
        # what it is told with
        (
            "niwedan hai ki dinank 10/05/2026 ki raat ghar me chori hui, shak us par hai jo sham ko aaya tha",
            "05-10 20:00/05-11 04:00 daypart",
        ),
        # of a day that was told before
        (
            "Next Monday the whole lane goes to a wedding. They will break the wall that night",
            "05-18 20:00/05-19 04:00 daypart",
        ),
        # hurried
        ("tmrw mornin 5 oclk truck ful of peti wil go", "05-15 05:00/05-15 06:00 hour"),
        ("2 boys snatchd my bag last eve arnd 7", "05-13 19:00/05-13 20:00 hour"),
        ("on monday erly mrnin 4 30 they took the sand", "05-11 04:30/05-11 04:31 minute"),
    ],
)
def test_the_time_of_the_deed(text: str, expected: str) -> None:
    assert window(text, THURSDAY_NIGHT) == expected


@pytest.mark.parametrize(
    "text",
    [
        "wo ladki ki cheekh aaj tak mere kaan me hai, pati ne jala diya",
        "munshi ne 2000 liye, kagaz mila usi shaam",
        "yahan daru bikti hai, kal ko mera beta bhi pine lagega",
        "chauraha par gutka me nasha milate hain, 12 saal se hamara thela wahin hai",
    ],
)
def test_what_tells_no_time(text: str) -> None:
    assert told(text, THURSDAY_NIGHT).when is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("evry nyt 10 to 2 dumpers lift balu", "FREQ=DAILY 22:00-02:00"),
        ("Every evening from about six until nine men gamble behind the mill", "FREQ=DAILY 18:00-21:00"),
        ("roj bhor me 4 se 6 baje tractor balu dhota hai", "FREQ=DAILY 04:00-06:00"),
        ("matka nmbr is sold evry day 3pm 2 6pm", "FREQ=DAILY 15:00-18:00"),
        ("since holi they come every evening and take money", "FREQ=DAILY 16:00-20:00"),
        ("roz subah 7 se 9, itwar ko nahi", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA 07:00-09:00"),
        (
            "har mahine ki 7 tarikh ko vasuli karta hai. pichhle mahine ek adhikari aaye the",
            "FREQ=MONTHLY;BYMONTHDAY=7 ?-?",
        ),
    ],
)
def test_habits_keep_their_hours(text: str, expected: str) -> None:
    assert habit(text, THURSDAY_NIGHT) == expected


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        # English verbs left bare
        ("today 5 pm two men snatch chain of my aunt and run away", "happened"),
        ("on tuesday he lock the gate with me and said keep quiet", "happened"),
        ("my pump set is stolen from the field, wire was cut", "happened"),
        ("tomorrow a boy of 12 is getting sold to a contractor", "planned"),
        ("fite goin on near vill mandir, heads bleedin", "ongoing"),
        # what goes on beside it
        ("jeweller ki dukan ham chalate hain, do ladke aaye aur chain le gaye", "happened"),
        ("kal raat le jaa rahi gaadi ko roka aur driver ko peeta", "happened"),
        # where help is called for
        ("jaldi aaiye ghar me 4 log ghus aaye hain, papa ko baandh diya hai", "ongoing"),
        ("जल्दी कीजिए अभी भाभी को बंद करके आग लगा दी है", "ongoing"),
    ],
)
def test_tense(text: str, tense: str) -> None:
    assert told(text, THURSDAY_NIGHT).tense == tense


@pytest.mark.parametrize(
    ("text", "tense", "expected"),
    [
        # the progressive of broken English, dated in the past
        (
            "on sunday night at 11 my uncle is stop one tractor and they beat him",
            "happened",
            "05-10 23:00/05-11 00:00 hour",
        ),
        ("today early morning 5 oclock two person is cutting one calf", "happened", "05-14 05:00/05-14 06:00 hour"),
        # what is planned, heard of before
        (
            "I hear today evening in the dhaba, on 20 May they will shoot the contractor",
            "planned",
            "05-20 00:00/05-21 00:00 day",
        ),
        # now, and a threat for today
        ("now he is breaking the door with an axe, today he will kill me", "ongoing", "05-14 21:30/? None"),
        (
            "On Holi night, a little past ten, three men came in with pistols and emptied the trays",
            "happened",
            "03-04 22:00/03-04 23:00 hour",
        ),
        (
            "meetng in tin shed comin sun 9am, they giv rice if u chng religion",
            "planned",
            "05-17 09:00/05-17 10:00 hour",
        ),
        ("yesterday morning at nine fifty one man took my bag", "happened", "05-13 09:50/05-13 09:51 minute"),
        ("पिछले हफ्ते खाते से पैसा कटा, आज बैंक में पता चला", "happened", "05-07 00:00/05-14 00:00 week"),
    ],
)
def test_broken_english_and_what_was_heard(text: str, tense: str, expected: str) -> None:
    assert told(text, THURSDAY_NIGHT).tense == tense
    assert window(text, THURSDAY_NIGHT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("racket in the lodge evry fri n sat nite", "FREQ=WEEKLY;BYDAY=FR,SA 20:00-04:00"),
        ("Smack is sold from seven in the evening till eleven, every single day", "FREQ=DAILY 19:00-23:00"),
    ],
)
def test_habits_in_hurried_english(text: str, expected: str) -> None:
    assert habit(text, THURSDAY_NIGHT) == expected
