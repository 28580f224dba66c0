"""A paper as pictures of its pages in a new PDF that says nothing of itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

from satark.evidence.cleaned import Cleaned, Refused
from satark.evidence.pictures import write_thumbnail
from satark.settings import CleaningLimits

_POINTS_AN_INCH = 72
_SHARPEST = 200 / _POINTS_AN_INCH  # 200 dots an inch, as a fax reads well; larger pages get fewer
_QUALITY = 80
# Pillow would write the file's name, itself and the clock into the information dictionary.
_NO_INFORMATION = dict.fromkeys(
    ("title", "author", "subject", "keywords", "creator", "producer", "creationDate", "modDate")
)


def clean_paper(content_type: str, source: Path, target: Path, limits: CleaningLimits) -> Cleaned:
    """Writes `clean.pdf` and `thumbnail.jpg` into `target`. Raises `Refused` (a locked paper is `unsupported`)."""
    try:
        document = pypdfium2.PdfDocument(str(source))
    except pypdfium2.PdfiumError as error:
        raise Refused("unsupported" if "assword" in str(error) else "broken") from error
    try:
        count = len(document)
        if count == 0:
            raise Refused("broken")
        if count > limits.pages:
            raise Refused("too_long")
        pages = _pages(document, limits)
        first = next(pages)
        write_thumbnail(first, target / "thumbnail.jpg", limits)
        first.save(target / "clean.pdf", "PDF", save_all=True, append_images=pages, quality=_QUALITY, **_NO_INFORMATION)
    except pypdfium2.PdfiumError as error:
        raise Refused("broken") from error
    finally:
        document.close()
    if (target / "clean.pdf").stat().st_size > limits.output_bytes:
        raise Refused("too_large")
    return Cleaned("clean.pdf", "application/pdf", "thumbnail.jpg", pages=count)


def _pages(document: pypdfium2.PdfDocument, limits: CleaningLimits) -> Iterator[Image.Image]:
    for page in document:
        width, height = page.get_size()
        if not 1 <= max(width, height) <= 1_000_000 or min(width, height) <= 0:
            raise Refused("bomb")
        scale = min(_SHARPEST, limits.page_edge / max(width, height))
        drawn = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
        page.close()
        yield Image.frombytes("RGB", drawn.size, drawn.tobytes())
