"""From a reply to the messages owed for it: rendered, in pages where need be, and put into the outbox."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.engine import Connection

from channels import texts
from channels.offers import Offers, Tap
from channels.queues import OrderedQueue
from channels.rendering import Body, Offer, needs_offer, render, unlike
from channels.vault import Vault

Reply = Mapping[str, Any]


class Replies:
    """Owes replies within the caller's transaction."""

    def __init__(self, vault: Vault, outbox: OrderedQueue) -> None:
        self.outbox = outbox
        self.offers = Offers(vault)

    def owe(
        self,
        connection: Connection,
        conversation: str,
        name: str,
        replies: Sequence[Reply],
        language: str | None,
        late: Body | None = None,
    ) -> None:
        """Owes `replies` under names that begin with `name`; owing them again changes nothing. `late` is the template
        that stands for all of them once the person has not written for a day (the channel's own choice otherwise)."""
        bodies = [body for reply in replies for body in self._render(connection, conversation, reply, language)]
        for number, body in enumerate(bodies):
            # One template says it all: the parts before the last have nothing to add outside the 24 hours.
            template = {} if late is None else {"late": late if number == len(bodies) - 1 else None}
            self.outbox.put(connection, conversation, f"{name}:{number}", {"body": body, **template})

    def _render(self, connection: Connection, conversation: str, reply: Reply, language: str | None) -> list[Body]:
        list_button, buttons = texts.reply("utter_list_button", language)["text"], unlike(reply.get("buttons") or [])
        offer = None
        if needs_offer(buttons):
            kept = {"text": reply.get("text") or "", "buttons": buttons}
            offer = Offer(self.offers.keep(connection, conversation, kept), _more(language))
        return list(render(reply, list_button, offer))

    def turn_page(self, connection: Connection, conversation: str, name: str, tap: Tap, language: str | None) -> None:
        """Answers a tap on "more": the next page, or a word that the choices are gone."""
        kept = self.offers.find(connection, conversation, tap)
        if kept is None:
            self.owe(connection, conversation, name, [texts.reply("utter_choices_gone", language)], language)
            return
        list_button = texts.reply("utter_list_button", language)["text"]
        *_, page = render(kept, list_button, Offer(tap.offer, _more(language), tap.row))
        self.outbox.put(connection, conversation, f"{name}:0", {"body": page})

    def picked(self, connection: Connection, conversation: str, tap: Tap) -> str | None:
        """The choice that a tapped row stands for; None when it is gone."""
        kept = self.offers.find(connection, conversation, tap)
        return str(kept["buttons"][tap.row]["payload"]) if kept else None


def _more(language: str | None) -> str:
    text: str = texts.reply("utter_more_choices", language)["text"]
    return text
