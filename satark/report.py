"""A report while it is being told: what is known, what is missing, and what the finished one says.

It lives in Rasa's slot `report` as JSON and gathers readings (contract shapes) from any number of messages.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from satark.answers import is_only, says
from satark.offence_words import denied
from satark.reading import IdentityRisk
from satark.redaction import identity_risks
from satark.redaction.safer import is_left, replaced, safer, tells_of_home

Question = Literal["offence", "place", "district", "station", "time", "identity", "originals", "facts", "confirmed"]
UNKNOWN_OFFENCE = "other_offence"
Part = Literal["offence", "place", "time"]
Choice = Literal["safer", "leave_out", "keep"]
PIN = "pin"  # the kind of risk that a pin at the reporter's home is
_PROOF = frozenset({"photo", "video", "document"})
COARSE = 2  # decimals of a coarsened pin: a grid of about one kilometre
REPORTING_INTENTS = frozenset({"report_offence", "emergency", "inform", "correct"})
OUTSIDE = "outside"
Json = Mapping[str, Any]


@dataclass(frozen=True)
class Report:
    """What a person has told so far; places, times, vehicles in the contract's JSON shapes, the narrative redacted."""

    id: str
    started_at: str
    offences: tuple[str, ...] = ()
    tense: str | None = None
    when: Json | None = None
    time_unknown: bool = False
    place: Json | None = None
    route: Json | None = None
    vehicles: tuple[Json, ...] = ()
    phones: tuple[Json, ...] = ()
    narrative: tuple[str, ...] = ()
    evidence: tuple[Json, ...] = ()
    urgent: bool = False
    pinned: bool = False  # the place is the very point that the person sent
    home_told: bool = False  # the person spoke of their own house
    kept: tuple[str, ...] = ()  # phrases that could tell who the person is, which they want to keep
    choices: int = 0  # answers about such phrases
    originals: bool | None = None  # whether the files may also be kept as they came, once the person was asked
    facts: tuple[str, ...] | None = None  # of what the files carried, "time" and "place", may be told; once asked
    skipped: tuple[str, ...] = ()  # questions about the place that the person could not or would not answer
    unfinished: bool = False  # it goes without the person's word, as they were silent for long
    outside: bool = False  # the place that was told lies outside the range, and the person knows
    changing: bool = False  # the person was just asked what is wrong: what they write next stands instead of what was
    withheld: bool = False  # the last question was not shown, because more of the person's words were on their way

    @classmethod
    def begin(cls, report_id: str | None, now: dt.datetime) -> Report:
        """An empty report. `report_id` follows from the message that began it, so that telling it again is the same."""
        return cls(report_id or str(uuid.uuid4()), now.isoformat(timespec="seconds"))

    @classmethod
    def from_json(cls, value: Json) -> Report:
        """The inverse of `to_json`."""
        parts: dict[str, Any] = {key: tuple(part) if isinstance(part, list) else part for key, part in value.items()}
        return cls(**parts)

    def to_json(self) -> dict[str, Any]:
        """A slot's value."""
        return {key: list(part) if isinstance(part, tuple) else part for key, part in vars(self).items()}

    def heard(self, reading: Json, asked: str | None) -> Report:
        """This report with a reading added; `asked` is the question the message may answer.

        What was said first stays, unless the message corrects it or answers a question about it.
        """
        intent = reading["intent"]["name"]
        shown = asked == "confirmed" and not self.withheld  # what was understood stands before the person's eyes
        if shown and intent in ("affirm", "deny") and (reading["place"] or reading["when"]):
            intent = "correct"  # `yes, in Kerakat`; `no, yesterday`
        if intent not in REPORTING_INTENTS:
            return self
        words = reading["redacted_text"]
        correcting = intent == "correct" or (shown and self.changing and not says("also", words))
        correcting = correcting or (shown and _is_bare_fact(reading))
        return dataclasses.replace(
            self,
            offences=self._offences(reading, correcting),
            tense=_newer(self.tense, reading["tense"], correcting and reading["when"] is not None),
            when=_newer(self.when, reading["when"], correcting or asked == "time"),
            place=self._placed(reading["place"], correcting or asked in ("place", "district", "station")),
            route=self.route or reading["route"],
            vehicles=_together(self.vehicles, reading["vehicles"]),
            phones=_together(self.phones, [phone for phone in reading["phones"] if phone["number"]]),
            narrative=_together(self.narrative, [reading["redacted_text"]] if reading["redacted_text"] else []),
            urgent=self.urgent or intent == "emergency",
            home_told=self.home_told or tells_of_home(_risks_of(reading)),
        )

    def _offences(self, reading: Json, correcting: bool) -> tuple[str, ...]:
        told = tuple(offence["type"] for offence in reading["offences"])
        if not correcting:
            return _together(self.offences, told)
        gone, instead = denied(reading["redacted_text"])
        meant = _together(instead, [one for one in told if one not in gone])
        if set(gone) & set(self.offences):
            return _together([one for one in self.offences if one not in gone], meant)
        return meant or self.offences

    def _placed(self, place: Json | None, newer_wins: bool) -> Json | None:
        if place is None:
            return self.place
        known = self.place
        if known is None:
            return place
        chosen = _choose(known.get("alternatives") or (), place)
        if chosen is not None:
            return {**chosen, "relation": known.get("relation")}
        if known.get("district") is None and place.get("kind") == "district":
            told_apart = {"district": place["district"], "needs_clarification": bool(known.get("alternatives"))}
            return {**known, **told_apart}
        return place if newer_wins else known

    def without(self, part: Part) -> Report:
        """The person said that `part` is wrong, not what is right: it is asked for anew."""
        if part == "offence":
            return dataclasses.replace(self, offences=())
        if part == "time":
            return dataclasses.replace(self, when=None, time_unknown=False, tense=None)
        skipped = tuple(one for one in self.skipped if one not in ("place", "district", "station"))
        return dataclasses.replace(self, place=None, pinned=False, skipped=skipped)

    def agrees(self, reading: Json) -> bool:
        """Whether a reading names no other place or time than this report."""

        def same(told: Json | None, known: Json | None, *fields: str) -> bool:
            return told is None or all(told.get(field) == (known or {}).get(field) for field in fields)

        return same(reading["place"], self.place, "name") and same(reading["when"], self.when, "from", "rrule")

    def facts_of(self) -> tuple[Any, ...]:
        """All but the words: two reports with the same facts are missing the same."""
        told = (self.offences, self.tense, self.when, self.time_unknown, self.place, self.route, self.vehicles)
        return (*told, self.phones, self.evidence, self.skipped, self.pinned, self.choices)

    def with_place_chosen(self, index: int) -> Report:
        """The namesake the person tapped. An index that is not offered changes nothing."""
        alternatives = (self.place or {}).get("alternatives") or ()
        if not self.place or not 0 <= index < len(alternatives):
            return self
        return dataclasses.replace(self, place={**alternatives[index], "relation": self.place.get("relation")})

    def with_district(self, district: str) -> Report:
        """The district the person tapped; with no place so far it is the place."""
        bare = {"text": "", "name": None, "kind": "district", "relation": None}
        place = {**(self.place or bare), "district": district, "needs_clarification": False, "alternatives": []}
        if place["name"] is None and not place["text"]:
            place["name"] = district.title()
        return dataclasses.replace(self, place=place)

    def with_station(self, place: Json) -> Report:
        """The police station the person tapped, as a place."""
        return dataclasses.replace(self, place={**place, "relation": None})

    def skipping(self, question: str) -> Report:
        """The person cannot or does not want to answer `question`; what may not be skipped changes nothing."""
        if question == "offence":
            return dataclasses.replace(self, offences=(UNKNOWN_OFFENCE,))
        if question == "time":
            return dataclasses.replace(self, time_unknown=True)
        if question not in ("place", "district", "station"):
            return self
        place = self.place
        if question == "place" and place and place.get("needs_clarification"):
            place = {**place, "needs_clarification": False}
        return dataclasses.replace(self, place=place, skipped=_together(self.skipped, [question]))

    def left_as_message(self, unread: Sequence[str]) -> Report:
        """The person's words, `unread` ones too, go to a desk as they are: only the district is still asked for."""
        report = dataclasses.replace(
            self,
            offences=self.offences or (UNKNOWN_OFFENCE,),
            narrative=_together(self.narrative, [line for line in unread if line]),
        )
        return report.skipping("place").skipping("station").skipping("time")

    def with_pin(self, place: Json) -> Report:
        """The place of a pin."""
        return dataclasses.replace(self, place=place, pinned=True, kept=_without(self.kept, PIN))

    def pictures(self) -> tuple[str, ...]:
        """The ids of the files whose originals may serve as proof."""
        return tuple(str(piece["id"]) for piece in self.evidence if piece.get("kind") in _PROOF)

    def may_keep(self, grave: Collection[str]) -> bool:
        """Whether to ask if originals may be kept: for `grave` offences only, and once."""
        return self.originals is None and bool(self.pictures()) and bool(set(self.offences) & set(grave))

    def risks(self) -> tuple[IdentityRisk, ...]:
        """What could tell who the reporter is in the words as they would be sent, and is not settled yet."""
        found = [risk for line in self.narrative for risk in identity_risks(line) if is_left(risk)]
        pin = [IdentityRisk(PIN, PIN)] if self.pinned and self.home_told else []
        return tuple(dict.fromkeys(risk for risk in (*found, *pin) if risk.text not in self.kept))

    def settled(self, risks: Sequence[IdentityRisk], choice: Choice) -> Report:
        """What the person chose for `risks`, done: said otherwise (left out where no other words are), left out or
        kept."""
        report = dataclasses.replace(self, choices=self.choices + 1)
        for risk in risks:
            if choice == "keep" or risk.kind == PIN:
                report = dataclasses.replace(report, kept=(*report.kept, risk.text))
            if risk.kind == PIN:
                report = report if choice == "keep" else report._blurred(exactly=choice == "safer")
            elif choice != "keep":
                report = report._reworded(risk.text, safer(risk) if choice == "safer" else None)
        return report

    def _blurred(self, exactly: bool) -> Report:
        """The pin on the coarse grid, or no point at all."""
        place = dict(self.place or {})
        for axis in ("lat", "lon"):
            value = place.get(axis)
            place[axis] = round(value, COARSE) if exactly and value is not None else None
        return dataclasses.replace(self, place=place, pinned=False)

    def _reworded(self, phrase: str, words: str | None) -> Report:
        def fact(told: Json | None) -> Json | None:
            quotes = told is not None and phrase in (told.get("text") or "")
            return {**told, "text": replaced(told["text"], phrase, words)} if told and quotes else told

        lines = tuple(line for line in (replaced(line, phrase, words) for line in self.narrative) if line)
        return dataclasses.replace(self, narrative=lines, place=fact(self.place), when=fact(self.when))

    def missing(self) -> Question | None:
        """The next thing to ask, or None when only the person's word to send it is missing."""
        if not self.offences:
            return "offence"
        place = self.place or {}
        if (not place or place.get("needs_clarification")) and "place" not in self.skipped:
            return "place"
        if place.get("district") is None and "district" not in self.skipped:
            return "district"
        if place.get("kind") == "district" and "place" in self.skipped and "station" not in self.skipped:
            return "station"
        if self.when is None and not self.time_unknown and self.tense not in ("ongoing", "recurring"):
            nowhere = {"place", "district"} <= set(self.skipped)  # whoever knows no place is not asked on
            if not nowhere:
                return "time"
        return "identity" if self.risks() else None

    def outside_range(self) -> bool:
        """Whether it happened in a place these desks do not serve."""
        return bool(self.place and self.place.get("district") == OUTSIDE)

    def goes_unfinished(self) -> bool:
        """Whether enough is known to be of use without the person's last word: an offence and a place."""
        return bool(self.offences and self.place and self.place.get("district")) and not self.outside_range()

    def text(self, most: int) -> str:
        """The redacted narrative, at most `most` characters."""
        return "\n".join(self.narrative)[:most]


