"""A message as numbers: one sound in every script is one feature, digits and drawn-out letters are of one kind."""

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer

from satark import corpus
from satark.classification.features import Features, _Line, fold
from satark.classification.passages import clauses, passages
from satark.phonetics import sound_key
from satark.text import tokens

LEARNT = ["kal raat chori hui", "कल रात चोरी हुई", "chori chori chori", "the thief came at night"] * 2
LONG = (
    "kal raat gaon me chori hui aur chor the raat bhar, bike chori karke raat me hi kal the night wale chor aaye chori"
)


def _rows(features: Features, *texts: str) -> np.ndarray:
    return np.asarray(features.rows(texts).toarray())


def _words(text: str) -> list[str]:
    return [fold(token.text) for token in tokens(text)]


def _sounds(text: str) -> list[str]:
    return [sound_key(word) for word in _words(text)]


def _peer(learnt: list[str], asked: list[str]) -> np.ndarray:
    """The same n-grams as scikit-learn's vectorisers count and weigh them."""
    told = {"sublinear_tf": True, "min_df": 2, "dtype": np.float32}
    spoken = {"preprocessor": lambda text: " ".join(_sounds(text)), **told}
    parts = [
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), **spoken),
        TfidfVectorizer(analyzer="char", ngram_range=(5, 6), **spoken),
        TfidfVectorizer(tokenizer=_words, lowercase=False, token_pattern=None, ngram_range=(1, 2), **told),
        TfidfVectorizer(tokenizer=_sounds, lowercase=False, token_pattern=None, ngram_range=(1, 2), **told),
    ]
    return np.asarray(sp.hstack([part.fit(learnt).transform(asked) for part in parts]).toarray())


def test_digits_of_any_script_are_one_sign():
    assert fold("११") == fold("11") == fold("9") == "0"


def test_drawn_out_letters_are_short_and_large_ones_small():
    assert fold("BACHAOOOOO") == "bachaoo"


def test_pictures_are_words():
    features, _ = Features.learnt(["ठीक है 👍", "ठीक है 👍", "नहीं 🙏", "नहीं 🙏"])
    thumb, same, other = _rows(features, "👍", "बोलिए 👍", "🙏")
    assert thumb @ same > 0.5 and thumb @ other == 0


def test_what_is_learnt_in_one_script_is_met_in_the_other():
    features, _ = Features.learnt(["bike chori ho gayi", "kal bike chori hui", "namaste ji", "namaste sahab"])
    devanagari, latin, shouted, other = _rows(features, "चोरी", "chori", "CHOREE", "zzz")
    assert devanagari @ latin > 0.3 and shouted @ latin > 0.3
    assert not other.any()


def test_a_row_a_message_also_where_there_is_nothing():
    features, rows = Features.learnt(["namaste ji", "namaste sahab"])
    asked = _rows(features, "", "🙂", "namaste")
    assert asked.shape == (3, rows.shape[1])
    assert not asked[:2].any() and asked[2].any()


def test_rows_are_those_of_vectorisers():
    features, rows = Features.learnt(LEARNT)
    asked = [*LEARNT, "", "zzz", "chori ki raat, chori ka maal"]
    mine, theirs = _rows(features, *asked), _peer(LEARNT, asked)
    assert np.abs(rows.toarray() - mine[: len(LEARNT)]).max() < 1e-6
    assert mine.shape == theirs.shape  # the columns stand in another order
    assert np.abs(mine @ mine.T - theirs @ theirs.T).max() < 1e-5


def test_a_stretch_is_read_as_if_it_stood_alone():
    learnt = [*LEARNT, LONG, LONG]
    features, _ = Features.learnt(learnt)
    words = tokens(LONG)
    stretches = [*passages(len(words)), *clauses(len(words))]
    assert len(stretches) > 5
    _, values = features.of(LONG, stretches)
    alone = [LONG[words[first].start : words[end - 1].end] for first, end in stretches]
    theirs = _peer(learnt, alone)
    assert np.abs(values @ values.T - theirs @ theirs.T).max() < 1e-5


def test_no_two_n_grams_share_a_fingerprint():
    line = _Line([message for block in corpus.blocks() for message in block.messages[:3]])
    length = len(line.codes)
    for size in (2, 5, 6, 30):
        starts = np.arange(length - size)
        text = line.codes.astype(np.uint32).tobytes().decode("utf-32-le")
        written = {text[at : at + size] for at in starts}
        assert len(written) > 1_000
        assert len(np.unique(line.prints(starts, starts + size))) == len(written)


def test_a_fingerprint_does_not_depend_on_where_it_stands():
    alone, within = _Line(["chori"]), _Line(["kal", "raat", "chori", "hui"])
    at = 2
    assert alone.prints(alone.starts, alone.ends)[0] == within.prints(within.starts, within.ends)[at]
