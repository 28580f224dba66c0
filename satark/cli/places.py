"""`satark gazetteer`: directories of places."""

from __future__ import annotations

from pathlib import Path

import typer

from satark.gazetteer import check_directory, import_directory
from satark.settings import Settings

app = typer.Typer(no_args_is_help=True)


@app.command("import")
def import_(
    file: Path = typer.Argument(..., exists=True, dir_okay=False, help="A CSV file (see docs/gazetteer.md)."),
) -> None:
    """Import a directory of places; it takes effect at the next start."""
    for line in import_directory(file, Settings.load().home).lines():
        typer.echo(line)


@app.command()
def check(file: Path = typer.Argument(..., exists=True, dir_okay=False, help="A CSV file of places.")) -> None:
    """Report duplicates, points outside their district and places without a station."""
    for line in check_directory(file).lines():
        typer.echo(line)
