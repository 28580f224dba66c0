"""What makes the channel quick without changing what it does.

Rasa checks every answer of the actions server against a JSON schema that it builds and checks anew each time, which
takes longer than the answer itself. Here the schema is built once; what is refused stays refused.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jsonschema import ValidationError, validators
from jsonschema.exceptions import best_match
from rasa.core.actions.action import RemoteAction
from rasa.shared.constants import DOCS_BASE_URL

from channels import texts
from satark.redaction import redact

_A_LITTLE_OF_ALL = "नमस्ते, मेरा घर केराकत में है, mera naam, mera number 9000000001, I saw it at 9 from my roof"
_HINT = (
    ". Failed to validate Action server response from API, make sure your response from the Action endpoint is valid. "
    f"For more information about the format visit {DOCS_BASE_URL}/custom-actions"
)


@lru_cache(maxsize=1)
def _validator() -> Any:
    schema = RemoteAction.action_response_format_spec()
    chosen = validators.validator_for(schema)
    chosen.check_schema(schema)
    return chosen(schema)


def _validate_action_result(_action: RemoteAction, result: dict[str, Any]) -> bool:
    """True, or raises `ValidationError` for the error that says most, as Rasa's own check does."""
    validator = _validator()
    if validator.is_valid(result):
        return True
    error: ValidationError = best_match(validator.iter_errors(result))
    error.message += _HINT
    raise error


def check_answers_quickly() -> None:
    """Puts the quick check in the place of Rasa's; calling it again changes nothing."""
    RemoteAction._validate_action_result = _validate_action_result


def warm_up() -> None:
    """Reads the word lists and sentences that the first message would have to wait for, and all behind it."""
    redact(_A_LITTLE_OF_ALL)
    texts.reply("utter_problem", None)
