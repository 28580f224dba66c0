"""The vault: one person is one pseudonym, and an address comes out only where it must."""

from channels.vault import Address, ReplyRoute
from satark.stores import utc_now


def test_either_form_of_an_address_leads_to_the_same_conversation(vault):
    with vault.writing() as connection:
        first = vault.conversation_of(connection, Address("919000000001"), utc_now())
        both = vault.conversation_of(connection, Address("919000000001", "IN.ABC"), utc_now())
        id_only = vault.conversation_of(connection, Address(user_id="IN.ABC"), utc_now())
        other = vault.conversation_of(connection, Address("919000000002"), utc_now())
    assert first == both == id_only != other


def test_the_address_comes_back_whole(vault):
    with vault.writing() as connection:
        conversation = vault.conversation_of(connection, Address("919000000001", "IN.ABC"), utc_now())
        assert vault.address_of(connection, conversation) == Address("919000000001", "IN.ABC")
        assert vault.address_of(connection, "unknown") is None


def test_no_number_stands_in_the_store(vault, tmp_path):
    with vault.writing() as connection:
        vault.conversation_of(connection, Address("919000000001", "IN.ABC"), utc_now())
    content = b"".join(path.read_bytes() for path in tmp_path.glob("vault.db*"))
    assert b"9000000001" not in content
    assert b"IN.ABC" not in content


def test_a_reply_token_leads_back_to_its_reporter_only(vault):
    with vault.writing() as connection:
        vault.add_reply_route(connection, ReplyRoute("token", "someone", "JP-7K3F-9QXM", "new", "hi"))
        vault.tell_status(connection, "token", "assigned")
        assert vault.reply_route(connection, "token").status == "assigned"
        assert vault.reply_route(connection, "other") is None
    assert [route.tip_id for route in vault.tips_of("someone")] == ["JP-7K3F-9QXM"]
    assert vault.tips_of("somebody else") == []
