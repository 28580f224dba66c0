"""Faces in a picture made unrecognisable, where the deployment's policy asks for it (`evidence.blur_faces`).

Found by OpenCV's trained cascade for faces seen from the front (Viola and Jones, 2001): small, without network, and
blind for faces from the side; a policy, not a promise. A bystander is told from a suspect only by size: faces much
smaller than the largest are taken as standing by.
"""

from __future__ import annotations

import cv2
import cv2.data
import numpy as np
from PIL import Image, ImageFilter

from satark.settings import FacePolicy

_CASCADE = "haarcascade_frontalface_default.xml"
_SEARCH_EDGE = 1600  # longest edge, in pixels, at which faces are looked for
_SMALLEST_FACE = 24  # pixels
_STEP, _NEIGHBOURS = 1.1, 5  # scale step; detections that must agree
_BYSTANDER = 0.5  # of the largest face's width
_MARGIN = 0.25  # of the face's width, around it
_CELLS = 6  # blocks a blurred face is left with, across

Box = tuple[int, int, int, int]  # left, top, right, bottom, in pixels


def faces_in(pixels: Image.Image) -> list[Box]:
    """The faces seen from the front in an RGB picture, largest first."""
    scale = min(1.0, _SEARCH_EDGE / max(pixels.size))
    small = pixels.convert("L").resize([max(1, round(edge * scale)) for edge in pixels.size])
    cv2.setNumThreads(1)
    cascade = cv2.CascadeClassifier(cv2.data.haarcascades + _CASCADE)
    least = (_SMALLEST_FACE, _SMALLEST_FACE)
    found = cascade.detectMultiScale(cv2.equalizeHist(np.asarray(small)), _STEP, _NEIGHBOURS, minSize=least)
    boxes = [tuple(round(float(edge) / scale) for edge in (x, y, x + w, y + h)) for x, y, w, h in found]
    return sorted(((left, top, right, bottom) for left, top, right, bottom in boxes), key=_width, reverse=True)


def without_faces(pixels: Image.Image, policy: FacePolicy) -> Image.Image:
    """The picture with all faces, or those of bystanders, in coarse blocks; unchanged under `keep`."""
    if policy == "keep":
        return pixels
    found = faces_in(pixels)
    hidden = found if policy == "all" else [box for box in found if _width(box) < _BYSTANDER * _width(found[0])]
    covered = pixels.copy()
    for box in hidden:
        _cover(covered, box)
    return covered


def _width(box: Box) -> int:
    return box[2] - box[0]


def _cover(picture: Image.Image, box: Box) -> None:
    """Few blocks of mean colour keep less of a face than any blur that could be undone."""
    margin = round(_MARGIN * _width(box))
    left, top = max(0, box[0] - margin), max(0, box[1] - margin)
    right, bottom = min(picture.width, box[2] + margin), min(picture.height, box[3] + margin)
    part = picture.crop((left, top, right, bottom))
    blocks = part.resize((_CELLS, _CELLS), Image.Resampling.BOX).resize(part.size, Image.Resampling.NEAREST)
    picture.paste(blocks.filter(ImageFilter.BoxBlur(2)), (left, top))
