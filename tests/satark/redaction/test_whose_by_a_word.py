"""Numbers and names of which one small word says whose they are, and ordinary words that only sound like a name."""

import pytest

from satark.redaction import redact
from satark.redaction.lexicon import lexicon


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ek aurat chalati hai, grahkon ko 98765 00233 se photo bhejti hai", "98765 00233"),
        ("dukan ke board pe no likha hai 90001 81818, wahan bina degree operation hota hai", "90001 81818"),
        ("Sand truck HR55AB1212 will leave Mardah at 4 am. Broker: Shamim 90001 18181.", "Shamim 90001 18181"),
        ("a man was calling from 98765 00042 and speaking good English", "98765 00042"),
        ("someone is calling my mother again and again from 90001 44552", "90001 44552"),
        ("one sipahi has badge 0421 and pockets 200 from each bike", "0421"),
        ("Kallu 98765 00043 se ab bhi phone karke dhamki de raha hai, mere bhai ko mara tha", "98765 00043"),
        ("daroga ji Rambali Pandey ne hamare jija se das hazar liya", "Rambali Pandey"),
        ("upi pe naam Sahil Mewati dikha raha hai, mera paisa gaya", "Sahil Mewati"),
        ("meri chhatra ko uska mausa bechne ja raha hai. mausa ka phone number 90001 33456 hai", "90001 33456"),
        ("one 'bank manager' called from +91 90000 44518 and by mistake i told", "90000 44518"),
        ("mere saath thagi hui. uska number bol ke likhwa raha hu 90001 12233", "90001 12233"),
        ("five dumpers came out. One number I noted on my hand UP64T5520", "UP64T5520"),
        ("meri mummy Sheetla Chaukiya dham ja rahi thi, raste me chain chheen li", "Sheetla Chaukiya"),
        ("हमार मरद माटी के तेल छिड़क के सलाई खोजत बा", "माटी के तेल"),
        ("Customer calls 90001 77310 first and says a word, I saw it from my window", "90001 77310"),
        ("girls are brought every night, booking on 90001 66670, I live nearby", "90001 66670"),
        ("I gave 5,000 from my bank passbook 0044000100223345 on 1 October", "on 1 October"),
        ("Numbers I noted: UP67 AB 1001, UP67 AB 2002", "UP67 AB 1001, UP67 AB 2002"),
    ],
)
def test_evidence_stays(text: str, kept: str) -> None:
    assert kept in redact(text).text


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("OTP bata diye to khata 30219000456 se 48,500 kat gaya", "30219000456"),
        ("khata 11029000771 se do bar me 75000 aur 20000 nikal gaya", "11029000771"),
        ("UP61AT7008 chor ki hai, wo meri wali UP61N3345 galti se likh di thi", "UP61N3345"),
        ("soochna di thi uska kya hua, mere isi number 90001 52210 se di thi", "90001 52210"),
        ("they took my mother's purse, the purse had her Aadhaar 6712 9000 3345", "6712 9000 3345"),
        ("ek ladki ko bechne le ja rahe hain, jaldi kuch kariye 90001 72727", "90001 72727"),
        ("meri do bike UP62AB1234 aur UP62AB1235 chori ho gayi", "UP62AB1235"),
        ("truck UP65DT9981 mera hi hai, khud chalata hu", "UP65DT9981"),
        ("mera phone chheen liya, usme jo sim thi 90000 44128 wo band karwa di hai", "90000 44128"),
        ("गांव में चौदह साल की बच्ची है पिंकी, उसका मामा उसे बेच रहा है", "पिंकी"),
        ("mera beta Ankit satte me barbad ho gaya", "Ankit"),
        ("mere bhai Rohit ko gunde ne mara. Rohit ka number 98765 12345 hai", "98765 12345"),
        ("mera bhai Rohit ko mara. Rohit ka pair toot gaya hai", "Rohit"),
        ("I write this as constable of the same thana", "constable"),
        ("maine apne jija Ashok se udhar lekar paisa diya", "Ashok"),
        ("My younger brother Deepak is finished because of smack", "Deepak"),
    ],
)
def test_the_reporter_goes(text: str, gone: str) -> None:
    assert gone not in redact(text).text


@pytest.mark.parametrize(
    "text",
    [
        "कृपया मेरा नाम कहीं न आए",
        "mera naam kahin na aaye, kisi ko mat batana",
        "हम बूढ़े लोग देखते रह जाते हैं",
        "हमारे गाँव सेनापुर (केराकत) में पुड़िया बिकती है",
    ],
)
def test_nothing_is_taken_for_a_name(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize("word", ["kisan", "किसान", "balu", "thana", "थाना", "tarikh", "बारात", "weeks", "शायद", "gao"])
def test_ordinary_words_are_no_names(word: str) -> None:
    assert lexicon().classes(word).isdisjoint({"given", "surname"})


@pytest.mark.parametrize("word", ["Bablu", "Saeed", "राखी", "Kishan", "Shikha", "Pooja"])
def test_names_are_names(word: str) -> None:
    assert not lexicon().classes(word).isdisjoint({"given", "surname"})


@pytest.mark.parametrize("word", ["मेरा", "मेरी", "मेरे", "mera", "hamara"])
def test_mine_is_nobodys_kin(word: str) -> None:
    assert "kin" not in lexicon().classes(word)
