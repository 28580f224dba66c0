"""The phone page in a real browser: what a person sees and taps."""

from __future__ import annotations

import re
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import Page, async_playwright, expect

from simulator import PhoneSpec, SimulatorConfig, create_app
from tests.satark.evidence.files import sound
from tests.simulator.test_media import upload

CHROMIUM = Path("/usr/bin/chromium")

pytestmark = [
    pytest.mark.asyncio,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not installed: the phone page is NOT tested"),
]

PHONES = (PhoneSpec("919800000001", "Phone 1"), PhoneSpec("919800000002", "Officer", "id", "officer"))
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
]  # fmt: skip
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000a49444154789c6300010000050001" + "0d0a2db40000000049454e44ae426082"
)


@pytest_asyncio.fixture
async def demo(start: Any) -> Any:
    return await start(phones=PHONES)


@pytest_asyncio.fixture
async def page(demo: Any) -> AsyncIterator[Page]:
    """The page, open, in a browser that may reach nothing but the simulator. Script errors fail the test."""
    troubles: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        opened = await browser.new_page(viewport={"width": 1000, "height": 900})
        opened.on("pageerror", lambda error: troubles.append(str(error)))
        opened.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
        opened.on("request", lambda request: _stays(request.url, demo.url, troubles))
        await opened.goto(demo.url)
        await expect(opened.locator("body[data-ready=true]")).to_be_attached()
        yield opened
        await browser.close()
    assert troubles == []


def _stays(address: str, home: str, troubles: list[str]) -> None:
    if not address.startswith((home, "blob:" + home)):
        troubles.append(f"the page asked for {address}")


async def write(page: Page, text: str, index: int = 1) -> None:
    await page.get_by_test_id(f"message-input-{index}").fill(text)
    await page.get_by_test_id(f"send-{index}").click()
    sent = page.get_by_test_id(f"phone-{index}").get_by_test_id("bubble").filter(has_text=text)
    await expect(sent.last).to_be_visible()  # it has been written: what answers it is in the 24 hours


async def test_a_text_goes_out_and_its_ticks_turn(demo: Any, product: Any, page: Page) -> None:
    await write(page, "कल रात शाहगंज में चोरी हुई")
    bubble = page.get_by_test_id("phone-1").get_by_test_id("bubble")
    await expect(bubble).to_contain_text("कल रात शाहगंज में चोरी हुई")
    await expect(bubble.locator(".ticks")).to_have_attribute("data-ticks", "delivered")
    assert product.messages[0]["text"]["body"] == "कल रात शाहगंज में चोरी हुई"
    await demo.send({"status": "read", "message_id": product.messages[0]["id"]}, to=None)
    await expect(bubble.locator(".ticks")).to_have_attribute("data-ticks", "read")


async def test_enter_sends_and_shift_enter_breaks_the_line(product: Any, page: Page) -> None:
    line = page.get_by_test_id("message-input-1")
    await line.focus()
    await page.keyboard.type("one")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("two")
    await page.keyboard.press("Enter")
    await product.until(lambda: product.messages != [])
    assert product.messages[0]["text"]["body"] == "one\ntwo"
    await expect(line).to_have_value("")


async def test_text_is_dressed_as_whatsapp_dresses_it(demo: Any, page: Page) -> None:
    await write(page, "namaste")
    body = "*bold* _slanted_ ~gone~ 2*3*4 snake_case_name <b>no tag</b>\n- first\n- second"
    await demo.send({"type": "text", "text": {"body": body}})
    answer = page.locator("[data-direction=in] .text")
    await expect(answer.locator("strong")).to_have_text("bold")
    await expect(answer.locator("em")).to_have_text("slanted")
    await expect(answer.locator("s")).to_have_text("gone")
    await expect(answer.locator("li")).to_have_text(["first", "second"])
    await expect(answer).to_contain_text("2*3*4 snake_case_name <b>no tag</b>")


async def test_a_button_sends_its_reply_and_then_rests(demo: Any, product: Any, page: Page) -> None:
    await write(page, "namaste")
    replies = [{"type": "reply", "reply": {"id": name, "title": title}} for name, title in (("y", "हाँ"), ("n", "नहीं"))]
    interactive = {"type": "button", "body": {"text": "सही है?"}, "action": {"buttons": replies}}
    await demo.send({"type": "interactive", "interactive": interactive})
    phone = page.get_by_test_id("phone-1")
    await phone.get_by_role("button", name="हाँ", exact=True).click()
    await expect(phone.get_by_test_id("bubble").last).to_contain_text("हाँ")
    for title in ("हाँ", "नहीं"):
        await expect(phone.get_by_role("button", name=title, exact=True)).to_be_disabled()
    await product.until(lambda: product.messages[-1]["type"] == "interactive")
    assert product.messages[-1]["interactive"]["button_reply"] == {"id": "y", "title": "हाँ"}


