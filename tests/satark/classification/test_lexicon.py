"""The words of offences: found in any script and spelling, and quoted from the message itself."""

import pytest
import yaml

from satark.classification.lexicon import Hit, load_lexicon, quote
from satark.settings import ROOT
from satark.text import tokens


def hits_of(text: str) -> list[Hit]:
    return load_lexicon().hits(tokens(text))


@pytest.mark.parametrize("text", ["यहां जुआ होता है", "yahan jua hota hai", "yahaan juaa hota h"])
def test_a_term_is_found_in_any_script_and_spelling(text: str):
    assert "gambling" in {hit.offence for hit in hits_of(text) if hit.is_term}


@pytest.mark.parametrize("text", ["", "🙂🙂", "namaste ji kaise hain", "12 34 56"])
def test_nothing_is_found_where_nothing_is_said(text: str):
    assert [hit for hit in hits_of(text) if hit.is_term] == []


def test_every_offence_of_the_catalogue_has_terms():
    catalogue = yaml.safe_load((ROOT / "data" / "offences.yml").read_text(encoding="utf-8"))["offences"]
    files = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in (ROOT / "data" / "lexicon").glob("*.yml")]
    assert {data["offence"] for data in files if isinstance(data.get("offence"), str) and data["terms"]} == set(
        catalogue
    )


def test_a_quote_is_of_the_message_and_prefers_the_longest_term():
    text = "raat me kachchi sharab bikti hai"
    words = tokens(text)
    hits = [
        Hit("illicit_liquor", False, 4, 5),
        Hit("illicit_liquor", True, 3, 3),
        Hit("illicit_liquor", True, 2, 3),
        Hit("drugs", True, 0, 5),
    ]
    assert quote(text, words, hits, "illicit_liquor") == "kachchi sharab"
    assert quote(text, words, hits, "theft") == ""
