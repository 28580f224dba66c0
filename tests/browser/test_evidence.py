"""Evidence in a real browser: the picture is seen, film and reading play, nothing comes from another host."""

import dataclasses
import json
import sys
import threading
from pathlib import Path

import pytest
import waitress
from playwright.sync_api import expect, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent / "dashboard"))

import seeding

from dashboard.app import create_app
from satark.desks import Desk
from satark.desks.evidence import Evidence, put_evidence
from satark.evidence import clean_apart
from satark.evidence.boxes import context_of, seal_file
from satark.evidence.cleaned import sha256_of
from satark.seal import Recipient, new_key_pair, seal_to
from satark.settings import CleaningLimits
from tests.satark.evidence import files

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"NO BROWSER: {CHROMIUM} is not installed")
KINDS = {"ev-1": "photo", "ev-2": "video", "ev-3": "voice", "ev-4": "document", "ev-5": "photo", "ev-6": "voice",
         "ev-7": "document"}  # fmt: skip

SAID = "नहर के पास लाश है, [reporter name] ने देखा"


@pytest.fixture(scope="module")
def deployment(tmp_path_factory):
    """(logins, address, tip id) of a dashboard with a tip that has every sort of evidence."""
    settings, logins, environ = seeding.a_deployment(tmp_path_factory.mktemp("home"))
    new_key_pair(settings.keys, "courier", seeding.COURIER_PHRASE)
    folder = tmp_path_factory.mktemp("files")
    tip = seeding.sealed_tip(settings, "jaunpur", story=11)
    both = [Recipient.load(settings.keys, name) for name in ("jaunpur", "range")]
    named = [{"id": name, "kind": kind} for name, kind in KINDS.items()]
    words = {"narrative": "नहर के पास एक अधजली लाश पड़ी है।", "evidence": named}
    desk = Desk.open(settings, "jaunpur")
    desk.file(dataclasses.replace(tip, content=seal_to(both, json.dumps(words).encode(), context=tip.id)))
    for name, content_type, source, more in (
        ("ev-1", "image/jpeg", files.picture(folder / "p.jpg", "JPEG"), {}),
        ("ev-2", "video/mp4", files.film(folder / "f.mp4", 3), {}),
        (
            "ev-3",
            "audio/ogg",
            files.sound(folder / "v.ogg", 3),
            {"transcript": SAID},
        ),
        ("ev-4", "application/pdf", files.paper(folder / "p.pdf"), {}),
    ):
        target = folder / name
        target.mkdir()
        made = clean_apart(content_type, source, target, CleaningLimits())
        parts = {"details": json.dumps({"sha256": sha256_of(target / made.file), **more}).encode()}
        parts["content"] = (target / made.file).read_bytes()
        if made.thumbnail:
            parts["thumbnail"] = (target / made.thumbnail).read_bytes()
        sealed = {part: seal_file(both, content, context_of(tip.id, name, part)) for part, content in parts.items()}
        put_evidence(desk, Evidence(name, tip.id, KINDS[name], "ready", None, made.content_type), sealed)
    waiting = {"details": seal_file(both, b"{}", context_of(tip.id, "ev-6", "details"))}
    put_evidence(desk, Evidence("ev-6", tip.id, "voice", "awaiting_transcription"), waiting)
    put_evidence(desk, Evidence("ev-7", tip.id, "document", "refused", "unsupported"), {})
    server = waitress.create_server(create_app(settings, environ).server, host="127.0.0.1", port=0, threads=8)
    threading.Thread(target=server.run, daemon=True).start()
    yield logins["jaunpur"], f"http://127.0.0.1:{server.effective_port}", tip.id
    server.close()


def until(page, element, holds):
    """Waits from outside: the page's own policy forbids scripts that wait within it."""
    for _ in range(100):
        if page.evaluate(f"document.querySelector('#tip-evidence {element}').{holds}"):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{element}: {holds} did not come true")


def test_the_office_sees_hears_and_downloads_the_evidence(deployment, tmp_path):
    login, address, tip_id = deployment
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1366, "height": 900})
        troubles, addresses = [], []
        page.on("request", lambda request: addresses.append(request.url))
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.goto(address)
        page.fill("[name=username]", login.username)
        page.fill("[name=password]", login.password)
        page.click("#sign-in")
        page.goto(f"{address}/tip/{tip_id}")
        panel = page.locator("#tip-evidence")
        expect(panel.locator(".evidence")).to_have_count(len(KINDS))
        until(page, "img", "naturalWidth > 300")
        for player in ("video", "audio"):
            page.evaluate(f"document.querySelector('#tip-evidence {player}').play()")
            until(page, player, "currentTime > 0.3")
        expect(panel).to_contain_text("[reporter name]")
        expect(panel).to_contain_text("Sent, but not here yet")
        expect(panel).to_contain_text("Awaiting transcription")
        expect(panel).to_contain_text("files of this kind are not opened")
        with page.expect_download() as coming:
            panel.locator(".evidence").nth(3).get_by_text("Download").click()
        coming.value.save_as(tmp_path / "paper.pdf")
        assert coming.value.suggested_filename == f"{tip_id}-ev-4.pdf"
        assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF-")
        page.screenshot(path=str(tmp_path / "tip.png"), full_page=True)
        assert [url for url in addresses if not url.startswith((address, "data:", "blob:"))] == []
        assert troubles == []
        browser.close()