async def test_a_list_opens_a_sheet_with_its_rows(demo: Any, product: Any, page: Page) -> None:
    await write(page, "namaste")
    listed = [{"id": "arms", "title": "Weapons", "description": "sold or made"}, {"id": "drugs", "title": "Drugs"}]
    action = {"button": "Choose", "sections": [{"title": "What happened", "rows": listed}]}
    interactive = {"type": "list", "body": {"text": "What is it about?"}, "action": action}
    await demo.send({"type": "interactive", "interactive": interactive})
    phone = page.get_by_test_id("phone-1")
    await phone.get_by_role("button", name="Choose").click()
    sheet = phone.get_by_role("dialog", name="Choose")
    await expect(sheet).to_contain_text("What happened")
    await expect(page.get_by_test_id("list-send-1")).to_be_disabled()
    await sheet.get_by_role("radio", name=re.compile("Weapons")).check()
    await page.get_by_test_id("list-send-1").click()
    await product.until(lambda: product.messages[-1]["type"] == "interactive")
    assert product.messages[-1]["interactive"]["list_reply"] == listed[0]


async def test_a_template_is_shown_with_its_values_and_its_button_answers(demo: Any, product: Any, page: Page) -> None:
    values = [{"type": "text", "text": value} for value in ("VR-1", "बंद")]
    tapped = {"type": "button", "sub_type": "quick_reply", "index": "0", "parameters": [{"payload": "/ok"}]}
    components = [{"type": "body", "parameters": values}, tapped]
    approved = {"name": "news_of_your_tip", "language": {"code": "hi"}, "components": components}
    await demo.send({"type": "template", "template": approved})  # nobody has written: only a template may come
    phone = page.get_by_test_id("phone-1")
    await expect(phone.get_by_test_id("bubble")).to_contain_text("आपकी सूचना VR-1: बंद")
    await phone.get_by_role("button", name="ठीक है", exact=True).click()
    await product.until(lambda: product.messages != [])
    assert product.messages[0]["button"] == {"payload": "/ok", "text": "ठीक है"}


async def test_a_location_is_asked_for_and_sent(demo: Any, product: Any, page: Page) -> None:
    await write(page, "namaste")
    asked = {"type": "location_request_message", "body": {"text": "Where?"}, "action": {"name": "send_location"}}
    await demo.send({"type": "interactive", "interactive": asked})
    phone = page.get_by_test_id("phone-1")
    await phone.get_by_role("button", name="Send location").click()
    await page.get_by_test_id("latitude-1").fill("25.5")
    await page.get_by_test_id("longitude-1").fill("83.25")
    await page.get_by_test_id("location-send-1").click()
    await expect(phone.get_by_test_id("bubble").last).to_contain_text("25.50000, 83.25000")
    await product.until(lambda: product.messages[-1]["type"] == "location")
    assert product.messages[-1]["location"] == {"latitude": 25.5, "longitude": 83.25}


async def test_a_photo_is_chosen_captioned_and_shown(product: Any, page: Page, tmp_path: Path) -> None:
    picture = tmp_path / "dot.png"
    picture.write_bytes(PNG)
    phone = page.get_by_test_id("phone-1")
    await page.get_by_test_id("attach-1").click()
    async with page.expect_file_chooser() as chooser:
        await phone.get_by_role("button", name="Photo", exact=True).click()
    await (await chooser.value).set_files(picture)
    await phone.get_by_label("Caption").fill("the car")
    await page.get_by_test_id("send-file-1").click()
    await expect(phone.get_by_test_id("bubble").last).to_contain_text("the car")
    await product.until(lambda: product.messages != [])
    assert (product.messages[0]["image"]["mime_type"], product.messages[0]["image"]["caption"]) == (
        "image/png",
        "the car",
    )


async def test_a_voice_message_is_recorded_and_sent(product: Any, page: Page) -> None:
    phone = page.get_by_test_id("phone-1")
    await phone.get_by_role("button", name="Record a voice message").click()
    stop = phone.get_by_role("button", name="Stop and send the recording")
    await expect(stop).to_be_visible()
    await page.wait_for_timeout(400)
    await stop.click()
    await expect(phone.get_by_role("button", name="Play the recording")).to_be_visible()
    await product.until(lambda: product.messages != [])
    audio = product.messages[0]["audio"]
    assert (product.messages[0]["type"], audio["voice"]) == ("audio", True)
    assert audio["mime_type"].startswith("audio/")


async def test_what_the_person_hears_and_deletes_is_told_to_the_business(
    demo: Any, product: Any, page: Page, secrets: dict[str, str], tmp_path: Path
) -> None:
    await write(page, "namaste")
    _, stored = await upload(demo, secrets, sound(tmp_path / "notice.ogg").read_bytes(), "audio/ogg")
    _, sent = await demo.send({"type": "audio", "audio": {"id": stored["id"]}})
    voice = sent["messages"][0]["id"]
    phone = page.get_by_test_id("phone-1")
    await phone.get_by_role("button", name="Play the recording").click()
    await product.until(lambda: ("played", voice) in [(told["status"], told["id"]) for told in product.statuses])
    await phone.get_by_role("button", name="Reply or react").last.click()
    await phone.get_by_role("button", name="Delete for me").click()
    await expect(phone.get_by_test_id("bubble").last).to_contain_text("You deleted this message")
    await product.until(lambda: ("deleted", voice) in [(told["status"], told["id"]) for told in product.statuses])


