"""A vault of its own for each test."""

import pytest

from channels.vault import Vault
from satark.settings import Settings


@pytest.fixture
def settings(tmp_path):
    secrets = {"WHATSAPP_APP_SECRET": "app secret", "WHATSAPP_VERIFY_TOKEN": "verify token"}
    loaded = Settings.load(environ={"SATARK_HOME": str(tmp_path), **secrets})
    hasty = loaded.conversation.copy(update={"settle_seconds": 0.0})  # nothing here comes in bursts
    return loaded.copy(update={"conversation": hasty})


@pytest.fixture
def vault(settings):
    return Vault.open(settings)
