"""`satark`: starts the processes, trains, reads messages, keeps places, keys, accounts and queues."""

from __future__ import annotations

import os
import sys
from enum import Enum
from pathlib import Path

import typer

from satark.cli import admin, places
from satark.errors import SatarkError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
    help="Satark Mitra: anonymous crime tips over WhatsApp, from the message to the officer and back.",
)
app.add_typer(places.app, name="gazetteer", help="Places: import a directory of villages, check one.")
app.add_typer(admin.app, name="admin", help="For operators: tips, keys, accounts, officers, queues.")


class Process(str, Enum):
    """What can be started alone."""

    assistant = "assistant"
    actions = "actions"
    worker = "worker"
    dashboard = "dashboard"
    simulator = "simulator"


@app.command()
def up(
    demo: bool = typer.Option(False, "--demo", help="Also start the simulated phones; make demo keys and logins."),
    wait: int = typer.Option(180, help="Seconds to wait for every process to answer."),
) -> None:
    """Start everything on this machine; Ctrl-C stops all of it."""
    from satark.cli.processes import start_all

    raise typer.Exit(start_all(demo, wait))


@app.command()
def run(process: Process = typer.Argument(..., help="Which process to start.")) -> None:
    """Start one process alone, in the foreground."""
    from satark.cli.processes import command_of, environment_of
    from satark.settings import Settings

    settings = Settings.load()
    command = command_of(process.value, settings)
    os.execvpe(command[0], command, environment_of(settings, demo=False))


@app.command()
def train(
    force: bool = typer.Option(False, "--force", help="Train even when a model fits the data."),
    whose: bool = typer.Option(False, "--whose", help="Teach only what gives a reporter away (data/whose)."),
) -> None:
    """Train a model, unless one fits the data already."""
    from satark.redaction.tagger import taught
    from satark.training import train as train_model

    typer.echo(f"Tagger: {taught().name}" if whose else f"Model: {train_model(force).name}")


@app.command(context_settings={"allow_extra_args": False})
def understand(
    at: str | None = typer.Option(None, help="When messages without received_at came (ISO 8601 with offset)."),
) -> None:
    """Read messages (JSON lines on standard input) and print what is understood of each."""
    command = [sys.executable, "-m", "nlu.batch", *(["--at", at] if at else [])]
    os.execve(command[0], command, quiet_environment())


def quiet_environment() -> dict[str, str]:
    """The environment in which Rasa calls nobody, and each process keeps to one thread of mathematics."""
    settled = {
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "OMP_NUM_THREADS": "1",
        "TF_INTER_OP_PARALLELISM_THREADS": "1",
        "TF_INTRA_OP_PARALLELISM_THREADS": "1",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "PYTHONWARNINGS": "ignore",
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    }
    return {**os.environ, **settled}


def main() -> None:
    """The entry point: an error of the domain is one sentence on standard error and exit status 1."""
    try:
        app()
    except SatarkError as error:
        typer.echo(str(error), err=True)
        sys.exit(1)
