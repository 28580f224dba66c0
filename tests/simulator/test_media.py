"""Files up and down: addresses that expire, checksums, sizes and types."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from simulator.client import Phone

pytestmark = pytest.mark.asyncio

NUMBER = "919800000001"
CONTENT = b"\xff\xd8\xff\xe0 not quite a picture, but as many bytes as any"


async def upload(simulation: Any, secrets: dict[str, str], content: bytes, mime_type: str) -> tuple[int, Any]:
    form = aiohttp.FormData({"messaging_product": "whatsapp", "type": mime_type})
    form.add_field("file", content, filename="file", content_type=mime_type)
    return await simulation.graph("POST", f"/v21.0/{secrets['phone_number_id']}/media", data=form)


async def photographed(simulation: Any, product: Any, folder: Path) -> dict[str, Any]:
    """The image object of a webhook, after a person has sent a photo."""
    picture = folder / "photo.jpg"
    picture.write_bytes(CONTENT)
    async with Phone.create(simulation.url, number=NUMBER, name="Asha") as person:
        await person.send_photo(picture)
        await product.until(lambda: product.messages != [])
    return dict(product.messages[0]["image"])


async def test_a_persons_photo_can_be_looked_up_and_downloaded(simulation: Any, product: Any, tmp_path: Path) -> None:
    image = await photographed(simulation, product, tmp_path)
    digest = hashlib.sha256(CONTENT)
    assert (image["mime_type"], base64.b64decode(image["sha256"])) == ("image/jpeg", digest.digest())
    status, described = await simulation.graph("GET", f"/v21.0/{image['id']}")
    assert status == 200
    assert (described["sha256"], described["file_size"]) == (digest.hexdigest(), len(CONTENT))
    for address in (image["url"], described["url"]):
        assert await simulation.graph("GET", address) == (200, CONTENT)


async def test_a_download_needs_the_token_and_a_genuine_address(simulation: Any, product: Any, tmp_path: Path) -> None:
    image = await photographed(simulation, product, tmp_path)
    assert (await simulation.graph("GET", image["url"], token="another"))[0] == 401
    forged = image["url"][:-1] + ("1" if image["url"].endswith("0") else "0")
    assert (await simulation.graph("GET", forged))[0] == 404
    assert (await simulation.graph("GET", image["url"].split("?")[0]))[0] == 404


async def test_an_address_lives_five_minutes_and_can_be_asked_for_anew(
    simulation: Any, product: Any, tmp_path: Path
) -> None:
    image = await photographed(simulation, product, tmp_path)
    await simulation.control("POST", "/clock", {"advance": 290})
    assert (await simulation.graph("GET", image["url"]))[0] == 200
    await simulation.control("POST", "/clock", {"advance": 20})
    assert (await simulation.graph("GET", image["url"]))[0] == 404
    _, described = await simulation.graph("GET", f"/{image['id']}")
    assert await simulation.graph("GET", described["url"]) == (200, CONTENT)


async def test_an_id_lives_seven_days(simulation: Any, product: Any, tmp_path: Path) -> None:
    image = await photographed(simulation, product, tmp_path)
    await simulation.control("POST", "/clock", {"advance": 7 * 86400 + 1})
    status, answer = await simulation.graph("GET", f"/v21.0/{image['id']}")
    assert (status, answer["error"]["code"], answer["error"]["error_subcode"]) == (400, 100, 33)


async def test_what_was_deleted_is_gone_for_the_product_but_not_for_the_person(
    simulation: Any, product: Any, tmp_path: Path
) -> None:
    image = await photographed(simulation, product, tmp_path)
    assert await simulation.graph("DELETE", f"/v21.0/{image['id']}") == (200, {"success": True})
    assert (await simulation.graph("GET", f"/v21.0/{image['id']}"))[0] == 400
    assert (await simulation.graph("GET", image["url"]))[0] == 404
    async with simulation.session.get(f"{simulation.url}/sim/media/{image['id']}") as shown:
        assert (shown.status, await shown.read()) == (200, CONTENT)
        assert "sandbox" in shown.headers["Content-Security-Policy"]


async def test_an_uploaded_file_can_be_sent(simulation: Any, secrets: dict[str, str]) -> None:
    status, stored = await upload(simulation, secrets, CONTENT, "image/jpeg")
    assert status == 200
    async with Phone.create(simulation.url, number=NUMBER, name="Asha") as person:
        await person.say("namaste")
        await simulation.send({"type": "image", "image": {"id": stored["id"], "caption": "map"}})
        reply = await person.wait_for_reply()
    assert (reply.kind, reply.text, reply.content["id"]) == ("image", "map", stored["id"])


@pytest.mark.parametrize(
    ("content", "mime_type"),
    [(b"x", "application/zip"), (b"", "image/png"), (b"x" * (5 * 1024 * 1024 + 1), "image/png")],
    ids=["type", "empty", "too large"],
)
async def test_a_file_of_the_wrong_type_or_size_is_refused(
    simulation: Any, secrets: dict[str, str], content: bytes, mime_type: str
) -> None:
    status, answer = await upload(simulation, secrets, content, mime_type)
    assert (status, answer["error"]["code"]) == (400, 100)


async def test_a_linked_file_is_fetched_before_it_is_shown(simulation: Any, product: Any) -> None:
    async def picture(request: web.Request) -> web.Response:
        return web.Response(body=CONTENT, content_type="image/jpeg")

    app = web.Application()
    app.router.add_get("/picture.jpg", picture)
    async with (
        TestServer(app) as elsewhere,
        Phone.create(simulation.url, number=NUMBER, name="Asha") as person,
    ):
        await person.say("namaste")
        await simulation.send({"type": "image", "image": {"link": str(elsewhere.make_url("/picture.jpg"))}})
        reply = await person.wait_for_reply()
        async with simulation.session.get(f"{simulation.url}/sim/media/{reply.content['id']}") as shown:
            assert await shown.read() == CONTENT
        _, answer = await simulation.send({"type": "image", "image": {"link": str(elsewhere.make_url("/none.jpg"))}})
        await product.until(lambda: any(status["status"] == "failed" for status in product.statuses))
        failed = next(status for status in product.statuses if status["status"] == "failed")
    assert (failed["id"], failed["errors"][0]["code"]) == (answer["messages"][0]["id"], 131053)


async def test_a_voice_message_says_that_it_is_one(simulation: Any, product: Any, tmp_path: Path) -> None:
    voice = tmp_path / "voice.ogg"
    voice.write_bytes(b"OggS" + bytes(60))
    async with Phone.create(simulation.url, number=NUMBER, name="Asha") as person:
        await person.send_file("audio", voice, voice=True)
        await product.until(lambda: product.messages != [])
    assert product.messages[0]["audio"]["voice"] is True


async def test_a_persons_own_files_may_be_of_any_type(simulation: Any, product: Any, tmp_path: Path) -> None:
    page = tmp_path / "notes.html"
    page.write_bytes(b"<script>alert(1)</script>")
    async with Phone.create(simulation.url, number=NUMBER, name="Asha") as person:
        await person.send_file("document", page)
        await product.until(lambda: product.messages != [])
    document = product.messages[0]["document"]
    assert (document["filename"], document["mime_type"]) == ("notes.html", "text/html")
    async with simulation.session.get(f"{simulation.url}/sim/media/{document['id']}") as shown:
        assert shown.headers["Content-Disposition"] == "attachment"
        assert shown.content_type == "application/octet-stream"