def _risks_of(reading: Json) -> tuple[IdentityRisk, ...]:
    return tuple(IdentityRisk(risk["kind"], risk["text"]) for risk in reading.get("identity_risks") or ())


def _is_bare_fact(reading: Json) -> bool:
    """Whether the words are a known place or a time, and nothing else."""
    place, when = reading["place"], reading["when"]
    facts = [when] if when else []
    facts += [place] if place and place.get("name") and place.get("district") else []
    return any(is_only(fact["text"], reading["redacted_text"]) for fact in facts)


def _without(values: Sequence[str], gone: str) -> tuple[str, ...]:
    return tuple(value for value in values if value != gone)


def _together(known: Sequence[Any], new: Sequence[Any]) -> tuple[Any, ...]:
    return (*known, *(item for item in new if item not in known))


def _newer(known: Any, new: Any, newer_wins: bool) -> Any:
    return new if new is not None and (known is None or newer_wins) else known


def _choose(alternatives: Sequence[Json], place: Json) -> Json | None:
    """The one namesake that the newly named place (its tehsil, station or district) tells apart."""
    name = place.get("name")
    if not name:
        return None
    fields = ("tehsil", "police_station", "district")
    fitting = [one for one in alternatives if name.lower() in {str(one.get(field) or "").lower() for field in fields}]
    return fitting[0] if len(fitting) == 1 else None
