"""What makes the channel quick without changing what it does.

Rasa checks every answer of the actions server against a JSON schema that it builds and checks anew each time, which
takes longer than the answer itself. Here the schema is built once and checked by compiled code; what is refused stays
refused. It runs each graph of components through dask's scheduler, writes the inputs out for a log line that nobody
reads, and does so several times a message; here the components are called one after the other.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import jsonschema_rs
from rasa.core.actions.action import RemoteAction
from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner

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


def _run_in_turn(
    runner: DaskGraphRunner, inputs: dict[str, Any] | None = None, targets: list[str] | None = None
) -> dict[str, Any]:
    """What the targets give, by name: each component once, after those it needs. Raises what Rasa's runner does."""
    nodes = runner._instantiated_nodes
    done: dict[str, Any] = {name: (name, value) for name, value in (inputs or {}).items()}
    if clashing := done.keys() & nodes.keys():
        raise GraphRunError(f"Inputs have the names of components: {sorted(clashing)}.")

    def result(name: str) -> Any:
        if name not in done:
            needs = runner._graph_schema.nodes[name].needs.values()
            done[name] = nodes[name](*[result(need) if need in nodes else done.get(need, need) for need in needs])
        return done[name]

    try:
        return dict(result(name) for name in targets or runner._graph_schema.target_names)
    except RuntimeError as error:
        raise GraphRunError("Error running runner.") from error


def quicken() -> None:
    """Puts both in the place of Rasa's; calling it again changes nothing."""
    RemoteAction._validate_action_result = _validate_action_result
    DaskGraphRunner.run = _run_in_turn


def warm_up() -> None:
    """Reads the word lists and sentences that the first message would have to wait for, and all behind it."""
    redact(_A_LITTLE_OF_ALL)
    texts.reply("utter_problem", None)
