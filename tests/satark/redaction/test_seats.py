"""The village of the reporter's post, told beside another place where it happened."""

import pytest

from satark.redaction.passage import Passage
from satark.redaction.seats import seats


def found(text: str) -> list[str]:
    return [text[cut.start : cut.end] for cut in seats(Passage(text))]


@pytest.mark.parametrize(
    ("text", "village"),
    [
        ("main Pipri ki [reporter post] hoon, Ghazipur bus adde par ganja bikta hai", "Pipri"),
        ("[reporter post] hu gram Bhadsara ka, Saidpur me pulia ke paas loot hui", "gram Bhadsara"),
        ("हम गाँव पिपरी के [reporter post] हईं, शाहगंज में चोरी का माल बिकता है", "गाँव पिपरी"),
        (
            "main gram Pipri ki [reporter name] hoon, Saidpur bus adde par ganja bikta hai",
            "gram Pipri",
        ),  # read so: Asha
        ("I am [reporter post] of Pipri. In Zamania a man sells pistols", "Pipri"),
        ("mai [reporter name], Pipri ka [reporter post] hu, bagal ke Sohavan gaon me mitti khodi ja rahi hai", "Pipri"),
    ],
)
def test_goes_where_it_happened_elsewhere(text: str, village: str) -> None:
    assert found(text) == [village]


@pytest.mark.parametrize(
    "text",
    [
        "main Pipri ki [reporter post] hoon, roz raat juaa hota hai",  # no other place
        "Pipri ki [reporter post] hu sahab. yahan Shahganj ke log aake sharab bechte hain",  # here
        "main Pipri ka [reporter post] hu. Shahganj se aake Pipri me ganja bechte hain",  # named again
        "main Saidpur me [reporter post] hu, Zamania me loot hui",  # a town, of many
        "main rajniti me fas jaunga, [reporter post] hu, Saidpur me loot hui",
        "gram Pipri ki [victim name] hai, Saidpur le gaye",
        "Pipri ka pradhan Saidpur me sharab bechta hai",  # another's
    ],
)
def test_stays_where_it_may_be_the_place(text: str) -> None:
    assert found(text) == []
