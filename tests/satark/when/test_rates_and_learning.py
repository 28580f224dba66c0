"""What is counted by the day, how the reporter came to know, and what is older than the offence: no time of it."""

import pytest

from tests.satark.when.telling import habit, told, window


@pytest.mark.parametrize(
    "text",
    [
        "each boat pays four hundred rupees per trip and 1500 per night to the chowki man",
        "He collects Rs 3000 monthly from every dhaba on the bypass",
        "guards take 50 per bike per day at the ghat",
        "raat ka 2000 leta hai hotel wala, ladkiya andar rakhi hain",
        "roz ka paanch sau leta hai har thele se, warna tarazu phenk deta hai",
        "tractor din me aath dus phera lagata hai bina parchi ke",
        "paanch sau rupaye prati din ke hisab se har nav se vasooli hoti hai",
        "दिन भर में पचास पुड़िया बेच लेता है पान की गुमटी से",
        "एक रात का तीन हजार लेते हैं, लड़कियां बाहर से लाई गई हैं",
        "महीने का पाँच हजार चौकी पर पहुँचाता है इसलिए भट्ठी चलती है",
    ],
)
def test_rates_and_prices_are_no_time(text: str) -> None:
    assert told(text).when is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he beats his wife every night", "FREQ=DAILY 20:00-04:00"),
        ("raat me chaar chakkar lagata hai dumper", "FREQ=DAILY 20:00-04:00"),
        ("har hafte mangalvar ko 500 leta hai", "FREQ=WEEKLY;BYDAY=TU ?-?"),
        ("हर महीने की 7 तारीख को दो हजार लेता है", "FREQ=MONTHLY;BYMONTHDAY=7 ?-?"),
    ],
)
def test_a_habit_told_by_its_days_stays_a_time(text: str, expected: str) -> None:
    assert habit(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "My niece told us last night that the coach touches girls in the changing room",
        "My wife found out this morning that the clerk is taking money from widows",
        "The tutor shows dirty videos to the children. My boy told me about it last week",
        "meri bhanji ne kal rote hue bataya ki master galat jagah haath lagata hai",
        "mujhe aaj subah hi pata chala ki godam me nakli daru bharte hain",
        "kal ek aadmi se suna ki bagiche me katta banta hai",
        "परसों बहन ने फोन पर बताया कि ससुर उसे मारता है",
        "शुक्रवार को मुझे जानकारी मिली कि गोदाम में मिलावटी तेल बनता है",
        "काल्ह पता चलल कि बगइचा में कट्टा बनेला",
    ],
)
def test_when_the_reporter_learnt_of_a_habit_is_no_time_of_it(text: str) -> None:
    reading = told(text)
    assert reading.when is None
    assert reading.tense in ("recurring", "ongoing")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kal pata chala ki parson raat Golu ki hatya ho gayi", "09-21 20:00/09-22 04:00 daypart"),
        ("my brother told me yesterday that thieves broke his shop on 18 September", "09-18 00:00/09-19 00:00 day"),
        ("He came yesterday and told me to pay 5000", "09-22 00:00/09-23 00:00 day"),
        ("पिता को कल रात पीटा, आज सुबह मुझे बताया", "09-22 20:00/09-23 04:00 daypart"),
    ],
)
def test_what_was_done_keeps_its_time_beside_what_was_told(text: str, expected: str) -> None:
    assert window(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Fresh stock comes every few days in a milk van",
        "हर कुछ हफ्ते में नया माल आता है",
        "gate hamesha band rehta hai, andar katta banta hai",
        "She was married three years ago and her in-laws beat her for a car",
        "bete ki shaadi 2019 me hui thi, bahu ke ghar wale jhoota case ki dhamki dete hain",
        "मेरी शादी चार साल पहले हुई, ससुराल वाले दहेज के लिए मारते हैं",
        "I am living here for 12 years and Kishor sells ganja openly",
        "हम १२ साल से गार्ड हैं, यहाँ लड़कियाँ लाई जाती हैं",
        "mukadma 2018 se chal raha hai, ab wo log gawah ko dhamkate hain",
        "the registry is dated 5 May 2015 and they are encroaching on the land",
        "3 agast ko shikayat di thi par kuch nahi hua, adda chal raha hai",
        "पिछले महीने थाने में शिकायत की थी फिर भी शराब बिक रही है",
    ],
)
def test_what_is_vague_or_older_than_the_offence_is_no_time(text: str) -> None:
    assert told(text).when is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will take the cows tomorrow by the night train", "09-24 20:00/09-25 04:00 daypart"),
        ("They sent the boys to Surat yesterday by the afternoon train", "09-22 11:00/09-22 16:00 daypart"),
        ("kal raat wali train se bachche ko le gaye", "09-22 20:00/09-23 04:00 daypart"),
        ("कल शाम की बस से दो लड़कियां ले जाएंगे", "09-24 16:00/09-24 20:00 daypart"),
    ],
)
def test_a_bus_or_train_of_the_evening_goes_in_the_evening(text: str, expected: str) -> None:
    reading = told(text)
    assert reading.when is not None
    assert (reading.when.kind, window(text)) == ("point", expected)
