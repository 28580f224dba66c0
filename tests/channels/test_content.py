"""What each kind of message says."""

import json

import pytest

from channels.content import UNSUPPORTED, Content, read_content, without_own_card


def interactive(kind, reply):
    return {"type": "interactive", "interactive": {"type": kind, kind: reply}}


CARD = {"name": {"formatted_name": "Kallu Demo"}, "phones": [{"phone": "+91 90000 00009", "wa_id": "919000000009"}]}


@pytest.mark.parametrize(
    ("body", "content"),
    [
        ({"type": "text", "text": {"body": "chori"}}, Content("text", "chori")),
        ({"type": "text", "text": {"body": "chori"}, "context": {"id": "w"}}, Content("text", "chori", replies_to="w")),
        ({"type": "text", "text": {"body": "a\0b\ud800"}}, Content("text", "ab?")),
        (interactive("button_reply", {"id": "/affirm", "title": "Haan"}), Content("choice", "Haan", "/affirm")),
        (interactive("list_reply", {"id": "/inform", "title": "Chori"}), Content("choice", "Chori", "/inform")),
        (
            interactive("nfm_reply", {"response_json": '{"flow_token": "t", "kya": "chori", "kab": "kal"}'}),
            Content("text", "chori kal"),
        ),
        ({"type": "button", "button": {"payload": "/affirm", "text": "Haan"}}, Content("choice", "Haan", "/affirm")),
        ({"type": "location", "location": {"latitude": 25.7, "longitude": 82}}, Content("pin", pin=(25.7, 82.0))),
        (
            {"type": "location", "location": {"latitude": 25, "longitude": 82, "name": "Chowk", "address": "Shahganj"}},
            Content("pin", "Chowk, Shahganj", pin=(25.0, 82.0)),
        ),
        ({"type": "contacts", "contacts": [CARD]}, Content("text", "contact: Kallu Demo +91 90000 00009")),
        ({"type": "sticker", "sticker": {"id": "7"}}, Content("sticker")),
        ({"type": "revoke", "revoke": {"original_message_id": "w"}}, Content("withdrawal", withdraws="w")),
        (
            {
                "type": "edit",
                "edit": {"original_message_id": "w", "message": {"type": "text", "text": {"body": "loot"}}},
            },
            Content("text", "loot", corrects="w"),
        ),
        ({"type": "unsupported", "errors": [{"code": 131060}]}, Content("unavailable")),
        ({"type": "image", "image": {"mime_type": "image/jpeg"}, "errors": [{"code": 131052}]}, Content("unavailable")),
        ({"type": "image", "errors": [{"code": 131052}]}, Content("unavailable")),
        ({"type": "request_welcome"}, Content("sticker")),
        ({"type": "unsupported", "errors": [{"code": 131051}], "unsupported": {"type": "poll"}}, UNSUPPORTED),
        ({"type": "text", "text": {"body": "chori"}, "errors": [{"code": 131000}]}, Content("text", "chori")),
    ],
)
def test_each_kind_says_what_it_says(body, content):
    assert read_content(body) == content


def test_an_edited_caption_does_not_bring_its_photo_a_second_time():
    photo = {"type": "image", "image": {"id": "7", "caption": "kerakat"}}
    edit = {"type": "edit", "edit": {"original_message_id": "w", "message": photo}}
    assert read_content(edit) == Content("text", "kerakat", corrects="w")
    photo["image"]["caption"] = ""
    assert read_content(edit) == Content("unsupported", corrects="w")


def test_what_was_ticked_in_a_form_is_read_like_what_was_written():
    answers = json.dumps({"flow_token": "x", "what": ["chori", "loot", True], "where": "kerakat"})
    form = {"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {"response_json": answers}}}
    assert read_content(form) == Content("text", "chori loot kerakat")


@pytest.mark.parametrize(
    ("kind", "media_kind"), [("image", "photo"), ("video", "video"), ("audio", "voice"), ("document", "document")]
)
def test_a_medium_keeps_its_caption_as_words(kind, media_kind):
    part = {"id": "7", "caption": "dekhiye", "mime_type": "x/y"}
    assert read_content({"type": kind, kind: part}) == Content("media", "dekhiye", media_kind=media_kind, media=part)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"type": None},
        {"type": ["text"]},
        {"type": "hologram", "hologram": {"body": "x"}},
        {"type": "text", "text": {"body": 7}},
        {"type": "text", "text": {"body": "  "}},
        {"type": "image", "image": {"caption": "no id"}},
        {"type": "location", "location": {"latitude": 257, "longitude": 82.6}},
        {"type": "location", "location": {"latitude": True, "longitude": 82.6}},
        {"type": "location", "location": {"latitude": float("nan"), "longitude": 82.6}},
        {"type": "contacts", "contacts": [{}]},
        {"type": "interactive", "interactive": {"type": "call_permission_reply", "call_permission_reply": {}}},
        {"type": "interactive", "interactive": {"type": {}}},
        {"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {"response_json": "[" * 5000}}},
        {"type": "order", "order": {"product_items": []}},
        {"type": "edit", "edit": {"original_message_id": "w", "message": {"type": "revoke"}}},
        {"type": "edit", "edit": {"message": {"type": "text", "text": {"body": "x"}}}},
        {"type": "revoke", "revoke": {}},
    ],
)
def test_what_cannot_be_read_is_unsupported(body):
    assert read_content(body) == UNSUPPORTED


@pytest.mark.parametrize(
    ("redacted", "own_number_known", "left"),
    [
        ("contact: Kallu Demo [reporter phone]", True, "contact: [reporter name] [reporter phone]"),
        ("contact: Kallu Demo [phone]", True, "contact: Kallu Demo [phone]"),
        ("contact: Kallu Demo [phone]", False, "contact: [name] [phone]"),
        ("contact: Kallu Demo 9000000009", False, "contact: [name] 9000000009"),
        (
            "contact: Kallu Demo [phone]\ncontact: Main [reporter phone]",
            True,
            "contact: Kallu Demo [phone]\ncontact: [reporter name] [reporter phone]",
        ),
        ("kal contact: Kallu", False, "kal contact: Kallu"),
    ],
)
def test_the_name_on_the_persons_own_card_goes_with_its_number(redacted, own_number_known, left):
    assert without_own_card(redacted, own_number_known) == left
