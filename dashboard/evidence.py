"""What people sent with a tip: the panel of its page, and the one way by which an opened file leaves this process.

A file is opened in memory with the desk's key, for a signed-in account that may see the tip, and written to no disk.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

import dash_mantine_components as dmc
import flask
from dash import html

from dashboard.auth import reader
from dashboard.content import TipContent
from dashboard.offices import Found, offices
from dashboard.texts import say
from satark.desks.evidence import PARTS, Evidence, Part, evidence_of
from satark.errors import SatarkError, SealError, UnknownTip
from satark.settings import RANGE_DESK

KINDS = ("photo", "video", "voice", "document")
REASONS = ("too_large", "too_long", "bomb", "broken", "unsupported", "expired")
_ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "audio/mp4": "m4a",
    "video/mp4": "mp4",
    "application/pdf": "pdf",
}
_SHOWN = ("image/", "audio/", "video/")  # the rest is offered for download only
_FILES: tuple[Part, ...] = ("content", "thumbnail", "original")


def panel(found: Found, content: TipContent | str) -> list[Any]:
    """Every piece that the tip's words name or its desk holds, each with what can be done with it."""
    there = evidence_of(found.desk, found.tip.id)
    named = {} if isinstance(content, str) else {str(one.get("id")): str(one.get("kind")) for one in content.evidence}
    kinds = {**named, **{one.id: one.kind for one in there.values()}}
    if not kinds:
        return [dmc.Text(say("evidence.none"), size="sm", c="dimmed")]
    return [
        html.Div(
            [
                dmc.Text(f"{number}. {_kind(kind)}", fw=500, size="sm"),
                *(_piece(found, there[reference]) if reference in there else [_words("evidence.pending")]),
            ],
            className="evidence",
        )
        for number, (reference, kind) in enumerate(kinds.items(), 1)
    ]


def _kind(kind: str) -> str:
    return say(f"evidence.{kind if kind in KINDS else 'other'}")


def _words(key: str) -> Any:
    return dmc.Text(say(key), size="sm", c="dimmed")


def _piece(found: Found, piece: Evidence) -> Iterable[Any]:
    if piece.status == "refused":
        reason = piece.reason if piece.reason in REASONS else "broken"
        return [_words(f"evidence.refused.{reason}")]
    try:
        told = _told(found, piece, "details")
    except SealError:
        return [_words("evidence.sealed")]
    waiting = [_words("evidence.awaiting")] if piece.status == "awaiting_transcription" else []
    shown = [*waiting, *_transcript(told), *_view(found, piece), *_facts(told)]
    return [*shown, *_certificate(found, piece, told)]


def _told(found: Found, piece: Evidence, part: Part) -> Mapping[str, Any]:
    opened = offices().open_evidence(reader(), found, piece.id, part)
    told: Mapping[str, Any] = json.loads(opened) if opened else {}
    return told


def _transcript(told: Mapping[str, Any]) -> list[Any]:
    if not told.get("transcript"):
        return []
    return [_words("evidence.transcript"), html.Blockquote(told["transcript"], className="note")]


def _facts(told: Mapping[str, Any]) -> list[Any]:
    """When and where the file says it was made, where its sender agreed to tell it."""
    point = f"{told['latitude']:.5f}, {told['longitude']:.5f}" if told.get("latitude") is not None else None
    moment = str(told.get("taken_at") or "").replace("T", " ")
    values = [value for value in (moment, point) if value]
    return [dmc.Text(f"{say('evidence.facts')} {' · '.join(values)}", size="sm")] if values else []


def _view(found: Found, piece: Evidence) -> list[Any]:
    if "content" not in piece.has or not _may_open(found, piece):
        return []
    address = _address(piece, "content")
    small = _address(piece, "thumbnail") if "thumbnail" in piece.has else None
    shown = str(piece.content_type).partition("/")[0]
    if shown == "video":
        view: Any = html.Video(src=address, poster=small, controls=True, preload="none", className="evidence-view")
    elif shown == "audio":
        view = html.Audio(src=address, controls=True, preload="none")
    else:
        # A component without children counts as false: the address is what tells.
        view = html.A(html.Img(src=small, alt=_kind(piece.kind), className="evidence-view"), href=address,
                      target="_blank") if small else None  # fmt: skip
    download = html.A(say("evidence.download"), href=f"{address}?download=1", className="evidence-link")
    return [html.Div(view)] * (view is not None) + [download]


def _may_open(found: Found, piece: Evidence) -> bool:
    """A voice that is not written down is for the desk named to hear it."""
    hearer = offices().settings.evidence.voice_heard_by
    return piece.status != "awaiting_transcription" or reader().desk == hearer


def _certificate(found: Found, piece: Evidence, told: Mapping[str, Any]) -> list[Any]:
    """The checksums that a certificate names; those of the original are for the range's desk."""
    sums = [("evidence.sum", str(told["sha256"]))] if told.get("sha256") else []
    links = []
    if reader().desk == RANGE_DESK and "original_details" in piece.has:
        original = _told(found, piece, "original_details")
        sums.append(("evidence.original_sum", str(original.get("sha256"))))
    if reader().desk == RANGE_DESK and "original" in piece.has:
        links.append(html.A(say("evidence.original"), href=_address(piece, "original"), className="evidence-link"))
    return [*links, *(html.Div([say(key), " ", html.Code(total)], className="checksum") for key, total in sums)]


def _address(piece: Evidence, part: Part) -> str:
    return f"/tip/{piece.tip_id}/evidence/{piece.id}/{part}"


def add_route(server: flask.Flask) -> None:
    """Serves the parts of a piece to signed-in accounts that may see its tip."""

    @server.get("/tip/<tip_id>/evidence/<evidence_id>/<part>")
    def evidence_file(tip_id: str, evidence_id: str, part: str) -> flask.Response:
        if part not in _FILES or part not in PARTS:
            flask.abort(404)
        try:
            found = offices().find(reader(), tip_id)
            piece = evidence_of(found.desk, tip_id).get(evidence_id)
            content = offices().open_evidence(reader(), found, evidence_id, part) if piece else None
        except UnknownTip:
            flask.abort(404)
        except SealError:
            return flask.Response(say("evidence.sealed"), status=403)
        except SatarkError:
            return flask.Response(say("evidence.sealed"), status=503)
        if piece is None or content is None:
            flask.abort(404)
        _note(found, part)
        return _file(piece, part, content)


def _note(found: Found, part: Part) -> None:
    """Once a view: a player asks for the rest of a film piece by piece."""
    if not flask.request.headers.get("Range", "bytes=0-").startswith("bytes=0-"):
        return
    if part == "content":
        offices().note(reader(), "evidence_opened", found.desk, found.tip.id)
    elif part == "original":
        offices().note(reader(), "original_opened", found.desk, found.tip.id)


def _file(piece: Evidence, part: Part, content: bytes) -> flask.Response:
    content_type = {"content": piece.content_type, "thumbnail": "image/jpeg"}.get(part) or "application/octet-stream"
    ending = _ENDINGS.get(content_type, "bin")
    away = bool(flask.request.args.get("download")) or not content_type.startswith(_SHOWN)
    name = f"{piece.tip_id}-{piece.id[:8]}{'-original' if part == 'original' else ''}.{ending}"
    return flask.send_file(
        io.BytesIO(content), mimetype=content_type, as_attachment=away, download_name=name, conditional=True, max_age=0
    )
