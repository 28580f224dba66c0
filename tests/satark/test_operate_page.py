"""docs/operate.md says what range.yml and the command line have."""

import re
from pathlib import Path

from typer.main import get_command

from satark.cli.main import app
from satark.settings import Settings

PAGE = Path("docs/operate.md").read_text(encoding="utf-8")


def test_every_age_has_its_row():
    rows = set(re.findall(r"^\| `(\w+)` \|", PAGE.partition("## How long")[2].partition("\n## ")[0], re.M))
    assert rows == set(Settings.load(environ={}).retention.__fields__)


def test_every_command_it_names_exists():
    named = set(re.findall(r"satark ((?:admin )(?:keys )?[a-z]+)", PAGE))
    assert {"admin keys rotate", "admin keys new", "admin inbox"} <= named
    for command in named:
        here = get_command(app)
        for word in command.split():
            here = here.commands[word]
