"""`satark admin`: what operators need; never a reporter's words or address."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import typer

from satark.desks import Desk
from satark.desks.accounts import set_account
from satark.seal import KeyRing, new_key_pair
from satark.settings import Settings

app = typer.Typer(no_args_is_help=True)
keys = typer.Typer(no_args_is_help=True)
app.add_typer(keys, name="keys", help="Keys of the desks and of the vault.")


@app.command()
def tips(
    desk: str = typer.Option(..., help="The desk: a district, or range."),
    as_json: bool = typer.Option(False, "--json", help="One JSON object a line."),
) -> None:
    """List a desk's tips, newest first: facts only, never the words."""
    found = Desk.open(Settings.load(), desk).tips()
    for tip in found:
        facts = tip.facts()
        place = (facts["place"] or {}).get("name") or "-"
        typer.echo(
            json.dumps(facts, ensure_ascii=False)
            if as_json
            else f"{tip.id}  {tip.filed_at:%Y-%m-%d %H:%M} UTC  {tip.status:<12}  {', '.join(tip.offences)}  {place}"
        )
    if not found and not as_json:
        typer.echo(f"The desk {desk} has no tips yet.")


@app.command()
def account(
    desk: str = typer.Option(..., help="The desk whose pages the account opens."),
    username: str = typer.Argument(...),
    name: str = typer.Option(..., help="The person's or office's name, as shown."),
    password: str = typer.Option(..., prompt=True, confirmation_prompt=True, hide_input=True),
) -> None:
    """Add a dashboard account, or renew its password."""
    made = set_account(Desk.open(Settings.load(), desk), username, name, password)
    typer.echo(f"{made.username} can sign in at the desk {made.desk}.")


@app.command()
def officer(
    desk: str = typer.Option(..., help="The officer's desk."),
    name: str = typer.Option(...),
    rank: str = typer.Option(...),
    station: str = typer.Option(...),
    phone: str = typer.Option(..., help="WhatsApp number with country code."),
) -> None:
    """Add an officer to whom tips can be assigned, or renew the details."""
    made = Desk.open(Settings.load(), desk).add_officer(name, rank, station, phone)
    typer.echo(f"{made.rank} {made.name} can be assigned tips at the desk {desk}.")


@app.command()
def inbox(
    verb: str = typer.Argument("counts", help="counts, list, replay or drop."),
    which: list[str] = typer.Argument(None, help="message:ID or letter:ID, as `list` prints them, or all."),
) -> None:
    """Show what waits in the vault's queues; list, replay or drop what failed or was set aside."""
    command = [sys.executable, "-m", "channels.admin", verb, *(which or [])]
    raise typer.Exit(subprocess.run(command, env=dict(os.environ), check=False).returncode)


@keys.command("new")
def new_key(
    desk: str = typer.Argument(..., help="The desk: a district, or range."),
    passphrase: str = typer.Option(..., prompt=True, confirmation_prompt=True, hide_input=True),
) -> None:
    """Make a desk's key pair: the private half opens only with the passphrase."""
    settings = Settings.load()
    settings.desk_url(desk)
    new_key_pair(settings.keys, desk, passphrase)
    typer.echo(f"Made {settings.keys / desk}.key (for the dashboard only) and {desk}.pub (for the worker).")


@keys.command("rotate")
def rotate_key() -> None:
    """Give the vault a new key: what is sealed from now on is under it, what is older stays readable."""
    path = Settings.load().keys / "vault.json"
    ring = KeyRing.rotate(path)
    typer.echo(f"The vault seals with the key {ring.current} from now on; {len(ring.keys) - 1} older kept to read.")
    typer.echo(f"Processes that share this file follow by themselves. Copy {path} to other machines, keep it private.")
