"""Meta's payloads: everything usable comes through, everything else is set aside with a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.payloads import Delivered, Incoming, Rejected, read_content, read_updates
from channels.signature import is_signed, signature
from channels.vault import Address


def webhook(*messages, statuses=()):
    value = {"messaging_product": "whatsapp", "messages": list(messages), "statuses": list(statuses)}
    return {"object": "whatsapp_business_account", "entry": [{"changes": [{"field": "messages", "value": value}]}]}


def test_a_bad_item_does_not_spoil_its_batch():
    good = {"id": "wamid.1", "from": "919000000001", "type": "text", "text": {"body": "chori"}}
    updates = list(read_updates(webhook({"id": "wamid.2", "type": "text"}, good, "nonsense")))
    assert updates == [
        Rejected("message without sender", {"id": "wamid.2", "type": "text"}),
        Incoming("wamid.1", Address("919000000001"), good),
        Rejected("message is no object", "nonsense"),
    ]


def test_a_person_without_a_number_is_known_by_id():
    message = {"id": "wamid.1", "from_user_id": "IN.ABC", "type": "text", "text": {"body": "x"}}
    (update,) = read_updates(webhook(message))
    assert update.sender == Address(user_id="IN.ABC")


def test_statuses_are_read():
    assert list(read_updates(webhook(statuses=[{"id": "wamid.9", "status": "read"}]))) == [Delivered("wamid.9", "read")]


@pytest.mark.parametrize(
    ("body", "kind", "text", "choice"),
    [
        ({"type": "text", "text": {"body": "chori"}}, "text", "chori", None),
        (
            {"type": "interactive", "interactive": {"type": "button_reply", "button_reply": {"id": "/affirm"}}},
            "choice",
            "",
            "/affirm",
        ),
        ({"type": "image", "image": {"id": "7", "caption": "dekhiye"}}, "media", "dekhiye", None),
        ({"type": "location", "location": {"latitude": 25.7, "longitude": 82.6}}, "pin", "", None),
        ({"type": "location", "location": {"latitude": 257, "longitude": 82.6}}, "unsupported", "", None),
        ({"type": "text", "text": {"body": 7}}, "text", "", None),
        ({"type": "order"}, "unsupported", "", None),
        ({}, "unsupported", "", None),
    ],
)
def test_every_kind_is_handled_on_purpose(body, kind, text, choice):
    content = read_content(body)
    assert (content.kind, content.text, content.choice) == (kind, text, choice)


anything = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["entry", "changes", "field", "value", "messages", "id", "from", "type", "text", "statuses"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(anything)
def test_no_shape_of_json_is_too_strange(payload):
    for update in read_updates(payload):
        assert isinstance(update, Incoming | Delivered | Rejected)
        if isinstance(update, Incoming):
            assert read_content(update.body).kind


def test_only_our_secret_signs():
    assert is_signed("secret", b"body", signature("secret", b"body"))
    for secret, body, header in [
        ("secret", b"body!", signature("secret", b"body")),
        ("other", b"body", signature("secret", b"body")),
        ("secret", b"body", None),
        ("secret", b"body", "sha256=ü"),
        ("", b"body", signature("", b"body")),
    ]:
        assert not is_signed(secret, body, header)
