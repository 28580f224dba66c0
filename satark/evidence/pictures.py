"""A picture made anew from its pixels: turned upright, in sRGB, without anything else that its file carried."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from satark.evidence.cleaned import Cleaned, Facts, Refused
from satark.settings import CleaningLimits, FacePolicy

register_heif_opener()
_FORMATS = {
    "image/jpeg": ("JPEG", "MPO"),
    "image/png": ("PNG",),
    "image/webp": ("WEBP",),
    "image/gif": ("GIF",),
    "image/heic": ("HEIF",),
}
_DRAWN = {"image/png", "image/gif"}  # screenshots and drawings: their letters stay sharp as PNG
_DRAWN_PIXELS = 6_000_000  # more than that is a photograph, whatever its format
_QUALITY = 90
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, RuntimeError)


def clean_picture(content_type: str, source: Path, target: Path, limits: CleaningLimits, faces: FacePolicy) -> Cleaned:
    """Writes `clean.jpg` or `clean.png` and `thumbnail.jpg` into `target`. Raises `Refused`."""
    Image.MAX_IMAGE_PIXELS = limits.pixels
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(source, formats=_FORMATS[content_type]) as image:
                if image.width * image.height > limits.pixels:
                    raise Refused("bomb")
                facts = _facts(image)
                pixels = _without_faces(_pixels(image), faces)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError, MemoryError) as error:
            raise Refused("bomb") from error
        except UnidentifiedImageError as error:
            raise Refused("broken") from error
        except _BROKEN as error:
            raise Refused("broken") from error
    as_png = content_type in _DRAWN and pixels.width * pixels.height <= _DRAWN_PIXELS
    file = "clean.png" if as_png else "clean.jpg"
    if as_png:
        pixels.save(target / file, "PNG", optimize=False)
    else:
        pixels.save(target / file, "JPEG", quality=_QUALITY)
    write_thumbnail(pixels, target / "thumbnail.jpg", limits)
    return Cleaned(file, "image/png" if as_png else "image/jpeg", "thumbnail.jpg", facts)


def _without_faces(pixels: Image.Image, faces: FacePolicy) -> Image.Image:
    if faces == "keep":
        return pixels
    from satark.evidence.faces import without_faces  # loads a library that most deployments never need

    return without_faces(pixels, faces)


def moves(source: Path, limits: CleaningLimits) -> bool:
    """Whether a GIF has more than one picture. Raises `Refused`."""
    Image.MAX_IMAGE_PIXELS = limits.pixels
    try:
        with Image.open(source, formats=("GIF",)) as image:
            return bool(getattr(image, "is_animated", False))
    except (*_BROKEN, Image.DecompressionBombError) as error:
        raise Refused("broken") from error


def write_thumbnail(pixels: Image.Image, path: Path, limits: CleaningLimits) -> None:
    """A small JPEG of an RGB picture."""
    small = pixels.copy()
    small.thumbnail((limits.thumbnail_edge, limits.thumbnail_edge))
    small.save(path, "JPEG", quality=80)


def _pixels(image: Image.Image) -> Image.Image:
    """The bare RGB pixels as a person sees them."""
    image.load()
    upright = ImageOps.exif_transpose(image)
    profile = image.info.get("icc_profile")
    if upright.mode in ("RGBA", "LA", "PA", "P"):
        upright = upright.convert("RGBA")
        ground = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(ground, upright)
    elif profile:
        upright = _in_srgb(upright, profile)
    seen = upright.convert("RGB")
    return Image.frombytes("RGB", seen.size, seen.tobytes())


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Colours of another profile brought over; a profile that cannot be read changes nothing."""
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return turned or image


def _facts(image: Image.Image) -> Facts:
    """Time and place of the EXIF, as far as they can be read; a broken EXIF is no reason to refuse the picture."""
    try:
        exif = image.getexif()
        details, gps = exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.GPSInfo)
        latitude = _degrees(gps.get(ExifTags.GPS.GPSLatitude), gps.get(ExifTags.GPS.GPSLatitudeRef), "S")
        longitude = _degrees(gps.get(ExifTags.GPS.GPSLongitude), gps.get(ExifTags.GPS.GPSLongitudeRef), "W")
        return Facts.checked(_taken_at(details), latitude, longitude)
    except (*_BROKEN, ZeroDivisionError):
        return Facts()


def _taken_at(details: Any) -> str | None:
    """EXIF 2.32: `2026:11:20 22:15:00`, the offset from UTC beside it."""
    told = details.get(ExifTags.Base.DateTimeOriginal) or details.get(ExifTags.Base.DateTimeDigitized)
    if not isinstance(told, str):
        return None
    date, _, clock = told.strip("\0 ").partition(" ")
    offset = details.get(ExifTags.Base.OffsetTimeOriginal)
    return f"{date.replace(':', '-')}T{clock}{offset.strip() if isinstance(offset, str) else ''}"


def _degrees(parts: Any, reference: Any, negative: str) -> float | None:
    if not parts or len(parts) != 3:
        return None
    degrees, minutes, seconds = (float(part) for part in parts)
    value = degrees + minutes / 60 + seconds / 3600
    return -value if str(reference).strip("\0 ").upper() == negative else value
