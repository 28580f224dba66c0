"""The pages in a real browser: signing in, a tip that comes by itself, assigning, and no request to another host."""

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
from satark.seal import PrivateBox, new_key_pair

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"NO BROWSER: {CHROMIUM} is not installed")


@pytest.fixture(scope="module")
def deployment(tmp_path_factory):
    """(settings, logins, address) of a running dashboard with some tips."""
    settings, logins, environ = seeding.a_deployment(tmp_path_factory.mktemp("home"))
    new_key_pair(settings.keys, "courier", seeding.COURIER_PHRASE)
    seeding.seed(settings, 12)
    server = waitress.create_server(create_app(settings, environ).server, host="127.0.0.1", port=0, threads=8)
    threading.Thread(target=server.run, daemon=True).start()
    yield settings, logins, f"http://127.0.0.1:{server.effective_port}"
    server.close()


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium, deployment):
    """A page whose requests and errors are recorded; a test ends without an error and without another host."""
    context = chromium.new_context(viewport={"width": 1366, "height": 900})
    page = context.new_page()
    page.troubles, page.addresses = [], []
    page.on("request", lambda request: page.addresses.append(request.url))
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on("console", lambda message: page.troubles.append(message.text) if message.type == "error" else None)
    yield page
    here = deployment[2]
    assert [url for url in page.addresses if not url.startswith((here, "data:", "blob:"))] == []
    assert page.troubles == []
    context.close()


def sign_in(page, deployment, desk):
    _, logins, address = deployment
    page.goto(address)
    page.fill("[name=username]", logins[desk].username)
    page.fill("[name=password]", logins[desk].password)
    page.click("#sign-in")
    expect(page.locator("#office-name")).to_have_text(logins[desk].office)


def test_a_tip_filed_while_the_page_is_open_appears_by_itself(page, deployment):
    settings = deployment[0]
    sign_in(page, deployment, "jaunpur")
    expect(page.locator("#tip-list")).to_be_visible()
    page.evaluate("window.same = true")
    tip = seeding.sealed_tip(settings, "jaunpur", story=11)
    Desk.open(settings, "jaunpur").file(tip)
    expect(page.locator("#tip-list").get_by_text(tip.id)).to_be_visible(timeout=15_000)
    expect(page.locator("#tip-news")).to_have_text("A new tip has come in.")
    assert page.evaluate("window.same") is True


def test_an_officer_is_assigned_and_the_tip_closed_and_reopened(page, deployment):
    settings = deployment[0]
    desk = Desk.open(settings, "jaunpur")
    tip = seeding.sealed_tip(settings, "jaunpur", story=0)
    desk.file(tip)
    sign_in(page, deployment, "jaunpur")
    page.locator("#tip-list").get_by_text(tip.id).click()
    expect(page.locator("#narrative")).to_have_text(seeding.STORIES[0][1])
    expect(page.locator("#assign-button")).to_be_disabled()
    page.click("#assign-officer")
    page.get_by_role("option", name="Demo Officer A").click()
    page.click("#assign-button")
    expect(page.locator("#timeline")).to_contain_text("assigned it to Inspector Demo Officer A")
    expect(page.locator("#tip-heading")).to_contain_text("Assigned")
    briefing = next(one for one in desk.pending_dispatches() if one.tip_id == tip.id and one.recipient == "officer")
    courier = PrivateBox.unlock(settings.keys, "courier", seeding.COURIER_PHRASE)
    assert tip.id.encode() in courier.open(briefing.content, briefing.id)
    desk.accept(tip.id, briefing.officer_id, "accepted-in-the-browser-test")
    expect(page.locator("#timeline")).to_contain_text("accepted it", timeout=15_000)
    page.click("#close-disposition")
    page.get_by_role("option", name="No offence found").click()
    page.click("#close-button")
    page.click("#close-confirm")
    expect(page.locator("#tip-heading")).to_contain_text("No offence found")
    page.click("#reopen-button")
    expect(page.locator("#timeline")).to_contain_text("reopened it")
    assert desk.tip(tip.id).status == "assigned"


def test_every_page_stands_in_both_languages_and_asks_no_other_host(page, deployment):
    sign_in(page, deployment, "range")
    headings = {"/": "Tips", "/map": "Map of tips", "/patterns": "Patterns", "/officers": "Officers", "/audit": "Audit",
                "/account": "Your account"}  # fmt: skip
    for path, heading in headings.items():
        page.goto(deployment[2] + path)
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    page.goto(deployment[2] + "/map")
    expect(page.locator("path.tip-marker").first).to_be_visible()
    page.get_by_text("हिन्दी").click()
    expect(page.get_by_role("heading", name="सूचनाओं का नक्शा")).to_be_visible()
    page.locator("path.tip-marker").first.click(force=True)
    page.locator(".leaflet-popup a[href^='/tip/']").first.click()
    expect(page.get_by_role("heading", name="तथ्य")).to_be_visible()
    expect(page.locator("#narrative")).not_to_be_empty()


def test_an_officer_is_retired_and_taken_back(page, deployment):
    sign_in(page, deployment, "ghazipur")
    page.click("#nav-officers")
    page.get_by_role("button", name="Retire").click()
    expect(page.get_by_text("Retired from this list")).to_be_visible()
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_role("button", name="Retire")).to_be_visible()


def test_signing_out_closes_the_pages(page, deployment):
    sign_in(page, deployment, "chandauli")
    page.click("#sign-out")
    expect(page.locator("#sign-in")).to_be_visible()
    page.goto(deployment[2] + "/audit")
    expect(page.locator("#sign-in")).to_be_visible()
