"""Other words for what could tell who the reporter is: they say less, and never anything else."""

import pytest

from satark.reading import IdentityRisk
from satark.redaction import identity_risks, redact
from satark.redaction.safer import is_left, replaced, safer, shown, tells_of_home


@pytest.mark.parametrize(
    ("text", "without_trace"),
    [
        ("mere ghar ke samne roz patte khele jate hain", "ek ghar ke samne roz patte khele jate hain"),
        ("मेरे घर के पीछे भट्ठी जलती है", "एक घर के पीछे भट्ठी जलती है"),
        ("they gamble behind my house", "they gamble behind a house"),
        ("mere bhai ne bataya ki wo katta bechta hai", "ek vyakti ne bataya ki wo katta bechta hai"),
        ("my neighbour brews liquor", "a person brews liquor"),
        ("hamare pados me smack bikti hai", "aas-paas me smack bikti hai"),
        ("मेरी बहन [relative name] को रोज रोकते हैं", "एक व्यक्ति को रोज रोकते हैं"),
        ("mere saath marpit ki", "ek vyakti ke saath marpit ki"),
    ],
)
def test_a_phrase_is_said_in_other_words_of_the_same_language(text, without_trace):
    first = next(risk for risk in identity_risks(text) if is_left(risk))
    assert replaced(text, first.text, safer(first)) == without_trace


@pytest.mark.parametrize("text", ["sirf maine dekha tha", "main driver hu, chauki par paise lete hain"])
def test_where_no_other_words_are_it_can_only_be_left_out(text):
    assert [safer(risk) for risk in identity_risks(text)] == [None] * len(identity_risks(text))
    assert identity_risks(text)


def test_what_is_left_out_takes_its_case_ending_along():
    assert replaced("mere bhai ne dekha, wo bhaag gaye", "mere bhai", None) == "dekha, wo bhaag gaye"
    assert (
        replaced("main driver hu, chauki par paise lete hain", "main driver hu", None) == "chauki par paise lete hain"
    )


def test_other_words_are_no_risk_themselves():
    for text in ("mere chacha ki dukan par", "hamare gaon ke pradhan", "my shop", "मेरे पड़ोसी", "meri saheli"):
        for risk in identity_risks(text):
            words = safer(risk)
            assert words is None or not [one for one in identity_risks(words) if is_left(one)]


def test_a_tag_stands_for_what_is_gone_already():
    risks = identity_risks(redact("mera naam Ramphal hai, mera number 9000011111").text)
    assert risks and not any(is_left(risk) for risk in risks)


def test_the_own_house_is_told_from_the_own_village():
    assert tells_of_home((IdentityRisk("own_place", "mere ghar ke samne"),))
    assert not tells_of_home((IdentityRisk("own_place", "mere gaon"),))


def test_a_tag_is_shown_as_an_ellipsis():
    assert shown(IdentityRisk("kinship", "meri bhatiji [relative name] ko")) == "meri bhatiji … ko"
    assert shown(IdentityRisk("kinship", "हमार भतीजी [relative name]")) == "हमार भतीजी …"
