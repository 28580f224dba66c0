"""One's own name told outright goes whatever word it is; what another said of his own name, and words
beside "mera naam" that are no name, stay."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from satark.redaction import redact
from satark.redaction.anothers import anothers
from satark.redaction.lexicon import lexicon
from tests.satark.redaction.telling import names, passage, words

_NAMEABLE = frozenset({"open", "verbal", "given", "surname"})
_ROMAN = [
    first + second for first in "bh d g j k kh l m n p r s t v".split() for second in "a e i o u an ir un".split()
]
_HINDI = [first + second for first in "कखगजटडतदनपबमरलवस" for second in ("ा", "ि", "ी", "ु", "े", "ो")]
# What a name may end with that verbs and everyday words end with as well.
_ROMAN_ENDINGS = ("", "", "", "ne", "ega", "ata", "awe", "ed", "wala")
_HINDI_ENDINGS = ("", "", "", "ने", "ता", "ेगा", "ाइल")

_LATIN_FRAMES = (
    "mera naam {} hai",
    "mera naam to {} hai",
    "mera pura naam {} hai",
    "hamar naam {} ba",
    "naam mera {} hai",
    "mera naam hai {}",
    "main {} bol raha hoon",
    "my name is {}",
    "this is {} speaking",
    "myself {}",
)
_DEVANAGARI_FRAMES = (
    "मेरा नाम {} है",
    "मेरा शुभ नाम {} है",
    "हमार नाम {} बा",
    "नाम मेरा {} है",
    "मेरा नाम है {}",
    "मैं {} बोल रही हूँ",
)
_AROUND = ("{}", "kal raat shahganj me truck se gaay le gaye. {}. mera number 9000012345 hai", "{}, naam mat batana")


def _invented(parts: list[str], endings: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Words of two to five syllables that stand in no list."""
    words = st.tuples(st.lists(st.sampled_from(parts), min_size=2, max_size=5).map("".join), st.sampled_from(endings))
    return words.map("".join).filter(lambda word: bool(lexicon().classes(word) & _NAMEABLE))


@settings(max_examples=300, deadline=None)
@given(_invented(_ROMAN, _ROMAN_ENDINGS), st.booleans(), st.sampled_from(_LATIN_FRAMES), st.sampled_from(_AROUND))
def test_whatever_roman_word_one_is_called_goes(word, capital, frame, around):
    name = word.capitalize() if capital else word
    assert name not in redact(around.format(frame.format(name))).text.replace(",", " ").replace(".", " ").split()


@settings(max_examples=300, deadline=None)
@given(_invented(_HINDI, _HINDI_ENDINGS), st.sampled_from(_DEVANAGARI_FRAMES), st.sampled_from(_AROUND))
def test_whatever_hindi_word_one_is_called_goes(word, frame, around):
    assert word not in redact(around.format(frame.format(word))).text.replace(",", " ").replace(".", " ").split()


@pytest.mark.parametrize(
    "text",
    [
        "call aaya, bola mera naam Vikrant hai SBI se bol raha hu, 45000 nikal gaye",
        "usne kaha mera naam Kallan hai yahan ka don hu",
        "फोन पर बोला मेरा नाम राकेश है बिजली विभाग से",
    ],
)
def test_the_name_a_caller_gave_himself_stays(text):
    assert redact(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "mera naam gupt rakhna, yahan jua hota hai",
        "mera naam kisi ko mat batana bhai",
        "मेरा नाम बाहर नहीं आना चाहिए",
        "my name should not come anywhere",
        "main sach bol raha hoon, kal wahan chori hui",
        "main dar ke mare likh raha hoon",
        "i am scared and i cannot sleep",
    ],
)
def test_a_plea_about_ones_name_stays_as_it_is(text):
    assert redact(text).text == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mere pita ka naam Naadan hai, chain cheen li", "Naadan"),
        ("my wife Jali is afraid of them", "Jali"),
        ("my sister dhegodin is harassed by them", "dhegodin"),
        ("मेरे भाई किडा ने सब देखा", "किडा"),
        ("Lujeedan naam ki ladki ke saath balatkar hua", "Lujeedan"),
        ("दुकवा देवी नाम की लड़की के साथ बलात्कार हुआ", "दुकवा देवी"),
        ("an 8 year old girl Phasal was raped", "Phasal"),
    ],
)
def test_kin_and_victims_go_whatever_they_are_called(text, name):
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("log use Pesuwa bulate hain, smack bechta hai", "Pesuwa"),
        ("इसमें घिटा का हाथ है", "घिटा"),
        ("usne kaha mera naam Kallan hai yahan ka don hu", "Kallan"),
    ],
)
def test_what_another_is_called_is_anothers(text, name):
    found = passage(text)
    assert name in words(found, anothers(found)).split()
