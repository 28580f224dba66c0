"""What narrows down who the reporter is, quoted as it stands in the redacted text."""

from __future__ import annotations

import pytest

from satark.redaction import identity_risks, redact


@pytest.mark.parametrize(
    ("message", "kind", "words"),
    [
        ("sirf maine dekha hai", "only_witness", "sirf maine dekha"),
        ("mere alawa wahan koi nahi tha", "only_witness", "mere alawa"),
        ("I was the only witness", "only_witness", "only witness"),
        ("two men take diesel free from our pump every night", "own_place", "our pump"),
        ("mere ghar me juaa hota hai", "own_place", "mere ghar"),
        ("mere ghar ke samne juaa hota hai", "address", "[reporter address]"),
        ("हमारी गली में शराब बिकती है", "own_place", "हमारी गली"),
        ("hamare gaon ke pradhan ghoos lete hain", "own_place", "hamare gaon ke pradhan"),
        ("mere padosi Raju ke ghar juaa hota hai", "neighbour", "mere padosi"),
        ("main wahi kaam karta hoon", "workplace", "kaam karta"),
        ("hum bhi thela lagate hain, sipahi pachas leta hai", "occupation", "hum bhi thela lagate hain"),
        ("hum seth ke yahan khana banate hain", "workplace", "hum seth ke yahan khana banate hain"),
        ("hamare bagal ke kamre me note chhapta hai", "neighbour", "hamare bagal ke"),
        ("Neighbour is beating his wife", "neighbour", "Neighbour"),
        ("parson mere saamne ek ne do katta liya", "presence", "mere saamne"),
        ("main hi us case ka gawah hoon", "only_witness", "gawah hoon"),
        ("main kisan hoon", "occupation", "main kisan hoon"),
        ("मैं दुकानदार हूं", "occupation", "दुकानदार"),
        ("main us waqt wahin khada tha", "presence", "wahin khada tha"),
        ("mera bhai Suresh ganja bechta hai", "family_member_of_accused", "mera bhai Suresh"),
        ("mere chacha ki zameen par kabza", "kinship", "mere chacha"),
        ("mere saath loot hui", "victim", "mere saath loot"),
        ("main Pilkichha gaon ka rahne wala hoon", "address", "rahne wala"),
        ("meri bhains chori ho gayi", "own_property", "meri bhains"),
    ],
)
def test_a_risk_is_named_and_quoted(message: str, kind: str, words: str) -> None:
    assert [risk.text for risk in identity_risks(redact(message).text) if risk.kind == kind and words in risk.text]


def test_work_told_by_what_one_does() -> None:
    risks = identity_risks("I wash bedsheets in the same lodge so I know")
    assert [risk.text for risk in risks if risk.kind == "occupation" and "I wash bedsheets in the" in risk.text]


def test_what_was_removed_is_quoted_by_its_tag_only() -> None:
    text = redact(
        "Mera naam Suresh hai, mera number 9876543210, meri gaadi UP62AT1234, main SBI branch Kerakat me clerk hoon"
    ).text
    found = {(risk.kind, risk.text) for risk in identity_risks(text)}
    assert {
        ("name", "[reporter name]"),
        ("phone", "[reporter phone]"),
        ("vehicle", "[reporter vehicle]"),
        ("employer", "[reporter employer]"),
        ("occupation", "[reporter post]"),
    } <= found
    assert not any(word in risk for _, risk in found for word in ("Suresh", "9876543210", "UP62AT1234", "SBI"))


@pytest.mark.parametrize(
    "message",
    ["Raju ganja bechta hai Kerakat me", "Illegal liquor is sold near the station", "उसकी दुकान पर सट्टा होता है"],
)
def test_a_plain_tip_carries_no_risk(message: str) -> None:
    assert identity_risks(redact(message).text) == ()


def test_risks_quote_the_text_they_were_read_from() -> None:
    text = redact("sir main kisan hoon, mere ghar ke samne sirf maine dekha, mera bhai Mohan bhi tha").text
    assert all(risk.text in text for risk in identity_risks(text))


@pytest.mark.parametrize("text", ["सिपाही वर्दी में ही रहता है", "धूल से आंख में जलन रहती है"])
def test_where_another_is_tells_nothing_of_the_reporter(text: str) -> None:
    assert identity_risks(text) == ()


def test_a_quote_begins_behind_the_place_it_opens_with() -> None:
    risks = identity_risks("hum Kerakat me bhatthe pe kaam karte hai, wahan bachche bandhak hai")
    assert "bhatthe pe kaam karte" in {risk.text for risk in risks}


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("dumper ka number toh hum khud dekhe", "only_witness", "hum khud dekhe"),
        ("pradhan mujhse 20000 mangta hai", "victim", "mujhse 20000 mangta"),
        ("jua me mere aadmi ne payal bech di", "kinship", "mere aadmi"),
        ("बेटी की फोटो बनाकर भेज रहा है", "kinship", "बेटी"),
        ("kisi ne meri jeb kaat li", "own_property", "meri jeb"),
        ("sand is dug, they broke my bund twice", "own_property", "my bund"),
        ("I saw three dumpers at Balua", "presence", "I saw"),
        ("humne apne kaan se suna hai, supari di gayi", "presence", "humne apne kaan se suna"),
        ("truck chalate hain hum, kal 500 liye", "occupation", "truck chalate hain hum"),
        ("saidpur mandi me sabji bechta hu. ek aadmi nakli note de gaya", "occupation", "sabji bechta hu"),
        ("My landlord's son keeps pistols", "own_place", "My landlord"),
        ("I am a BA student and this gang calls us", "occupation", "I am a BA student"),
    ],
)
def test_what_is_called_ones_own_and_what_one_saw(text: str, kind: str, quote: str) -> None:
    assert (kind, quote) in {(risk.kind, risk.text) for risk in identity_risks(text)}


@pytest.mark.parametrize("text", ["mera naam na aaye", "hamara number mat dena", "Kallu ganja bechta hai Balua me"])
def test_a_wish_to_stay_unnamed_is_no_risk(text: str) -> None:
    assert identity_risks(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "bhaiya pls kisi ko mat batana, dar lagta hai",
        "भैया हमका डर लागत बा",
        "didi main bahut dari hui hoon",
        "namaste bhai sahab, yahan daru bikti hai",
        "bhai mujhe bachao",
    ],
)
def test_whoever_is_spoken_to_is_nobodys_kin(text: str) -> None:
    assert [risk for risk in identity_risks(text) if risk.kind == "kinship"] == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("bhaiya ne bataya ki wahan ganja bikta hai", "bhaiya"),
        ("bhai mujhe roz marta hai", "bhai"),
        ("mere chacha ki zameen le li", "mere chacha"),
    ],
)
def test_kin_who_are_told_of_are_a_risk(text: str, quote: str) -> None:
    assert quote in {risk.text for risk in identity_risks(text) if risk.kind == "kinship"}
