"""In the browser: a message typed on the phone page becomes a tip on the SP's page, without a reload by hand."""

import os
from pathlib import Path

import pytest

from tests.e2e.stack import running

CHROMIUM = "/usr/bin/chromium"
MESSAGE = "kal raat 11 baje shahganj ke paas pickup me gaay bhar ke azamgarh ki taraf le gaye"
WAIT = 40_000  # milliseconds

pytestmark = pytest.mark.skipif(not os.path.exists(CHROMIUM), reason="chromium is not installed")


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    with running(tmp_path_factory.mktemp("browser")) as started:
        yield started


@pytest.fixture
def browser():
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield launched
        launched.close()


def sign_in(browser, stack, desk):
    """A page of its own session, signed in at a desk, and every host it asked for something."""
    context = browser.new_context(viewport={"width": 1360, "height": 860})
    page = context.new_page()
    hosts = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2] if "//" in request.url else "inline"))
    username, password = stack.logins()[desk]
    page.goto(stack.urls["dashboard"])
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", password)
    page.click("#sign-in")
    page.wait_for_selector("#tip-list", state="attached", timeout=WAIT)
    return page, hosts


def test_a_typed_message_appears_on_the_pages_of_its_sp_and_of_the_dig_only(stack, browser):
    jaunpur, hosts = sign_in(browser, stack, "jaunpur")
    dig, _ = sign_in(browser, stack, "range")
    ghazipur, _ = sign_in(browser, stack, "ghazipur")

    phone = browser.new_context(viewport={"width": 1200, "height": 860}).new_page()
    phone.goto(stack.urls["simulator"])
    phone.wait_for_selector("body[data-ready=true]", timeout=WAIT)
    phone.fill('[data-testid="message-input-1"]', MESSAGE)
    phone.click('[data-testid="send-1"]')
    phone.get_by_role("button", name="Bhejiye").click(timeout=WAIT)
    filed = phone.locator('[data-testid="phone-1"] [data-testid="bubble"]', has_text="JP-").last
    filed.wait_for(timeout=WAIT)
    text = filed.inner_text()
    tip_id = text[text.index("JP-") :][: len("JP-7K3F-9QXM")]

    jaunpur.get_by_text(tip_id).first.wait_for(timeout=WAIT)
    dig.get_by_text(tip_id).first.wait_for(timeout=WAIT)
    assert ghazipur.get_by_text(tip_id).count() == 0

    jaunpur.get_by_text(tip_id).first.click()
    jaunpur.wait_for_selector("#timeline", timeout=WAIT)
    assert "pickup me gaay" in jaunpur.inner_text("body")
    assert hosts <= {stack.urls["dashboard"].split("/")[2], "inline"}
    if folder := os.environ.get("SATARK_SCREENSHOTS"):
        for name, page in (("phone", phone), ("tip", jaunpur), ("tips", dig)):
            page.screenshot(path=Path(folder) / f"{name}.png")
