"""What makes the channel quick without changing what it does.

Rasa checks every answer of the actions server against a JSON schema that it builds and checks anew each time, which
takes longer than the answer itself. Here the schema is built once and checked by compiled code; what is refused stays
refused.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import jsonschema_rs
from rasa.core.actions.action import RemoteAction

from channels import texts
from satark.redaction import redact

_A_LITTLE_OF_ALL = "नमस्ते, मेरा घर केराकत में है, mera naam, mera number 9000000001, I saw it at 9 from my roof"
_RASAS_OWN = RemoteAction._validate_action_result


@lru_cache(maxsize=1)
def _validator() -> Any:
    return jsonschema_rs.validator_for(RemoteAction.action_response_format_spec())


def _validate_action_result(action: RemoteAction, result: dict[str, Any]) -> bool:
    """True, or raises jsonschema's `ValidationError` as Rasa's own check does, which says what is wrong."""
    return _validator().is_valid(result) or _RASAS_OWN(action, result)


def check_answers_quickly() -> None:
    """Puts the quick check in the place of Rasa's; calling it again changes nothing."""
    RemoteAction._validate_action_result = _validate_action_result


def warm_up() -> None:
    """Reads the word lists and sentences that the first message would have to wait for, and all behind it."""
    redact(_A_LITTLE_OF_ALL)
    texts.reply("utter_problem", None)
