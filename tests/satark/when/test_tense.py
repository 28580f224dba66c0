"""The tense of the reported offence, from verbs in every script; talk to the police decides nothing."""

import pytest

from tests.satark.when.telling import told

TENSES = {
    "happened": [
        "bike chori ho gayi",
        "mere bhai ko maar diya",
        "बाजार में मोबाइल छीन लिया गया",
        "wahan juaa ho raha tha",
        "kal raat taskari ho rahi thi",
        "log balu le ja rahe the",
        "गाय को पिकअप में भरकर ले गए",
        "gaon me dakaiti bhail",
        "hamra bhai ke lathi se marlas",
        "u log goru le gailan",
        "my phone has been stolen",
        "two men snatched a chain",
        "he was beaten by the police",
        "ghar me chor ghus gaye rahe",
    ],
    "ongoing": [
        "ganja bik raha hai",
        "yahan juaa chal rha h",
        "नदी से बालू निकाली जा रही है",
        "uske paas katta hai",
        "dukan me daru bikat ba",
        "log taas khelat baadan",
        "they are selling ganja near the school",
        "cattle are being loaded in a truck",
        "ladki ko ghar me band kar rakha hai",
        "ek ladki gayab hai",
    ],
    "planned": [
        "tomorrow night a truck of liquor goes from here",
        "log hamla karenge",
        "गाय काटने वाले हैं",
        "ladki ko bechne ki yojna bana rahe hain",
        "they are going to rob the bank",
        "they will kill him",
        "daru leke aihen",
        "shaadi me tamancha chalega",
        "दंगा करने की तैयारी है",
    ],
    "recurring": [
        "yahan ganja bikta hai",
        "वे लोग लड़कियों को छेड़ते हैं",
        "sipahi truck walo se paisa lete hain",
        "gaon me daru bikela",
        "u log roj juaa khelelan",
        "the constable takes money from trucks",
        "people gamble near the pond",
        "roz juaa ho raha hai",
        "har shukravar gaay kaat rahe hain",
    ],
}


@pytest.mark.parametrize(("text", "tense"), [(text, tense) for tense, texts in TENSES.items() for text in texts])
def test_verbs_tell_the_tense(text: str, tense: str) -> None:
    assert told(text).tense == tense


@pytest.mark.parametrize(
    "text",
    [
        "",
        "namaste",
        "hello sir",
        "dhanyavad",
        "kaise report kare",
        "kya yahan report kar sakte hain?",
        "aap log kab aayenge",
        "police karwai karegi?",
        "please take action",
        "कृपया कार्रवाई करें",
        "main photo bhejunga",
        "आप कौन हैं",
        "😀😀",
    ],
)
def test_greetings_questions_and_requests_tell_no_tense(text: str) -> None:
    assert told(text).tense is None


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("ganja bik raha hai, please karwai karein", "ongoing"),
        ("kal raat chori hui, kab karwai karenge aap", "happened"),
        ("sir yahan roz juaa hota hai, pakad lijiye", "recurring"),
        ("maine kal police ko bataya tha, ab bhi daru bik rahi hai", "ongoing"),
        ("log keh rahe hain ki aaj raat hamla karenge", "planned"),
        ("chori kal hui thi", "happened"),
        ("saahab aaj raat gaadi niklegi pakad lijiye", "planned"),
        ("suna hai ki gaon me ganja bikta hai", "recurring"),
    ],
)
def test_the_offence_and_not_the_talk_decides(text: str, tense: str) -> None:
    assert told(text).tense == tense


def test_a_time_asked_of_the_police_lies_ahead() -> None:
    reading = told("kal raat ko aaiye")
    assert reading.tense is None
    assert reading.when is not None and reading.when.start is not None and reading.when.start.day == 24


@pytest.mark.parametrize("name", ["aurela", "barela", "belwal"])
def test_a_village_that_ends_like_a_bhojpuri_verb_tells_no_habit(name: str) -> None:
    assert told(f"kal {name} gaon me do bhains chor le gaye").tense == "happened"
    assert told(f"{name} me ek aadmi ko maar diya").tense == "happened"
