"""Evidence on a tip's page: opened in memory for those who may see the tip, in words where there is nothing to open."""

import json

import pytest
import seeding

from satark.desks import Desk
from satark.desks.accounts import audit_trail
from satark.desks.evidence import Evidence, put_evidence
from satark.evidence.boxes import context_of, seal_file
from satark.seal import Recipient, seal_to

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(200))
KINDS = {"ev-1": "photo", "ev-2": "voice", "ev-3": "document", "ev-4": "video"}


@pytest.fixture
def desk(deployment):
    return Desk.open(deployment[0], "jaunpur")


@pytest.fixture
def tip(deployment, desk):
    """A tip whose words name four pieces."""
    import dataclasses

    tip = seeding.sealed_tip(deployment[0], "jaunpur", story=0)
    words = {"narrative": "बालू", "evidence": [{"id": name, "kind": kind} for name, kind in KINDS.items()]}
    content = seal_to(recipients(deployment, "jaunpur", "range"), json.dumps(words).encode(), context=tip.id)
    desk.file(dataclasses.replace(tip, content=content))
    return tip


def recipients(deployment, *names):
    return [Recipient.load(deployment[0].keys, name) for name in names]


def put(deployment, desk, tip, name, status="ready", reason=None, content_type="image/png", dig_alone=(), **parts):
    sealed = {}
    for part, content in parts.items():
        to = recipients(deployment, "range") if part in dig_alone else recipients(deployment, "jaunpur", "range")
        sealed[part] = seal_file(to, content, context_of(tip.id, name, part))
    put_evidence(desk, Evidence(name, tip.id, KINDS[name], status, reason, content_type), sealed)


def shown(office, tip):
    return json.dumps(office.page(f"/tip/{tip.id}").json, ensure_ascii=False)


def panel_after_tick(office, tip, token=""):
    values = {"tip-id.data": tip.id, "tip-token.data": token}
    return office.fire("tip-clock.n_intervals", "timeline", values)


def test_what_has_not_come_yet_is_said(sp, tip):
    page = shown(sp, tip)
    assert page.count("Sent, but not here yet") == 4
    assert "1. Photo" in page and "2. Voice message" in page and "4. Video" in page


def test_a_tip_without_evidence_says_so(sp, desk, deployment):
    bare = seeding.sealed_tip(deployment[0], "jaunpur", story=1)
    desk.file(bare)
    assert "Nothing was sent with this tip" in shown(sp, bare)


def test_a_picture_is_opened_with_the_desks_key_and_noted(sp, tip, desk, deployment, tmp_path):
    details = json.dumps({"sha256": "ab" * 32, "content_type": "image/png"}).encode()
    put(deployment, desk, tip, "ev-1", details=details, content=PNG, thumbnail=b"\xff\xd8\xff")
    page = shown(sp, tip)
    assert "ab" * 32 in page
    assert f"/tip/{tip.id}/evidence/ev-1/thumbnail" in page
    assert page.count("Sent, but not here yet") == 3
    answer = sp.client.get(f"/tip/{tip.id}/evidence/ev-1/content")
    assert (answer.status_code, answer.data, answer.mimetype) == (200, PNG, "image/png")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "attachment" not in answer.headers.get("Content-Disposition", "")
    assert (audit_trail(desk)[0].action, audit_trail(desk)[0].tip_id) == ("evidence_opened", tip.id)
    away = sp.client.get(f"/tip/{tip.id}/evidence/ev-1/content?download=1")
    assert f"attachment; filename={tip.id}-ev-1.png" in away.headers["Content-Disposition"]
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and PNG in path.read_bytes()]


def test_a_player_gets_the_part_it_asks_for_and_is_noted_once(sp, tip, desk, deployment):
    put(deployment, desk, tip, "ev-4", content_type="video/mp4", details=b"{}", content=bytes(range(250)) * 10)
    address = f"/tip/{tip.id}/evidence/ev-4/content"
    first = sp.client.get(address, headers={"Range": "bytes=0-99"})
    later = sp.client.get(address, headers={"Range": "bytes=250-259"})
    assert (first.status_code, len(first.data)) == (206, 100)
    assert (later.status_code, later.data) == (206, bytes(range(10)))
    assert [entry.action for entry in audit_trail(desk)].count("evidence_opened") == 1