async def test_typing_shows_until_the_answer_comes(demo: Any, product: Any, page: Page) -> None:
    await write(page, "namaste")
    await product.until(lambda: product.messages != [])
    wamid = product.messages[0]["id"]
    await demo.send({"status": "read", "message_id": wamid, "typing_indicator": {"type": "text"}}, to=None)
    phone = page.get_by_test_id("phone-1")
    await expect(phone.get_by_test_id("typing")).to_be_visible()
    await expect(phone.locator(".subtitle")).to_have_text("typing…")
    await demo.send({"type": "text", "text": {"body": "hello"}})
    await expect(phone.get_by_test_id("typing")).to_have_count(0)


async def test_what_is_on_the_screen_counts_as_read(demo: Any, product: Any, page: Page) -> None:
    await write(page, "namaste")
    await expect(page.get_by_test_id("bubble")).to_have_count(1)
    await demo.send({"type": "text", "text": {"body": "hello"}})
    await product.until(lambda: "read" in [status["status"] for status in product.statuses])


async def test_phones_keep_to_their_own_chat_and_identity(product: Any, page: Page) -> None:
    await write(page, "from the officer", index=2)
    await expect(page.get_by_test_id("phone-2").get_by_test_id("bubble")).to_have_text(re.compile("from the officer"))
    await expect(page.get_by_test_id("phone-1").get_by_test_id("bubble")).to_have_count(0)
    await product.until(lambda: product.messages != [])
    assert "from" not in product.messages[0]
    await page.get_by_test_id("identity-2").select_option("phone")
    await expect(page.get_by_test_id("phone-2").locator(".problem")).to_be_hidden()
    await write(page, "again", index=2)
    await product.until(lambda: len(product.messages) == 2)
    assert product.messages[1]["from"] == "919800000002"


async def test_a_phone_is_added_by_a_button(product: Any, page: Page) -> None:
    await page.get_by_test_id("add-phone").click()
    dialog = page.get_by_role("dialog", name="Add a phone")
    await dialog.get_by_role("textbox", name="Number").fill("98000 00003")
    await dialog.get_by_role("textbox", name="Name").fill("Third")
    await dialog.get_by_role("button", name="Add", exact=True).click()
    await expect(page.get_by_test_id("phone-3")).to_contain_text("Third · +91 98000 00003")
    await write(page, "hello", index=3)
    await product.until(lambda: product.messages != [])
    assert product.messages[0]["from"] == "919800000003"


async def test_the_newest_message_is_in_view(demo: Any, page: Page) -> None:
    for number in range(25):
        await write(page, f"message {number}")
    await demo.send({"type": "text", "text": {"body": "the newest\n" * 5}})
    newest = page.get_by_test_id("phone-1").get_by_test_id("bubble").last
    await expect(newest).to_contain_text("the newest")
    await expect(newest).to_be_in_viewport(ratio=0.99)


async def test_a_message_is_answered_with_a_quote(demo: Any, product: Any, page: Page) -> None:
    await write(page, "namaste")
    _, answer = await demo.send({"type": "text", "text": {"body": "which *place*?"}})
    phone = page.get_by_test_id("phone-1")
    await phone.locator("[data-direction=in]").hover()
    await phone.locator("[data-direction=in]").get_by_role("button", name="Reply or react").click()
    await phone.get_by_role("button", name="Reply", exact=True).click()
    await write(page, "Kerakat")
    await expect(phone.get_by_test_id("bubble").last.locator(".quote")).to_contain_text("which place?")
    await product.until(lambda: len(product.messages) == 2)
    assert product.messages[1]["context"]["id"] == answer["messages"][0]["id"]


async def test_the_page_may_load_nothing_from_elsewhere(demo: Any, page: Page) -> None:
    async with demo.session.get(demo.url + "/") as answer:
        policy = answer.headers["Content-Security-Policy"]
        text = await answer.text()
    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy
    assert re.findall(r"https?://", text) == []
    await expect(page.get_by_test_id("webhook-state")).to_have_text("Webhook connected")


async def test_the_page_comes_back_after_a_restart(product: Any, tmp_path: Path, secrets: dict[str, str]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = SimulatorConfig(**secrets, port=port, phones=PHONES, database=tmp_path / "s.db", webhook_url=product.url)

    async def run() -> web.AppRunner:
        runner = web.AppRunner(create_app(config), shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, config.host, port).start()
        return runner

    runner = await run()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = await browser.new_page()
        await page.goto(f"http://127.0.0.1:{port}")
        await expect(page.locator("body[data-ready=true]")).to_be_attached()
        await write(page, "before the restart")
        await product.until(lambda: product.messages != [])
        await runner.cleanup()
        await expect(page.locator("#banner")).to_be_visible()
        runner = await run()
        await expect(page.locator("#banner")).to_be_hidden(timeout=20000)
        chat = page.get_by_test_id("phone-1").get_by_test_id("bubble")
        await expect(chat).to_have_text(re.compile("before the restart"))
        await write(page, "and after it")
        await expect(chat).to_have_count(2)
        await browser.close()
    await runner.cleanup()
