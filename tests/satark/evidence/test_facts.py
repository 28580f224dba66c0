"""What metadata may tell: only what can be true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satark.evidence import Facts


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (("2026-11-20T22:15:00", 26.1, 82.2), Facts("2026-11-20T22:15:00", 26.1, 82.2)),
        (("1904-01-01T00:00:00Z", None, None), Facts()),
        (("0000-00-00T00:00:00", 0.0, 0.0), Facts()),
        (("yesterday", 91.0, 10.0), Facts()),
        ((None, 26.0, None), Facts()),
        (("2026-11-20T22:15:00", float("nan"), 10.0), Facts("2026-11-20T22:15:00")),
    ],
)
def test_only_what_can_be_true_is_a_fact(told, kept):
    assert Facts.checked(*told) == kept


@given(st.text(max_size=30), st.floats(), st.floats())
def test_anything_may_be_told(taken_at, latitude, longitude):
    facts = Facts.checked(taken_at, latitude, longitude)
    assert facts.latitude is None or -90 <= facts.latitude <= 90
