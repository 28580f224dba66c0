"""Meta's payloads: everything usable comes through, everything else is set aside with a reason."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.payloads import Address, Delivered, Ignored, Incoming, Moved, Reacted, Rejected, read_updates
from channels.signature import is_signed, signature
from tests.channels.serving import text, webhook

MOMENT = dt.datetime(2026, 3, 1, 12, 0, tzinfo=dt.timezone.utc)
SECONDS = int(MOMENT.timestamp())


def test_a_bad_item_does_not_spoil_its_batch():
    good = text("wamid.1", "chori")
    updates = list(read_updates(webhook({"id": "wamid.2", "type": "text"}, good, "nonsense", {**good, "id": ""})))
    said = {"type": "text", "text": {"body": "chori"}}
    assert updates == [
        Rejected("message without sender", {"id": "wamid.2", "type": "text"}),
        Incoming("wamid.1", Address("919000000001"), said),
        Rejected("message is no object", "nonsense"),
        Rejected("message without id", {**good, "id": ""}),
    ]


def test_updates_come_in_order_over_entries_and_changes():
    change = [{"field": "messages", "value": {"messages": [text(f"wamid.{n}", "x")]}} for n in range(4)]
    payload = {"entry": [{"changes": change[:1]}, {"changes": change[1:3]}, 7, {"changes": change[3:]}]}
    found = list(read_updates(payload))
    assert [update.wamid for update in found if isinstance(update, Incoming)] == [f"wamid.{n}" for n in range(4)]
    assert Rejected("entry without changes", 7) in found


@pytest.mark.parametrize("payload", [None, [], "x", {}, {"entry": {}}, {"entry": None}])
def test_what_is_no_webhook_is_set_aside_whole(payload):
    assert list(read_updates(payload)) == [Rejected("no entries", payload)]


def test_a_person_without_a_number_is_known_by_id():
    (update,) = read_updates(
        webhook({"id": "wamid.1", "from_user_id": "IN.ABC", "type": "text", "text": {"body": "x"}})
    )
    assert update.sender == Address(user_id="IN.ABC")


def test_the_contact_completes_the_sender_and_its_name_goes_nowhere():
    contacts = [
        {"profile": {"name": "Canary Naam"}, "wa_id": "919000000002", "user_id": "IN.B"},
        {"profile": {"name": "Other"}, "wa_id": "919000000001", "user_id": "IN.A"},
    ]
    (update,) = read_updates(webhook(text("wamid.1", "x"), contacts=contacts))
    assert update.sender == Address("919000000001", "IN.A")
    assert "Canary" not in repr(update)
    nobody = {"id": "wamid.2", "type": "text", "text": {"body": "x"}}
    (update,) = read_updates(webhook(nobody, contacts=contacts[:1]))
    assert update.sender == Address("919000000002", "IN.B")
    (update,) = read_updates(webhook(nobody, contacts=contacts))
    assert update == Rejected("message without sender", nobody)


@pytest.mark.parametrize("given", [SECONDS, str(SECONDS), SECONDS * 1000, f"{SECONDS}000", float(SECONDS)])
def test_timestamps_are_read_in_seconds_and_in_milliseconds(given):
    (update,) = read_updates(webhook(text("wamid.1", "x", timestamp=given)))
    assert update.written_at == MOMENT


@pytest.mark.parametrize("given", ["yesterday", "", -5, 0, 10**30, 1e400, True, [], {}, "nan", SECONDS * 1000_000])
def test_what_is_no_moment_is_set_aside(given):
    (update,) = read_updates(webhook(text("wamid.1", "x", timestamp=given)))
    assert (type(update), update.reason) == (Rejected, "bad timestamp")


def test_statuses_bring_our_own_name_for_the_message_and_the_error():
    failed = {"id": "wamid.9", "status": "failed", "errors": [{"code": 131047, "title": "x"}]}
    read = {"id": "wamid.8", "status": "read", "biz_opaque_callback_data": "ours"}
    assert list(read_updates(webhook(statuses=[failed, read, {"id": 7}]))) == [
        Delivered("wamid.9", "failed", None, 131047),
        Delivered("wamid.8", "read", "ours"),
        Rejected("status without id", {"id": 7}),
    ]


def test_a_change_of_number_leads_from_the_old_address_to_the_new():
    note = {
        "id": "wamid.1",
        "from": "919000000001",
        "timestamp": str(SECONDS),
        "type": "system",
        "system": {
            "body": "User Canary Naam changed from 919000000001 to 919000000002",
            "type": "user_changed_number",
            "wa_id": "919000000002",
            "user_id": "IN.NEW",
            "previous_user_id": "IN.OLD",
        },
    }
    (update,) = read_updates(webhook(note))
    assert update == Moved(Address("919000000001", "IN.OLD"), Address("919000000002", "IN.NEW"), MOMENT)


def test_a_change_of_id_keeps_the_number():
    system = {"type": "user_changed_user_id", "user_id": "IN.NEW", "previous_user_id": "IN.OLD"}
    note = {"id": "wamid.1", "from": "919000000001", "type": "system", "system": system}
    (update,) = read_updates(webhook(note))
    assert update == Moved(Address("919000000001", "IN.OLD"), Address("919000000001", "IN.NEW"), None)


@pytest.mark.parametrize(
    ("message", "update"),
    [
        (text("wamid.1", "x", group_id="G1"), Ignored("group")),
        (text("wamid.1", "x") | {"type": "group"}, Ignored("group")),
        (text("wamid.1", "x") | {"type": "system", "system": {"type": "customer_identity_changed"}}, Ignored("system")),
        (
            text("wamid.1", "x") | {"type": "reaction", "reaction": {"message_id": "wamid.0", "emoji": "👍"}},
            Reacted(Address("919000000001"), None),
        ),
        (
            text("wamid.1", "x") | {"type": "reaction", "reaction": {"message_id": "wamid.0"}},
            Reacted(Address("919000000001"), None),
        ),
    ],
)
def test_what_is_not_for_the_dialogue_is_told_apart(message, update):
    assert list(read_updates(webhook(message))) == [update]


def test_unknown_fields_are_ignored_and_errors_of_the_account_set_aside():
    other = {"entry": [{"changes": [{"field": "account_update", "value": {"event": "x"}}]}]}
    assert list(read_updates(other)) == [Ignored("field")]
    error = {"code": 130429, "title": "x"}
    failing = {"entry": [{"changes": [{"field": "messages", "value": {"errors": [error]}}]}]}
    assert list(read_updates(failing)) == [Rejected("account error 130429", error)]


def test_neither_sender_nor_referral_stay_in_what_is_kept():
    referral = {"source_url": "https://example.org/ad", "ctwa_clid": "canary"}
    context = {"from": "919000000000", "id": "wamid.0", "forwarded": True}
    (update,) = read_updates(webhook(text("wamid.1", "x", referral=referral, context=context)))
    assert update.body == {"type": "text", "text": {"body": "x"}, "context": {"id": "wamid.0"}}


def test_a_value_beyond_all_bounds_is_set_aside():
    (update,) = read_updates(webhook(text("wamid.1", "x" * 200_000)))
    assert (type(update), update.reason) == (Rejected, "value too long")


keys = [
    "entry",
    "changes",
    "field",
    "value",
    "messages",
    "id",
    "from",
    "type",
    "text",
    "statuses",
    "system",
    "contacts",
]
anything = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["messages", "edit"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(keys), inner, max_size=5),
    max_leaves=20,
)


@given(anything)
def test_no_shape_of_json_is_too_strange(payload):
    kinds = Incoming | Reacted | Moved | Delivered | Ignored | Rejected
    assert all(isinstance(update, kinds) for update in read_updates(json.loads(json.dumps(payload))))


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
