"""Starts the simulator: python -m simulator --webhook-url http://127.0.0.1:5005/webhooks/whatsapp/webhook"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml
from aiohttp import web

from .app import create_app
from .config import DEMO_PHONES, PhoneSpec, SimulatorConfig, Template


def phone(text: str) -> PhoneSpec:
    try:
        return PhoneSpec.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def parser() -> argparse.ArgumentParser:
    arguments = argparse.ArgumentParser(
        prog="python -m simulator",
        description="A stand-in for WhatsApp's Cloud API, with phones in the browser. Secrets come from "
        "WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN, WHATSAPP_ACCESS_TOKEN and WHATSAPP_PHONE_NUMBER_ID.",
    )
    arguments.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    arguments.add_argument("--port", type=int, default=8060)
    arguments.add_argument("--webhook-url", help="where the product takes webhooks")
    arguments.add_argument("--public-url", help="how the product reaches this simulator, if not at host and port")
    arguments.add_argument("--service-name", default="Satark Mitra", help="the business's name in the chat")
    arguments.add_argument("--database", type=Path, help="SQLite file that keeps the chats over a restart")
    arguments.add_argument("--templates", type=Path, help="YAML list of templates: name, language, body, buttons")
    arguments.add_argument("--retry-speed", type=float, default=1.0, help="how many times faster webhooks are repeated")
    arguments.add_argument(
        "--retry-at-most",
        type=float,
        default=SimulatorConfig.retry_at_most,
        help="seconds between two tries at most, before --retry-speed",
    )
    arguments.add_argument(
        "--phone",
        type=phone,
        action="append",
        metavar="NUMBER:NAME[:identity[:role]]",
        help="a phone on the page; identity is both, id or phone. May be repeated",
    )
    return arguments


def configure(arguments: argparse.Namespace) -> SimulatorConfig:
    """The configuration of a command line and the environment. Raises ValueError, OSError or KeyError."""
    listed = yaml.safe_load(arguments.templates.read_text("utf-8")) if arguments.templates else []
    return SimulatorConfig.from_environment(
        host=arguments.host,
        port=arguments.port,
        webhook_url=arguments.webhook_url,
        public_url=arguments.public_url,
        service_name=arguments.service_name,
        database=arguments.database,
        templates=tuple(Template.read(entry) for entry in listed),
        retry_speed=arguments.retry_speed,
        retry_at_most=arguments.retry_at_most,
        phones=tuple(arguments.phone or DEMO_PHONES),
    )


def main(line: Sequence[str] | None = None) -> int:
    arguments = parser().parse_args(line)
    try:
        config = configure(arguments)
    except (ValueError, OSError, KeyError) as error:
        print(f"simulator: {error}", file=sys.stderr)
        return 2
    print(f"WhatsApp simulator on http://{config.host}:{config.port}/", flush=True)
    web.run_app(create_app(config), host=config.host, port=config.port, print=None, access_log=None, shutdown_timeout=3)
    return 0


if __name__ == "__main__":
    sys.exit(main())
