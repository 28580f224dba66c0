"""Puts the simulator together: Graph API, control API and the page, as one web application."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from aiohttp import web

from .config import SimulatorConfig
from .control import Control
from .graph import Graph
from .media import LARGEST
from .world import World

PAGE = Path(__file__).parent / "page"

WORLD = web.AppKey("world", World)

# Nothing but the page's own files, and nothing from anywhere else.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
PAGE_HEADERS = {
    "Content-Security-Policy": PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
    "Permissions-Policy": "microphone=(self), geolocation=(self)",
}
PAGE_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def page_file(name: str) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """A handler that gives one file of the page."""
    path = PAGE / name

    async def handler(request: web.Request) -> web.StreamResponse:
        return web.Response(
            body=path.read_bytes(), content_type=PAGE_TYPES[path.suffix], charset="utf-8", headers=PAGE_HEADERS
        )

    return handler


async def health(request: web.Request) -> web.StreamResponse:
    world = request.app[WORLD]
    return web.json_response({"status": "ok", "webhook": world.courier.state, "pending": world.courier.pending})


def create_app(config: SimulatorConfig) -> web.Application:
    """The simulator as an aiohttp application; nothing is sent before it starts.

    Media addresses in webhooks use `config.public_url`, or host and port; a test that lets the system choose the
    port gets them right too, since the first request to arrive shows the address the simulator is reached at.
    """
    world = World(config)

    @web.middleware
    async def learn_origin(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        if config.public_url is None and config.port == 0:
            world.origin = f"{request.scheme}://{request.host}"
        return await handler(request)

    app = web.Application(client_max_size=LARGEST + 1024 * 1024, middlewares=[learn_origin])
    app[WORLD] = world
    app.router.add_get("/health", health)
    app.router.add_get("/", page_file("index.html"))
    for path in sorted(PAGE.iterdir()):
        if path.suffix in PAGE_TYPES:
            app.router.add_get(f"/page/{path.name}", page_file(path.name))
    app.add_routes(Control(world).routes())
    app.add_routes(Graph(world).routes())

    async def running(app: web.Application) -> AsyncIterator[None]:
        await world.start()
        yield
        await world.stop()

    async def end_streams(app: web.Application) -> None:
        world.events.close()

    app.cleanup_ctx.append(running)
    app.on_shutdown.append(end_streams)  # type: ignore[arg-type]
    return app
