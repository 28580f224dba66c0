"""What a file is, told by its first bytes; what its name or sender says counts for nothing.

Signatures after RFC 2083 (PNG), ISO 10918 (JPEG), RFC 6386/RIFF (WebP), GIF89a, ISO 14496-12 (MP4 family), RFC 3533
(Ogg), RFC 4867 (AMR), ISO 13818-7 (AAC), ISO 11172-3 and ID3 (MP3), ISO 32000 (PDF), MS-CFB and ECMA-376 (office
documents).
"""

from __future__ import annotations

import codecs
import unicodedata

HEAD_BYTES = 1 << 16  # office documents name their parts only after the first ones

# (offset, bytes, type)
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (0, b"OggS", "audio/ogg"),
    (0, b"#!AMR", "audio/amr"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
# Major brands of the MP4 family (four bytes after "ftyp").
_BRANDS = {b"M4A ": "audio/mp4", b"M4B ": "audio/mp4", b"qt  ": "video/quicktime"}
_BRAND_STARTS = {b"3gp": "video/3gpp", b"3g2": "video/3gpp"}
_HEIC_BRANDS = (b"heic", b"heix", b"mif1")
_OTHER_PICTURE_BRANDS = (b"hevc", b"msf1", b"avif", b"crx ")
# Folders within an office document, which is a ZIP archive.
_OFFICE = {
    b"word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    b"xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    b"ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_PICTURES = {"image/jpeg", "image/png", "image/webp", "image/gif", "image/heic"}
_SOUNDS = {"audio/ogg", "audio/amr", "audio/mpeg", "audio/mp4", "audio/aac"}
_FILMS = {"video/mp4", "video/3gpp", "video/quicktime"}
_PAPERS = {"application/pdf", "application/x-ole-storage", "text/plain", *_OFFICE.values()}
# What may come as which kind. A recording in MP4 looks like a film, and any of the others may come as a document.
ACCEPTED: dict[str, set[str]] = {
    "photo": _PICTURES,
    "voice": _SOUNDS | {"video/mp4", "video/3gpp"},
    "video": _FILMS,
    "document": _PICTURES | _SOUNDS | _FILMS | _PAPERS,
}


def type_of(head: bytes) -> str | None:
    """The MIME type of a file that begins with `head` (its first `HEAD_BYTES`); None for what we do not open."""
    for offset, signature, name in _SIGNATURES:
        if head[offset : offset + len(signature)] == signature and (name != "image/webp" or head[:4] == b"RIFF"):
            return name
    if head[4:8] == b"ftyp":
        return _of_brand(head[8:12])
    if head[:4] == b"PK\x03\x04":
        return _of_archive(head)
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        return _of_frame(head[1])
    return "text/plain" if _is_text(head) else None


def _of_brand(brand: bytes) -> str | None:
    if brand in _OTHER_PICTURE_BRANDS:
        return None
    if brand in _HEIC_BRANDS:
        return "image/heic"
    return _BRANDS.get(brand) or _BRAND_STARTS.get(brand[:3]) or "video/mp4"


def _of_archive(head: bytes) -> str | None:
    if b"[Content_Types].xml" not in head and b"_rels/" not in head:
        return None
    return next((name for folder, name in _OFFICE.items() if folder in head), None)


def _of_frame(second: int) -> str | None:
    """An MPEG audio frame: layer bits 00 are AAC (ADTS), 01 layer III."""
    return {0b00: "audio/aac", 0b01: "audio/mpeg"}.get(second >> 1 & 0b11)


def _is_text(head: bytes) -> bool:
    """Plain words in UTF-8; no markup that a browser or a shell would obey."""
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(head, final=len(head) < HEAD_BYTES)
    except UnicodeDecodeError:
        return False
    plain = all(character in "\r\n\t" or unicodedata.category(character) != "Cc" for character in text)
    return bool(text.strip()) and plain and not text.lstrip().startswith(("<", "#!", "%!"))
