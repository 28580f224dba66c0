"""A message as numbers: one sound in every script is one feature, digits and drawn-out letters are of one kind."""

import numpy as np
import scipy.sparse as sp

from satark.classification.features import Features, fold, fold_to_sound, sounds, words


def test_digits_of_any_script_are_one_sign():
    assert fold("रात ११ बजे") == fold("रात 11 बजे") == fold("रात 9 बजे") == "रात 0 बजे"


def test_drawn_out_letters_are_short_and_large_ones_small():
    assert fold("BACHAOOOOO") == "bachaoo"


def test_pictures_are_words():
    assert words("ठीक है 👍🙏") == ["ठीक", "है", "👍", "🙏"]


def test_vowel_signs_stay_within_their_word():
    assert words("चोरी हुई") == ["चोरी", "हुई"]


def test_spellings_of_one_sound_are_one():
    assert sounds("चोरी") == sounds("chori") == sounds("CHOREE".lower())
    assert fold_to_sound("शराब") == fold_to_sound("SHARAB")


def test_what_is_learnt_in_one_script_is_met_in_the_other():
    features = Features()
    features.fit(["bike chori ho gayi", "kal bike chori hui", "namaste ji", "namaste sahab"])
    devanagari, latin, other = features.transform(["चोरी", "chori", "zzz"]).toarray()
    assert np.dot(devanagari, latin) > 0.3
    assert not other.any()


def test_a_row_a_message_also_where_there_is_nothing():
    features = Features()
    features.fit(["namaste ji", "namaste sahab"])
    rows = features.transform(["", "🙂", "namaste"])
    assert rows.shape[0] == 3
    assert rows[0].nnz == 0 and rows[2].nnz > 0


def test_rows_are_those_of_the_vectorisers():
    features = Features()
    learnt = ["kal raat chori hui", "कल रात चोरी हुई", "chori chori chori", "the thief came at night"] * 2
    features.fit(learnt)
    asked = [*learnt, "", "zzz", "chori ki raat, chori ka maal"]
    theirs = sp.hstack([part.transform(asked) for part in features._parts], format="csr")
    assert np.abs((features.transform(asked) - theirs).toarray()).max() < 1e-6