def test_a_refusal_and_a_waiting_voice_are_told_in_words(sp, tip, desk, deployment):
    put(deployment, desk, tip, "ev-3", "refused", "unsupported", None)
    put(deployment, desk, tip, "ev-2", "awaiting_transcription", None, "audio/mp4", details=b"{}")
    page = shown(sp, tip)
    assert "files of this kind are not opened" in page
    assert "Awaiting transcription" in page
    assert "evidence/ev-2" not in page


def test_a_transcript_is_shown_with_the_machines_reading(sp, tip, desk, deployment):
    details = json.dumps({"transcript": "शाहगंज में शराब", "sha256": "cd" * 32}).encode()
    put(deployment, desk, tip, "ev-2", "ready", None, "audio/mp4", details=details, content=b"\0\0\0\x20ftyp")
    page = shown(sp, tip)
    assert "शाहगंज में शराब" in page and "written down by a machine" in page and '"Audio"' in page


def test_the_original_is_for_the_dig_alone(sp, dig, tip, desk, deployment):
    told = json.dumps({"sha256": "ef" * 32, "kept": True}).encode()
    put(deployment, desk, tip, "ev-1", details=b"{}", content=PNG, original=b"<html>raw", original_details=told,
        dig_alone=("original", "original_details"))  # fmt: skip
    assert "ef" * 32 not in shown(sp, tip)
    assert sp.client.get(f"/tip/{tip.id}/evidence/ev-1/original").status_code == 403
    assert "ef" * 32 in shown(dig, tip)
    answer = dig.client.get(f"/tip/{tip.id}/evidence/ev-1/original")
    assert (answer.data, answer.mimetype) == (b"<html>raw", "application/octet-stream")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert audit_trail(desk)[0].action == "original_opened"


def test_nobody_without_a_session_and_no_other_office_gets_a_file(stranger, tip, desk, deployment):
    put(deployment, desk, tip, "ev-1", details=b"{}", content=PNG)
    answer = stranger.client.get(f"/tip/{tip.id}/evidence/ev-1/content")
    assert answer.status_code == 302 and PNG not in answer.data


@pytest.mark.parametrize("rest", ["ev-1/details", "ev-1/original_details", "ev-9/content", "ev-1/thumbnail"])
def test_other_addresses_lead_nowhere(sp, tip, desk, deployment, rest):
    put(deployment, desk, tip, "ev-1", details=b"{}", content=PNG)
    assert sp.client.get(f"/tip/{tip.id}/evidence/{rest}").status_code == 404


def test_another_desks_evidence_leads_nowhere(sp, deployment):
    other = Desk.open(deployment[0], "ghazipur")
    tip = seeding.sealed_tip(deployment[0], "ghazipur", story=0)
    other.file(tip)
    box = seal_file(recipients(deployment, "ghazipur", "range"), PNG, context_of(tip.id, "ev-1", "content"))
    put_evidence(other, Evidence("ev-1", tip.id, "photo", "ready", None, "image/png"), {"content": box})
    assert sp.client.get(f"/tip/{tip.id}/evidence/ev-1/content").status_code == 404


def test_a_file_that_was_swapped_in_the_store_is_not_shown(sp, tip, desk, deployment):
    box = seal_file(recipients(deployment, "jaunpur"), PNG, context_of("JP-OTHER-TIP1", "ev-1", "content"))
    put_evidence(desk, Evidence("ev-1", tip.id, "photo", "ready", None, "image/png"), {"content": box})
    answer = sp.client.get(f"/tip/{tip.id}/evidence/ev-1/content")
    assert answer.status_code == 403 and PNG not in answer.data


def test_evidence_that_arrives_comes_to_the_open_page(sp, tip, desk, deployment):
    sp.client.get(f"/tip/{tip.id}")
    token = panel_after_tick(sp, tip).json["response"]["tip-token"]["data"]
    assert panel_after_tick(sp, tip, token).status_code == 204
    put(deployment, desk, tip, "ev-3", "refused", "broken", None)
    assert "the file was damaged" in json.dumps(panel_after_tick(sp, tip, token).json)
