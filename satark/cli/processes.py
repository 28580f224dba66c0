"""The processes of one machine: how each is started, when it answers, and all of them under one Ctrl-C."""

from __future__ import annotations

import json
import secrets
import shutil
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path

import typer
import yaml
from honcho.manager import Manager

from satark.errors import SatarkError
from satark.seal import write_private
from satark.settings import ROOT, Settings
from satark.training import fitting_model, train

PROCESSES = ("actions", "assistant", "worker", "dashboard")
LEAST_FREE_BYTES = 300_000_000
WORKER_SIGN_SECONDS = 15  # the worker touches its file much more often


class NotReady(SatarkError):
    """The machine is not as the processes need it."""


def command_of(process: str, settings: Settings) -> list[str]:
    """The command line of a process."""
    assistant = settings.addresses["assistant"]
    if process == "assistant":
        model = fitting_model()
        return [
            *(sys.executable, "-m", "rasa", "run", "--interface", assistant.host, "--port", str(assistant.port)),
            *("--credentials", str(ROOT / "credentials.yml"), "--endpoints", str(_endpoints(settings))),
            *("--model", str(model or ROOT / "models")),
        ]
    if process == "simulator":
        return [sys.executable, "-m", "simulator", *_simulator_options(settings)]
    modules = {"actions": "actions", "worker": "channels.worker", "dashboard": "dashboard"}
    return [sys.executable, "-m", modules[process]]


def _endpoints(settings: Settings) -> Path:
    """`endpoints.yml`, or a copy under the home with the address at which the actions really are."""
    source = ROOT / "endpoints.yml"
    entries = yaml.safe_load(source.read_text(encoding="utf-8"))
    if entries["action_endpoint"]["url"] == settings.actions_url:
        return source
    entries["action_endpoint"]["url"] = settings.actions_url
    path = settings.home / "run" / "endpoints.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(entries), encoding="utf-8")
    return path


def _simulator_options(settings: Settings) -> list[str]:
    address = settings.addresses["simulator"]
    webhook = f"{settings.addresses['assistant'].url}/webhooks/whatsapp/webhook"
    phones = [f"{phone.number}:{phone.name}:{phone.identity}" for phone in settings.demo.phones]
    phones += [
        f"{one.phone}:{one.name}:both:officer" for officers in settings.demo.officers.values() for one in officers
    ]
    options = ["--host", address.host, "--port", str(address.port), "--webhook-url", webhook]
    for phone in phones:
        options += ["--phone", phone]
    templates = settings.home / "run" / "templates.yml"
    templates.parent.mkdir(parents=True, exist_ok=True)
    approved = [settings.templates.assignment, settings.templates.notice]
    templates.write_text(yaml.safe_dump([json.loads(one.json()) for one in approved], allow_unicode=True), "utf-8")
    return [*options, "--templates", str(templates), "--database", str(settings.home / "demo" / "phones.db")]


def environment_of(settings: Settings, demo: bool) -> dict[str, str]:
    """What every process needs from the environment; with `demo` also made-up credentials and desk passphrases."""
    from satark.cli.main import quiet_environment

    environment = {**quiet_environment(), "PYTHONUNBUFFERED": "1", "LOG_LEVEL": "WARNING"}
    environment |= {"LOG_LEVEL_LIBRARIES": "ERROR", "SATARK_HOME": str(settings.home)}
    if demo:
        from satark import demo as demonstration

        environment |= _demo_credentials(settings) | demonstration.environment(settings)
    return environment


def _demo_credentials(settings: Settings) -> dict[str, str]:
    """Random secrets shared by the simulator and the channel, made once."""
    path = settings.home / "demo" / "whatsapp.json"
    if not path.exists():
        names = ("WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN", "WHATSAPP_ACCESS_TOKEN")
        made = {name: secrets.token_hex(16) for name in names}
        write_private(path, json.dumps({**made, "WHATSAPP_PHONE_NUMBER_ID": "100000000000001"}))
    kept: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return {**kept, "WHATSAPP_GRAPH_URL": f"{settings.addresses['simulator'].url}/v23.0"}


def start_all(demo: bool, wait_seconds: int) -> int:
    """Checks the machine, trains if need be, starts every process; gives the exit status when all have ended."""
    settings = Settings.load()
    names = (*PROCESSES, "simulator") if demo else PROCESSES
    _check_machine(settings, names)
    if fitting_model() is None:
        typer.echo("No trained model fits the data: training one (a few minutes, once) ...")
    train()
    logins: list[str] = []
    if demo:
        from satark import demo as demonstration

        logins = [f"  {one.office:<28} {one.username:<14} {one.password}" for one in demonstration.prepare(settings)]
    environment = environment_of(settings, demo)
    manager = Manager()
    for name in names:
        manager.add_process(name, _shell(command_of(name, settings)), quiet=False, env=environment, cwd=str(ROOT))
    watcher = threading.Thread(target=_watch, args=(settings, names, wait_seconds, logins), daemon=True)
    watcher.start()
    manager.loop()
    return int(manager.returncode or 0) if manager.returncode not in (130, 143, -2, -15) else 0


def _shell(command: list[str]) -> str:
    import shlex

    return "exec " + " ".join(shlex.quote(part) for part in command)


def _check_machine(settings: Settings, names: tuple[str, ...]) -> None:
    settings.home.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(settings.home).free < LEAST_FREE_BYTES:
        raise NotReady(f"The disk that holds {settings.home} is nearly full: free at least 300 MB and start again.")
    for name in names:
        if name not in settings.addresses:
            continue
        address = settings.addresses[name]
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address.host, address.port))
            except OSError as error:
                raise NotReady(
                    f"Port {address.port}, which the {name} needs, is in use: stop what uses it, "
                    f"or set SATARK_{name.upper()}_PORT to another."
                ) from error


def _watch(settings: Settings, names: tuple[str, ...], wait_seconds: int, logins: list[str]) -> None:
    started = time.monotonic()
    waiting = {name: _health_check(name, settings) for name in names}
    while waiting and time.monotonic() - started < wait_seconds:
        for name in [name for name, answers in waiting.items() if answers()]:
            del waiting[name]
            typer.echo(f"  {name} is ready ({time.monotonic() - started:.0f} s)")
        time.sleep(0.3)
    if waiting:
        typer.echo(f"Not ready after {wait_seconds} s: {', '.join(waiting)}. The lines above may say why.", err=True)
        return
    typer.echo(_welcome(settings, names, logins))


def _health_check(name: str, settings: Settings) -> Callable[[], bool]:
    if name == "worker":
        sign = settings.home / "run" / "worker"
        return lambda: sign.exists() and time.time() - sign.stat().st_mtime < WORKER_SIGN_SECONDS
    path = "/webhooks/whatsapp/health" if name == "assistant" else "/health"
    return lambda: _answers(settings.addresses[name].url + path)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _welcome(settings: Settings, names: tuple[str, ...], logins: list[str]) -> str:
    addresses: Mapping[str, str] = {name: address.url for name, address in settings.addresses.items()}
    lines = ["", "Satark Mitra is running. Ctrl-C stops it.", ""]
    if "simulator" in names:
        lines.append(f"  Simulated phone   {addresses['simulator']}/")
    lines += [f"  Dashboard         {addresses['dashboard']}/"]
    lines += [f"  Webhook           {addresses['assistant']}/webhooks/whatsapp/webhook", ""]
    return "\n".join([*lines, *(["Demo logins:", *logins, ""] if logins else [])])
